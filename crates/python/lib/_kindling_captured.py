"""`%%capture`: what a cell prints and shows, kept instead of shown.

What it is not: a redirection of one's own, as `contextlib.redirect_stdout` makes. Start reading at `Capture`.
"""

import io
import sys

import _kindling
import _kindling_shell


class CapturedIO:
    """What was captured: `stdout`, `stderr`, `show()`."""

    def __init__(self, stdout, stderr, outputs):
        self.stdout, self.stderr, self.outputs = stdout, stderr, outputs

    def __str__(self):
        return self.stdout

    def __call__(self):
        self.show()

    def show(self):
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)
        for text, forms in self.outputs:
            _kindling.show(text, forms, None)


class Capture:
    """What runs in a `with` of it prints and shows nothing; `result` has it at the end."""

    def __init__(self, stdout=True, stderr=True, display=True):
        self._asked = stdout, stderr, display
        self.result = CapturedIO("", "", [])

    def __enter__(self):
        stdout, stderr, display = self._asked
        self._before = sys.stdout, sys.stderr
        self._streams = io.StringIO(), io.StringIO()
        self._outer = _kindling_shell.capture([] if display else None)
        if stdout:
            sys.stdout = self._streams[0]
        if stderr:
            sys.stderr = self._streams[1]
        return self.result

    def __exit__(self, *error):
        sys.stdout, sys.stderr = self._before
        outputs = _kindling_shell.capture(self._outer)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None and outputs is not None:
            pyplot.close("all")
        self.result.stdout, self.result.stderr = (stream.getvalue() for stream in self._streams)
        self.result.outputs = outputs or []


def of(words, names):
    """What `%%capture` with these words captures; the name among them, if there is one, is bound to it."""
    capture = Capture(**{part: f"--no-{part}" not in words for part in ("stdout", "stderr", "display")})
    name = next((word for word in words if not word.startswith("-")), None)
    if name is not None:
        names[name] = capture.result
    return capture


CapturedIO.__module__ = "IPython.utils.capture"

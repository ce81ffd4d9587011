"""`%%capture`: what a cell prints and shows, kept instead of shown.

What it is not: a redirection of one's own, as `contextlib.redirect_stdout` makes. Start reading at `begin`.
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


def begin(words, names):
    """From here to the cell's end; the name among `words`, if there is one, is bound to what was captured."""
    kept = {"--no-stdout", "--no-stderr", "--no-display"} & set(words)
    name = next((word for word in words if not word.startswith("-")), None)
    before = sys.stdout, sys.stderr
    _kindling_shell.capture(None if "--no-display" in kept else [])
    streams = [io.StringIO(), io.StringIO()]
    if "--no-stdout" not in kept:
        sys.stdout = streams[0]
    if "--no-stderr" not in kept:
        sys.stderr = streams[1]

    def end():
        sys.stdout, sys.stderr = before
        outputs = _kindling_shell.capture(None)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None and outputs is not None:
            pyplot.close("all")
        if name is not None:
            names[name] = CapturedIO(streams[0].getvalue(), streams[1].getvalue(), outputs or [])

    _kindling_shell.at_end(end)

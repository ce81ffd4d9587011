"""What a notebook's session keeps and does around cells: `_`, `Out`, `In`, `display`, `exit`, `await` at the top.

What it is not: magics (`_kindling_magics`), or the objects that `IPython.display` has to show. Start reading at `echo`.
"""

import builtins
import sys

import _kindling
import _kindling_pretty
from _frozen_importlib import ModuleSpec

# As many results as IPython keeps; of large ones fewer, as they hold memory that nobody asks for again.
_KEPT, _LARGE_KEPT = 1000, 20
# What a value may take up in bytes, or in items, to be kept as one of many.
_SMALL = 10_000


def _is_small(value, depth=2):
    """Whether the value is known to take little memory."""
    kind = type(value)
    if kind in (int, float, bool, complex, type(None)):
        return True
    if kind in (str, bytes):
        return len(value) <= _SMALL
    if kind in (list, tuple, set, dict):
        inner = [*value.keys(), *value.values()] if kind is dict else value
        return len(value) <= 100 and depth > 0 and all(_is_small(each, depth - 1) for each in inner)
    try:
        return kind.__module__ in ("torch", "numpy") and value.nbytes <= _SMALL and not getattr(value, "requires_grad", False)
    except Exception:
        return False


class _Results(dict):
    """`Out`: the latest results by their cell's number, and the numbers of those that may be large."""

    def __init__(self):
        super().__init__()
        self._large = []

    def keep(self, number, value):
        self.pop(number, None)
        self[number] = value
        if not _is_small(value):
            self._large = [each for each in self._large if each in self and each != number] + [number]
        while len(self) > _KEPT:
            self._drop(next(iter(self)))
        while len(self._large) > _LARGE_KEPT:
            self._drop(self._large.pop(0))

    def _drop(self, number):
        """Forgets a result, and `_3`, which is the same."""
        value = self.pop(number, None)
        if builtins.__dict__.get(f"_{number}") is value:
            builtins.__dict__.pop(f"_{number}", None)

    def forget(self):
        """All of them, as `%reset` does."""
        for number in list(self):
            self._drop(number)
        builtins._ = builtins.__ = builtins.___ = ""


In = [""]
Out = _Results()


_endings = []
_captured = None
# The latest error's traceback, for `%tb`; its frames would hold their values.
last_traceback = ""


def cell_failed(traceback):
    """A cell has ended with an error."""
    global last_traceback
    last_traceback = traceback


def cell_begins(number, source):
    """Takes the source of a cell up into `In`, and those before it into `_i`, `_ii`, `_iii`."""
    In.extend([""] * (number - len(In)))
    builtins._i, builtins._ii, builtins._iii = (In[-at] if at <= len(In) else "" for at in (1, 2, 3))
    In.append(source)
    builtins.__dict__[f"_i{number}"] = source
    lines = sys.modules.get("linecache")
    if lines is not None:
        _tell(lines.cache, number, source)


def _tell(cache, number, source):
    """Puts a cell where `inspect.getsource` and `name??` look for what a function was made from."""
    name, text = f"<cell {number}>", source if source.endswith("\n") else source + "\n"
    cache[name] = len(text), None, text.splitlines(keepends=True), name


class _WithCells:
    """Finder and loader of `linecache`, which few need: it gets to know the cells that ran before."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "linecache":
            return None
        sys.meta_path.remove(_WithCells)
        return ModuleSpec(name, _WithCells)

    @staticmethod
    def create_module(spec):
        import linecache

        return linecache

    @staticmethod
    def exec_module(module):
        for number, source in enumerate(In[1:], 1):
            _tell(module.cache, number, source)


sys.meta_path.insert(0, _WithCells)


def interactivity():
    """Which of a cell's values are shown, as `InteractiveShell.ast_node_interactivity` has it."""
    ipython = sys.modules.get("IPython._shell")
    return "last_expr" if ipython is None else ipython.get_ipython().ast_node_interactivity


def echo_between(value):
    """Shows a value that is not a cell's last one, where all are to be shown."""
    if value is not None:
        shown = echo(value, len(In) - 1)
        if shown is not None:
            _kindling.show(*shown, None)


def at_end(call):
    """Has `call` called once the cell's code has run, however that ends."""
    _endings.append(call)


def cell_ends():
    """The cell's code has run."""
    while _endings:
        _endings.pop()()


def capture(outputs):
    """From here on, what is shown goes into that list, or to the page if it is None; what it went into before."""
    global _captured
    before, _captured = _captured, outputs
    return before


def echo(value, number):
    """A cell's last value, kept as `_` and `Out[number]`: its text, and richer forms by MIME type. None if the cell's
    outputs are captured."""
    if value is Out:
        return _kindling_pretty.text_of(dict(value)), {}
    Out.keep(number, value)
    builtins.___, builtins.__, builtins._ = getattr(builtins, "__", ""), getattr(builtins, "_", ""), value
    builtins.__dict__[f"_{number}"] = value
    if _shows_itself(value):
        return None
    shown = _forms(value)
    if _captured is not None:
        return _captured.append(shown)
    return shown


def _shows_itself(value):
    """Whether the value has a method that shows it, which is called then."""
    show = None if isinstance(value, type) else getattr(value, "_ipython_display_", None)
    if not callable(show):
        return False
    try:
        show()
    except NotImplementedError:
        return False
    return True


def _forms(value):
    """The value's text, and richer forms; its own bundle may have a text for it."""
    forms = rich_forms(value)
    text = forms.pop("text/plain", None)
    return text_of(value) if text is None else text, forms


def text_of(value):
    """The value as `text/plain`."""
    _kindling_pretty.add_collections()
    return _kindling_pretty.text_of(value)


_METHODS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "text/latex": "_repr_latex_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "application/json": "_repr_json_",
}


def rich_forms(value):
    """What the value says of itself by IPython's methods, by MIME type; images as base64. Only a bundle of its own has
    `text/plain` among them."""
    if isinstance(value, type):
        return {}
    forms = {}
    bundle = getattr(value, "_repr_mimebundle_", None)
    if callable(bundle):
        found = bundle(include=None, exclude=None)
        forms.update((found[0] if isinstance(found, tuple) else found) or {})
    for kind, name in _METHODS.items():
        method = getattr(value, name, None)
        if callable(method):
            form = method()
            if form is not None:
                forms.setdefault(kind, form[0] if isinstance(form, tuple) else form)
    return {kind: _as_text(form) for kind, form in forms.items()}


def _as_text(form):
    if isinstance(form, bytes):
        import base64  # of Python's library, which the browser fetches for it

        return base64.b64encode(form).decode()
    if isinstance(form, str):
        return form
    import json

    return json.dumps(form)


class DisplayHandle:
    """What `display(…, display_id=…)` gives: `update` puts another value in the place of the one that is shown."""

    def __init__(self, display_id):
        self.display_id = display_id

    def __repr__(self):
        return f"<DisplayHandle display_id={self.display_id}>"

    def display(self, value, **options):
        display(value, display_id=self.display_id, **options)

    update = display


_handles = 0


def display(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False):
    """Shows values below the cell, in the richest form that they have."""
    global _handles
    for name, given in (("metadata", metadata), ("transient", transient)):
        if given:
            raise NotImplementedError(f"display: {name} is not built here")
    if clear:
        _kindling.clear_output(True)
    if display_id is True:
        _handles += 1
        display_id = f"display-{_handles}"
    for value in objs:
        _show(value, display_id, include, exclude, raw)
    return None if display_id is None else DisplayHandle(display_id)


def _show(value, display_id, include, exclude, raw):
    show_figure = getattr(value, "_kindling_figure", None)
    if show_figure is not None and not isinstance(value, type):
        if _captured is not None:
            return _captured.append((text_of(value), {}))
        return _kindling.display(show_figure(), display_id)
    if raw:
        forms = {kind: _as_text(form) for kind, form in value.items()}
        text = forms.pop("text/plain", "")
    elif _shows_itself(value):
        return None
    else:
        text, forms = _forms(value)
    if include:
        forms = {kind: form for kind, form in forms.items() if kind in include}
    if exclude:
        forms = {kind: form for kind, form in forms.items() if kind not in exclude}
    if _captured is not None:
        return _captured.append((text, forms))
    return _kindling.show(text, forms, display_id)


class _Exit:
    """`exit` and `quit`: called or echoed, they end the cell."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        raise SystemExit

    def __call__(self, code=None):
        raise SystemExit(code)


def run_awaitable(awaitable):
    """`await` outside of functions, which notebooks allow."""
    import asyncio

    return asyncio.get_event_loop().run_until_complete(awaitable)


def _read_line(prompt="", /):
    """Reads a line of text that the reader types below the cell."""
    line = _kindling.read_line(str(prompt), False)
    if line is None:
        raise EOFError("EOF when reading a line")
    return line


def help(*values):
    """Prints what the documentation says of a function, a class, a module or a value's class."""
    import _kindling_help

    return _kindling_help.help(*values)


def get_ipython():
    """The session as IPython's object has it: `run_line_magic`, `run_cell_magic`, `system`, `user_ns`."""
    import IPython

    return IPython.get_ipython()


builtins._ih, builtins._oh = In, Out
builtins._ = builtins.__ = builtins.___ = ""
for _name in ("In", "Out", "display", "get_ipython", "help"):
    setattr(builtins, _name, globals()[_name])
builtins.exit, builtins.quit = _Exit("exit"), _Exit("quit")
builtins.input = _read_line
builtins.__kindling_await__ = run_awaitable
builtins.__kindling_echo__ = echo_between

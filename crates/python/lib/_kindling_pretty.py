"""The text of a value as IPython's pretty printer lays it out: containers broken at 79 columns, one item a line.

What it is not: `repr`, which every value below containers, classes and functions keeps, or `pprint`. A value becomes a tree
of texts and of groups, which `_kindling_layout` breaks into lines. Start reading at `text_of`.
"""

import sys
import types

_MOST_ITEMS = 1000


def text_of(value):
    """The value's text."""
    if type(value) in _PLAIN:
        return repr(value)
    # What most cells show is a tensor, which needs no lines.
    from _kindling_layout import Page

    page = Page()
    _lay(_tree(value, set()), page)
    return page.whole()


class _Group:
    """Items between `start` and `end`; each is a list of parts that stay together, which are texts and groups."""

    def __init__(self, start, items, end, indent=1):
        self.start, self.items, self.end, self.indent = start, items, end, indent


def _lay(part, page):
    """Puts a part onto the page: a text, a group, or what a class prints itself."""
    if isinstance(part, str):
        _lay_text(part, page)
    elif isinstance(part, _Printed):
        part.onto(page)
    else:
        page.begin(part.indent, part.start)
        for at, item in enumerate(part.items):
            if at:
                page.text(",")
                page.breakable()
            for piece in item:
                _lay(piece, page)
        page.end(part.indent, part.end)


def _lay_text(text, page):
    lines = text.split("\n")
    if len(lines) == 1:
        return page.text(text)
    page.begin(0, "")
    for at, line in enumerate(lines):
        if at:
            page.end_line()
        page.text(line)
    return page.end(0, "")


def _tree(value, above):
    kind = type(value)
    build = _BUILDERS.get(kind) or _inherited(kind)
    if hasattr(kind, "_repr_pretty_"):
        return _Printed(value, id(value) in above, above | {id(value)})
    if build is None:
        return _by_itself(value)
    if id(value) in above:
        return build(value, None)
    return build(value, above | {id(value)})


def _by_itself(value):
    """Its `repr`; where its class has none of its own, the class and where the value lies."""
    name = _class(type(value), None)
    if type(value).__repr__ is object.__repr__:
        return f"<{name} at {id(value):#x}>"
    text = repr(value)
    # Nodes of a graph have in PyTorch the `repr` of all objects; groups of pandas have one that says the same.
    is_node = text.startswith(f"<{name} object at 0x") and not name.startswith("pandas.")
    return text.replace(" object at 0x", " at 0x", 1) if is_node else text


class _Printed:
    """What a class's own `_repr_pretty_` prints."""

    def __init__(self, value, cycle, above):
        self._value, self._cycle, self._above = value, cycle, above

    def onto(self, page):
        self._value._repr_pretty_(_Printer(page, self._above), self._cycle)


class _Printer:
    """What `_repr_pretty_` is given: IPython's printer."""

    def __init__(self, page, above):
        self._page, self._above = page, above
        self.text, self.breakable, self.break_ = page.text, page.breakable, page.end_line

    def pretty(self, obj):
        _lay(_tree(obj, self._above), self._page)

    def begin_group(self, indent=0, open=""):
        self._page.begin(indent, open)

    def end_group(self, dedent=0, close=""):
        self._page.end(dedent, close)

    def group(self, indent=0, open="", close=""):
        return _PrintedGroup(self, indent, open, close)


class _PrintedGroup:
    def __init__(self, printer, indent, open, close):
        self._printer, self._indent, self._open, self._close = printer, indent, open, close

    def __enter__(self):
        self._printer.begin_group(self._indent, self._open)

    def __exit__(self, *error):
        self._printer.end_group(self._indent, self._close)


def _inherited(kind):
    """How a subclass of a container is built, unless it has a `repr` of its own."""
    for base in kind.__mro__:
        build = _BUILDERS.get(base)
        if build is not None:
            return build if kind.__repr__ is base.__repr__ or base in _OWN_NAME else None
    return None


def _limited(items, above):
    shown = []
    for at, item in enumerate(items):
        if at >= _MOST_ITEMS:
            shown.append(["..."])
            break
        shown.append([_tree(item, above)])
    return shown


def _sequence(start, end):
    def build(value, above):
        if above is None:
            return start + "..." + end
        closing = "," + end if start == "(" and len(value) == 1 else end
        return _Group(start, _limited(value, above), closing)

    return build


def _set(start, end):
    def build(value, above):
        if above is None:
            return start + "..." + end
        if not value:
            return type(value).__name__ + "()"
        return _Group(start, _limited(_sorted(value), above), end, len(start))

    return build


def _sorted(values):
    """In order, if they have one; of very many the order does not show."""
    if len(values) >= _MOST_ITEMS:
        return values
    try:
        return sorted(values)
    except Exception:
        try:
            return sorted(values, key=str)
        except Exception:
            return values


def _dict(value, above):
    if above is None:
        return "{...}"
    items = []
    for at, (key, item) in enumerate(value.items()):
        if at >= _MOST_ITEMS:
            items.append(["..."])
            break
        items.append([_tree(key, above), ": ", _tree(item, above)])
    return _Group("{", items, "}")


def _called(contents):
    """A container that shows itself as a call of its class."""

    def build(value, above):
        start = type(value).__name__ + "("
        if above is None:
            return start + "...)"
        return _Group(start, [[_tree(part, above)] for part in contents(value)], ")", len(start))

    return build


def _named(value, above):
    """`types.SimpleNamespace`, by what it holds."""
    start = "namespace("
    if above is None:
        return start + "...)"
    named = [_Group(f"{name}=", [[_tree(part, above)]], "", len(name) + 1) for name, part in value.__dict__.items()]
    return _Group(start, [[each] for each in named], ")", len(start))


def _exception(value, above):
    """An error as the call that makes it."""
    start = _class(type(value), None) + "("
    if above is None:
        return start + "...)"
    return _Group(start, [[_tree(part, above)] for part in value.args], ")", len(start))


def _class(value, above):
    """A class by its name, as `torch.Tensor`."""
    if type(value).__repr__ is not type.__repr__:
        return repr(value)
    module = getattr(value, "__module__", None)
    name = getattr(value, "__qualname__", value.__name__)
    return name if module in (None, "builtins") else f"{module}.{name}"


def _function(value, above):
    """A function with what it takes."""
    module = getattr(value, "__module__", None)
    name = getattr(value, "__qualname__", value.__name__)
    name = name if module in (None, "builtins") else f"{module}.{name}"
    return f"<function {name}{signature_of(value) or ''}>"


def signature_of(value):
    """What a function or class takes, as `(x, y=1)`; None where nobody says."""
    twin = _asked_by(value)
    if twin is not None:
        return _signature_of_function(twin)
    text = getattr(value, "__text_signature__", None)
    if isinstance(text, str):
        for own in ("$module, ", "$module", "$self, ", "$self"):
            text = text.replace(own, "")
        return text.replace("(/, ", "(")
    try:
        if type(value) in (types.FunctionType, types.MethodType) and not hasattr(value, "__wrapped__"):
            return _signature_of_function(value)
        import inspect  # of Python's library, which the browser fetches for it

        return str(inspect.signature(value))
    except Exception:
        return None


def _asked_by(value):
    """What a native method of arrays asks for what it does not do by itself, which has the same parameters."""
    owner, name = getattr(value, "__self__", None), getattr(value, "__name__", None)
    twin = getattr(type(owner), f"_{name}", None) if hasattr(type(owner), "_arrays") else None
    return types.MethodType(twin, owner) if isinstance(twin, types.FunctionType) and type(value) is _BUILTIN else None


_BUILTIN = type("".join)


def _signature_of_function(value):
    """As `inspect.signature` has it."""
    function = getattr(value, "__func__", value)
    code, notes = function.__code__, function.__annotations__
    count, only = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames
    defaults = dict(zip(reversed(names[:count]), reversed(function.__defaults__ or ())))
    defaults.update(function.__kwdefaults__ or {})
    written = [_parameter(name, notes, defaults) for name in names[:count]]
    if code.co_posonlyargcount:
        written.insert(code.co_posonlyargcount, "/")
    more = list(names[count + only:])
    if code.co_flags & _TAKES_MORE:
        written.append("*" + _parameter(more.pop(0), notes, {}))
    elif only:
        written.append("*")
    written += [_parameter(name, notes, defaults) for name in names[count:count + only]]
    if code.co_flags & _TAKES_MORE_NAMES:
        written.append("**" + _parameter(more.pop(0), notes, {}))
    if isinstance(value, types.MethodType):
        del written[0]
    end = f" -> {_annotation(notes['return'])}" if "return" in notes else ""
    return f"({', '.join(written)}){end}"


def _parameter(name, notes, defaults):
    if name in notes:
        name, equals = f"{name}: {_annotation(notes[name])}", " = "
    else:
        equals = "="
    key = name.partition(":")[0]
    return f"{name}{equals}{defaults[key]!r}" if key in defaults else name


def _annotation(note):
    if not isinstance(note, type) or isinstance(note, types.GenericAlias):
        return repr(note).replace("typing.", "")
    return note.__qualname__ if note.__module__ == "builtins" else f"{note.__module__}.{note.__qualname__}"


# Flags of code: `*args` and `**kwargs`.
_TAKES_MORE, _TAKES_MORE_NAMES = 4, 8


def set_float_format(form):
    """`%precision`: how floats are written; None for their `repr`."""
    if form is None:
        _PLAIN.add(float)
        _BUILDERS.pop(float, None)
    else:
        _PLAIN.discard(float)
        _BUILDERS[float] = lambda value, above: form % value


_PLAIN = {str, int, float, bool, complex, bytes, type(None)}
_BUILDERS = {
    list: _sequence("[", "]"),
    tuple: _sequence("(", ")"),
    set: _set("{", "}"),
    frozenset: _set("frozenset({", "})"),
    dict: _dict,
    type: _class,
    types.FunctionType: _function,
    types.BuiltinFunctionType: _function,
    types.SimpleNamespace: _named,
    BaseException: _exception,
}
_OWN_NAME = {type}


def _contents_of_deque(value):
    return [list(value)] if value.maxlen is None else [list(value), _Field(f"maxlen={value.maxlen}")]


class _Field:
    """Words that stand as they are."""

    def __init__(self, words):
        self.words = words

    def __repr__(self):
        return self.words


_ordered = _called(lambda value: [list(value.items())] if value else [])


def _pattern(value, above):
    """A pattern as the call that makes it."""
    import re

    names = ("IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG")
    flags = "|".join(f"re.{name}" for name in names if value.flags & getattr(re, name))
    text = "r" + repr(value.pattern).replace("\\\\", "\\")
    return _Group("re.compile(", [[text]] + [[flags]] * bool(flags), ")", 11)


def add_collections():
    """Those of `collections` and `re`, once a program has imported these, and state dicts."""
    state_dicts = sys.modules.get("torch._ordered")
    if state_dicts is not None:
        _BUILDERS.setdefault(state_dicts.OrderedDict, _ordered)
    patterns = sys.modules.get("re")
    if patterns is not None:
        _BUILDERS.setdefault(patterns.Pattern, _pattern)
    collections = sys.modules.get("collections")
    if collections is None or collections.OrderedDict in _BUILDERS:
        return
    _BUILDERS[collections.OrderedDict] = _ordered
    _BUILDERS[collections.Counter] = _called(lambda value: [dict(value.most_common())] if value else [])
    _BUILDERS[collections.deque] = _called(_contents_of_deque)
    _BUILDERS[collections.UserList] = _called(lambda value: [value.data])
    _BUILDERS[collections.defaultdict] = _called(lambda value: [value.default_factory, dict(value)])

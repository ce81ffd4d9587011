"""Looks at values without running code of the session: their attributes, names, and a line on each.

What it is not: `getattr` or `dir`, which may run what a student wrote: a property, a `__getattr__`, a `__repr__`. Where
that would happen, nothing is known. Start reading at `value_of`.
"""

import builtins
import sys
import types
import warnings

import _kindling_modules
from _kindling_pretty import signature_of
from _kindling_scan import pieces

UNKNOWN = object()

_BINDING = (types.FunctionType, staticmethod, classmethod, types.MethodDescriptorType, types.WrapperDescriptorType,
            types.BuiltinFunctionType, types.ClassMethodDescriptorType)
_FIELDS = (property, types.GetSetDescriptorType, types.MemberDescriptorType)
_SUBSCRIPTED = {"torch.Tensor", "numpy.ndarray", "torch.nn.parameter.Parameter", "pandas.DataFrame", "pandas.Series",
                "torch.nn.modules.container.Sequential", "torch.nn.modules.container.ModuleList",
                "torch.nn.modules.container.ModuleDict"}


def value_of(chain, names):
    """What an expression of names, attributes and constant subscripts has as its value, or UNKNOWN."""
    if not chain:
        return UNKNOWN
    first, steps = pieces(chain)
    value = names.get(first, vars(builtins).get(first, UNKNOWN))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for step in steps:
            if value is UNKNOWN:
                break
            value = _item(value, *step) if isinstance(step, tuple) else attribute(value, step)
    return value


def attribute(value, name):
    """The value's attribute, or UNKNOWN where there is none or getting it would run code of the session."""
    if isinstance(value, types.ModuleType):
        # What comes only when it is asked for is there for those who look, too.
        is_later = is_ours_module(value) and name not in vars(value) and name in dir(value)
        return _got(value, name) if is_later else vars(value).get(name, UNKNOWN)
    place, raw = static(value, name)
    if place is None:
        return _computed(value, name) if not isinstance(value, type) else UNKNOWN
    if place is value or not hasattr(type(raw), "__get__"):
        return raw
    is_plain = isinstance(raw, _BINDING) or is_ours(place) and isinstance(raw, _FIELDS)
    return _got(value, name) if is_plain and _reads_plainly(value) else UNKNOWN


def static(value, name):
    """Where the attribute lies, a class or the value itself, and what lies there; (None, None) where it does not."""
    own = _own(value)
    for base in value.__mro__ if isinstance(value, type) else type(value).__mro__:
        if name in base.__dict__:
            raw = base.__dict__[name]
            is_first = isinstance(value, type) or name not in own or isinstance(raw, _FIELDS)
            return (base, raw) if is_first else (value, own[name])
    return (value, own[name]) if name in own else (None, None)


def names_of(value):
    """All names that the value's attributes have."""
    if isinstance(value, types.ModuleType):
        return dir(value) if is_ours_module(value) else list(vars(value))
    names = set(_own(value))
    for base in value.__mro__ if isinstance(value, type) else type(value).__mro__:
        names.update(base.__dict__)
    listing, _ = static(type(value), "__dir__")
    if listing is not None and listing is not object and is_ours(listing):
        names.update(dir(value))
    return [name for name in names if isinstance(name, str)]


def is_ours(kind):
    """Whether a class is Python's or one of our packages', and no student's."""
    name = kind.__dict__.get("__module__")
    if not isinstance(name, str):
        name = "builtins"
    return name != "__main__" and is_ours_module(sys.modules.get(name))


def is_ours_module(module):
    spec = None if module is None else vars(module).get("__spec__")
    return module is not None and getattr(spec, "loader", None) is not _kindling_modules._InFiles


def without_first(signature):
    """The signature of a method as it is called: without the value that stands before its dot."""
    first, comma, rest = signature.partition(",")
    return "(" + rest.lstrip() if comma else "()" if first not in ("()", "(/)") else signature


def line_on(value):
    """What kind of thing the value is, and a few words on it."""
    if isinstance(value, types.ModuleType):
        return "module", ""
    if isinstance(value, type):
        return "class", ""
    if isinstance(value, (types.FunctionType, types.MethodType, classmethod, staticmethod)):
        return "function", _arguments(value)
    if isinstance(value, _BINDING):
        # Where no text is, looking for a signature would take too long for each of many.
        has_text = isinstance(getattr(value, "__text_signature__", None), str)
        return "function", signature_of(value).replace("<unrepresentable>", "...") if has_text else ""
    if isinstance(value, _FIELDS):
        return "property", ""
    if type(value) in (int, float, bool, complex, types.NoneType):
        return "variable", repr(value)
    return "variable", " ".join([type(value).__name__, *(text for _, text in layout(value)[:2])])


def layout(value):
    """Rows on a tensor's or an array's layout: shape, dtype, device."""
    if full_name(type(value)) not in _SUBSCRIPTED:
        return []
    rows = []
    for name in ("shape", "dtype", "device"):
        part = _got(value, name)
        if part is not UNKNOWN:
            text = str(tuple(part) if isinstance(part, tuple) else part)
            rows.append((name.capitalize(), text.replace("torch.", "")))
    return rows


def full_name(kind):
    return f"{kind.__dict__.get('__module__', '')}.{kind.__name__}"


def _own(value):
    try:
        own = object.__getattribute__(value, "__dict__") if not isinstance(value, type) else {}
    except AttributeError:
        return {}
    return own if isinstance(own, dict) else {}


def _reads_plainly(value):
    """Whether reading an attribute goes by code of ours or Python's alone."""
    place, _ = static(type(value), "__getattribute__")
    return place is None or is_ours(place)


def _computed(value, name):
    """What reading gives where nothing lies by that name: layers of `nn.Module`, columns of tables."""
    place, _ = static(type(value), "__getattr__")
    return _got(value, name) if (place is None or is_ours(place)) and _reads_plainly(value) else UNKNOWN


def _item(value, key):
    if isinstance(value, dict):
        return dict.get(value, key, UNKNOWN)
    if type(value) in (list, tuple, str) or full_name(type(value)) in _SUBSCRIPTED:
        try:
            return value[key]
        except Exception:
            return UNKNOWN
    return UNKNOWN


def _got(value, name):
    try:
        return getattr(value, name)
    except Exception:
        return UNKNOWN


def _arguments(value):
    """A Python function's parameters by name: its whole signature would take too long for each of many."""
    inner = getattr(value, "__func__", value)
    code = getattr(inner, "__code__", None)
    if code is None:
        return ""
    count = code.co_argcount + code.co_kwonlyargcount
    is_bound = isinstance(value, types.MethodType)
    return "(" + ", ".join(code.co_varnames[is_bound:count]) + ")"

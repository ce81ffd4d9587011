"""What an editor asks of the live session while somebody types: `complete`, `signature`, `inspect`.

What it is not: something that runs code of the session; what only running would tell stays unknown. None of the three
raises, whatever the source is. Start reading at `complete`.
"""

import builtins
import keyword
import posix
import re
import sys
from types import ModuleType

import _kindling
import _kindling_looking as looking
from _kindling_scan import Place, chain_at
from _kindling_signature import call_at, description, parameters_of

_MOST = 200
# What lessons import; others are known once they have been.
_IMPORTABLE = """PIL argparse asyncio collections copy csv dataclasses datetime einops functools glob gzip io itertools
json kindling math matplotlib numpy operator os pandas pathlib pickle random re scipy seaborn shutil sklearn statistics
string sys time torch torchinfo torchmetrics torchsummary torchvision tqdm typing unittest matplotlib.pyplot torch.nn
torch.nn.functional torch.optim torch.utils torch.utils.data torchvision.datasets torchvision.models
torchvision.transforms sklearn.cluster sklearn.datasets sklearn.decomposition sklearn.ensemble sklearn.linear_model
sklearn.metrics sklearn.model_selection sklearn.neighbors sklearn.pipeline sklearn.preprocessing sklearn.tree""".split()

_IMPORT = re.compile(r"\s*import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*([\w.]*)\Z")
_FROM = re.compile(r"\s*from\s+([\w.]*)\Z")
_FROM_IMPORT = re.compile(r"\s*from\s+([\w.]+)\s+import\s+\(?\s*(?:\w+(?:\s+as\s+\w+)?\s*,\s*)*(\w*)\Z")
_WORD = re.compile(r"[^\W\d]\w{2,}")


def complete(source, cursor, names):
    """What may stand at the cursor, as (text, kind, detail), and the offset that the texts are put in from.

    Kinds are function, class, module, variable, property, keyword, parameter, key, file and folder.
    """
    try:
        place = Place(source, cursor)
        found, typed, start = _found(place, names)
        chosen = {}
        for name, line in sorted(found, key=_privacy):
            if name.startswith(typed) and name not in chosen and len(chosen) < _MOST:
                chosen[name] = line()
        rows = [(name, *line) for name, line in chosen.items()]
        return sorted(rows, key=lambda row: (row[1] != "parameter", _privacy(row), row[0])), start
    except Exception:
        return [], cursor


def signature(source, cursor, names):
    """The call around the cursor: its name, its signature, which of that one's parts is being written (None beyond
    them) and the first sentence of its documentation; None outside of calls."""
    try:
        return call_at(Place(source, cursor), names)
    except Exception:
        return None


def inspect(source, cursor, names):
    """What `name?` says of the name at the cursor, and how a tensor, an array or a module is laid out; "" of none."""
    try:
        chain = chain_at(source, cursor)
        value = looking.value_of(chain, names)
        return "" if value is looking.UNKNOWN else description(chain, value)
    except Exception:
        return ""


def _privacy(row):
    return len(row[0]) - len(row[0].lstrip("_"))


def _said(kind, detail=""):
    """A line that need not be looked for."""
    return lambda: (kind, detail)


def _found(place, names):
    """All that may stand there, each with what finds a line on it; what of it is typed already, and from where."""
    if place.is_comment:
        return [], "", len(place.text)
    if place.string is not None:
        return _in_string(place, names)
    line = place.line()
    for form, listed in ((_IMPORT, _modules), (_FROM, _modules), (_FROM_IMPORT, _members)):
        match = form.match(line)
        if match:
            typed = match.groups()[-1]
            return listed(match.group(1)), typed, place.offset + len(place.text) - len(typed)
    typed, start = place.word()
    owner = place.owner()
    if owner is not None:
        value = looking.value_of(owner, names)
        found = _written(place, owner, typed) if value is looking.UNKNOWN else _attributes(value)
        return found, typed, start
    if place.text[start - place.offset - 1:start - place.offset].isdigit():
        return [], typed, start
    return _arguments(place, names) + _names(place, names, typed), typed, start


def _written(place, owner, typed):
    """What the cell has behind that name elsewhere, as attributes of `self` in a class that is being written."""
    if not owner:
        return []
    used = re.findall(rf"(?<![\w.]){re.escape(owner)}\s*\.\s*([^\W\d]\w*)", place.source)
    return [(name, _said("variable")) for name in set(used) if name != typed]


def _attributes(value):
    if value is looking.UNKNOWN:
        return []
    return [(name, lambda name=name: _line(value, name)) for name in sorted(looking.names_of(value))]


def _line(value, name):
    if isinstance(value, ModuleType):
        return looking.line_on(vars(value)[name]) if name in vars(value) else ("function", "")
    place, raw = looking.static(value, name)
    if place is None:
        return "variable", ""
    kind, detail = looking.line_on(raw)
    is_method = detail.startswith(("(self", "(input")) and not isinstance(value, type)
    return kind, looking.without_first(detail) if is_method else detail


def _names(place, names, typed):
    """The session's names, Python's, its words, and those that stand in the cell already."""
    rows = []
    for known in (names, vars(builtins)):
        rows += [(name, lambda value=value: looking.line_on(value)) for name, value in list(known.items())]
    rows += [(word, _said("keyword")) for word in keyword.kwlist]
    return rows + [(word, _said("variable")) for word in set(_WORD.findall(place.text)) if word != typed]


def _arguments(place, names):
    """The keyword arguments that a call still takes."""
    call = place.called()
    if call is None or not place.is_argument(call):
        return []
    given = {name for name, _ in call.keywords}
    parameters = parameters_of(looking.value_of(place.callee(call), names))
    return [(f"{name}=", _said("parameter", default)) for name, default in parameters if name not in given]


def _modules(typed):
    """Modules that can be imported, among them the reader's own files."""
    package = typed.rpartition(".")[0]
    known = {*sys.builtin_module_names, *sys.modules, *filter(_is_there, _IMPORTABLE)}
    start = package + "." if package else ""
    found = {name[len(start):].split(".")[0] for name in known if name.startswith(start)}
    found.update(name.removesuffix(".py") for name, kind in _files(package.replace(".", "/"))
                 if kind == "folder" or name.endswith(".py"))
    return [(start + name, _said("module")) for name in found if name.isidentifier()]


def _is_there(name):
    return _kindling.library_is_package(name) is not None


def _members(module):
    """What can be imported from a module: of one that nobody has imported yet, only the modules in it are known."""
    start = module + "."
    children = [name[len(start):] for name in [*sys.modules, *_IMPORTABLE] if name.startswith(start)]
    modules = [(name, _said("module")) for name in children if "." not in name]
    return modules + _attributes(sys.modules.get(module, looking.UNKNOWN))


def _in_string(place, names):
    """Keys of what a string is a subscript of, else files."""
    typed = place.text[place.string:]
    start = place.offset + place.string
    if place.brackets and place.brackets[-1].text == "[":
        keys = _keys(looking.value_of(place.callee(place.brackets[-1]), names))
        if keys:
            return [(key, _said("key", detail)) for key, detail in keys if "\n" not in key], typed, start
    folder, slash, name = typed.rpartition("/")
    files = [(text + "/" * (kind == "folder"), _said(kind)) for text, kind in _files(folder + slash)]
    return files, name, start + len(folder + slash)


def _keys(value):
    """The texts that a mapping or a table has its values by."""
    if isinstance(value, dict):
        pairs = [(key, looking.line_on(item)[1]) for key, item in dict.items(value)]
    elif looking.full_name(type(value)) in ("pandas.DataFrame", "torch.nn.modules.container.ModuleDict"):
        pairs = [(key, "") for key in value.keys()]
    else:
        pairs = [(key, "") for key in getattr(looking.attribute(value, "dtype"), "names", None) or ()]
    return [pair for pair in pairs if isinstance(pair[0], str)]


def _files(folder):
    """What lies there, each with what it is."""
    try:
        names = posix.listdir(folder or ".")
    except (OSError, ValueError):
        return []
    base = folder.rstrip("/") + "/" if folder else ""
    return [(name, "folder" if _is_folder(base + name) else "file") for name in names]


def _is_folder(path):
    try:
        return posix.stat(path).st_mode & 0o170000 == 0o040000
    except OSError:
        return False

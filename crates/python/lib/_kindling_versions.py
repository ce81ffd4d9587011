"""`%watermark`: who wrote a notebook, when, and with which versions.

What it is not: sebastianraschka/watermark, of which there are the options that notebooks use. Start reading at `watermark`.
"""

import sys
import time

from _kindling_commands import say
from _kindling_packages import version_of

_WITH_VALUE = {"-a": "author", "--author": "author", "-p": "packages", "--packages": "packages"}
_SWITCHES = {
    "-v": "python", "--python": "python", "-m": "machine", "--machine": "machine", "-d": "date", "--date": "date",
    "-n": "name", "--datename": "name", "-t": "time", "--time": "time", "-u": "updated", "--updated": "updated",
    "-iv": "imported", "--iversions": "imported", "-h": "host", "--hostname": "host",
    "--conda": "conda", "-co": "conda", 
}  # fmt: skip


def watermark(rest, names):
    """Prints what the options ask for."""
    import shlex

    try:
        words = shlex.split(rest)
    except ValueError as error:
        return say(f"%watermark: {error}.")
    asked, unknown = {}, []
    while words:
        word = words.pop(0)
        if word in _WITH_VALUE:
            asked[_WITH_VALUE[word]] = words.pop(0) if words else ""
        elif word in _SWITCHES:
            asked[_SWITCHES[word]] = True
        elif word[:1] == "-" and word[:2] != "--" and all("-" + letter in _SWITCHES for letter in word[1:]):
            asked.update((_SWITCHES["-" + letter], True) for letter in word[1:])
        else:
            unknown.append(word)
    if unknown:
        say(f"%watermark: {unknown[0]} is not built here.")
    blocks = _blocks(asked or {"updated": True, "python": True, "machine": True}, names)
    return print("\n\n".join("\n".join(block) for block in blocks) + "\n") if blocks else None


def _blocks(asked, names):
    """Lines that belong together."""
    blocks = [[f"Author: {asked['author']}"]] if "author" in asked else []
    if "updated" in asked:
        blocks.append([f"Last updated: {time.strftime('%Y-%m-%dT%H:%M:%S+00:00', time.gmtime())}"])
    forms = {"date": "%Y-%m-%d", "name": "%a %b %d %Y", "time": "%H:%M:%S"}
    when = " ".join(time.strftime(form) for name, form in forms.items() if name in asked)
    blocks += [[when]] if when else []
    if "python" in asked:
        blocks.append(_python())
    if "conda" in asked:
        blocks.append(["conda environment: n/a"])
    if "packages" in asked:
        packages = [name.strip() for name in asked["packages"].replace(" ", ",").split(",") if name.strip()]
        blocks.append(_aligned([(name, version_of(name)) for name in packages]))
    if "machine" in asked or "host" in asked:
        blocks.append(_machine())
    if "imported" in asked:
        blocks.append(_aligned(_imported(names)))
    return [block for block in blocks if block]


def _aligned(rows):
    width = max((len(name) for name, _ in rows), default=0)
    return [f"{name:<{width}}: {value}" for name, value in rows]


def _python():
    import IPython
    import platform

    version = ".".join(map(str, sys.version_info[:3]))
    rows = [("Python implementation", platform.python_implementation()), ("Python version", version)]
    return _aligned([*rows, ("IPython version", IPython.__version__)])


def _machine():
    import platform

    told = platform.uname()
    return _aligned([("OS", told.system), ("Release", told.release), ("Machine", told.machine)])


def _imported(names):
    """The modules among the session's names that have a version."""
    modules = {value.__name__.partition(".")[0] for value in names.values() if type(value) is type(sys)}
    found = [(name, getattr(sys.modules.get(name), "__version__", None)) for name in sorted(modules)]
    return [(name, version) for name, version in found if isinstance(version, str)]

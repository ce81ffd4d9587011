"""Writes the page that says which public names are here: kindling run crates/python/tests/calls/sweep/compatibility.py

From the repository's root, into `www/compatibility.html`. Not how the calls are made (`sweep.py`), nor the real names (`public.py`).
Start reading at `page`.
"""

import html
import importlib
import re
import warnings

CALLS = "crates/python/tests/calls"
AREAS = "torch tensor functional algebra nn optim numpy numpyarray numpyrandom numpygenerator".split()
# Tables of calls that were written by hand.
TABLES = "arguments autograd creation data edges layers linalg more numpy seen views".split()
HEAD = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'unsafe-inline'; script-src 'none'" />
    <title>What of PyTorch and numpy is here · Kindling</title>
    <link rel="icon" href="icons/192.png" />
    <style>
      :root { color-scheme: light dark; --ink: light-dark(#1d1d1f, #e9e6e0); --soft: light-dark(#5b5c62, #a6a7ac); }
      body { max-width: 70rem; margin: 0 auto; padding: 1rem; background: light-dark(#f7f5f1, #141517); color: var(--ink);
        font: 1rem/1.5 ui-sans-serif, system-ui, "Noto Sans", sans-serif; }
      ul { columns: 17rem; padding: 0; list-style: none; }
      li { break-inside: avoid; overflow-wrap: anywhere; }
      small { color: var(--soft); }
      s { color: var(--soft); }
    </style>
  </head>
  <body>
    <h1>What of PyTorch and numpy is here</h1>
    <p>Every public name of PyTorch 2.15, numpy 2 and matplotlib's pyplot, a module at a time. What is not here is struck out;
    asking for it says so. Beside a name stands what shows that it does what the real one does: a table of calls in
    <code>crates/python/tests/calls</code>, a program in <code>tests/goldens</code> with what the real one prints, or for
    figures <code>crates/python/tests/matplotlib.rs</code>. A name without is here, and no test of ours names it.</p>
"""


def read(path):
    with open(path) as file:
        return file.read()


def public_names():
    """The real public names of each module, with whether they can be called and have documentation."""
    lines = [line for line in read(f"{CALLS}/sweep/public.txt").splitlines() if line and not line.startswith("#")]
    for line in lines:
        module, _, names = line.partition(": ")
        yield module, [(name.removesuffix("-"), not name.endswith("-")) for name in names.split()]


def owner_of(module):
    """What has the names: a module, or something of a class."""
    import numpy
    import torch

    made = {
        "torch.Tensor": lambda: torch.ones(2, 2),
        "torch.Generator": torch.Generator,
        "numpy.ndarray": lambda: numpy.ones((2, 2)),
        "numpy.random.Generator": lambda: numpy.random.default_rng(0),
        "numpy.random.RandomState": lambda: numpy.random.RandomState(0),
    }
    return made[module]() if module in made else importlib.import_module(module)


def is_here(owner, name):
    try:
        found = getattr(owner, name)
    except (AttributeError, NotImplementedError):
        return False
    except (RuntimeError, TypeError):
        # It is, and says that it is not for this one.
        return True
    return type(found).__name__ != "Absent"


def sources():
    """Tables and programs by name, with the text of what holds."""
    waiting = set(read(f"{CALLS}/waiting.txt").splitlines())
    for name in [f"sweep_{area}" for area in AREAS] + TABLES:
        lines = [line.partition("\t")[0] for line in read(f"{CALLS}/{name}.tsv").splitlines()]
        yield name, "\n".join(line for line in lines if line not in waiting and not line.startswith("#"))
    for name in read("tests/goldens/passing.txt").splitlines():
        if name and not name.startswith("#"):
            yield name, read(f"tests/goldens/{name}.py")
    yield "matplotlib.rs", read("crates/python/tests/matplotlib.rs")


def proofs():
    """Where each `prefix.name` and each method occurs first, and each name that begins with a capital."""
    found = {}
    for source, text in sources():
        for prefix, name in re.findall(r"(\w*)\.(?=([^\W\d]\w*))", text):
            found.setdefault(f"{prefix}.{name}", source)
            found.setdefault(f".{name}", source)
        for name in re.findall(r"\b[A-Z]\w+", text):
            found.setdefault(name, source)
    return found


# How programs write a module, or what is of it.
PREFIXES = {
    "torch.nn.functional": ("F", "functional"), "numpy": ("np",), "numpy.random": ("random",), "matplotlib.pyplot": ("plt",),
    "torch.Tensor": ("",), "torch.Generator": ("",), "numpy.ndarray": ("",), "numpy.random.Generator": ("",),
    "numpy.random.RandomState": ("",),
}  # fmt: skip


def proof_of(module, name, found):
    written = [f"{prefix}.{name}" for prefix in PREFIXES.get(module, (module.rpartition(".")[2],))]
    written += [name] if name[0].isupper() else []
    return next((found[word] for word in written if word in found), None)


def section(module, names, found):
    """A module's names, and how many of those that have documentation are here."""
    owner = owner_of(module)
    here = {name for name, _ in names if is_here(owner, name)}
    told = [(name, name in here) for name, has_docs in names if has_docs or name in here]
    items = "".join(item(module, name, is_in, found) for name, is_in in told)
    inner = len(names) - len(told)
    rest = f"\n<p><small>And {inner} that have no documentation of their own.</small></p>" if inner else ""
    title = f"{module}: {len(here)} of {len(told)}"
    return f"<h2>{html.escape(title)}</h2>\n<ul>\n{items}</ul>{rest}\n"


def item(module, name, is_in, found):
    if not is_in:
        return f"<li><s>{name}</s></li>\n"
    proof = proof_of(module, name, found)
    return f"<li>{name} <small>{proof}</small></li>\n" if proof else f"<li>{name}</li>\n"


def page():
    found = proofs()
    sections = "".join(section(module, names, found) for module, names in public_names())
    return f"{HEAD}{sections}  </body>\n</html>\n"


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(page(), end="")

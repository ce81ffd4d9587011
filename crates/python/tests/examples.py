"""Every example in the tables of `_kindling_examples` prints what stands below it, and every entry is found by its name.

The tests run this in our interpreter. `python examples.py` runs it with PyTorch, numpy and matplotlib, which must print the
same; `python examples.py --write FILES` puts what they print into the tables. What it is not: a check that formulas and
shapes are right, which somebody has to read. Start reading at `report`.
"""

import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn.functional as F
import torch.utils.data.distributed
from torch import nn, optim

IS_OURS = "_torch" in sys.modules
if IS_OURS:
    from _kindling_pages import public_name
else:
    LIBRARY = Path(__file__).resolve().parents[1] / "lib"
    # At the end: what is really installed comes first.
    sys.path.append(str(LIBRARY))
    matplotlib.use("Agg")
    # Some examples write files.
    os.chdir(tempfile.mkdtemp())

import _kindling_examples as examples


def value_of(name):
    """What a qualified name names."""
    parts = name.split(".")
    value = sys.modules[parts.pop(0)]
    for part in parts:
        value = getattr(value, part)
    return value


KNOWN = {"torch": torch, "nn": nn, "F": F, "optim": optim, "np": np, "plt": plt}
KNOWN |= {name.rpartition(".")[2]: value_of(name) for name in examples.names() if name.startswith("torch.utils.data.")}


def statements(lines):
    """The statements of an example."""
    found = []
    for line in lines:
        if line.startswith(">>> "):
            found.append(line[4:])
        elif line.startswith("..."):
            found[-1] += "\n" + line[4:]
    return found


def printed(statement, names):
    """What a statement prints, as somebody sees it who types it in."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        before, sys.displayhook = sys.displayhook, lambda value: None if value is None else print(repr(value))
        try:
            exec(compile(statement + "\n", "<example>", "single"), names)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
        finally:
            sys.displayhook = before
    return told.getvalue().splitlines()


def run(lines):
    """The example with what its statements print."""
    names, written = dict(KNOWN), []
    for statement in statements(lines):
        written += [(">>> ", "... ")[at > 0] + line for at, line in enumerate(statement.split("\n"))]
        written += printed(statement, names)
    plt.close("all")
    return written


def split(part):
    """An entry's head and its example, as lines."""
    lines = part.split("\n")
    start = next((at for at, line in enumerate(lines) if line.startswith(">>>")), len(lines))
    return lines[:start], lines[start:]


def differences(file, start):
    """What of a file's entries is not as it stands there."""
    for part in examples.table(file).strip().split("\n\n"):
        head, lines = split(part)
        name = start + head[0].partition(":")[0]
        try:
            value = value_of(name)
        except AttributeError:
            yield f"{name} is not there"
            continue
        if IS_OURS and public_name(value, name) != name:
            yield f"{name} is found as {public_name(value, name)}"
        shown = run(lines)
        if shown != lines:
            yield "\n".join([name, *shown])


def write(file):
    """Puts what the examples print into a file."""
    path = LIBRARY / "_kindling_examples" / f"{file}.py"
    parts = [split(part) for part in examples.table(file).strip().split("\n\n")]
    text = "\n\n".join("\n".join(head + run(lines)) for head, lines in parts)
    source = path.read_text()
    path.write_text(source[:source.index('r"""') + 4] + f"\n\n{text}\n" + '"""\n')


def report():
    found = [f"{file}: {line}" for start, files in examples.FILES.items() for file in files
             for line in differences(file, start)]
    print("\n".join([*found, *(lacking() if IS_OURS else ())]) or "the examples hold")


def lacking():
    """The layers and losses that are here and have no entry, and the names that have two."""
    here = {f"torch.nn.{name}" for name in dir(nn) if name[0].isupper() and isinstance(getattr(nn, name), type)}
    names = examples.names()
    twice = [f"{name} has two entries" for name in set(names) if names.count(name) > 1]
    return sorted(f"{name} has no entry" for name in here - {"torch.nn.Absent", *names}) + sorted(twice)


if "--write" in sys.argv:
    asked = sys.argv[sys.argv.index("--write") + 1:]
    for file in asked or [file for files in examples.FILES.values() for file in files]:
        write(file)
else:
    report()

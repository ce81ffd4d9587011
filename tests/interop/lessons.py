"""The lessons print in a real PyTorch what their decks say they print.

usage: python3 lessons.py, or from interop.py. What it is not: a look at the figures; without matplotlib nothing is
drawn. Start reading at `differences`.
"""

import ast
import contextlib
import io
import os
import pathlib
import sys
import tempfile
import types

LESSONS = pathlib.Path(__file__).parent / "../../www/lessons"
# What the decks' outputs were recorded with; another version may print other digits, and is only run.
RECORDED_WITH = "2.15."


class Drawing:
    """Takes every call and draws nothing, where there is no matplotlib."""

    def __getattr__(self, name):
        return lambda *given, **named: Drawing()

    def subplots(self, rows=1, columns=1, **named):
        count = rows * columns
        return Drawing(), Drawing() if count == 1 else [Drawing() for _ in range(count)]


def cells(deck):
    """Each Python fence, with the plain fence that follows it, or None."""
    lines = deck.splitlines()
    at = 0

    def fence(at):
        end = next(index for index in range(at + 1, len(lines)) if lines[index].strip() == "```")
        return "\n".join(lines[at + 1:end]), end + 1

    while at < len(lines):
        if lines[at].strip() != "```python":
            at += 1
            continue
        source, at = fence(at)
        after = at
        while after < len(lines) and not lines[after].strip():
            after += 1
        expected = None
        if after < len(lines) and lines[after].strip() == "```":
            expected, at = fence(after)
        yield source, expected


def printed(source, scope):
    """What a cell prints, with its last value as notebooks show it."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(tree, "<cell>", "exec"), scope)
        value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), scope) if last else None
        if value is not None:
            print(repr(value))
    return out.getvalue()


def differences(path, compares):
    """Runs a deck's cells in order; what they print and should not."""
    scope = {"__name__": "__main__"}
    for source, expected in cells(path.read_text()):
        found = printed(source, scope)
        if compares and expected is not None and found.rstrip() != expected.rstrip():
            yield f"{source}\nprints:\n{found}and not:\n{expected}"


def check():
    """How many lessons passed and failed; those that need what is not there are named."""
    import torch

    try:
        import matplotlib

        matplotlib.use("Agg")
    except ImportError:
        package = sys.modules["matplotlib"] = types.ModuleType("matplotlib")
        package.pyplot = sys.modules["matplotlib.pyplot"] = Drawing()
    torch.set_num_threads(1)
    if not hasattr(torch, "accelerator"):
        print(f"lessons are left out: they ask for torch.accelerator, which PyTorch {torch.__version__} has not")
        return 0, 0
    compares = torch.__version__.startswith(RECORDED_WITH)
    if not compares:
        print(f"lessons are run and not compared: this is PyTorch {torch.__version__}")
    passed = failed = 0
    folder = LESSONS.resolve()
    for path in sorted(folder.glob("*.md")):
        with tempfile.TemporaryDirectory() as place:
            os.chdir(place)
            try:
                found = list(differences(path, compares))
            except ModuleNotFoundError as missing:
                print(f"{path.name} is left out: {missing}")
                continue
            finally:
                os.chdir(folder)
        passed, failed = passed + (not found), failed + bool(found)
        for difference in found:
            print(f"FAILED {path.name}: {difference}")
    return passed, failed


if __name__ == "__main__":
    passed, failed = check()
    print(f"{passed} lessons passed, {failed} failed")
    sys.exit(failed != 0)

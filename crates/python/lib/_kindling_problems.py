"""What is wrong with a cell before it runs: what Python cannot read, and what is most likely not meant.

What it is not: a style's rules; a hint stands only where beginners lose an hour. Nothing runs, and nothing raises. Start
reading at `problems`.
"""

import builtins
import re

# With `await` outside of functions; and with the syntax tree as what is made.
_CELL, _TREE = 0x2000, 0x2400
# Methods that are nearly always called.
_CALLED = {"zero_grad", "backward", "step", "train", "eval", "item", "detach", "numpy", "cpu", "cuda", "show", "fit", "head",
           "describe", "info", "parameters", "state_dict"}  # fmt: skip


def problems(source, names, beside):
    """Rows (start, end, is an error, words), in characters; an error stands alone. `names` has what the session holds, and
    `beside` is the notebook's other code."""
    try:
        compile(source, "<cell>", "exec", _CELL)
        tree = compile(source, "<cell>", "exec", _TREE)
    except SyntaxError as error:
        return [_error(source, error)]
    except Exception:
        return []
    place = _places(source)
    return [(place(node.lineno, node.col_offset), place(node.end_lineno, node.end_col_offset), False, words)
            for node, words in [*_hints(tree), *_unknown(tree, names, beside)]]


def _error(source, error):
    lines = source.split("\n")
    at = min(max((error.lineno or 1) - 1, 0), len(lines) - 1)
    before = sum(len(line) + 1 for line in lines[:at])
    start = before + min(max((error.offset or 1) - 1, 0), len(lines[at]))
    end = before + len(lines[at])
    if error.end_lineno == error.lineno and (error.end_offset or 0) > (error.offset or 0):
        end = min(end, before + error.end_offset - 1)
    if start == before + len(lines[at]) and start > before:
        # Behind the line there is nothing to be marked.
        start -= 1
    return start, max(end, start + 1), True, f"{type(error).__name__}: {error.msg}"


def _places(source):
    """From lines and bytes, in which trees count, to characters."""
    lines = source.split("\n")

    def place(line, column):
        before = sum(len(text) + 1 for text in lines[: line - 1])
        return before + len(lines[line - 1].encode()[:column].decode(errors="ignore"))

    return place


def _hints(tree):
    """Nodes and what is said of them."""
    for body, is_top in _bodies(tree):
        # A cell's last value is shown: it is meant to stand there.
        for statement in body[:-1] if is_top else body:
            if type(statement).__name__ == "Expr":
                yield from _lonely(statement.value)
    for loop in _loops(tree):
        yield from _adding_up(loop)


def _children(node):
    for field in node._fields:
        value = getattr(node, field, None)
        for child in value if isinstance(value, list) else [value]:
            if hasattr(child, "_fields"):
                yield child


def _all(node):
    yield node
    for child in _children(node):
        yield from _all(child)


def _bodies(tree):
    for node in _all(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list):
                yield body, node is tree


def _lonely(value):
    """A value that nothing is done with."""
    kind = type(value).__name__
    if kind == "Compare" and type(value.ops[0]).__name__ == "Eq":
        yield value, "This compares, and nothing is done with the answer. Is one = meant?"
    elif kind == "Attribute" and value.attr in _CALLED:
        yield value, f"{value.attr} is only named here, and not called: write {value.attr}()."


def _loops(node):
    """The outermost loops."""
    for child in _children(node):
        if type(child).__name__ in ("For", "While"):
            yield child
        else:
            yield from _loops(child)


def _adding_up(loop):
    """Training in a loop in which no gradient is set to zero."""
    named = [node for node in _all(loop) if type(node).__name__ == "Attribute"]
    names = {node.attr for node in named}
    calls = [node for node in _all(loop) if type(node).__name__ == "Call" and getattr(node.func, "attr", "") == "backward"]
    if calls and "step" in names and not names & {"zero_grad", "zero_", "grad", "clear_gradients"}:
        yield calls[0], "Gradients add up from step to step: call zero_grad() in the loop, before backward()."


def _unknown(tree, names, beside):
    """Names that are read and that nothing makes: neither this cell, nor the session, nor any other cell by the look of it."""
    bound, read = set(), {}
    for node in _all(tree):
        kind = type(node).__name__
        if kind == "Name" and type(node.ctx).__name__ == "Load":
            read.setdefault(node.id, node)
        elif kind == "alias" and node.name == "*":
            return
        else:
            bound.update(_bound(node, kind))
    for name, node in read.items():
        if name not in bound and name not in names and not hasattr(builtins, name) and not _occurs(name, beside):
            yield node, f"No cell makes {name}: is it spelled as where it was made?"


def _bound(node, kind):
    """The names that a node of the tree binds."""
    if kind == "Name":
        return [node.id]
    if kind == "alias":
        return [node.asname or node.name.split(".")[0]]
    if kind == "arg":
        return [node.arg]
    if kind in ("Global", "Nonlocal"):
        return node.names
    if kind == "MatchMapping":
        return [node.rest]
    return [node.name] if hasattr(node, "name") else []


def _occurs(name, text):
    """Whether a name is a word of a text; after `import *` any may be."""
    return "import *" in text or re.search(rf"\b{re.escape(name)}\b", text) is not None

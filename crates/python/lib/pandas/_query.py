"""`frame.query("age > 30 and sex == 'male'")`: a condition as text.

What it is not: Python; only comparisons, arithmetic, `and`, `or`, `not` and `in` are read. Start reading at `query`.
"""

import ast
import operator
import re
import sys

from pandas.errors import UndefinedVariableError
from pandas._operate import COMPARISONS

_SIGNS = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv", ast.Mod: "mod",
    ast.Pow: "pow", ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le",
    ast.Gt: "gt", ast.GtE: "ge",
}  # fmt: skip
_AT = "_at_"


def query(frame, expr, depth=2):
    """The rows where the condition holds; `@name` is a variable of the program, `` `two words` `` a column."""
    if not isinstance(expr, str):
        raise ValueError(f"expr must be a string to be evaluated, {type(expr)} given")
    # As pandas has it, `&` and `|` bind no closer than `and` and `or`; what is in quotes stays.
    quoted = re.split("('[^']*'|\"[^\"]*\")", expr)
    expr = "".join(
        part if at % 2 else part.replace("&", " and ").replace("|", " or ") for at, part in enumerate(quoted)
    )
    parts = expr.split("`")
    names = {f"_column_{at}": part for at, part in enumerate(parts) if at % 2}
    text = "".join(f"_column_{at}" if at % 2 else part.replace("@", _AT) for at, part in enumerate(parts))
    caller = sys._getframe(depth)
    tree = ast.parse(text.strip(), mode="eval").body
    return frame[_value(tree, frame, names, {**caller.f_globals, **caller.f_locals})]


def value(frame, expr, depth=2):
    """What a formula of columns makes."""
    caller = sys._getframe(depth)
    tree = ast.parse(expr.strip().replace("@", _AT), mode="eval").body
    return _value(tree, frame, {}, {**caller.f_globals, **caller.f_locals})


def _value(node, frame, names, variables):
    def of(part):
        return _value(part, frame, names, variables)

    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, (ast.List, ast.Tuple)):
        return [of(each) for each in node.elts]
    if isinstance(node, ast.Name):
        return _named(names.get(node.id, node.id), frame, variables)
    if isinstance(node, ast.BoolOp):
        return _joined("and" if isinstance(node.op, ast.And) else "or", [of(each) for each in node.values])
    if isinstance(node, ast.UnaryOp):
        return -of(node.operand) if isinstance(node.op, ast.USub) else ~of(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _operated(_SIGNS[type(node.op)], of(node.left), of(node.right))
    if isinstance(node, ast.Compare):
        sides = [of(each) for each in (node.left, *node.comparators)]
        return _joined("and", [_compared(sign, a, b) for sign, a, b in zip(node.ops, sides, sides[1:])])
    raise NotImplementedError(f"query: {ast.unparse(node)!r} is not built into this pandas")


def _named(name, frame, variables):
    if name.startswith(_AT):
        name = name[len(_AT) :]
        if name not in variables:
            raise UndefinedVariableError(f"local variable '{name}' is not defined")
        return variables[name]
    if name in frame.columns:
        return frame[name]
    if name == "index":
        return frame.index.to_series()
    raise UndefinedVariableError(f"name '{name}' is not defined")


def _joined(name, parts):
    found = parts[0]
    for part in parts[1:]:
        found = _operated(name, found, part)
    return found


def _compared(sign, a, b):
    if isinstance(sign, (ast.In, ast.NotIn)):
        found = a.isin(b)
        return ~found if isinstance(sign, ast.NotIn) else found
    name = _SIGNS[type(sign)]
    if isinstance(b, list) and name in ("eq", "ne"):
        return a.isin(b) if name == "eq" else ~a.isin(b)
    return _operated(name, a, b)


_TURNED = dict(zip(COMPARISONS, ("eq", "ne", "gt", "ge", "lt", "le")))


def _operated(name, a, b):
    if hasattr(a, "_operated"):
        return a._operated(name, b)
    if hasattr(b, "_operated"):
        return b._operated(_TURNED[name], a) if name in _TURNED else b._operated(name, a, True)
    return getattr(operator, f"{name}_" if name in ("and", "or") else name)(a, b)

"""`frame.query("age > 30 and sex == 'male'")`, `frame.eval`, `pd.eval`: conditions and formulas as text.

What it is not: all of Python; conditions and tables within it are refused. Start reading at `query`; `_value` reads a formula.
"""

import ast
import operator
import re
import sys

import numpy as np
from pandas.errors import UndefinedVariableError
from pandas._operate import COMPARISONS

_SIGNS = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv", ast.Mod: "mod",
    ast.Pow: "pow", ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le",
    ast.Gt: "gt", ast.GtE: "ge",
}  # fmt: skip
_AT = "_at_"


def query(frame, expr, inplace=False, depth=2):
    """The rows where the condition holds; `@name` is a variable of the program, `` `two words` `` a column."""
    if not isinstance(expr, str):
        raise ValueError(f"expr must be a string to be evaluated, {type(expr)} given")
    found = _of_text(expr, frame, _variables(depth))
    made = frame.loc[found]
    if not inplace:
        return made
    frame._become(made)
    return None


def of_columns(frame, expr, inplace=False, depth=2):
    """What a formula of columns makes: a series; of lines `name = …`, a frame with such columns."""
    return _lines(expr, frame, frame, inplace, _variables(depth))


def eval(expr, parser="pandas", engine=None, local_dict=None, global_dict=None, resolvers=(), level=0, target=None, inplace=False):
    """What a formula of the program's variables makes."""
    if engine not in (None, "numexpr", "python"):
        raise KeyError(f"Invalid engine '{engine}' passed, valid engines are ['numexpr', 'python']")
    if parser not in ("pandas", "python"):
        raise KeyError(f"Invalid parser '{parser}' passed, valid parsers are dict_keys(['python', 'pandas'])")
    if parser == "python" or resolvers:
        raise NotImplementedError("eval: parser='python' and resolvers are not built into this pandas")
    if not isinstance(expr, str):
        return expr
    variables = _variables(1 + level)
    if local_dict is not None or global_dict is not None:
        variables = {**(global_dict or {}), **(local_dict or {})}
    return _lines(expr, None, target, inplace, variables)


def _variables(depth):
    """The variables of the program, so many calls up."""
    caller = sys._getframe(depth + 1)
    return {**caller.f_globals, **caller.f_locals}


def _lines(expr, frame, target, inplace, variables):
    lines = [line for line in expr.splitlines() if line.strip()]
    if not lines:
        raise ValueError("expr cannot be an empty string")
    if len(lines) > 1 and not all(_ASSIGNED.match(line) for line in lines):
        raise ValueError("Multi-line expressions are only valid if all expressions contain an assignment")
    made = target
    for line in lines:
        name, equals, formula = line.partition("=") if _ASSIGNED.match(line) else ("", "", line)
        found = _of_text(formula, made if frame is not None else None, variables)
        if not equals:
            if inplace:
                raise ValueError("Cannot operate inplace if there is no assignment")
            return found
        if target is None:
            raise ValueError("cannot assign without a target object")
        made = made.copy() if made is target and not inplace else made
        made[name.strip()] = found
    return None if inplace else made


_ASSIGNED = re.compile(r"\s*\w+\s*=(?!=)")
_QUOTED = re.compile("('[^']*'|\"[^\"]*\")")


def _of_text(expr, frame, variables):
    # As pandas has it, `&` and `|` bind no closer than `and` and `or`; what is in quotes stays.
    quoted = _QUOTED.split(expr)
    expr = "".join(part if at % 2 else part.replace("&", " and ").replace("|", " or ") for at, part in enumerate(quoted))
    parts = expr.split("`")
    names = {f"_column_{at}": part for at, part in enumerate(parts) if at % 2}
    text = "".join(f"_column_{at}" if at % 2 else part.replace("@", _AT) for at, part in enumerate(parts))
    return _value(ast.parse(text.strip(), mode="eval").body, frame, names, variables)


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
        found = of(node.operand)
        return -found if isinstance(node.op, ast.USub) else +found if isinstance(node.op, ast.UAdd) else ~found
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _operated(_SIGNS[type(node.op)], of(node.left), of(node.right))
    if isinstance(node, ast.Compare):
        sides = [of(each) for each in (node.left, *node.comparators)]
        return _joined("and", [_compared(sign, a, b) for sign, a, b in zip(node.ops, sides, sides[1:])])
    if isinstance(node, ast.Attribute):
        return getattr(of(node.value), node.attr)
    if isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Tuple):
            raise NotImplementedError("multi-dimensional subscripts are not supported")
        return of(node.value)[of(node.slice)]
    if isinstance(node, ast.Slice):
        return slice(*(None if part is None else of(part) for part in (node.lower, node.upper, node.step)))
    if isinstance(node, ast.Call):
        function = _FUNCTIONS.get(getattr(node.func, "id", None)) or of(node.func)
        return function(*map(of, node.args), **{each.arg: of(each.value) for each in node.keywords})
    raise NotImplementedError(f"'{type(node).__name__}' nodes are not implemented")


# What a formula may call by its name alone.
_FUNCTIONS = {
    name: getattr(np, name)
    for name in "sin cos exp log expm1 log1p sqrt sinh cosh tanh arcsin arccos arctan arccosh arcsinh arctanh abs log10 floor ceil "
    "arctan2".split()
}


def _named(name, frame, variables):
    if name.startswith(_AT):
        name = name[len(_AT) :]
        if name not in variables:
            raise UndefinedVariableError(f"local variable '{name}' is not defined")
        return variables[name]
    if frame is None:
        if name in variables:
            return variables[name]
    elif name in frame.columns:
        return frame[name]
    elif name == "index":
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

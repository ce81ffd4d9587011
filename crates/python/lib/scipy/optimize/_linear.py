"""Linear programs, by the simplex, and squares without negative numbers.

What it is not: of whole numbers. Source: G. Dantzig, Linear Programming and Extensions, 1963; C. Lawson, R. Hanson, Solving Least
Squares Problems, 1974. Start reading at `linprog`.
"""

import numpy as np
from scipy.optimize._result import OptimizeResult

_NEAR = 1e-9
_TOLD = {
    0: "Optimization terminated successfully. (HiGHS Status 7: Optimal)",
    2: "The problem is infeasible. (HiGHS Status 8: model_status is Infeasible; primal_status is None)",
    3: "The problem is unbounded. (HiGHS Status 10: model_status is Unbounded; primal_status is Feasible)",
}


def _table(A, b, wide, name):
    if A is None:
        return np.zeros((0, wide)), np.zeros(0)
    A, b = np.atleast_2d(np.asarray(A, dtype=float)), np.atleast_1d(np.asarray(b, dtype=float)).reshape(-1)
    if A.shape[1] != wide:
        raise ValueError(f"Invalid input for linprog: A_{name} must have exactly two dimensions, and the number of columns in A_{name} "
                         "must be equal to the size of c")
    if len(A) != len(b):
        raise ValueError(f"Invalid input for linprog: b_{name} must be a 1-D array; b_{name} must not have more than one non-singleton "
                         f"dimension and the number of rows in A_{name} must equal the number of values in b_{name}")
    return A, b


def linprog(c, A_ub=None, b_ub=None, A_eq=None, b_eq=None, bounds=(0, None), method="highs", callback=None, options=None, x0=None,
            integrality=None):  # fmt: skip
    """The least value of a line under linear constraints."""
    if method not in ("highs", "highs-ds", "highs-ipm"):
        raise ValueError(f"Unknown solver '{method}'")
    for name, given in (("callback", callback), ("x0", x0), ("options", {k: v for k, v in (options or {}).items() if k != "disp"} or None),
                        ("integrality", None if integrality is None or not np.any(integrality) else integrality)):  # fmt: skip
        if given is not None:
            raise NotImplementedError(f"linprog: {name} is not built into this scipy")
    c = np.atleast_1d(np.asarray(c, dtype=float)).reshape(-1)
    A_ub, b_ub = _table(A_ub, b_ub, len(c), "ub")
    A_eq, b_eq = _table(A_eq, b_eq, len(c), "eq")
    low, high = _ends(bounds, len(c))
    status, x, turns = (2, None, 0) if bool((low > high).any()) else _solved(c, A_ub, b_ub, A_eq, b_eq, low, high)
    told = {"x": x, "fun": None, "slack": None, "con": None}
    if x is not None:
        told = {"x": x, "fun": float(c @ x), "slack": b_ub - A_ub @ x, "con": b_eq - A_eq @ x}
    return OptimizeResult(message=_TOLD[status], success=status == 0, status=status, **told, nit=turns)


def _ends(bounds, count):
    bounds = (0, None) if bounds is None else bounds
    if len(bounds) == 2 and not hasattr(bounds[0], "__len__") and not hasattr(bounds[1], "__len__"):
        bounds = [bounds] * count
    bounds = list(bounds) * count if len(bounds) == 1 else list(bounds)
    if len(bounds) != count:
        raise ValueError("Invalid input for linprog: provide a 2-sequence or a 2-D array of bounds, a pair for each decision variable")
    low = np.array([-np.inf if each[0] is None else float(each[0]) for each in bounds])
    return low, np.array([np.inf if each[1] is None else float(each[1]) for each in bounds])


def _solved(c, A_ub, b_ub, A_eq, b_eq, low, high):
    """Numbers from 0 on stand for those between bounds: counted from the lower end, down from the upper one, or as a difference."""
    parts, shift = [], np.zeros(len(c))
    for at in range(len(c)):
        if np.isfinite(low[at]):
            parts.append((at, 1.0))
            shift[at] = low[at]
        elif np.isfinite(high[at]):
            parts.append((at, -1.0))
            shift[at] = high[at]
        else:
            parts += [(at, 1.0), (at, -1.0)]
    turned = np.zeros((len(c), len(parts)))
    for column, (at, sign) in enumerate(parts):
        turned[at, column] = sign
    both = np.nonzero(np.isfinite(low) & np.isfinite(high))[0]
    less, least = np.concatenate([A_ub @ turned, turned[both]]), np.concatenate([b_ub - A_ub @ shift, high[both] - low[both]])
    table = np.concatenate([np.concatenate([less, np.eye(len(less))], axis=1),
                            np.concatenate([A_eq @ turned, np.zeros((len(A_eq), len(less)))], axis=1)])  # fmt: skip
    right = np.concatenate([least, b_eq - A_eq @ shift])
    signs = np.where(right < 0, -1.0, 1.0)
    status, found, turns = _simplex(table * signs.reshape(-1, 1), right * signs, np.concatenate([turned.T @ c, np.zeros(len(less))]))
    return status, None if found is None else turned @ found[: len(parts)] + shift, turns


def _simplex(table, right, price):
    """The cheapest numbers from 0 on, in two phases: the first makes numbers that were added for a start vanish."""
    rows, wide = table.shape
    body = np.concatenate([table, np.eye(rows), right.reshape(-1, 1)], axis=1)
    basis, turns = list(range(wide, wide + rows)), 0
    costs = -np.concatenate([table.sum(axis=0), np.zeros(rows), [right.sum()]])
    ended, turns = _pivoted(body, costs, basis, wide, turns)
    if -costs[-1] > 1e-7 * max(1.0, float(np.abs(right).max()) if rows else 1.0):
        return 2, None, turns
    for row in range(rows):
        if basis[row] >= wide:
            usable = np.nonzero(np.abs(body[row, :wide]) > _NEAR)[0]
            if len(usable):
                _turn(body, costs, basis, row, int(usable[0]))
    costs = np.concatenate([price, np.zeros(rows + 1)])
    for row, at in enumerate(basis):
        if at < wide:
            costs = costs - costs[at] * body[row]
    ended, turns = _pivoted(body, costs, basis, wide, turns)
    if not ended:
        return 3, None, turns
    found = np.zeros(wide + rows)
    found[basis] = body[:, -1]
    return 0, found[:wide], turns


def _pivoted(body, costs, basis, wide, turns):
    """Turns until nothing gets cheaper; False where there is no end to that."""
    while True:
        cheap = np.nonzero(costs[:wide] < -_NEAR)[0]
        if not len(cheap):
            return True, turns
        # The one that promises most; when that went on for long, the first, which never goes in circles.
        at = int(costs[:wide].argmin()) if turns < 50 * (len(body) + wide) else int(cheap[0])
        rows = np.nonzero(body[:, at] > _NEAR)[0]
        if not len(rows):
            return False, turns
        ratios = body[rows, -1] / body[rows, at]
        ties = rows[ratios <= ratios.min() + 1e-12]
        _turn(body, costs, basis, min(ties.tolist(), key=lambda row: basis[row]), at)
        turns += 1


def _turn(body, costs, basis, row, at):
    body[row] = body[row] / body[row, at]
    others = body[:, at].copy()
    others[row] = 0.0
    body -= np.outer(others, body[row])
    costs -= costs[at] * body[row]
    basis[row] = at


def nnls(A, b, maxiter=None, *, atol=None):
    """The numbers from 0 on that come nearest, and how far off they are."""
    if atol is not None:
        raise NotImplementedError("nnls: atol is not built into this scipy")
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2:
        raise ValueError(f"Expected a 2D array, but the shape of A is {A.shape}")
    if b.ndim != 1 and not (b.ndim == 2 and b.shape[1] == 1):
        raise ValueError(f"Expected a 1D array,(or 2D with one column), but the, shape of b is {b.shape}")
    b = b.reshape(-1)
    if len(A) != len(b):
        raise ValueError(f"Incompatible dimensions. The first dimension of A is {len(A)}, while the shape of b is {(len(b),)}")
    x, free, most = np.zeros(A.shape[1]), np.zeros(A.shape[1], dtype=bool), 3 * A.shape[1] if maxiter is None else maxiter
    close, turns = 10 * max(A.shape) * 2.0**-52 * float(np.abs(A).sum(axis=0).max()), 0
    pull = A.T @ b
    while not free.all() and float(np.where(free, -np.inf, pull).max()) > close:
        free[int(np.where(free, -np.inf, pull).argmax())] = True
        while True:
            turns += 1
            if turns > most:
                raise RuntimeError("Maximum number of iterations reached.")
            tried = np.zeros(len(x))
            tried[free] = np.linalg.lstsq(A[:, free], b, rcond=None)[0]
            low = free & (tried <= 0)
            if not low.any():
                break
            share = float((x[low] / (x[low] - tried[low])).min())
            x = x + share * (tried - x)
            free = free & (x > close)
            x = np.where(free, x, 0.0)
        x, pull = tried, A.T @ (b - A @ tried)
    return x, float(np.sqrt(((A @ x - b) ** 2).sum()))

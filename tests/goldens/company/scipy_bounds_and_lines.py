"""Searches between bounds, linear programs, tests that fewer ask for; categories by themselves."""

import numpy as np
import pandas as pd
from each_line import each_line
from scipy import stats
from scipy.optimize import Bounds, approx_fprime, leastsq, linprog, minimize, nnls


def valley(x):
    return (1 - x[0]) ** 2 + 50 * (x[1] - x[0] ** 2) ** 2


inside = minimize(valley, [0.2, 1.5], bounds=[(0, 0.6), (0, 2)])
open_end = minimize(valley, [-1, 1.8], method="L-BFGS-B", bounds=Bounds([-np.inf, 1.2], [2, np.inf]))
diet = linprog([3, 2, 4], A_ub=[[-1, -2, 0], [0, -1, -3]], b_ub=[-4, -6], A_eq=[[1, 1, 1]], b_eq=[5], bounds=[(0, 4), (0, None), (0, 3)])
x = np.linspace(0, 3, 15)
fit = leastsq(lambda p: p[0] * np.exp(-p[1] * x) - 2 * np.exp(-0.7 * x), [1.0, 1.0])[0]
a = np.random.RandomState(1).gamma(2, 2, 30)
b = np.random.RandomState(2).normal(4, 2, 25)
sizes = pd.Categorical(["m", "s", "l", "m", None], categories=["s", "m", "l"], ordered=True)
each_line(
    """
(inside.x.round(5), float(round(inside.fun, 6)), inside.nit, inside.message)
(open_end.x.round(4), open_end.success)
Bounds([0, 1], [2, 3])
(diet.x.round(6) + 0, round(diet.fun, 6), diet.status, diet.slack.round(6) + 0)
linprog([-1, -1], A_ub=[[-1, 1]], b_ub=[1]).message
linprog([1], A_ub=[[1], [-1]], b_ub=[1, -3]).success
nnls(np.array([[1.0, 2], [3, 4], [5, 6]]), np.array([1.0, -1, 2]))[0].round(6)
fit.round(5)
approx_fprime([1.0, 2.0], valley).round(3)
stats.median_abs_deviation(a).round(6)
[float(each.round(8)) for each in stats.ranksums(a, b)]
[float(each.round(8)) for each in stats.theilslopes(b, a[:25])]
stats.boxcox(a)[1].round(5)
stats.zmap([1, 2], b).round(6)
[float(each.round(8)) for each in stats.power_divergence([8, 12, 10], lambda_="log-likelihood")]
sizes.rename_categories({"s": "small"})
sizes.add_categories(["xl"])
sizes.remove_unused_categories().reorder_categories(["l", "m", "s"])
(sizes.min(), sizes.max())
sizes > "s"
sizes.sort_values()
sizes.isna()
sizes.map({"s": 1, "m": 2, "l": 3})
sizes.describe()
sizes.as_unordered().min()
""",
    globals(),
)

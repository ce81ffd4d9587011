import numpy as np
import pandas as pd
from scipy import stats
from scipy.spatial.distance import is_valid_dm
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.feature_selection import f_regression, r_regression
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.linear_model import HuberRegressor, RANSACRegressor


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


X, y = np.array([[1.0, 2, 3], [1, 4, 5], [1, 6, 6.5], [1, 8, 1]]), np.array([1.0, 2, 3, 4])
for is_finite in (True, False):
    print(f_regression(X, y, force_finite=is_finite), r_regression(X, y, force_finite=is_finite))
flat = np.array([[1.0, 2], [2, 4], [3, 6], [0, 1], [1, 0], [3, 5]])
tried(lambda: QuadraticDiscriminantAnalysis().fit(flat, [0, 0, 0, 1, 1, 1]))
tried(lambda: QuadraticDiscriminantAnalysis().fit(flat[1:5], [0, 0, 1, 1]))
print(QuadraticDiscriminantAnalysis(reg_param=0.1).fit(flat, [0, 0, 0, 1, 1, 1]).predict(flat))
draws = np.random.RandomState(0)
side, height = draws.randn(30, 1), draws.randn(30)
tried(lambda: RANSACRegressor(random_state=0, max_skips=0, residual_threshold=0.001, min_samples=5).fit(side, height))
table = draws.randn(40, 4)
goal = table[:, 0] * 2 - table[:, 1] + draws.randn(40) * 0.3
for alpha in (0.0001, 1.0, 10.0):
    found = HuberRegressor(alpha=alpha).fit(table, goal)
    print(found.coef_.round(4), round(found.scale_, 4), found.outliers_.sum())
print(GaussianProcessRegressor().fit(table, goal).predict(table[:2]).round(4))

frame = pd.DataFrame({"a": [1.0, 2, 4, 8], "b": list("wxyz"), "c": [3, 1, 2, 0]}).rename_axis("n")
print(frame.rolling(3).skew(numeric_only=True), frame.rolling(2).sum(numeric_only=True), sep="\n")
weighed = frame.rolling(2, win_type="hamming")
print(weighed.mean(numeric_only=True), weighed.std(numeric_only=True), frame.to_latex(index_names=False), sep="\n")
tried(lambda: frame["a"].add_prefix("x", axis=1))
tried(lambda: frame["a"].filter(like="1", axis=1))

for distances in ([[0.0, 2, 2], [2, 0, 2], [2, 2, 0]], [0.0, 1], [[0.0, 1], [2, 0]], [[1.0, 1], [1, 0]]):
    tried(lambda: is_valid_dm(np.array(distances)))
    tried(lambda: is_valid_dm(np.array(distances), throw=True))
for kind in (stats.f(1, 3), stats.chi2(2), stats.gamma(2), stats.expon(), stats.beta(1, 2), stats.uniform()):
    print([float(function(np.nan)) for function in (kind.cdf, kind.sf, kind.pdf)])

print(np.unique([np.nan, 1, np.nan, 1], equal_nan=False, return_counts=True), np.unique([np.nan, 1, np.nan, 1], return_counts=True))
zeros = np.array([[0, 0, 0], [0, 1, 0]])
print(np.trim_zeros(zeros), np.trim_zeros(zeros, "f", axis=1), np.trim_zeros(zeros * 0).shape, np.trim_zeros([0, 1, 0, 2, 0], "b"))
whole = np.array([1, 2, 3])
tried(lambda: np.add(whole, 1.5, out=whole, casting="unsafe"))
tried(lambda: np.add(whole, 1.5, out=whole))
tried(lambda: np.multiply(np.array([1.5]), 2, dtype=int))
tried(lambda: np.multiply([1.5], 2, dtype=int, casting="unsafe"))


class Own(np.ndarray):
    pass


own = np.arange(3.0).view(Own)
print(repr(np.arange(3.0) + own), repr(np.arange(3.0) < own), repr(own - np.arange(3.0)))

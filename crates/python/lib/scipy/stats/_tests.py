"""How likely samples are, if nothing but chance made them differ.

What it is not: tests by ranks. Start reading at `ttest_ind`.
"""

import math

import numpy as np
from scipy.stats._distributions import chi2, f, t
from scipy.stats._results import result
from scipy.stats._samples import refuse

TtestResult = result("TtestResult", ["statistic", "pvalue"], ("df",))
F_onewayResult = result("F_onewayResult", ["statistic", "pvalue"])
Power_divergenceResult = result("Power_divergenceResult", ["statistic", "pvalue"])
Chi2ContingencyResult = result("Chi2ContingencyResult", ["statistic", "pvalue", "dof", "expected_freq"])


def _chance(size, free, alternative):
    if alternative == "less":
        return float(t.cdf(size, free))
    if alternative == "greater":
        return float(t.sf(size, free))
    if alternative != "two-sided":
        raise ValueError("`alternative` must be 'less', 'greater', or 'two-sided'.")
    return 2 * float(t.sf(abs(size), free))


def _each_column(test, a, *more):
    """A test of vectors, column by column of tables."""
    tables = [np.asarray(each, dtype=float) for each in (a, *more)]
    if tables[0].ndim == 1:
        size, chance, free = test(*tables)
        return TtestResult(
            np.float64(size), np.float64(chance), df=free if isinstance(free, np.int64) else np.float64(free)
        )
    columns = [
        test(*[table[:, at] if table.ndim == 2 else table for table in tables]) for at in range(tables[0].shape[1])
    ]
    size, chance, free = (np.array(each) for each in zip(*columns))
    return TtestResult(size, chance, df=free)


def ttest_ind(a, b, *, axis=0, equal_var=True, nan_policy="propagate", alternative="two-sided", trim=0, method=None):
    """Whether two samples have the same mean; without `equal_var` after B. L. Welch."""
    refuse("ttest_ind", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), trim=(trim, 0), method=(method, None))

    def test(a, b):
        m, n = len(a), len(b)
        if m + n < 3:
            return math.nan, math.nan, m + n - 2.0
        # A single value does not vary.
        first, second = (float(np.var(each, ddof=1)) if len(each) > 1 or not equal_var else 0.0 for each in (a, b))
        if equal_var:
            free = m + n - 2.0
            error = math.sqrt(((m - 1) * first + (n - 1) * second) / free * (1.0 / m + 1.0 / n))
        else:
            own, other = first / m, second / n
            free = (own + other) ** 2 / (own**2 / (m - 1) + other**2 / (n - 1))
            error = math.sqrt(own + other)
        size = (float(a.mean()) - float(b.mean())) / error
        return size, _chance(size, free, alternative), free

    return _each_column(test, a, b)


def ttest_1samp(a, popmean, axis=0, nan_policy="propagate", alternative="two-sided"):
    """Whether a sample has that mean."""
    refuse("ttest_1samp", axis=(axis, 0), nan_policy=(nan_policy, "propagate"))

    def test(a):
        free = np.int64(len(a) - 1)
        size = (float(a.mean()) - popmean) / math.sqrt(float(np.var(a, ddof=1)) / len(a))
        return size, _chance(size, free, alternative), free

    return _each_column(test, a)


def ttest_rel(a, b, axis=0, nan_policy="propagate", alternative="two-sided"):
    """Whether pairs differ on average."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape != b.shape:
        raise ValueError("Array shapes are incompatible for broadcasting.")
    return ttest_1samp(a - b, 0, axis, nan_policy, alternative)


def f_oneway(*samples, axis=0):
    """Whether several samples have the same mean."""
    refuse("f_oneway", axis=(axis, 0))
    if len(samples) < 2:
        raise TypeError(f"at least two inputs are required; got {len(samples)}.")
    samples = [np.asarray(each, dtype=float) for each in samples]
    count = sum(len(each) for each in samples)
    middle = sum(float(each.sum()) for each in samples) / count
    between = sum(len(each) * (float(each.mean()) - middle) ** 2 for each in samples)
    within = sum(float(((each - each.mean()) ** 2).sum()) for each in samples)
    first, second = len(samples) - 1, count - len(samples)
    size = between / first / (within / second)
    return F_onewayResult(np.float64(size), np.float64(f.sf(size, first, second)))


def chisquare(f_obs, f_exp=None, ddof=0, axis=0, *, sum_check=True):
    """Whether counts are as expected: all alike, if nothing is said."""
    refuse("chisquare", axis=(axis, 0))
    seen = np.asarray(f_obs, dtype=float)
    hoped = np.full(seen.shape, float(seen.mean())) if f_exp is None else np.asarray(f_exp, dtype=float)
    if sum_check and abs(float(seen.sum()) - float(hoped.sum())) > 1e-8 * max(float(seen.sum()), float(hoped.sum())):
        raise ValueError(
            "For each axis slice, the sum of the observed frequencies must agree with the sum of the expected frequencies to a "
            "relative tolerance of 1.4901161193847656e-08."
        )
    size = float(((seen - hoped) ** 2 / hoped).sum())
    return Power_divergenceResult(np.float64(size), np.float64(chi2.sf(size, len(seen) - 1 - ddof)))


def chi2_contingency(observed, correction=True, lambda_=None, *, method=None):
    """Whether the rows of a table of counts have the same shares."""
    refuse("chi2_contingency", lambda_=(lambda_, None), method=(method, None))
    seen = np.asarray(observed, dtype=float)
    if seen.ndim != 2:
        raise NotImplementedError("chi2_contingency: of other than two dimensions is not built into this scipy")
    hoped = seen.sum(axis=1).reshape(-1, 1) * seen.sum(axis=0) / float(seen.sum())
    free = (seen.shape[0] - 1) * (seen.shape[1] - 1)
    if free == 1 and correction:
        # F. Yates' half, as counts are whole and the distribution is not.
        away = hoped - seen
        seen = seen + np.sign(away) * np.minimum(0.5, np.abs(away))
    size = float(((seen - hoped) ** 2 / hoped).sum())
    return Chi2ContingencyResult(np.float64(size), np.float64(chi2.sf(size, free)), free, hoped)

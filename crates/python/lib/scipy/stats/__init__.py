"""Distributions, tests and measures of samples.

What it is not: all of them; asking for another says so. Start reading at `_distributions` and `_tests`.
"""

from scipy._missing import missing
from scipy.stats._correlation import kendalltau, linregress, pearsonr, spearmanr
from scipy.stats._discrete import bernoulli, binom, geom, poisson
from scipy.stats._distributions import beta, chi2, expon, f, gamma, norm, t, uniform
from scipy.stats._samples import (
    describe,
    entropy,
    gmean,
    hmean,
    iqr,
    kurtosis,
    mode,
    moment,
    percentileofscore,
    rankdata,
    sem,
    skew,
    trim_mean,
    variation,
    zscore,
)
from scipy.stats._tests import chi2_contingency, chisquare, f_oneway, ttest_1samp, ttest_ind, ttest_rel

# What comes when it is asked for.
_LATER = {
    "_ranks": ("friedmanchisquare", "kruskal", "mannwhitneyu", "wilcoxon"),
    "_fits": (
        "bartlett", "binomtest", "fisher_exact", "jarque_bera", "ks_1samp", "ks_2samp", "kstest", "levene", "normaltest", "shapiro",
    ),
    "_further": ("cauchy", "laplace", "logistic", "lognorm", "randint", "skewnorm", "truncnorm"),
    "_plots": ("probplot",),
    "_rarer": (
        "boxcox", "boxcox_normmax", "gstd", "kurtosistest", "median_abs_deviation", "pointbiserialr", "power_divergence", "ranksums",
        "scoreatpercentile", "sigmaclip", "skewtest", "theilslopes", "zmap",
    ),
    "_many": ("gaussian_kde", "multivariate_normal", "wasserstein_distance"),
}
_missing = missing(
    __name__,
    "anderson binned_statistic bootstrap circmean cumfreq dirichlet "
    "energy_distance erlang gumbel_l gumbel_r halfnorm hypergeom invgamma "
    "loguniform multinomial "
    "nbinom pareto permutation_test powerlaw qmc "
    "rayleigh rv_continuous rv_discrete triang vonmises "
    "weibull_min zipf ",
)

# With what comes later, for `from scipy.stats import *`.
__all__ = [
    *(name for name in dict(globals()) if name[0] != "_" and name != "missing"), *(name for names in _LATER.values() for name in names),
]  # fmt: skip


def __getattr__(name):
    for file, names in _LATER.items():
        if name in names:
            return getattr(__import__(f"scipy.stats.{file}", fromlist=(name,)), name)
    return _missing(name)

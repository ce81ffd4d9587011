"""Distributions, tests and measures of samples.

What it is not: all of them; asking for another says so. Start reading at `_distributions` and `_tests`.
"""

from scipy._missing import missing
from scipy.stats._correlation import kendalltau, linregress, pearsonr, spearmanr
from scipy.stats._distributions import (
    bernoulli,
    beta,
    binom,
    chi2,
    expon,
    f,
    gamma,
    geom,
    norm,
    poisson,
    t,
    uniform,
)
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
    zscore,
)
from scipy.stats._tests import chi2_contingency, chisquare, f_oneway, ttest_1samp, ttest_ind, ttest_rel

__getattr__ = missing(
    __name__,
    "anderson bartlett binned_statistic binomtest bootstrap boxcox cauchy circmean cumfreq dirichlet dlaplace "
    "energy_distance fisher_exact friedmanchisquare gaussian_kde gumbel_r hypergeom jarque_bera kruskal ks_2samp "
    "kstest laplace levene logistic lognorm loguniform mannwhitneyu median_abs_deviation multinomial "
    "multivariate_normal nbinom normaltest pareto permutation_test power_divergence powerlaw probplot qmc randint "
    "rayleigh rv_continuous rv_discrete shapiro skewnorm theilslopes triang truncnorm variation vonmises "
    "wasserstein_distance weibull_min wilcoxon zipf ",
)

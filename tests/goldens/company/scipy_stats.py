import numpy as np
from scipy import stats
rng = np.random.RandomState(0)
a, b = rng.randn(12) + 0.5, rng.randn(15)
def P(*v): print(*[np.round(np.asarray(x, dtype=float), 8) for x in v])
n = stats.norm
P(n.pdf(0), n.cdf([-1.96, 0, 1.5]), n.ppf([0.025, 0.5, 0.975]), n.sf(3), n.logpdf(1, loc=2, scale=3), n(1, 2).cdf(2), n.interval(0.95), n.mean(1, 2), n.std(1, 2), n.fit(a), n.isf(0.1))
np.random.seed(1); print(n.rvs(size=3), n.rvs(loc=5, scale=2, size=2, random_state=3), stats.uniform.rvs(size=2, random_state=0))
P(stats.t.cdf([0.5, -2], 5), stats.t.ppf(0.975, 9), stats.t.sf(2.2, 7), stats.chi2.cdf(3.1, 2), stats.chi2.ppf(0.95, 3), stats.f.sf(3.2, 2, 20), stats.expon.cdf(1, scale=2), stats.uniform.cdf(0.3), stats.uniform(1, 3).ppf(0.5), stats.gamma.cdf(2, 3), stats.beta.pdf(0.3, 2, 5), stats.beta.cdf(0.3, 2, 5))
P(stats.binom.pmf([0, 2, 5], 5, 0.3), stats.binom.cdf(2, 5, 0.3), stats.poisson.pmf(2, 3), stats.poisson.cdf(4, 3), stats.bernoulli.pmf([0, 1], 0.3), stats.binom.mean(5, 0.3), stats.binom.var(5, 0.3), stats.poisson.ppf(0.5, 3), stats.geom.pmf(2, 0.3))
for r in (stats.ttest_ind(a, b), stats.ttest_ind(a, b, equal_var=False), stats.ttest_1samp(a, 0), stats.ttest_rel(a, b[:12])): P(r.statistic, r.pvalue, r.df); print(type(r).__name__, len(r))
r = stats.pearsonr(a, b[:12]); P(r.statistic, r.pvalue); s, p = stats.spearmanr(a, b[:12]); P(s, p); P(*stats.kendalltau(a, b[:12])[:2]); r = stats.linregress(a, b[:12]); P(r.slope, r.intercept, r.rvalue, r.pvalue, r.stderr, r.intercept_stderr)
P(stats.zscore([1, 2, 3, 4]), stats.zscore(np.arange(6).reshape(3, 2)), stats.sem(a), stats.skew(a), stats.kurtosis(a), stats.skew(a, bias=False), stats.kurtosis(a, bias=False), stats.gmean([1, 2, 4]), stats.hmean([1, 2, 4]), stats.iqr(a), stats.trim_mean([1, 2, 3, 100], 0.25), stats.entropy([0.5, 0.5]), stats.entropy([1, 3], base=2), stats.entropy([0.2, 0.8], [0.5, 0.5]), stats.rankdata([3, 1, 3, 2]), stats.percentileofscore([1, 2, 3, 4], 3))
print(stats.mode([1, 2, 2, 3]), stats.mode([[1, 2], [1, 3]]), stats.rankdata([3, 1, 3, 2], "min")); d = stats.describe([1, 2, 3, 4]); print(d.nobs, d.minmax, d.mean, d.variance.round(9))
P(*stats.f_oneway(a, b, a + 1)[:2], *stats.chisquare([10, 20, 30])[:2], *stats.chi2_contingency([[10, 20], [20, 5]])[:2], stats.chi2_contingency([[10, 20, 5], [20, 5, 9]]).expected_freq)
print(stats.ttest_1samp([1., 2., 3.], 2.0), stats.pearsonr([1., 2., 3.], [1., 2., 3.]))
for f in (lambda: stats.pearsonr([1, 2], [1, 2, 3]), lambda: stats.norm.pdf(1, foo=2), lambda: stats.t.pdf(1), lambda: stats.linregress([1, 1], [2, 3])):
    try: f()
    except Exception as e: print(type(e).__name__, e)

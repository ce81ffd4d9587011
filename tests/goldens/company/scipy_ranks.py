import numpy as np
from scipy import stats

rng = np.random.default_rng(0)
a, b, c = rng.normal(size=30), rng.normal(0.5, 1, 30), rng.normal(0, 2, 7)


def show(name, found):
    print(f"{name}: {found.statistic:.6g} {found.pvalue:.6g}")


show("Mann and Whitney", stats.mannwhitneyu(a, b))
show("exact", stats.mannwhitneyu(c, a[:6]))
show("less", stats.mannwhitneyu([1, 2, 2, 3], [2, 3, 4], alternative="less"))
show("Wilcoxon", stats.wilcoxon(a, b))
show("with ties", stats.wilcoxon([1, 2, 2, -3, 4, 0, 5]))
show("many", stats.wilcoxon(np.arange(60) - 20.0, correction=True))
show("Kruskal", stats.kruskal([1, 2, 2], [2, 3, 4], [5, 5, 6]))
show("Friedman", stats.friedmanchisquare([1, 1, 2], [2, 2, 2], [3, 1, 4]))
show("Shapiro", stats.shapiro(a))
show("of few", stats.shapiro(c))
show("normal", stats.normaltest(a))
show("Jarque", stats.jarque_bera(a))
show("Levene", stats.levene(a, b))
show("Bartlett", stats.bartlett(a, b, c))
show("Kolmogorov", stats.kstest(a, "norm"))
show("two samples", stats.ks_2samp(a, c))
show("Fisher", stats.fisher_exact([[8, 2], [1, 5]], alternative="greater"))
print(stats.binomtest(3, 10), stats.levene(a, b)._fields)

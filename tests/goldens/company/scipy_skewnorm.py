"""The normal distribution that leans to a side."""
import numpy as np
from scipy import stats

np.random.seed(4)
print(stats.skewnorm.rvs(10, size=4), stats.skewnorm.rvs(0), stats.skewnorm.rvs(-3, loc=1, scale=2, size=(2, 2), random_state=3))
for a in (1, -4, 0.5):
    print(a, stats.skewnorm.pdf([-1, 0, 1.5], a), stats.skewnorm.cdf([-1, -0.2, 0, 0.3, 2], a).round(10))
    print(stats.skewnorm(a).mean(), stats.skewnorm.std(a, scale=2), stats.skewnorm.ppf([0.1, 0.5, 0.9], a).round(6))

"""Distributions whose parameters are arrays: each of their numbers is a distribution."""
import numpy as np
from each_line import each_line
from scipy import stats

normal = stats.norm(loc=np.array([0.0, 1.0]), scale=np.array([1.0, 2.0]))
places = np.array([[0.1, 0.2], [0.3, 0.4]])
each_line("""
normal.pdf(places)
normal.logpdf(places)
normal.cdf(places)
normal.ppf(places)
normal.mean(), normal.std(), normal.var()
normal.rvs(size=(3, 2), random_state=0)
stats.norm.rvs(loc=[0, 10], random_state=1)
stats.norm.sf(0.3, loc=[0, 1], scale=[1, 2])
stats.uniform.cdf(0.3, loc=[0, 0.1], scale=[1, 2])
stats.expon.pdf(0.3, scale=np.array([1, 2]))
stats.t.ppf(0.9, np.array([3, 4]))
stats.gamma.pdf([0.3, 1.0], np.array([3, 4]))
stats.beta.cdf(0.3, np.array([3, 4]), 2)
stats.binom.pmf(np.arange(3), [4, 5, 6], 0.5)
stats.poisson(np.array([1, 2, 3])).cdf(2)
stats.norm.pdf([1, 2, 3], loc=[0, 1])
""", globals())

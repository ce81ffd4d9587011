"""`import *` brings what comes later, too; and what `pylab` brings."""
import numpy
import pandas

from numpy import *
from numpy.linalg import *
from numpy.random import *

seed(4)
print(histogram([1, 2, 2, 3], bins=3)[0], dot([1, 2], [3, 4]), tril(ones((2, 2))), polyfit([0, 1, 2], [1, 3, 5], 1).round(3))
print(det(array([[2.0, 1], [1, 3]])).round(6), norm([3, 4]), randint(0, 9, 4), rand(2).round(3), normal(size=2).round(3))
print(linalg.inv(2 * eye(2)), callable(random), fft.fft([1, 0]).real, sum([1, 2]), max(4, axis=None))
from matplotlib.pylab import *

print(random() < 1, fft([1.0, 0.0]).real, max(1, 2), min([3, 4]), round(2.6), abs(-1), pow(2, 3), datetime.date(2020, 1, 2), plt is not None)
from matplotlib.pyplot import *

bars = hist([1, 2, 2], bins=2)
print(bars[0], axhspan(0, 1) is not None, isinstance(gca(), Axes), Rectangle((0, 0), 1, 1).get_width(), boxplot([1, 2, 3]).keys())
from pandas import *
from scipy.stats import *
from seaborn import *

print(date_range("2020", periods=2), concat([Series([1]), Series([2])]).tolist(), to_datetime("2020-01-02"), Timedelta("1D"), isna(NaT))
print(shapiro([1.0, 2, 4, 7, 5])[0].round(5), lognorm.cdf(1.0, 0.5).round(4), violinplot.__name__, barplot.__name__, norm.cdf(0))

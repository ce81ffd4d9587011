"""Lines through data, and lines between classes.

What it is not: learning by steps; that is what torch is for. Start reading at `_line`.
"""

from sklearn._missing import missing
from sklearn.linear_model._held import ElasticNet, Lasso, Ridge
from sklearn.linear_model._line import LinearRegression
from sklearn.linear_model._logistic import LogisticRegression

__getattr__ = missing("sklearn.linear_model", _ridges="RidgeCV RidgeClassifier", _steps="Perceptron SGDClassifier SGDRegressor")

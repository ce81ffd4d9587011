"""Lines through data, and lines between classes.

What it is not: learning by steps; that is what torch is for. Start reading at `_line`.
"""

from sklearn._missing import missing, offered
from sklearn.linear_model._held import ElasticNet, Lasso, Ridge
from sklearn.linear_model._line import LinearRegression
from sklearn.linear_model._logistic import LogisticRegression

_LATER = {
    "_ridges": "RidgeCV RidgeClassifier RidgeClassifierCV ridge_regression",
    "_steps": "Perceptron SGDClassifier SGDRegressor",
    "_paths": "ElasticNetCV LassoCV enet_path lasso_path",
    "_robust": "BayesianRidge HuberRegressor RANSACRegressor",
    "_counted": "GammaRegressor PoissonRegressor TweedieRegressor",
}
__getattr__ = missing("sklearn.linear_model", **_LATER)
__all__ = offered(globals(), *_LATER.values())

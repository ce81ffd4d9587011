import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.datasets import make_classification
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor
from sklearn.linear_model import Perceptron, SGDClassifier, SGDRegressor
from sklearn.mixture import GaussianMixture
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import KBinsDiscretizer

X, y = make_classification(60, 5, random_state=0)
for model in (
    SGDClassifier(max_iter=0), SGDClassifier(alpha=-1), SGDRegressor(eta0=0), Perceptron(eta0=0.0), SGDClassifier(max_iter=2.5),
    MLPClassifier(hidden_layer_sizes=(0,)), MLPClassifier(max_iter=0), MLPRegressor(alpha=-1.0), MLPClassifier(learning_rate_init=0),
    GaussianMixture(0), GaussianMixture(2, n_init=0), GaussianMixture(2, tol=-1), GradientBoostingClassifier(learning_rate=-1),
    GradientBoostingRegressor(n_estimators=0), KBinsDiscretizer(1),
    AgglomerativeClustering(2, metric="manhattan"),
):  # fmt: skip
    try:
        model.fit(X, y)
        print(type(model).__name__, "fitted")
    except Exception as error:
        print(type(error).__name__, error)

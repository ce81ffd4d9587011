import warnings

import numpy as np
from scipy import optimize
from sklearn.calibration import calibration_curve
from sklearn.datasets import load_diabetes, load_iris
from sklearn.ensemble import BaggingClassifier, BaggingRegressor
from sklearn.preprocessing import PowerTransformer, QuantileTransformer
from sklearn.svm import SVC

warnings.showwarning = lambda message, category, *rest: print(f"{category.__name__}: {message}")
warnings.simplefilter("always", UserWarning)
X, y = load_iris(return_X_y=True)
model = BaggingClassifier(random_state=0).fit(X, y)
print(model, model.score(X, y), model.predict_proba(X[70:72]))
print(BaggingClassifier(n_estimators=40, oob_score=True, random_state=0).fit(X, y).oob_score_)
print(BaggingClassifier(SVC(), n_estimators=5, random_state=0).fit(X, y).score(X, y))
data, goals = load_diabetes(return_X_y=True)
print(round(BaggingRegressor(max_features=0.5, random_state=1).fit(data, goals).score(data, goals), 6))
print(PowerTransformer().fit(X).lambdas_.round(4), PowerTransformer("box-cox").fit_transform(X)[0].round(4))
print(QuantileTransformer(n_quantiles=10, output_distribution="normal").fit_transform(X)[0].round(6))
print(QuantileTransformer().fit(X[:50]).n_quantiles_)
try:
    PowerTransformer("box-cox").fit(X - 5)
except ValueError as error:
    print("ValueError:", error)
print(calibration_curve([0, 1, 1, 0, 1], [0.1, 0.4, 0.8, 0.3, 0.9], n_bins=3))
print(optimize.fmin(lambda v: (v[0] - 1) ** 2, [0.0]).round(3), optimize.rosen([1.0, 2, 3]), optimize.rosen_der([1.0, 2, 3]))

import numpy as np
from sklearn.cluster import Birch
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.datasets import load_iris, make_blobs
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import QuantileRegressor, SGDClassifier
from sklearn.metrics import d2_absolute_error_score, d2_tweedie_score, det_curve, mean_gamma_deviance, mean_poisson_deviance
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.preprocessing import SplineTransformer, StandardScaler, TargetEncoder
from sklearn.svm import NuSVC, OneClassSVM

from each_line import each_line

X, y = load_iris(return_X_y=True)
spots, groups = make_blobs(60, centers=3, random_state=4)
names = np.array([["red", "n"], ["blue", "s"], ["red", "s"], ["green", "n"]] * 8)
heights = np.arange(32) * 1.5
texts = ["a red house", "the blue house on the hill", "red and blue"]
kept = np.random.RandomState(0).randint(0, 9, 60)
outside, share = OneClassSVM(nu=0.1, gamma=0.2).fit(X), NuSVC(nu=0.3).fit(spots, groups)
encoder = TargetEncoder(random_state=0).fit(names, heights)
each_line(
    """
[each.round(5).tolist() for each in encoder.encodings_], round(float(encoder.target_mean_), 4)
encoder.transform([["red", "n"], ["grey", "s"]]).round(4).tolist(), encoder.get_feature_names_out()
TargetEncoder(smooth=3.0, random_state=1).fit_transform(names, heights)[:4].round(4).tolist()
TargetEncoder(random_state=0).fit(names, np.array(["p", "q", "r", "p"] * 8)).get_feature_names_out()
SplineTransformer(n_knots=4).fit(X[:, :1]).transform([[5.0], [9.0]]).round(5).tolist()
[SplineTransformer(n_knots=5, extrapolation=how).fit(X[:, :1]).transform([[4.0], [6.0]]).round(4).tolist() for how in ("linear", "continue", "periodic")]
SplineTransformer(n_knots=3, degree=2, knots="quantile", include_bias=False).fit(X[:, :2]).get_feature_names_out()
outside.predict(X).sum(), outside.decision_function(X)[:3].round(2).tolist(), outside.offset_.round(3)
share.score(spots, groups), share.predict(spots[:6]).tolist()
Birch(threshold=0.8, branching_factor=4).fit_predict(spots)[:20].tolist(), Birch(n_clusters=None).fit(spots).subcluster_centers_.shape
HashingVectorizer(n_features=8).fit_transform(texts).toarray().round(3).tolist()
FeatureHasher(n_features=6).transform([{"a": 1, "b": "x"}, {"a": -2.5}]).toarray().tolist()
[test[:5].tolist() for _, test in StratifiedGroupKFold(3).split(spots, groups, kept)]
[test[:5].tolist() for _, test in StratifiedGroupKFold(3, shuffle=True, random_state=1).split(spots, groups, kept)]
QuantileRegressor(quantile=0.75, alpha=0.02).fit(X[:, 2:3], X[:, 3]).coef_.round(4), QuantileRegressor(quantile=0.1, alpha=0).fit(X[:, 2:3], X[:, 3]).intercept_.round(4)
SGDClassifier(random_state=3).fit(spots, groups).coef_.round(5).tolist()
round(d2_absolute_error_score([1, 2, 4], [1, 2, 3]), 4), round(d2_tweedie_score([1, 2, 4], [1, 2, 3], power=1), 4)
round(mean_poisson_deviance([0, 2], [1, 3]), 5), round(mean_gamma_deviance([1, 2], [1, 3]), 5)
[each.tolist() for each in det_curve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])]
make_column_transformer((StandardScaler(), make_column_selector("sepal")), verbose_feature_names_out=False).fit(load_iris(as_frame=True).data).get_feature_names_out()
""",
    globals(),
)

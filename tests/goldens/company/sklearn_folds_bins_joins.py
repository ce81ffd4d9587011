"""Rarer folds, bins, groups joined two by two, looks into models, checks of arguments."""
import numpy as np, pandas as pd
from sklearn.datasets import load_iris
X, y = load_iris(return_X_y=True)
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, LeavePOut, PredefinedSplit, RepeatedKFold, RepeatedStratifiedKFold, permutation_test_score, cross_val_score, train_test_split
for cv in [RepeatedKFold(n_splits=2, n_repeats=2, random_state=0), GroupKFold(2), RepeatedStratifiedKFold(n_splits=2, n_repeats=1, random_state=1), LeaveOneGroupOut(), PredefinedSplit([0, 1, -1] * 50)]: print(cv if not isinstance(cv, PredefinedSplit) else 0, cv.get_n_splits(X, y, y), [tr[:4].tolist() for tr, te in list(cv.split(X, y, groups=y))[:2]])
print(repr(LeavePOut(2).get_n_splits(X[:4])))
print(repr([te.tolist() for tr, te in LeavePOut(2).split(X[:4])]))
try:
    GroupKFold(5).split(X, y, y).__next__()
except Exception as error:
    print(type(error).__name__, error)
try:
    next(GroupKFold(2).split(X, y))
except Exception as error:
    print(type(error).__name__, error)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.naive_bayes import GaussianNB
s, p, q = permutation_test_score(GaussianNB(), X, y, cv=3, n_permutations=5, random_state=0)
print(repr(round(s, 4)))
print(repr(p.round(4)))
print(repr(q))
print(repr(cross_val_score(GaussianNB(), X, y, cv=RepeatedKFold(n_splits=3, n_repeats=2, random_state=0))))
from sklearn.preprocessing import KBinsDiscretizer, MultiLabelBinarizer, add_dummy_feature, binarize, maxabs_scale, robust_scale
k = KBinsDiscretizer(3, encode="ordinal")
print(repr(k.fit_transform(X)[[0, 60, 120]]))
print(repr(k.bin_edges_[0]))
print(repr(k.n_bins_))
print(repr(k.inverse_transform([[0, 1, 2, 0]])))
print(repr(KBinsDiscretizer(3, encode="onehot-dense", strategy="uniform").fit_transform(X)[0]))
print(repr(KBinsDiscretizer(4, encode="ordinal", strategy="kmeans").fit_transform(X)[[0, 60]]))
m = MultiLabelBinarizer()
print(repr(m.fit_transform([{"a", "b"}, {"c"}])))
print(repr(m.classes_))
print(repr(m.inverse_transform(np.array([[1, 0, 1]]))))
print(repr(MultiLabelBinarizer().fit_transform([(1, 2), (3,)])))
print(repr(add_dummy_feature([[1, 2]])))
print(repr(binarize([[1., -1]])))
print(repr(maxabs_scale([[1., -2], [3, 4]])))
print(repr(robust_scale([[1., 2], [3, 4], [5, 9]])))
from sklearn.cluster import AgglomerativeClustering
print(repr(AgglomerativeClustering(n_clusters=None, distance_threshold=10).fit(X).n_clusters_))
print(repr(AgglomerativeClustering().fit_predict([[0.], [1], [10], [11]])))
print(repr(AgglomerativeClustering(3)))
from sklearn.inspection import permutation_importance, DecisionBoundaryDisplay
Xt, Xv, yt, yv = train_test_split(X, y, random_state=0)
r = permutation_importance(KNeighborsClassifier().fit(Xt, yt), Xv, yv, n_repeats=5, random_state=0)
print(repr(r.importances_mean.round(4)))
print(repr(r.importances_std.round(4)))
print(repr(r.importances.shape))
print(repr(sorted(r)))
d = DecisionBoundaryDisplay.from_estimator(GaussianNB().fit(X[:, :2], y), X[:, :2], response_method="predict", alpha=.5)
print(repr(d.response.shape))
print(repr(np.bincount(d.response.ravel().astype(int))))
from sklearn.utils.validation import check_array, check_X_y, check_is_fitted, column_or_1d
from sklearn.utils import check_array as ca
print(repr(check_array([[1, 2]])))
print(repr(check_array([[1., 2]])))
print(repr(check_X_y([[1, 2], [3, 4]], [0, 1])))
print(repr(column_or_1d([[1], [2]])))
check_is_fitted(GaussianNB().fit(X, y))
try:
    check_is_fitted(GaussianNB())
except Exception as error:
    print(type(error).__name__, error)
try:
    check_X_y([[1]], [1, 2])
except Exception as error:
    print(type(error).__name__, error)
from sklearn.base import BaseEstimator, ClassifierMixin
class Mine(ClassifierMixin, BaseEstimator):
    def __init__(self, k=1): self.k = k
    def fit(self, X, y):
        X, y = check_X_y(X, y); self.classes_, c = np.unique(y, return_counts=True); self.top_ = self.classes_[c.argmax()]; return self
    def predict(self, X):
        check_is_fitted(self); X = check_array(X); return np.full(len(X), self.top_)
print(repr(Mine().fit(X, y).predict(X[:2])))
print(repr(cross_val_score(Mine(), X, y, cv=3)))
print(repr(Mine(3)))
try:
    Mine().predict(X)
except Exception as error:
    print(type(error).__name__, error)

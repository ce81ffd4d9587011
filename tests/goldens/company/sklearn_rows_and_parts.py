import numpy as np
from sklearn.preprocessing import *
from sklearn.preprocessing import Normalizer, RobustScaler, MaxAbsScaler, Binarizer, FunctionTransformer, normalize, scale, minmax_scale, label_binarize
from sklearn.impute import SimpleImputer
from sklearn.model_selection import ShuffleSplit, StratifiedShuffleSplit, LeaveOneOut, TimeSeriesSplit, cross_val_score
from sklearn.linear_model import LogisticRegression
from sklearn.datasets import load_iris
X = np.array([[1., -2, 3], [4, 5, -6], [0, 0, 0], [7, 8, 100]])
for t in (Normalizer(), Normalizer("l1"), Normalizer("max"), RobustScaler(), MaxAbsScaler(), Binarizer(threshold=2), RobustScaler(with_centering=False)): print(t, t.fit_transform(X).round(5).tolist())
print(normalize(X, axis=0).round(4).tolist(), scale(X).round(4).tolist(), minmax_scale([1, 2, 4]).round(4), label_binarize([1, 3, 2], classes=[1, 2, 3]).tolist(), label_binarize(["a", "b"], classes=["a", "b"]).tolist())
N = np.array([[1., np.nan, 3], [4, 5, np.nan], [np.nan, 5, 3], [7, 8, 1]])
for s in ("mean", "median", "most_frequent", "constant"): i = SimpleImputer(strategy=s); print(i, i.fit_transform(N).round(4).tolist())
for c in (ShuffleSplit(2, test_size=0.25, random_state=0), StratifiedShuffleSplit(2, test_size=4, random_state=1), TimeSeriesSplit(3), TimeSeriesSplit(2, gap=1, max_train_size=3)):
    print(type(c).__name__, c.get_n_splits(), [(a.tolist(), b.tolist()) for a, b in c.split(np.zeros(12), [0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1])])
l = LeaveOneOut(); print(l, l.get_n_splits(np.zeros(3)), [(a.tolist(), b.tolist()) for a, b in l.split(np.zeros(3))])
Xi, yi = load_iris(return_X_y=True); print(cross_val_score(LogisticRegression(max_iter=500), Xi, yi, cv=ShuffleSplit(3, random_state=0)).round(4))
print(FunctionTransformer(np.abs).fit_transform(X).tolist())
r = RobustScaler().fit(X); print(r.inverse_transform(r.transform(X)).round(6).tolist(), r.center_, r.scale_)

# Data sets that are drawn, splits and folds: the same samples as scikit-learn's under a random_state.
import numpy as np
import sklearn
from sklearn.datasets import make_blobs, make_circles, make_classification, make_moons, make_regression
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.utils import resample, shuffle


def show(X, y):
    print(X.shape, y.shape, y.dtype, np.round(X[:3], 6).tolist(), np.round(y[:12], 6).tolist())


show(*make_moons(n_samples=50, noise=0.1, random_state=42))
show(*make_moons(n_samples=7, shuffle=False))
show(*make_moons((3, 4), random_state=0))
show(*make_circles(n_samples=40, noise=0.05, factor=0.5, random_state=1))
show(*make_blobs(n_samples=30, centers=3, random_state=0))
show(*make_blobs([3, 4], n_features=3, random_state=3, cluster_std=[0.5, 2.0]))
show(*make_blobs(9, centers=[[0, 0], [5, 5]], cluster_std=0.1, random_state=2, shuffle=False))
show(*make_classification(n_samples=40, n_features=4, random_state=0))
show(*make_classification(60, 10, n_informative=5, n_redundant=2, n_repeated=2, n_classes=3, weights=[0.5, 0.3], flip_y=0.2, random_state=7, shift=None, scale=None))
show(*make_classification(20, 2, n_redundant=0, n_clusters_per_class=1, class_sep=2.0, hypercube=False, random_state=5, shuffle=False))
show(*make_classification(30, 40, n_informative=34, n_redundant=0, random_state=5))
show(*make_regression(n_samples=20, n_features=3, noise=2.0, random_state=1))
X, y, coef = make_regression(10, 4, n_informative=2, n_targets=2, bias=3.0, coef=True, random_state=4)
show(X, y)
print(np.round(coef, 5).tolist())

X, y = np.arange(20).reshape(10, 2), np.array([0, 1] * 5)
for part in train_test_split(X, y, test_size=0.3, random_state=42):
    print(part.tolist())
print(train_test_split(list(range(8)), random_state=0))
print(train_test_split(list("abcdefgh"), range(8), test_size=2, train_size=3, random_state=1)[:2])
print(train_test_split(list(range(8)), shuffle=False, train_size=0.5))
labels = ["a"] * 12 + ["b"] * 5 + ["c"] * 4
for part in train_test_split(list(range(21)), labels, stratify=labels, test_size=0.4, random_state=3):
    print(part)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0, stratify=y)
print(X_train[:, 0].tolist(), y_test.tolist(), type(X_train).__name__)
for folds in (KFold(3), KFold(n_splits=4, shuffle=True, random_state=1)):
    print(folds, [(train.tolist(), test.tolist()) for train, test in folds.split(X)])
for folds in (StratifiedKFold(3), StratifiedKFold(n_splits=3, shuffle=True, random_state=2)):
    print(folds.get_n_splits(), [test.tolist() for _, test in folds.split(labels, labels)])
print(shuffle(list(range(6)), list("abcdef"), random_state=0))
print(resample(list(range(6)), random_state=0), resample(np.arange(6), replace=False, n_samples=3, random_state=1).tolist())
print(resample(list(range(21)), n_samples=8, stratify=labels, random_state=0))
for wrong in (
    lambda: train_test_split([1, 2, 3], [1, 2]),
    lambda: train_test_split([1, 2, 3], test_size=5),
    lambda: train_test_split([1, 2, 3], test_size=1.5),
    lambda: train_test_split(),
    lambda: train_test_split([1, 2, 3], stratify=[0, 1, 1]),
    lambda: KFold(1),
    lambda: KFold(3, random_state=1),
    lambda: next(KFold(5).split([1, 2])),
    lambda: make_classification(n_informative=1, n_features=5),
    lambda: make_circles(factor=2.0),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error)[:90])

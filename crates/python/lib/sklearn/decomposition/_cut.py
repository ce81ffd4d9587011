"""The greatest singular values alone: `TruncatedSVD`, and `IncrementalPCA`, which sees the samples in parts.

What it is not: `PCA`, which is `_pca`. Source: N. Halko, P.-G. Martinsson, J. A. Tropp, Finding structure with randomness, 2009.
Start reading at `randomized_svd`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import check_random_state, matrix, plain
from sklearn.base import BaseEstimator, TransformerMixin


def flipped(left, right, by_left=True):
    """Both sides with signs by which the largest value of each column (or row) is positive."""
    if by_left:
        signs = np.sign(left[np.abs(left).argmax(axis=0), np.arange(left.shape[1])])
    else:
        signs = np.sign(right[np.arange(len(right)), np.abs(right).argmax(axis=1)])
    return left * signs, None if right is None else right * signs.reshape(-1, 1)


def randomized_svd(M, n_components, *, n_oversamples=10, n_iter="auto", power_iteration_normalizer="auto", transpose="auto",
                   flip_sign=True, random_state=None, svd_lapack_driver="gesdd"):
    """The greatest singular values and their directions, from where drawn directions are turned to."""
    # Which routine finds the small ones changes nothing.
    del svd_lapack_driver
    M = np.asarray(plain(M), dtype=float)
    if n_iter == "auto":
        n_iter = 7 if n_components < 0.1 * min(M.shape) else 4
    is_wide = M.shape[0] < M.shape[1] if transpose == "auto" else transpose
    M = M.T if is_wide else M
    found = check_random_state(random_state).normal(size=(M.shape[1], n_components + n_oversamples))
    way = power_iteration_normalizer
    way = ("none" if n_iter <= 2 else "LU") if way == "auto" else way
    # The triangles of LU span what the directions of QR do.
    turned = (lambda Q: Q) if way == "none" else (lambda Q: np.linalg.qr(Q)[0])
    for _ in range(n_iter):
        found = turned(M.T @ turned(M @ found))
    found = np.linalg.qr(M @ found)[0]
    left, sizes, right = np.linalg.svd(found.T @ M, full_matrices=False)
    left = found @ left
    if flip_sign:
        left, right = flipped(left, right, not is_wide)
    left, sizes, right = left[:, :n_components], sizes[:n_components], right[:n_components]
    return (right.T, sizes, left.T) if is_wide else (left, sizes, right)


class TruncatedSVD(TransformerMixin, BaseEstimator):
    """The directions in which data are largest; no mean is taken off."""

    def __init__(self, n_components=2, *, algorithm="randomized", n_iter=5, n_oversamples=10, power_iteration_normalizer="auto",
                 random_state=None, tol=0.0):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The directions."""
        self.fit_transform(X)
        return self

    def fit_transform(self, X, y=None):
        """The directions, and X along them."""
        X = matrix(X, "TruncatedSVD").astype(float)
        self.n_features_in_, count = X.shape[1], self.n_components
        if count > X.shape[1]:
            raise ValueError(f"n_components({count}) must be <= n_features({X.shape[1]}).")
        if self.algorithm == "arpack":
            left, sizes, right = np.linalg.svd(X, full_matrices=False)
            left, right = flipped(left[:, :count], right[:count], False)
            sizes, found = sizes[:count], left * sizes[:count]
        else:
            left, sizes, right = randomized_svd(
                X, count, n_oversamples=self.n_oversamples, n_iter=self.n_iter, flip_sign=False, random_state=self.random_state,
                power_iteration_normalizer=self.power_iteration_normalizer,
            )  # fmt: skip
            right = flipped(left, right, False)[1]
            found = X @ right.T
        self.components_, self.singular_values_, self.explained_variance_ = right, sizes, found.var(axis=0)
        self.explained_variance_ratio_ = self.explained_variance_ / X.var(axis=0).sum()
        return found

    def transform(self, X):
        """X along the directions."""
        self._check_fitted()
        X = matrix(X, "TruncatedSVD")
        self._check_features(X)
        return X @ self.components_.T

    def inverse_transform(self, X):
        """The points that have such coordinates."""
        return matrix(X, "TruncatedSVD") @ self.components_

    def get_feature_names_out(self, input_features=None):
        return objects(f"truncatedsvd{at}" for at in range(len(self.components_)))


class IncrementalPCA(TransformerMixin, BaseEstimator):
    """Principal components of samples that come in parts."""

    def __init__(self, n_components=None, *, whiten=False, copy=True, batch_size=None):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The mean and the directions, part after part."""
        X = matrix(X, "IncrementalPCA").astype(float)
        for name in ("components_", "n_samples_seen_"):
            self.__dict__.pop(name, None)
        size = 5 * X.shape[1] if self.batch_size is None else self.batch_size
        self.batch_size_, ends, at = size, [], 0
        least = self.n_components or 0
        while at < len(X):
            end = min(at + size, len(X))
            end = len(X) if len(X) - end < least and end < len(X) and len(X) - end > 0 and size < least else end
            ends.append((at, end))
            at = end
        if len(ends) > 1 and ends[-1][1] - ends[-1][0] < least:
            last = ends.pop()
            ends[-1] = (ends[-1][0], last[1])
        for start, end in ends:
            self.partial_fit(X[start:end])
        return self

    def partial_fit(self, X, y=None, check_input=True):
        """The mean and the directions with more samples."""
        X = matrix(X, "IncrementalPCA").astype(float)
        count, wide = X.shape
        is_first = "components_" not in self.__dict__
        wanted = self.n_components
        self.n_components_ = (min(count, wide) if is_first else len(self.components_)) if wanted is None else wanted
        if wanted is not None and not self.n_components_ <= wide:
            raise ValueError(f"n_components={wanted} invalid for n_features={wide}, need more rows than columns for IncrementalPCA "
                             "processing")
        if wanted is not None and is_first and wanted > count:
            raise ValueError(f"n_components={wanted} must be less or equal to the batch number of samples {count} for the first "
                             "partial_fit call.")
        own = X.mean(axis=0)
        if is_first:
            self.n_features_in_, self.n_samples_seen_, self.mean_ = wide, count, own
            self.var_ = X.var(axis=0)
            rows = X - own
        else:
            seen, total = self.n_samples_seen_, self.n_samples_seen_ + count
            mean = (self.mean_ * seen + own * count) / total
            apart = (seen * count / total) * (self.mean_ - own) ** 2
            self.var_ = (self.var_ * seen + X.var(axis=0) * count + apart) / total
            step = (seen / total * count) ** 0.5 * (self.mean_ - own)
            rows = np.concatenate([self.singular_values_.reshape(-1, 1) * self.components_, X - own, step.reshape(1, -1)])
            self.mean_, self.n_samples_seen_ = mean, float(total)
        left, sizes, right = np.linalg.svd(rows, full_matrices=False)
        right = flipped(left, right, False)[1]
        variances = sizes**2 / (self.n_samples_seen_ - 1)
        shares, many = sizes**2 / (self.var_ * self.n_samples_seen_).sum(), self.n_components_
        self.components_, self.singular_values_ = right[:many], sizes[:many]
        self.explained_variance_, self.explained_variance_ratio_ = variances[:many], shares[:many]
        self.noise_variance_ = variances[many:].mean() if many not in (count, wide) else 0.0
        return self

    def transform(self, X):
        """X along the directions."""
        self._check_fitted()
        X = matrix(X, "IncrementalPCA")
        self._check_features(X)
        found = (X - self.mean_) @ self.components_.T
        return found / np.sqrt(self.explained_variance_) if self.whiten else found

    def inverse_transform(self, X):
        """The points that have such coordinates."""
        X = matrix(X, "IncrementalPCA")
        return (X * np.sqrt(self.explained_variance_) if self.whiten else X) @ self.components_ + self.mean_

    def get_feature_names_out(self, input_features=None):
        return objects(f"incrementalpca{at}" for at in range(self.n_components_))

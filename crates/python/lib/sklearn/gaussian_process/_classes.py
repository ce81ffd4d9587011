"""`GaussianProcessClassifier`: chances of classes by how alike samples are.

What it is not: exact; what is near the most likely curve stands for all (P. Laplace). Source: C. Rasmussen, C. Williams, Gaussian
Processes for Machine Learning, 2006. Start reading at `GaussianProcessClassifier`.
"""

import numpy as np
from scipy.special import erf
from sklearn._arrays import array_of, check_random_state, check_words, different, labels, matrix, refuse, same_length
from sklearn.base import ClassifierMixin, clone
from sklearn.gaussian_process._fitting import Process, solved
from sklearn.gaussian_process.kernels import RBF, CompoundKernel, ConstantKernel

# Five error functions that together are nearly a logistic one (C. Williams, D. Barber, 1998).
_WIDE = np.array([0.41, 0.4, 0.37, 0.44, 0.39]).reshape(-1, 1)
_SHARES = np.array([-1854.8214151, 3516.89893646, 221.29346712, 128.12323805, -2010.49422654]).reshape(-1, 1)


class _Binary(Process):
    """Two classes: 0 and 1."""

    def __init__(self, kernel, optimizer, n_restarts_optimizer, max_iter_predict, warm_start, random_state):
        self.kernel, self.optimizer, self.n_restarts_optimizer = kernel, optimizer, n_restarts_optimizer
        self.max_iter_predict, self.warm_start, self.random_state = max_iter_predict, warm_start, random_state

    def fit(self, X, y):
        """The kernel's numbers, and the most likely curve."""
        self.kernel_ = ConstantKernel(1.0, "fixed") * RBF(1.0, "fixed") if self.kernel is None else clone(self.kernel)
        self.X_train_, self.y_train_ = X, y.astype(float)
        generator = check_random_state(self.random_state)
        self._fit_kernel(lambda bounds: np.exp(generator.uniform(bounds[:, 0], bounds[:, 1])))
        _, self.pi_, self.W_sr_, self.L_, _ = self._settled(self.kernel_(X))
        return self

    def _settled(self, table):
        """The most likely curve, by Newton's steps."""
        curve, y, before = np.zeros(len(table)), self.y_train_, -np.inf
        if self.warm_start and "_curve" in self.__dict__ and len(self._curve) == len(y):
            curve = self._curve
        for _ in range(self.max_iter_predict):
            chance = 1 / (1 + np.exp(-curve))
            root = np.sqrt(chance * (1 - chance))
            lower = np.linalg.cholesky(np.eye(len(table)) + root[:, None] * table * root)
            right = root**2 * curve + (y - chance)
            weights = right - root * solved(lower, root * (table @ right))
            curve = table @ weights
            likely = -0.5 * float(weights @ curve) - np.log1p(np.exp(-(y * 2 - 1) * curve)).sum() - np.log(np.diag(lower)).sum()
            if likely - before < 1e-10:
                break
            before = likely
        self._curve = curve
        return before, chance, root, lower, weights

    def _likely(self, kernel, theta, eval_gradient):
        if not eval_gradient:
            return self._settled(kernel(self.X_train_))[0]
        table, slopes = kernel(self.X_train_, eval_gradient=True)
        value, chance, root, lower, weights = self._settled(table)
        right = root[:, None] * solved(lower, np.diag(root))
        known = np.linalg.solve(lower, root[:, None] * table)
        third = -0.5 * (np.diag(table) - (known**2).sum(axis=0)) * (chance * (1 - chance) * (1 - 2 * chance))
        found = []
        for at in range(slopes.shape[2]):
            slope = slopes[:, :, at]
            first = 0.5 * float(weights @ slope @ weights) - 0.5 * float((right.T * slope).sum())
            moved = slope @ (self.y_train_ - chance)
            found.append(first + float(third @ (moved - table @ (right @ moved))))
        return value, np.array(found)

    def latent(self, X):
        """The curve, and how far others lie from it."""
        between = self.kernel_(self.X_train_, X)
        known = np.linalg.solve(self.L_, self.W_sr_[:, None] * between)
        return between.T @ (self.y_train_ - self.pi_), self.kernel_.diag(X) - (known**2).sum(axis=0)

    def chance(self, X):
        """The chance of the second class."""
        mean, spread = self.latent(X)
        narrow = 1 / (2 * spread)
        areas = np.sqrt(np.pi / narrow) * erf(_WIDE * mean * np.sqrt(narrow / (narrow + _WIDE**2))) / (2 * np.sqrt(spread * 2 * np.pi))
        return (_SHARES * areas).sum(axis=0) + 0.5 * _SHARES.sum()


class GaussianProcessClassifier(ClassifierMixin, Process):
    """Two classes, or each of several against the others."""

    def __init__(self, kernel=None, *, optimizer="fmin_l_bfgs_b", n_restarts_optimizer=0, max_iter_predict=100, warm_start=False,
                 copy_X_train=True, random_state=None, multi_class="one_vs_rest", n_jobs=None):  # fmt: skip
        self.kernel, self.optimizer, self.n_restarts_optimizer = kernel, optimizer, n_restarts_optimizer
        self.max_iter_predict, self.warm_start, self.copy_X_train = max_iter_predict, warm_start, copy_X_train
        self.random_state, self.multi_class, self.n_jobs = random_state, multi_class, n_jobs

    def fit(self, X, y):
        """A process, or one a class."""
        check_words("GaussianProcessClassifier", ("one_vs_one", "one_vs_rest"), multi_class=self.multi_class)
        X, names = matrix(X, "GaussianProcessClassifier"), labels(y)
        same_length(X, names)
        known = different(names)
        if len(known) == 1:
            raise ValueError("GaussianProcessClassifier requires 2 or more distinct classes; got 1 class (only class "
                             f"{array_of(known, y)[0]} is present)")
        if len(known) > 2:
            refuse("GaussianProcessClassifier", multi_class=(self.multi_class, "one_vs_rest"))
        self.classes_, self.n_classes_, self.n_features_in_ = array_of(known, y), len(known), X.shape[1]
        self._each = []
        for name in known[1:] if len(known) == 2 else known:
            made = _Binary(self.kernel, self.optimizer, self.n_restarts_optimizer, self.max_iter_predict, self.warm_start, self.random_state)
            self._each.append(made.fit(X, np.array([each == name for each in names])))
        self.log_marginal_likelihood_value_ = np.mean([float(each.log_marginal_likelihood_value_) for each in self._each])
        return self

    @property
    def kernel_(self):
        """The kernel as it was fitted, of several classes those of all."""
        return self._each[0].kernel_ if self.n_classes_ == 2 else CompoundKernel([each.kernel_ for each in self._each])

    def log_marginal_likelihood(self, theta=None, eval_gradient=False, clone_kernel=True):
        """The logarithm of how likely the numbers `theta` make what was seen; of those fitted for none."""
        self._check_fitted()
        if theta is None:
            return self.log_marginal_likelihood_value_
        if self.n_classes_ == 2:
            return self._each[0].log_marginal_likelihood(theta, eval_gradient, clone_kernel)
        refuse("GaussianProcessClassifier.log_marginal_likelihood", eval_gradient=(eval_gradient, False))
        count = len(theta) // len(self._each) if len(theta) > self._each[0].kernel_.n_dims else 0
        return np.mean([float(each.log_marginal_likelihood(theta[at * count :][: each.kernel_.n_dims], clone_kernel=clone_kernel))
                        for at, each in enumerate(self._each)])  # fmt: skip

    def _asked(self, X):
        self._check_fitted()
        X = matrix(X, "GaussianProcessClassifier")
        self._check_features(X)
        return X

    def predict(self, X):
        """The most probable class."""
        X = self._asked(X)
        if self.n_classes_ == 2:
            places = (self._each[0].latent(X)[0] > 0).astype(np.int64)
        else:
            places = np.stack([each.chance(X) for each in self._each], axis=1).argmax(axis=1)
        return array_of([self.classes_.tolist()[at] for at in places.tolist()], self.classes_)

    def predict_proba(self, X):
        """How probable each class is."""
        X = self._asked(X)
        found = np.stack([each.chance(X) for each in self._each], axis=1)
        return np.concatenate([1 - found, found], axis=1) if self.n_classes_ == 2 else found / found.sum(axis=1, keepdims=True)

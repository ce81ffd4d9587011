"""Classes that lie as bells, each of its own shape.

What it is not: bells of one shape, which is `discriminant_analysis`. Start reading at `QuadraticDiscriminantAnalysis`.
"""

import numpy as np
from sklearn._arrays import array_of, different, labels, matrix, refuse
from sklearn.base import BaseEstimator, ClassifierMixin


class QuadraticDiscriminantAnalysis(ClassifierMixin, BaseEstimator):
    """The curves between such bells."""

    def __init__(self, *, solver="svd", shrinkage=None, priors=None, reg_param=0.0, store_covariance=False, tol=0.0001,
                 covariance_estimator=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y):
        """The mean and the spread of each class."""
        refuse("QuadraticDiscriminantAnalysis", solver=(self.solver, "svd"), shrinkage=(self.shrinkage, None),
               covariance_estimator=(self.covariance_estimator, None))  # fmt: skip
        X, names = matrix(X, "QuadraticDiscriminantAnalysis").astype(float), labels(y)
        classes = different(names)
        if len(classes) < 2:
            raise ValueError(f"The number of classes has to be greater than one. Got {len(classes)} class.")
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        shares = [names.count(each) / len(names) for each in classes] if self.priors is None else self.priors
        self.priors_, means, self.scalings_, self.rotations_, spreads = np.array(shares), [], [], [], []
        for each in classes:
            own = X[np.array([at for at, name in enumerate(names) if name == each])]
            if len(own) == 1:
                raise ValueError(f"y has only 1 sample in class {each}, covariance is ill defined.")
            means.append(own.mean(axis=0))
            _, sizes, right = np.linalg.svd(own - means[-1], full_matrices=False)
            values = (1 - self.reg_param) * sizes**2 / len(own) + self.reg_param
            self._check_rank(each, len(own), int((values > self.tol).sum()))
            self.scalings_.append(values)
            self.rotations_.append(right.T)
            spreads.append((right.T * values) @ right)
        self.means_ = np.stack(means)
        if self.store_covariance:
            self.covariance_ = spreads
        return self

    def _check_rank(self, name, count, rank):
        """A bell that is flat in a direction has no density."""
        wide, told = self.n_features_in_, f"The covariance matrix of class {name} is not full rank. "
        if rank < wide and count <= wide:
            raise np.linalg.LinAlgError(
                f"{told}When using `solver='svd'` the number of samples in each class should be more than the number of features, but "
                f"class {name} has {count} samples and {wide} features. Try using `solver='eigen'` and setting the parameter "
                "`shrinkage` for regularization."
            )
        if rank < wide:
            raise np.linalg.LinAlgError(f"{told}Increase the value of `reg_param` to reduce the collinearity.")

    def _joint(self, X):
        self._check_fitted()
        X = matrix(X, "QuadraticDiscriminantAnalysis").astype(float)
        self._check_features(X)
        found = []
        for mean, turn, values in zip(self.means_, self.rotations_, self.scalings_):
            away = (X - mean) @ (turn / np.sqrt(values))
            found.append((away**2).sum(axis=1) + np.log(values).sum())
        return -0.5 * np.stack(found, axis=1) + np.log(self.priors_)

    def decision_function(self, X):
        """How likely each class is; of two classes how much likelier the second is."""
        joint = self._joint(X)
        return joint[:, 1] - joint[:, 0] if len(self.classes_) == 2 else joint

    def predict(self, X):
        """The class that is the likeliest."""
        names = self.classes_.tolist()
        return array_of([names[at] for at in self._joint(X).argmax(axis=1).tolist()], self.classes_)

    def predict_proba(self, X):
        """The chance of each class."""
        joint = self._joint(X)
        likely = np.exp(joint - joint.max(axis=1).reshape(-1, 1))
        return likely / likely.sum(axis=1).reshape(-1, 1)

    def predict_log_proba(self, X):
        """The logarithms of the chances."""
        return np.log(self.predict_proba(X))

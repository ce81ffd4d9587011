"""Products of features.

What it is not: scaling. Start reading at `PolynomialFeatures`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin


class PolynomialFeatures(TransformerMixin, BaseEstimator):
    """All products of features up to a degree, the lowest first."""

    def __init__(self, degree=2, *, interaction_only=False, include_bias=True, order="C"):
        self.degree, self.interaction_only, self.include_bias, self.order = (
            degree,
            interaction_only,
            include_bias,
            order,
        )

    def _products(self):
        """The features of each product, by their places."""
        from itertools import combinations, combinations_with_replacement

        least, most = self.degree if isinstance(self.degree, tuple) else (0, self.degree)
        if most < 0 or least > most:
            raise ValueError(
                f"degree must be a non-negative integer or a tuple (min_degree, max_degree), got {self.degree}."
            )
        choose = combinations if self.interaction_only else combinations_with_replacement
        found = [()] if self.include_bias else []
        for degree in range(max(least, 1), most + 1):
            found += choose(range(self.n_features_in_), degree)
        return found

    def fit(self, X, y=None):
        """How many features there are."""
        refuse("PolynomialFeatures", order=(self.order, "C"))
        self.n_features_in_ = matrix(X, "PolynomialFeatures").shape[1]
        self.n_output_features_ = len(self._products())
        return self

    @property
    def powers_(self):
        """How often each feature is in each product."""
        self._check_fitted()
        return np.array([[product.count(at) for at in range(self.n_features_in_)] for product in self._products()])

    def transform(self, X):
        """The products, a column each."""
        self._check_fitted()
        X = matrix(X, "PolynomialFeatures")
        self._check_features(X)
        made = {(): np.ones(len(X), dtype=X.dtype)}
        columns = []
        for product in self._products():
            if product not in made:
                made[product] = X[:, product[0]] if len(product) == 1 else self._times(made, X, product)
            columns.append(made[product])
        return np.stack(columns, axis=1)

    @staticmethod
    def _times(made, X, product):
        rest = product[1:]
        if rest not in made:
            made[rest] = X[:, rest[0]] if len(rest) == 1 else PolynomialFeatures._times(made, X, rest)
        return made[rest] * X[:, product[0]]

    def get_feature_names_out(self, input_features=None):
        """The products as text: `x0^2 x1`."""
        self._check_fitted()
        names = known_names(self, input_features)
        told = []
        for product in self._products():
            powers = [(names[at], product.count(at)) for at in sorted(set(product))]
            told.append(" ".join(name if power == 1 else f"{name}^{power}" for name, power in powers) or "1")
        return objects(told)

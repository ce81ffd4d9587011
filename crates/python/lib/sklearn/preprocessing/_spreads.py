"""Features made to be spread as a normal distribution, or evenly: by powers, or by their ranks.

What it is not: moved and stretched only, which is in `_scalers`. Start reading at `PowerTransformer`.
"""

import numpy as np
from sklearn._arrays import check_random_state, check_words, matrix, refuse
from sklearn.preprocessing._scalers import StandardScaler, _Scaler


def _yeo_johnson(x, power):
    """I.-K. Yeo and R. Johnson's power, of numbers of both signs."""
    found, above = np.zeros_like(x), x >= 0
    found[above] = np.log1p(x[above]) if abs(power) < 2.0**-52 else (np.power(x[above] + 1, power) - 1) / power
    low = x[~above]
    found[~above] = -np.log1p(-low) if abs(power - 2) <= 2.0**-52 else -(np.power(-low + 1, 2 - power) - 1) / (2 - power)
    return found


def _yeo_johnson_back(x, power):
    found, above = np.zeros_like(x), x >= 0
    found[above] = np.exp(x[above]) - 1 if abs(power) < 2.0**-52 else np.power(x[above] * power + 1, 1 / power) - 1
    low = x[~above]
    found[~above] = 1 - np.exp(-low) if abs(power - 2) <= 2.0**-52 else 1 - np.power(-(2 - power) * low + 1, 1 / (2 - power))
    return found


def _box_cox(x, power):
    """G. Box and D. Cox' power, of numbers above zero."""
    return np.log(x) if power == 0 else np.expm1(power * np.log(x)) / power


def _box_cox_back(x, power):
    return np.exp(x) if power == 0 else np.exp(np.log1p(power * x) / power)


class PowerTransformer(_Scaler):
    """Each feature by the power that makes it most like a normal distribution."""

    def __init__(self, method="yeo-johnson", *, standardize=True, copy=True):
        self.method, self.standardize, self.copy = method, standardize, copy

    def _checked(self, X):
        X = matrix(X, "PowerTransformer", allow_nan=True).astype(float)
        if self.method == "box-cox" and bool((X <= 0).any()):
            raise ValueError("The Box-Cox transformation can only be applied to strictly positive data")
        return X

    def fit(self, X, y=None):
        """The powers."""
        check_words("PowerTransformer", ("yeo-johnson", "box-cox"), method=self.method)
        given, X = X, self._checked(X)
        self._note_features(given, X)
        self.lambdas_ = np.array([self._power(column[~np.isnan(column)]) for column in X.T])
        if self.standardize:
            self._scaler = StandardScaler().fit(self._by_powers(X))
        return self

    def _power(self, column):
        from scipy.optimize import brent

        function, logarithms = _box_cox, np.log(column) if self.method == "box-cox" else None
        if self.method == "yeo-johnson":
            if np.var(column) < 1e-300:
                return 1.0
            function, logarithms = _yeo_johnson, np.sign(column) * np.log1p(np.abs(column))

        def unlikely(power):
            spread = float(np.var(function(column, power)))
            return -((power - 1) * float(logarithms.sum()) - len(column) / 2 * np.log(spread))

        return float(brent(unlikely, brack=(-2, 2)))

    def _by_powers(self, X):
        function = _box_cox if self.method == "box-cox" else _yeo_johnson
        return np.stack([function(column, power) for column, power in zip(X.T, self.lambdas_.tolist())], axis=1)

    def transform(self, X):
        """X by the powers."""
        self._check_fitted()
        X = self._checked(X)
        self._check_features(X)
        found = self._by_powers(X)
        return self._scaler.transform(found) if self.standardize else found

    def inverse_transform(self, X):
        """What `transform` had been given."""
        self._check_fitted()
        X = matrix(X, "PowerTransformer").astype(float)
        X = self._scaler.inverse_transform(X) if self.standardize else X
        function = _box_cox_back if self.method == "box-cox" else _yeo_johnson_back
        return np.stack([function(column, power) for column, power in zip(X.T, self.lambdas_.tolist())], axis=1)


def power_transform(X, method="yeo-johnson", *, standardize=True, copy=True):
    """`PowerTransformer` in one call."""
    return PowerTransformer(method, standardize=standardize, copy=copy).fit_transform(X)


class QuantileTransformer(_Scaler):
    """Each feature by its ranks: spread evenly between 0 and 1, or normally."""

    def __init__(self, *, n_quantiles=1000, output_distribution="uniform", ignore_implicit_zeros=False, subsample=10000,
                 random_state=None, copy=True):
        self.n_quantiles, self.output_distribution, self.ignore_implicit_zeros = n_quantiles, output_distribution, ignore_implicit_zeros
        self.subsample, self.random_state, self.copy = subsample, random_state, copy

    def fit(self, X, y=None):
        """The quantiles of each feature."""
        check_words("QuantileTransformer", ("uniform", "normal"), output_distribution=self.output_distribution)
        given, X = X, matrix(X, "QuantileTransformer", allow_nan=True).astype(float)
        self._note_features(given, X)
        count = len(X)
        if self.n_quantiles > count:
            import warnings

            warnings.warn(
                f"n_quantiles ({self.n_quantiles}) is greater than the total number of samples ({count}). n_quantiles is set to "
                "n_samples.", stacklevel=4,
            )  # fmt: skip
        if self.subsample is not None and count > self.subsample:
            refuse("QuantileTransformer", subsample=(self.subsample, None))
        check_random_state(self.random_state)
        self.n_quantiles_ = max(1, min(self.n_quantiles, count))
        self.references_ = np.linspace(0, 1, self.n_quantiles_, endpoint=True)
        found = np.nanpercentile(X, self.references_ * 100, axis=0)
        self.quantiles_ = np.maximum.accumulate(found)
        return self

    def transform(self, X):
        """Where each value is among the quantiles."""
        from scipy.stats import norm

        self._check_fitted()
        X = matrix(X, "QuantileTransformer", allow_nan=True).astype(float)
        self._check_features(X)
        columns = []
        for column, quantiles in zip(X.T, self.quantiles_.T):
            up = np.interp(column, quantiles, self.references_)
            down = np.interp(-column, -quantiles[::-1], -self.references_[::-1])
            found = 0.5 * (up - down)
            is_low, is_high = column == quantiles[0], column == quantiles[-1]
            found = np.where(is_high, 1.0, np.where(is_low, 0.0, found))
            found = np.where(np.isnan(column), np.nan, found)
            if self.output_distribution == "normal":
                edge = 1e-7 - 2.0**-52
                found = np.clip(norm.ppf(found), float(norm.ppf(edge)), float(norm.ppf(1 - edge)))
            columns.append(found)
        return np.stack(columns, axis=1)

    def inverse_transform(self, X):
        """What `transform` had been given."""
        from scipy.stats import norm

        self._check_fitted()
        X = matrix(X, "QuantileTransformer").astype(float)
        shares = norm.cdf(X) if self.output_distribution == "normal" else X
        return np.stack([np.interp(column, self.references_, own) for column, own in zip(shares.T, self.quantiles_.T)], axis=1)


def quantile_transform(X, *, axis=0, n_quantiles=1000, output_distribution="uniform", ignore_implicit_zeros=False,
                       subsample=10000, random_state=None, copy=True):
    """`QuantileTransformer` in one call."""
    refuse("quantile_transform", axis=(axis, 0))
    return QuantileTransformer(
        n_quantiles=n_quantiles, output_distribution=output_distribution, ignore_implicit_zeros=ignore_implicit_zeros,
        subsample=subsample, random_state=random_state, copy=copy,
    ).fit_transform(X)  # fmt: skip

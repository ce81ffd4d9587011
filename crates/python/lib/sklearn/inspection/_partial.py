"""What a model says on average when some features have a given value: `partial_dependence`, and its picture.

What it is not: several goals. Source: J. Friedman, Greedy Function Approximation, 2001. Start reading at `partial_dependence`.
"""

import itertools

import numpy as np
from _scalars import INTS
from sklearn._arrays import check_words, labels, refuse
from sklearn.base import is_classifier, is_regressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor
from sklearn.utils import Bunch


def partial_dependence(estimator, X, features, *, sample_weight=None, categorical_features=None, feature_names=None,
                       response_method="auto", percentiles=(0.05, 0.95), grid_resolution=100, custom_values=None, method="auto",
                       kind="average"):  # fmt: skip
    """The mean of what is said at each point of a grid, and with `kind="individual"` what is said of each sample."""
    owner = "partial_dependence"
    check_words(owner, ("average", "both", "individual"), kind=kind)
    check_words(owner, ("auto", "brute", "recursion"), method=method)
    refuse(owner, categorical_features=(categorical_features, None))
    if not (is_classifier(estimator) or is_regressor(estimator)):
        raise ValueError("'estimator' must be a fitted regressor or classifier.")
    if kind != "average" and method == "recursion":
        raise ValueError("The 'recursion' method only applies when 'kind' is set to 'average'")
    features = [features] if isinstance(features, (str, *INTS)) else list(features)
    asked = list(features[0]) if len(features) == 1 and isinstance(features[0], (list, tuple)) else features
    X = X.copy() if hasattr(X, "iloc") else np.array(X)
    at = [_place(X, name, feature_names) for name in asked]
    values = [_values(_column(X, place), name, percentiles, grid_resolution, custom_values) for place, name in zip(at, asked)]
    grid, found = [tuple(map(float, each)) for each in itertools.product(*(each.tolist() for each in values))], Bunch(grid_values=values)
    trees = _trees_of(estimator) if kind == "average" and method != "brute" and sample_weight is None else None
    if method == "recursion" and trees is None:
        raise ValueError(
            "Only the following estimators support the 'recursion' method: GradientBoostingClassifier, GradientBoostingRegressor, "
            "HistGradientBoostingClassifier, HistGradientBoostingRegressor, HistGradientBoostingRegressor, DecisionTreeRegressor, "
            "RandomForestRegressor. Try using method='brute'."
        )
    shape = [len(each) for each in values]
    if trees is not None:
        if response_method not in ("auto", "decision_function"):
            raise ValueError(f"With the 'recursion' method, the response_method must be 'decision_function'. Got {response_method}.")
        found["average"] = np.array([[sum(weight * _expected(tree, dict(zip(at, point))) for weight, tree in column) for point in grid]
                                     for column in trees]).reshape(-1, *shape)  # fmt: skip
        return found
    said = _said(estimator, X, at, grid, response_method)
    if kind != "individual":
        found["average"] = np.average(said, axis=1, weights=sample_weight).reshape(-1, *shape)
    if kind != "average":
        found["individual"] = said.reshape(len(said), len(said[0]), *shape)
    return found


def _place(X, name, names):
    if isinstance(name, INTS):
        if not 0 <= name < X.shape[1]:
            raise ValueError(f"all features must be in [0, {X.shape[1] - 1}]")
        return int(name)
    return (X.columns.tolist() if names is None else list(names)).index(name)


def _column(X, at):
    return X.iloc[:, at].to_numpy() if hasattr(X, "iloc") else X[:, at]


def _values(column, name, percentiles, resolution, custom):
    """The values of one feature at which the model is asked."""
    if custom is not None and name in custom:
        return np.asarray(custom[name])
    if column.dtype.kind in "iu":
        raise ValueError(
            f"The column {name!r} contains integer data. Partial dependence plots are not supported for integer data: this can lead "
            "to implicit rounding with NumPy arrays or even errors with newer pandas versions. Please convert numerical features to "
            "floating point dtypes ahead of time to avoid problems."
        )
    different = np.unique(column)
    if len(different) < resolution:
        return different
    low, high = (_quantile(np.sort(column), share) for share in percentiles)
    if np.isclose(low, high):
        raise ValueError("percentiles are too close to each other, unable to build the grid. Please choose percentiles that are further "
                         "apart.")  # fmt: skip
    return np.linspace(low, high, resolution)


def _quantile(ranked, share):
    """Between two values by 0.4 from each end, as mquantiles does."""
    count = len(ranked)
    place = count * share + 0.4 + share * 0.2
    at = int(min(max(np.floor(place), 1), count - 1))
    part = min(max(place - at, 0.0), 1.0)
    return float((1 - part) * ranked[at - 1] + part * ranked[at])


def _said(estimator, X, at, grid, method):
    """A table of samples and points for each goal."""
    if is_regressor(estimator):
        method = "predict"
    elif method == "auto":
        method = "predict_proba" if hasattr(estimator, "predict_proba") else "decision_function"
    tables = []
    for point in grid:
        for place, value in zip(at, point):
            if hasattr(X, "iloc"):
                X[X.columns.tolist()[place]] = value
            else:
                X[:, place] = value
        found = getattr(estimator, method)(X)
        if found.ndim > 1 and is_classifier(estimator) and found.shape[1] == 2:
            found = found[:, 1]
        tables.append(found.reshape(len(found), -1))
    return np.stack(tables, axis=2).transpose(1, 0, 2)


def _trees_of(estimator):
    """For each goal the trees and how much each counts, of models that are made of trees of numbers."""
    from sklearn.ensemble._boosting import _Gradients

    if isinstance(estimator, _Gradients):
        return [[(estimator.learning_rate, stage[at]) for stage in estimator.estimators_] for at in range(len(estimator.estimators_[0]))]
    if isinstance(estimator, RandomForestRegressor):
        return [[(1 / len(estimator.estimators_), each) for each in estimator.estimators_]]
    return [[(1.0, estimator)]] if isinstance(estimator, DecisionTreeRegressor) else None


def _expected(estimator, known):
    """What a tree says when only some features are known: of the others, both branches by their weight."""
    tree, total, waiting = estimator.tree_, 0.0, [(0, 1.0)]
    left, right, features = tree.children_left, tree.children_right, tree.feature
    while waiting:
        at, weight = waiting.pop()
        if left[at] < 0:
            total += weight * float(tree.value[at, 0, 0])
        elif int(features[at]) in known:
            value = float(np.float32(known[int(features[at])]))
            waiting.append((int(left[at] if value <= float(tree.threshold[at]) else right[at]), weight))
        else:
            share = float(tree.weighted_n_node_samples[left[at]] / tree.weighted_n_node_samples[at])
            waiting += [(int(left[at]), weight * share), (int(right[at]), weight * (1 - share))]
    return total


class PartialDependenceDisplay:
    """Curves of one feature, levels of two."""

    def __init__(self, pd_results, *, features, feature_names, target_idx, kind="average"):
        self.pd_results, self.features, self.feature_names = pd_results, features, feature_names
        self.target_idx, self.kind = target_idx, kind

    @classmethod
    def from_estimator(cls, estimator, X, features, *, sample_weight=None, categorical_features=None, feature_names=None, target=None,
                       response_method="auto", n_cols=3, grid_resolution=100, percentiles=(0.05, 0.95), custom_values=None,
                       method="auto", n_jobs=None, verbose=0, line_kw=None, ice_lines_kw=None, pd_line_kw=None, contour_kw=None,
                       ax=None, kind="average", centered=False, subsample=1000, random_state=None):  # fmt: skip
        """Asks the model for each feature or pair of them, and draws it."""
        del n_jobs, verbose, random_state
        owner = "PartialDependenceDisplay"
        refuse(owner, centered=(centered, False), categorical_features=(categorical_features, None))
        if kind != "average" and isinstance(subsample, INTS) and X.shape[0] > subsample:
            refuse(owner, subsample=(subsample, None))
        if feature_names is None:
            feature_names = X.columns.tolist() if hasattr(X, "columns") else [f"x{at}" for at in range(X.shape[1])]
        groups = [each if isinstance(each, (list, tuple)) else (each,) for each in features]
        found = [
            partial_dependence(estimator, X, list(group), sample_weight=sample_weight, feature_names=feature_names, kind=kind,
                               response_method=response_method, grid_resolution=grid_resolution, percentiles=percentiles,
                               custom_values=custom_values, method=method)
            for group in groups
        ]  # fmt: skip
        at = 0
        if is_classifier(estimator) and len(estimator.classes_) > 2:
            if target is None:
                raise ValueError("target must be specified for multi-class")
            at = labels(estimator.classes_).index(target)
        places = [tuple(_place(X, name, feature_names) for name in group) for group in groups]
        made = cls(found, features=places, feature_names=list(feature_names), target_idx=at, kind=kind)
        return made.plot(ax=ax, n_cols=n_cols, line_kw=line_kw, ice_lines_kw=ice_lines_kw, pd_line_kw=pd_line_kw, contour_kw=contour_kw)

    def plot(self, *, ax=None, n_cols=3, line_kw=None, ice_lines_kw=None, pd_line_kw=None, contour_kw=None):
        """A picture for each."""
        from matplotlib import pyplot

        count = len(self.features)
        columns = min(n_cols, count)
        rows = -(-count // columns)
        if ax is None:
            self.figure_ = pyplot.gcf()
            axes = [self.figure_.add_subplot(rows, columns, at + 1) for at in range(count)]
            self.axes_ = np.array([*axes, *[None] * (rows * columns - count)], dtype=object).reshape(rows, columns)
        else:
            axes = list(np.ravel(ax)) if hasattr(ax, "__len__") else [ax]
            if len(axes) != count:
                raise ValueError(f"Expected ax to have {count} axes, got {len(axes)}")
            self.figure_, self.axes_ = axes[0].figure, ax
        for own, group, found in zip(axes, self.features, self.pd_results):
            names = [self.feature_names[at] for at in group]
            own.set_xlabel(names[0])
            if len(group) == 2:
                levels = own.contour(*found.grid_values, found["average"][self.target_idx].T, **{"colors": "k", **(contour_kw or {})})
                own.contourf(*found.grid_values, found["average"][self.target_idx].T, alpha=0.8)
                own.clabel(levels, fmt="%2.2f", fontsize=10, inline=True)
                own.set_ylabel(names[1])
                continue
            if self.kind != "average":
                for line in found["individual"][self.target_idx]:
                    own.plot(found.grid_values[0], line, **{"alpha": 0.3, "linewidth": 0.5, **(line_kw or {}), **(ice_lines_kw or {})})
            if self.kind != "individual":
                style = {"label": "average", **({"linestyle": "--", "color": "tab:orange"} if self.kind == "both" else {})}
                own.plot(found.grid_values[0], found["average"][self.target_idx], **{**style, **(line_kw or {}), **(pd_line_kw or {})})
                if self.kind == "both":
                    own.legend()
            own.set_ylabel("Partial dependence")
        return self

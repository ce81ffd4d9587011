"""The names of a frame's columns: noted where an estimator is fitted, compared where it is used, given to what comes out.

What it is not: how many columns there are. Start reading at `wrapped`, which `BaseEstimator` puts around the methods of its
subclasses.
"""

import functools
import warnings

from _scalars import FLOATS

FITS = ("fit", "fit_transform", "fit_predict", "partial_fit")
USES = ("predict", "predict_proba", "predict_log_proba", "decision_function", "transform", "score_samples")
_OUT = ("fit_transform", "transform")


def names_of(X):
    """The names of a frame's columns, if they are texts; None of anything else.

    Raises:
        TypeError: for texts among other names.
    """
    if not hasattr(X, "columns"):
        return None
    names = X.columns.tolist()
    kinds = sorted({type(name).__name__ for name in names})
    if len(kinds) > 1 and "str" in kinds:
        raise TypeError(
            "Feature names are only supported if all input features have string names, but your input has "
            f"{kinds} as feature name / column name types. If you want feature names to be stored and validated, you must "
            "convert them all to strings, by using X.columns = X.columns.astype(str) for example. Otherwise you can remove "
            "feature / column names from your input data, or convert them all to a non-string data type."
        )
    return names if kinds == ["str"] else None


def _note(estimator, X):
    from numpy._objects import objects

    names = names_of(X)
    estimator.__dict__.pop("feature_names_in_", None)
    if names is not None:
        estimator.feature_names_in_ = objects(names)


def _listed(names):
    shown = sorted(names)
    return "".join(f"- {name}\n" for name in shown[:5]) + ("- ...\n" if len(shown) > 5 else "")


def _compare(estimator, X):
    """Warns of names that are missing, and raises ValueError for others than those of `fit`."""
    known, own = estimator.__dict__.get("feature_names_in_"), names_of(X)
    title = type(estimator).__name__
    if known is None and own is not None and "n_features_in_" in estimator.__dict__:
        warnings.warn(f"X has feature names, but {title} was fitted without feature names", UserWarning, stacklevel=4)
    if known is None:
        return
    known = known.tolist()
    if own is None:
        # Numbers without names are told of; texts and lists are, too.
        warnings.warn(
            f"X does not have valid feature names, but {title} was fitted with feature names", UserWarning, stacklevel=4
        )
        return
    if own == known:
        return
    told = "The feature names should match those that were passed during fit.\n"
    unseen, lost = set(own) - set(known), set(known) - set(own)
    told += f"Feature names unseen at fit time:\n{_listed(unseen)}" if unseen else ""
    told += f"Feature names seen at fit time, yet now missing:\n{_listed(lost)}" if lost else ""
    told += "Feature names must be in the same order as they were in fit.\n" if not unseen and not lost else ""
    raise ValueError(told)


def wrapped(name, method):
    """A method that notes or compares the names of X, and gives what is transformed to pandas where that is wanted."""

    @functools.wraps(method)
    def apply(self, *args, **kwargs):
        X = args[0] if args else kwargs.get("X")
        if "_is_inside" in self.__dict__:
            return method(self, *args, **kwargs)
        self._is_inside = True
        try:
            if name in FITS:
                _check(self, args[1:], kwargs)
            if name not in FITS:
                _compare(self, X)
            elif name != "partial_fit" or "n_features_in_" not in self.__dict__:
                _note(self, X)
            found = method(self, *args, **kwargs)
        finally:
            self.__dict__.pop("_is_inside", None)
        return _as_wanted(self, X, found) if name in _OUT else found

    return apply


def _check(estimator, targets, named):
    """Refuses parameters that are none, and targets that the kind of estimator cannot learn.

    Raises:
        ValueError: in scikit-learn's words.
    """
    from sklearn._allowed import check

    check(estimator)
    learns = getattr(estimator, "_learns", None)
    if learns is None or not targets and "y" not in named:
        return
    y = targets[0] if targets else named["y"]
    if y is None:
        raise ValueError(f"This {type(estimator).__name__} estimator requires y to be passed, but the target y is None.")
    kind = getattr(getattr(y, "dtype", None), "kind", None)
    may_be_floats = learns == "labels" and (kind == "f" or kind is None and isinstance(y, (list, tuple)))
    if may_be_floats and any(isinstance(one, FLOATS) and one != one for one in _labels_of(y)):
        raise ValueError("Input y contains NaN.")
    if may_be_floats and _are_continuous(y):
        raise ValueError(
            "Unknown label type: continuous. Maybe you are trying to fit a classifier, which expects discrete classes on a "
            "regression target with continuous values."
        )


def _labels_of(y):
    return y.tolist() if hasattr(y, "tolist") else y


def _are_continuous(y):
    return any(isinstance(value, FLOATS) and value % 1 != 0 for value in _labels_of(y))


def is_for_pandas(estimator):
    """Whether what an estimator makes of data is to be a frame."""
    from sklearn._config import wanted_output

    own = estimator.__dict__.get("_output") or {}
    return (own.get("transform") or wanted_output()) == "pandas"


def _as_wanted(estimator, X, found):
    if not is_for_pandas(estimator) or not hasattr(estimator, "get_feature_names_out"):
        return found
    if hasattr(found, "toarray"):
        raise ValueError(
            "Pandas output does not support sparse data. Set sparse_output=False to output pandas dataframes or disable Pandas "
            'output via` ohe.set_output(transform="default").'
        )
    import pandas

    if hasattr(found, "iloc"):
        return found
    index = X.index if hasattr(X, "columns") else None
    return pandas.DataFrame(found, columns=list(estimator.get_feature_names_out()), index=index)


def known_names(estimator, input_features=None):
    """The names of what comes in: those that are given, those of `fit`, or counted ones."""
    own = estimator.__dict__.get("feature_names_in_")
    if input_features is not None:
        given = list(input_features)
        if own is not None and own.tolist() != given:
            raise ValueError("input_features is not equal to feature_names_in_")
        if len(given) != estimator.n_features_in_:
            raise ValueError("input_features should have length equal to number of features")
        return given
    return own.tolist() if own is not None else [f"x{at}" for at in range(estimator.n_features_in_)]


def check_output(transform):
    """Raises ValueError for what is neither numpy's nor pandas' form."""
    if transform == "polars":
        raise NotImplementedError("set_output: transform='polars' is not built into this sklearn")
    if transform not in (None, "default", "pandas"):
        raise ValueError(f"output config must be in ['default', 'pandas', 'polars'], got {transform}")


class OneToOne:
    """For transformers whose features are what they were: so are their names."""

    def get_feature_names_out(self, input_features=None):
        """The features' names."""
        from numpy._objects import objects

        self._check_fitted()
        return objects(known_names(self, input_features))

"""Columns of a table, each with a change of its own: `ColumnTransformer`.

What it is not: changes of the goal. Start reading at `ColumnTransformer`.
"""

import numpy as np
from _scalars import INTS
from numpy._objects import objects
from sklearn._arrays import refuse
from sklearn._composed import Composed
from sklearn._named import is_for_pandas
from sklearn.base import TransformerMixin, clone
from sklearn.pipeline import named_apart


class ColumnTransformer(TransformerMixin, Composed):
    """Transformers side by side, each given its columns by name or place."""

    def __init__(self, transformers, *, remainder="drop", sparse_threshold=0.3, n_jobs=None, transformer_weights=None,
                 verbose=False, verbose_feature_names_out=True, force_int_remainder_cols="deprecated"):
        self.transformers, self.remainder, self.sparse_threshold, self.n_jobs = transformers, remainder, sparse_threshold, n_jobs
        self.transformer_weights, self.verbose = transformer_weights, verbose
        self.verbose_feature_names_out = verbose_feature_names_out
        self.force_int_remainder_cols = force_int_remainder_cols

    def _parts(self):
        return {name: step for name, step, _ in self.transformers}

    def __sklearn_clone__(self):
        made = ColumnTransformer([(name, _copied(step), columns) for name, step, columns in self.transformers])
        return made.set_params(**{name: value for name, value in super().get_params(deep=False).items()
                                  if name != "transformers"})

    def fit(self, X, y=None):
        """All transformers."""
        self.fit_transform(X, y)
        return self

    def fit_transform(self, X, y=None, **params):
        """What all transformers make of their columns, side by side."""
        refuse("ColumnTransformer", transformer_weights=(self.transformer_weights, None), params=(params or None, None))
        names = _names(X)
        self.n_features_in_ = len(names)
        if hasattr(X, "columns"):
            self.feature_names_in_ = objects(names)
        taken, parts, self.transformers_ = set(), [], []
        for name, step, columns in self.transformers:
            places = _places(columns, names, X)
            taken.update(places)
            step = _copied(step)
            if not isinstance(step, str) and places:
                if "_output" in self.__dict__ and hasattr(step, "set_output"):
                    step.set_output(**self._output)
                parts.append(step.fit_transform(_part(X, places, columns), y))
            elif step == "passthrough":
                parts.append(_part(X, places, places))
            self.transformers_.append((name, step, columns))
        rest = [at for at in range(len(names)) if at not in taken]
        if rest:
            step = _copied(self.remainder)
            self.transformers_.append(("remainder", step, rest))
            if not isinstance(step, str):
                parts.append(step.fit_transform(_part(X, rest, rest), y))
            elif step == "passthrough":
                parts.append(_part(X, rest, rest))
        self._is_sparse = _is_thin(parts, self.sparse_threshold)
        return self._beside(parts)

    def transform(self, X):
        """What all transformers make of their columns, side by side."""
        self._check_fitted()
        names, parts = _names(X), []
        self._check_whole(names, X)
        for _, step, columns in self.transformers_:
            places = _places(columns, names, X)
            if not isinstance(step, str) and places:
                parts.append(step.transform(_part(X, places, columns)))
            elif step == "passthrough":
                parts.append(_part(X, places, places))
        return self._beside(parts)

    def _check_whole(self, names, X):
        """Raises ValueError for a frame without a column that is asked for."""
        if not hasattr(X, "columns") or "feature_names_in_" not in self.__dict__:
            return
        known = self.feature_names_in_.tolist()
        asked = {known[at] for _, step, columns in self.transformers_ if step != "drop" for at in _places(columns, known, None)}
        if not asked <= set(names):
            raise ValueError(f"columns are missing: {asked - set(names)}")

    def _beside(self, parts):
        if not parts:
            return np.zeros((0, 0))
        arrays = [part.toarray() if hasattr(part, "toarray") else np.asarray(part) for part in parts]
        arrays = [array.reshape(-1, 1) if array.ndim == 1 else array for array in arrays]
        if is_for_pandas(self):
            return self._framed(parts)
        whole = np.hstack(arrays)
        if not self._is_sparse:
            return whole
        from scipy.sparse import csr_matrix

        return csr_matrix(whole)

    def set_output(self, *, transform=None):
        """In which form `transform` gives what it finds, of all transformers, too."""
        super().set_output(transform=transform)
        for step in [*(step for _, step, _ in self.transformers), self.remainder]:
            if hasattr(step, "set_output"):
                step.set_output(transform=transform)
        return self

    def _framed(self, parts):
        """A frame of the parts beside each other."""
        import pandas

        frames = [part if hasattr(part, "iloc") else pandas.DataFrame(np.asarray(part)) for part in parts]
        found = pandas.concat(frames, axis=1)
        found.columns = list(self.get_feature_names_out())
        return found

    @property
    def named_transformers_(self):
        from sklearn.utils import Bunch

        return Bunch(**{name: step for name, step, _ in self.transformers_})

    def get_feature_names_out(self, input_features=None):
        """The columns' names, each with its transformer's in front."""
        self._check_fitted()
        known = list(input_features) if input_features is not None else (
            self.feature_names_in_.tolist() if hasattr(self, "feature_names_in_") else
            [f"x{at}" for at in range(self.n_features_in_)])
        found = []
        for name, step, columns in self.transformers_:
            if step == "drop":
                continue
            own = [known[at] for at in _places(columns, known, None)]
            if not isinstance(step, str):
                own = list(step.get_feature_names_out(own))
            found += [f"{name}__{each}" if self.verbose_feature_names_out else each for each in own]
        return objects(found)


def _copied(step):
    return step if isinstance(step, str) else clone(step)


def _names(X):
    """The columns' names, or their places."""
    return X.columns.tolist() if hasattr(X, "columns") else list(range(np.asarray(X).shape[1]))


def _places(columns, names, X):
    """Where the columns lie that a list, a slice, flags or a function name."""
    columns = columns(X) if callable(columns) else columns
    columns = columns.tolist() if hasattr(columns, "tolist") else columns
    if isinstance(columns, slice):
        return list(range(len(names)))[columns]
    listed = [columns] if isinstance(columns, (str, INTS)) else list(columns)
    if listed and all(isinstance(each, bool) for each in listed):
        return [at for at, is_chosen in enumerate(listed) if is_chosen]
    if X is not None:
        _check_names([each for each in listed if isinstance(each, str)], names, X)
    return [names.index(each) if isinstance(each, str) else each % len(names) for each in listed]


def _check_names(wanted, names, X):
    """Raises ValueError for names of an array's columns, and for those of none."""
    if wanted and not hasattr(X, "columns"):
        raise ValueError("Specifying the columns using strings is only supported for dataframes.")
    if not set(wanted) <= set(names):
        raise ValueError(f"Some column names are not columns of the dataframe: {set(wanted) - set(names)}")


def _part(X, places, columns):
    """The columns of X; a single one that is no list is a vector."""
    if hasattr(X, "columns"):
        return X.iloc[:, places[0]] if isinstance(columns, (str, INTS)) else X.iloc[:, places]
    array = np.asarray(X)
    return array[:, places[0]] if isinstance(columns, INTS) else array[:, np.array(places, dtype=np.int64)]


def _is_thin(parts, threshold):
    """Whether some part is sparse, and little of the whole is other than zero."""
    if not any(hasattr(part, "toarray") for part in parts):
        return False
    arrays = [part.toarray() if hasattr(part, "toarray") else np.asarray(part) for part in parts]
    filled = sum(int((array != 0).sum()) if hasattr(part, "toarray") else array.size for part, array in zip(parts, arrays))
    return filled / sum(array.size for array in arrays) < threshold


class make_column_selector:
    """The names of a frame's columns of some dtypes, or whose names match a pattern."""

    def __init__(self, pattern=None, *, dtype_include=None, dtype_exclude=None):
        self.pattern, self.dtype_include, self.dtype_exclude = pattern, dtype_include, dtype_exclude

    def __call__(self, df):
        if self.dtype_include is not None or self.dtype_exclude is not None:
            df = df.select_dtypes(include=self.dtype_include, exclude=self.dtype_exclude)
        names = df.columns.tolist()
        if self.pattern is not None:
            import re

            names = [name for name in names if re.search(self.pattern, name)]
        return names


def make_column_transformer(*transformers, **kwargs):
    """A `ColumnTransformer` whose parts are named after their classes."""
    names = named_apart([each for each, _ in transformers])
    return ColumnTransformer([(name, *each) for name, each in zip(names, transformers)], **kwargs)


def __getattr__(name):
    if name == "TransformedTargetRegressor":
        from sklearn.compose._targets import TransformedTargetRegressor

        return TransformedTargetRegressor
    raise AttributeError(f"module 'sklearn.compose' has no attribute '{name}'")

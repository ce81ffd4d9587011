"""Estimators that are made of others, which have names: their parameters are `name__parameter`.

What it is not: what they do with their parts. Start reading at `Composed`.
"""

from sklearn.base import BaseEstimator


class Composed(BaseEstimator):
    """A subclass says by `_parts` which estimators it has, by name."""

    _hands_on = True

    def get_params(self, deep=True):
        """The parameters by name; those of parts are `name__parameter`."""
        found = super().get_params(deep=False)
        if deep:
            parts = self._parts()
            found.update(parts)
            for name, part in parts.items():
                if hasattr(part, "get_params"):
                    found.update((f"{name}__{inner}", each) for inner, each in part.get_params().items())
        return found

    def set_params(self, **params):
        """Sets parameters by name, and those of parts by `name__parameter`."""
        for name, value in params.items():
            part, _, inner = name.partition("__")
            known = self._parts()
            if part in known and inner:
                known[part].set_params(**{inner: value})
            elif part in known:
                self._put(part, value)
            else:
                super().set_params(**{name: value})
        return self

    def _put(self, name, value):
        """Puts another estimator in a part's place, where that can be done."""
        super().set_params(**{name: value})

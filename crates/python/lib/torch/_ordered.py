"""State dicts: ordered dicts that print as pairs."""

from _collections import OrderedDict as _OrderedDict


class _AsPairs:
    """How a state dict prints. The class itself says it is as any ordered dict, by which `pprint` knows them."""

    def __get__(self, owner, _=None):
        if owner is None:
            return _OrderedDict.__repr__
        return lambda: f"OrderedDict({list(owner.items())!r})" if owner else "OrderedDict()"


class OrderedDict(_OrderedDict):
    """An ordered dict that prints, also its keys, as lessons show state dicts."""

    __repr__ = _AsPairs()

    def keys(self):
        return _Keys(self)

    def copy(self):
        return type(self)(self)

    def __copy__(self):
        copied = self.copy()
        copied.__dict__.update(self.__dict__)
        return copied

    def __deepcopy__(self, memo):
        from copy import deepcopy

        copied = memo[id(self)] = type(self)()
        for name, value in self.items():
            copied[deepcopy(name, memo)] = deepcopy(value, memo)
        copied.__dict__.update(deepcopy(self.__dict__, memo))
        return copied

    def __reduce__(self):
        return _OrderedDict, (list(self.items()),), self.__dict__ or None


OrderedDict.__module__ = "collections"


class _Keys:
    """The keys of a state dict."""

    def __init__(self, owner):
        self._owner = owner

    def __iter__(self):
        return iter(self._owner)

    def __reversed__(self):
        return reversed(self._owner)

    def __len__(self):
        return len(self._owner)

    def __contains__(self, name):
        return name in self._owner

    def _names(self):
        return set(self._owner)

    def __eq__(self, other):
        return self._names() == set(other)

    def __and__(self, other):
        return self._names() & set(other)

    def __or__(self, other):
        return self._names() | set(other)

    def __sub__(self, other):
        return self._names() - set(other)

    def __xor__(self, other):
        return self._names() ^ set(other)

    __hash__ = None

    def __repr__(self):
        return f"odict_keys({list(self._owner)!r})"

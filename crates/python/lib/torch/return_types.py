"""Named tuples that operators return, as `torch.max(x, dim=0)`."""

_made = {}


class _Fields(tuple):
    __slots__ = ()
    _fields = ()

    def __getattr__(self, name):
        try:
            return self[self._fields.index(name)]
        except ValueError:
            raise AttributeError(f"'torch.return_types.{type(self).__name__}' object has no attribute '{name}'") from None

    def __repr__(self):
        fields = ",\n".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"torch.return_types.{type(self).__name__}(\n{fields})"


def make(name, fields, values):
    """A named tuple of the operator `name`; its class is made at the first call."""
    kind = _made.get(name)
    if kind is None:
        kind = _made[name] = type(name, (_Fields,), {"_fields": fields, "__module__": "torch.return_types"})
        globals()[name] = kind
    return kind(values)

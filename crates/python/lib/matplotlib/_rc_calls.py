"""Calls that set rcParams: `rc`, `rc_context`, `rcdefaults`. Start reading at `rc`."""

from ._rc import READ, rcParams
from ._rc_rest import REST
from .style import kept

_SHORT = {"lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor", "mew": "markeredgewidth",
          "aa": "antialiased"}  # fmt: skip


def rc(group, **kwargs):
    """Sets rcParams of a group: rc("lines", linewidth=2)."""
    for each in [group] if isinstance(group, str) else group:
        for name, value in kwargs.items():
            key = f"{each}.{_SHORT.get(name, name)}"
            if key not in READ and key not in REST:
                raise KeyError(f'Unrecognized key "{key}" for group "{each}" and name "{name}"')
            rcParams[key] = value


def rcdefaults():
    """All rcParams as they were at first."""
    rcParams.reset()


def rc_context(rc=None, fname=None):
    """with rc_context({"lines.linewidth": 2}): within a block."""
    if fname is not None:
        raise NotImplementedError("rc_context(fname=...) is not supported by Kindling's matplotlib")
    return kept(lambda: rcParams.update(rc or {}))


def xkcd(scale=1, length=100, randomness=2):
    """with plt.xkcd(): lines as if by hand are not drawn here."""
    from ._style import untold

    del scale, length, randomness
    untold("xkcd")
    return rc_context()

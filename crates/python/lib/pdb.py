"""`pdb` and `breakpoint()`: there is no debugger here, and what to do instead is said once."""

import sys

_INSTEAD = (
    "There is no debugger here: the cell goes on. Print what you want to see, or raise an error to see where you are."
)


class Pdb:
    """May be made, as doctest makes one, and refuses when it is asked to stop."""

    def __init__(self, *args, **kwargs):
        """There is nothing to prepare."""

    reset = set_continue = __init__

    def set_trace(self, frame=None, *, commands=None):
        raise NotImplementedError(_INSTEAD)

    run = runcall = runeval = interaction = set_trace


def set_trace(*, header=None, commands=None):
    print(_INSTEAD, file=sys.stderr)


def post_mortem(t=None):
    print(_INSTEAD, file=sys.stderr)


def pm():
    print(_INSTEAD, file=sys.stderr)


def run(statement, globals=None, locals=None):
    print(_INSTEAD, file=sys.stderr)
    exec(statement, globals, locals)

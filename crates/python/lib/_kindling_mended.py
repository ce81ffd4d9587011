"""What modules of Python's own library are given here once they are imported.

What it is not: modules in their place. Start reading at `MENDED`.
"""

import itertools
import sys

_NOWHERE = (None, None, None, None)


def _position(code, instruction_index):
    """Where an instruction stands; code that travels without its lines knows only the line of its frame."""
    if instruction_index < 0:
        return _NOWHERE
    return next(itertools.islice(code.co_positions(), instruction_index // 2, None), _NOWHERE)


def _knows_positions(module):
    module._get_code_position = _position


def _is_bootstrapped(module):
    """Files can be imported by their paths: the part that does so gets to know the part that it stands on."""
    bootstrap = sys.modules["_frozen_importlib"]
    external = sys.modules["importlib._bootstrap_external"]
    external._set_bootstrap_module(bootstrap)
    bootstrap._bootstrap_external = external


def _tells_of_pickles(module):
    """Bytes that are no pickle are refused as in C, by errors of C's module."""
    for error in (module.PickleError, module.PicklingError, module.UnpicklingError):
        error.__module__ = "_pickle"
    load = module._Unpickler.load

    def told(self):
        try:
            return load(self)
        except EOFError as error:
            raise EOFError(*error.args or ("Ran out of input",)) from None
        except IndexError:
            raise module.UnpicklingError("unpickling stack underflow") from None

    module._Unpickler.load = told
    _reads_numpy(module._Unpickler)


def _reads_numpy(reader):
    """Arrays and dtypes that numpy pickled are filled once they are made: what stands for them gives way to them then."""
    find_class, build = reader.find_class, reader.load_build

    def found(self, module_name, name):
        if module_name == "numpy" and name == "dtype":
            from numpy._core.multiarray import _HeldKind

            return _HeldKind
        return find_class(self, module_name, name)

    def load_build(self):
        held = self.stack[-2]
        if not hasattr(type(held), "_built"):
            return build(self)
        made = held._built(self.stack.pop())
        self.stack[-1] = made
        # It was noted a moment ago.
        for key in reversed(self.memo):
            if self.memo[key] is held:
                self.memo[key] = made
                break

    reader.find_class = found
    reader.dispatch = {**reader.dispatch, ord("b"): load_build}


def _runs_commands(module):
    module.system, module.popen = _system, _popen


def _system(command):
    """Prints what the commands print, as `!` does in a cell; how they ended, as `os.system` says it."""
    from _kindling_commands import last_status, lines_of

    lines_of(command, streams=True)
    return last_status() << 8


def _popen(cmd, mode="r", buffering=-1):
    """What the commands print, as a file to read."""
    if mode != "r":
        raise NotImplementedError(f"os.popen: mode={mode!r} is not built here: nothing can be written to a command")
    from io import StringIO

    from _kindling_commands import lines_of
    from _kindling_streams import joined

    return StringIO(joined(lines_of(cmd)))


MENDED = {
    "importlib": _is_bootstrapped,
    "inspect": _knows_positions,
    "os": _runs_commands,
    "pickle": _tells_of_pickles,
    "traceback": _knows_positions,
}

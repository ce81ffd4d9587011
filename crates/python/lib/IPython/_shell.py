"""`get_ipython()`: what of IPython's shell notebooks use."""

import sys

import _kindling_magics
import _kindling_shell


class InteractiveShell:
    """The session."""

    @property
    def user_ns(self):
        return sys.modules["__main__"].__dict__

    @property
    def execution_count(self):
        return len(_kindling_shell.In) - 1

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        return _kindling_magics.line(f"%{magic_name} {line}")

    def magic(self, arg_s):
        return _kindling_magics.line("%" + arg_s)

    def run_cell_magic(self, magic_name, line, cell):
        return _kindling_magics.cell(f"{magic_name} {line}", cell)

    def system(self, cmd):
        _kindling_magics.line("!" + cmd)

    def getoutput(self, cmd, split=True, depth=0):
        lines = _kindling_magics.captured("!" + cmd)
        return lines if split else "\n".join(lines)

    def run_cell(self, raw_cell):
        exec(compile(raw_cell, "<cell>", "exec"), self.user_ns)

    def __repr__(self):
        return "<ipykernel.zmqshell.ZMQInteractiveShell object>"


_shell = InteractiveShell()


def get_ipython():
    """The session's shell."""
    return _shell

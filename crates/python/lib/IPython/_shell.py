"""`get_ipython()`: what of IPython's shell notebooks use."""

import sys

import _kindling_magics
import _kindling_shell


class InteractiveShell:
    """The session."""

    # Which of a cell's values are shown: `last_expr`, `all`, `last_expr_or_assign`, `last` or `none`.
    ast_node_interactivity = "last_expr"

    @classmethod
    def instance(cls, *args, **kwargs):
        return _shell

    @property
    def user_ns(self):
        return sys.modules["__main__"].__dict__

    user_global_ns = user_ns

    @property
    def execution_count(self):
        return len(_kindling_shell.In) - 1

    @property
    def config(self):
        """Nothing is configured."""
        return {}

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        return _kindling_magics.line(f"%{magic_name} {line}", {})

    def magic(self, arg_s):
        return _kindling_magics.line("%" + arg_s, {})

    def run_cell_magic(self, magic_name, line, cell):
        return _kindling_magics.whole(magic_name, line, cell)

    def register_magics(self, *magic_objects):
        for magics in magic_objects:
            (magics(self) if isinstance(magics, type) else magics)._register()

    def register_magic_function(self, func, magic_kind="line", magic_name=None):
        _kindling_magics.add(magic_kind, magic_name or func.__name__, func)

    def system(self, cmd):
        _kindling_magics.line("!" + cmd, {})

    def getoutput(self, cmd, split=True, depth=0):
        lines = _kindling_magics.captured("!" + cmd)
        return lines if split else "\n".join(lines)

    def run_cell(self, raw_cell, store_history=False, silent=False, shell_futures=True, cell_id=None):
        """Runs a cell; its `result` is the last value."""
        from ._results import run_cell

        return run_cell(raw_cell, store_history, silent, self.user_ns)

    @property
    def history_manager(self):
        from ._results import HistoryManager

        return HistoryManager()

    @property
    def user_ns_hidden(self):
        """Names that are nobody's."""
        return {}

    def showtraceback(self, *args, **kwargs):
        """Writes the traceback of the error that is being handled, or of the latest one."""
        if sys.exc_info()[1] is None:
            return _kindling_magics.line("%tb", {})
        import traceback

        traceback.print_exc()

    def find_line_magic(self, magic_name):
        """What does a line's magic; None if there is none."""
        return _kindling_magics.found("line", magic_name)

    def find_cell_magic(self, magic_name):
        """What does a cell's magic; None if there is none."""
        return _kindling_magics.found("cell", magic_name)

    def ex(self, cmd):
        exec(cmd, self.user_ns)

    def ev(self, expr):
        return eval(expr, self.user_ns)

    def push(self, variables, interactive=True):
        """Gives the session names: a dict of values, or names of those who call."""
        if not isinstance(variables, dict):
            names = variables.split() if isinstance(variables, str) else variables
            local = sys._getframe(1).f_locals
            variables = {name: local[name] for name in names if name in local}
        self.user_ns.update(variables)

    def reset(self, new_session=True, aggressive=False):
        _kindling_magics.line("%reset -f", {})

    def set_next_input(self, s, replace=False):
        _kindling_magics.say("set_next_input: a cell cannot write another one here.")

    def __repr__(self):
        return "<ipykernel.zmqshell.ZMQInteractiveShell object>"


_shell = InteractiveShell()


def get_ipython():
    """The session's shell."""
    return _shell

"""`get_ipython().run_cell(…)`: a cell run by a program, and what came of it.

What it is not: the running of the page's own cells, which is Rust's. Start reading at `run_cell`.
"""

import ast
import sys

import _kindling_python
import _kindling_running
import _kindling_shell


class ExecutionInfo:
    """What was run, and how."""

    def __init__(self, raw_cell, store_history, silent):
        self.raw_cell, self.store_history, self.silent = raw_cell, store_history, silent


class ExecutionResult:
    """What came of a cell: its last value (`result`), or the error."""

    execution_count = error_before_exec = error_in_exec = result = None

    def __init__(self, info):
        self.info = info

    def __repr__(self):
        told = " ".join(f"{name}={getattr(self, name)!r}" for name in (
            "execution_count", "error_before_exec", "error_in_exec", "info", "result"))
        return f"<ExecutionResult object at {id(self):x}, {told}>"

    @property
    def success(self):
        return self.error_before_exec is None and self.error_in_exec is None

    def raise_error(self):
        """Raises the cell's error, if it had one."""
        for error in (self.error_before_exec, self.error_in_exec):
            if error is not None:
                raise error


def run_cell(raw_cell, store_history, silent, names):
    """Runs it; its last value is shown unless it is `silent`, and an error's traceback is written."""
    found = ExecutionResult(ExecutionInfo(raw_cell, store_history, silent))
    found.execution_count = len(_kindling_shell.In) - 1
    try:
        tree = ast.parse(_kindling_running.python_of(raw_cell))
    except SyntaxError as error:
        found.error_before_exec = error
        _tell(error)
        return found
    try:
        found.result = _value(tree, raw_cell.rstrip().endswith(";"), names)
    except Exception as error:
        found.error_in_exec = error
        _tell(error)
        return found
    if found.result is not None and not silent:
        _kindling_shell.display(found.result)
    return found


def _value(tree, is_quiet, names):
    """Runs the statements; the value of the last one if it is an expression."""
    last = tree.body[-1] if tree.body and not is_quiet else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "<cell>", "exec"), names)
        return None
    del tree.body[-1]
    exec(compile(tree, "<cell>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)


def _tell(error):
    for line in _kindling_python.traceback_of(error, "<cell>"):
        print(line, file=sys.stderr)


class HistoryManager:
    """What cells of this session said and gave; earlier sessions are not kept."""

    session_number = 1

    @property
    def input_hist_raw(self):
        return _kindling_shell.In

    input_hist_parsed = input_hist_raw

    @property
    def output_hist(self):
        return _kindling_shell.Out

    def get_range(self, session=0, start=1, stop=None, raw=True, output=False):
        """Session, number and source of those cells; with `output` also what they gave."""
        if session not in (0, self.session_number):
            raise NotImplementedError("get_range: only this session is kept here")
        for number in range(len(_kindling_shell.In))[start:stop]:
            source = _kindling_shell.In[number]
            given = _kindling_shell.Out.get(number)
            yield 0, number, (source, None if given is None else repr(given)) if output else source

    def get_tail(self, n=10, raw=True, output=False, include_latest=False):
        """The same of the last `n` cells before this one."""
        end = len(_kindling_shell.In) - (not include_latest)
        return self.get_range(start=max(end - n, 1), stop=end, raw=raw, output=output)


ExecutionResult.__module__ = ExecutionInfo.__module__ = "IPython.core.interactiveshell"
HistoryManager.__module__ = "IPython.core.history"

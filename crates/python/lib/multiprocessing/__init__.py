"""`multiprocessing` in one process: `cpu_count()` is 1, and a `Pool` does its tasks one after the other.

What it is not: processes of one's own, which are refused. Start reading at `Pool`.
"""

from multiprocessing.pool import Pool
from queue import Queue
from threading import BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

TimeoutError = TimeoutError
SimpleQueue = JoinableQueue = Queue


class ProcessError(Exception):
    """What goes wrong with processes."""


def cpu_count():
    return 1


def set_start_method(method, force=False):
    """There is one process only."""
    if method not in get_all_start_methods():
        raise ValueError(f"cannot find context for {method!r}")


def get_start_method(allow_none=False):
    return "spawn"


def get_all_start_methods():
    """What ways to start a process are called, all of which come to the same."""
    return ["fork", "spawn", "forkserver"]


def get_context(method=None):
    """The module itself: all ways to start a process come to the same."""
    import multiprocessing

    if method is not None:
        set_start_method(method)
    return multiprocessing


def freeze_support():
    """There is one process only."""


class Process:
    """Refused: a page's Python cannot start another."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        raise NotImplementedError("multiprocessing.Process is not built here: call the function itself")


class _MainProcess:
    """The one process that there is."""

    name, daemon, exitcode, authkey = "MainProcess", False, None, b""

    @property
    def pid(self):
        import os

        return os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main = _MainProcess()


def current_process():
    """The one process that there is."""
    return _main


def parent_process():
    """None started this one."""
    return None


def active_children():
    """None was started."""
    return []


def __getattr__(name):
    if name in ("Array", "Manager", "Pipe", "RawArray", "RawValue", "Value", "Barrier", "shared_memory"):
        raise NotImplementedError(f"multiprocessing.{name} is not built here: there is one process, which shares all it has")
    raise AttributeError(f"module 'multiprocessing' has no attribute '{name}'")

"""The part of threading that works where there is one thread: locks that are never waited for."""

import _thread

__all__ = ["Condition", "Event", "Lock", "RLock", "Thread", "current_thread", "local", "main_thread"]

Lock = _thread.allocate_lock
RLock = _thread.RLock
ThreadError = _thread.error
get_ident = _thread.get_ident
TIMEOUT_MAX = _thread.TIMEOUT_MAX


class local:
    """Attributes of the one thread."""


class Event:
    """A flag. Nothing else can set it while wait() waits, so waiting for good is an error."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait(timeout)
        return self._flag


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *raised):
        return self._lock.__exit__(*raised)

    def wait(self, timeout=None):
        _wait(timeout)
        return False

    def wait_for(self, predicate, timeout=None):
        if not predicate():
            _wait(timeout)
        return predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


def _wait(timeout):
    if timeout is None:
        raise RuntimeError("waiting for another thread: there is only one here")
    import time

    time.sleep(max(timeout, 0))


class Thread:
    """A thread that cannot be started: a browser's worker has one."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name = name or "Thread-1"
        self.daemon = bool(daemon)
        self.ident = None

    def start(self):
        raise RuntimeError("can't start new thread")

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return self.ident is not None

    def __repr__(self):
        return f"<{type(self).__name__}({self.name}, {'started' if self.is_alive() else 'initial'})>"


_main_thread = Thread(name="MainThread")
_main_thread.ident = get_ident()


def current_thread():
    return _main_thread


def main_thread():
    return _main_thread


def active_count():
    return 1


def enumerate():
    return [_main_thread]

"""The part of threading that works where there is one thread: locks that are never waited for."""

import _thread

__all__ = [
    "Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "RLock", "Semaphore", "Thread", "Timer", "current_thread", "local",
    "main_thread",
]  # fmt: skip

ThreadError = _thread.error
get_ident = _thread.get_ident
TIMEOUT_MAX = _thread.TIMEOUT_MAX


class local:
    """Attributes of the one thread."""

    def __getattr__(self, name):
        raise AttributeError(f"'_thread._local' object has no attribute '{name}'")


class Lock:
    """What one holder at a time has. Nothing else can give it back, so waiting for it for good is an error."""

    _count, _most = 0, 1

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self._count == self._most:
            if blocking:
                _wait(None if timeout == -1 else timeout)
            return False
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("release unlocked lock")
        self._count -= 1

    def locked(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *raised):
        self.release()

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        return f"<{state} _thread.{type(self).__name__.lower()} object at {id(self):#x}>"


class RLock(Lock):
    """A lock that its holder, which here is always the same, may take many times."""

    _most = None

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __repr__(self):
        state, owner = ("locked", get_ident()) if self._count else ("unlocked", 0)
        return f"<{state} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>"


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


class ExceptHookArgs:
    """An error that ended a thread."""

    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args):
    """Tells of an error that ended a thread; a program may put its own in this one's place."""
    import sys
    import traceback

    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


_started = 0


class Thread:
    """What would run beside the program runs at once, from beginning to end: a browser's worker has one thread."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        global _started
        if name is None:
            _started += 1
            name = f"Thread-{_started}" + ("" if target is None else f" ({target.__name__})" if hasattr(target, "__name__") else "")
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name = name
        self.daemon = bool(daemon)
        self.ident, self._ended = None, False

    def start(self):
        global _current
        if self.ident is not None:
            raise RuntimeError("threads can only be started once")
        self.ident, before = get_ident() + 1 + _started, _current
        _current = self
        try:
            self.run()
        except SystemExit:
            pass
        except Exception as error:
            # As of a thread that ends by itself: it is told, and the program goes on.
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            _current, self._ended = before, True

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if self.ident is None:
            raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return self.ident is not None and not self._ended

    def getName(self):
        return self.name

    def setDaemon(self, daemonic):
        self.daemon = bool(daemonic)

    def __repr__(self):
        state = "initial" if self.ident is None else "stopped" if self._ended else "started"
        return f"<{type(self).__name__}({self.name}, {state}{'' if self.ident is None else f' {self.ident}'})>"


class Timer(Thread):
    """Something for later, which is done at once: nothing goes on while the program waits."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self, None, function, None, args or (), kwargs)
        self.interval, self.finished = interval, Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        import time

        time.sleep(self.interval)
        if not self.finished.is_set():
            Thread.run(self)
        self.finished.set()


class Semaphore:
    """A count of how many may go on; where none is left, nobody can add one."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if blocking:
                _wait(timeout)
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *raised):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is given back no more often than it was taken."""

    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self, n=1):
        if self._value + n > self._most:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class BrokenBarrierError(RuntimeError):
    """Others were waited for who will not come."""


class Barrier:
    """A place where so many wait for each other; one alone waits for nobody."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties, self.n_waiting, self.broken = parties, 0, False
        self._action, self._timeout = action, timeout

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        if self.parties > 1:
            _wait(self._timeout if timeout is None else timeout)
            self.abort()
            raise BrokenBarrierError
        if self._action is not None:
            self._action()
        return 0

    def abort(self):
        self.broken = True

    def reset(self):
        self.broken = False


_main_thread = Thread(name="MainThread")
_main_thread.ident = get_ident()
_current = _main_thread


def current_thread():
    return _current


currentThread = current_thread


def main_thread():
    return _main_thread


def get_native_id():
    """The number of the one thread that there is."""
    return get_ident()


def active_count():
    return len(enumerate())


def enumerate():
    return [_main_thread] if _current is _main_thread else [_main_thread, _current]

"""Executors that run each task when it is submitted: a page's Python has one thread.

What it is not: parallel. Results, errors and their order are those that many workers would give. Start reading at
`Executor`.
"""

from collections import namedtuple

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError
DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


class Error(Exception):
    """What goes wrong with tasks rather than in them."""


class CancelledError(Error):
    """The task was cancelled."""


class InvalidStateError(Error):
    """A task that is done was to be done again."""


class BrokenExecutor(RuntimeError):
    """Workers that ended by themselves: none do here."""


class Future:
    """The result of a task: one that was submitted is done; one that is made by hand waits for its result."""

    def __init__(self):
        self._state, self._value, self._error, self._callbacks = "pending", None, None, []

    def _run(self, call):
        try:
            self.set_result(call())
        except Exception as error:
            self.set_exception(error)

    def set_result(self, result):
        self._finish("finished", result, None)

    def set_exception(self, exception):
        self._finish("finished", None, exception)

    def _finish(self, state, value, error):
        if self.done():
            raise InvalidStateError(f"{self._state.upper()}: {self!r}")
        self._state, self._value, self._error = state, value, error
        for fn in self._callbacks:
            self._tell(fn)

    def set_running_or_notify_cancel(self):
        if self._state != "pending":
            return False
        self._state = "running"
        return True

    def _wait(self, timeout):
        if self._state == "cancelled":
            raise CancelledError
        if not self.done():
            if timeout is None:
                raise RuntimeError("waiting for a task that nothing runs: there is one thread here")
            import time

            time.sleep(max(timeout, 0))
            raise TimeoutError

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def done(self):
        return self._state in ("finished", "cancelled")

    def running(self):
        return self._state == "running"

    def cancelled(self):
        return self._state == "cancelled"

    def cancel(self):
        if self._state == "pending":
            self._finish("cancelled", None, None)
        return self.cancelled()

    def add_done_callback(self, fn):
        if self.done():
            self._tell(fn)
        else:
            self._callbacks.append(fn)

    def _tell(self, fn):
        try:
            fn(self)
        except Exception:
            # It is told, and the program goes on, as of a worker that nobody waits for.
            import traceback

            traceback.print_exc()

    def __repr__(self):
        told = ""
        if self._state == "finished":
            made = self._value if self._error is None else self._error
            told = f" {'returned' if self._error is None else 'raised'} {type(made).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={self._state}{told}>"


class Executor:
    """Runs tasks at once."""

    _ended = False

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        # Threads here have no names that a prefix could begin: the one there is keeps its own.
        del thread_name_prefix
        _start(max_workers, initializer, initargs)

    def submit(self, fn, /, *args, **kwargs):
        if self._ended:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future.set_running_or_notify_cancel()
        future._run(lambda: fn(*args, **kwargs))
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """Results in the order of the tasks. All are done before the first is asked for: none is late, and no part of
        them is sent anywhere, so the last three arguments change nothing but what is checked."""
        del timeout
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        futures = [self.submit(fn, *each) for each in zip(*iterables)]
        return (future.result() for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more tasks; none is left to wait for or to cancel."""
        self._ended = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
        return False


def _start(max_workers, initializer, initargs):
    if max_workers is not None and max_workers <= 0:
        raise ValueError("max_workers must be greater than 0")
    if initializer is not None and not callable(initializer):
        raise TypeError("initializer must be a callable")
    if initializer is not None:
        initializer(*initargs)


class ThreadPoolExecutor(Executor):
    """Threads, of which there is one."""


class ProcessPoolExecutor(Executor):
    """Processes, of which there is one; how others would be started does not matter."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        del mp_context
        if max_tasks_per_child is not None and max_tasks_per_child <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")
        _start(max_workers, initializer, initargs)


def as_completed(fs, timeout=None):
    """The tasks that are done, then each that is not, which is waited for in vain."""
    for future in sorted(set(fs), key=lambda future: not future.done()):
        if not future.done():
            future._wait(timeout)
        yield future


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    done = {future for future in fs if future.done()}
    return DoneAndNotDoneFutures(done, set(fs) - done)

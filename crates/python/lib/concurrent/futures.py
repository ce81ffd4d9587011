"""Executors that run each task when it is submitted: a page's Python has one thread.

What it is not: parallel. Results, errors and their order are those that many workers would give.
"""


class CancelledError(Exception):
    """The task was cancelled."""


class Future:
    """The result of a task that is done."""

    def __init__(self, call):
        self._value = self._error = None
        try:
            self._value = call()
        except Exception as error:
            self._error = error

    def result(self, timeout=None):
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        return self._error

    def done(self):
        return True

    def running(self):
        return False

    def cancelled(self):
        return False

    def cancel(self):
        return False

    def add_done_callback(self, fn):
        fn(self)


class Executor:
    """Runs tasks at once."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **options):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        return Future(lambda: fn(*args, **kwargs))

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        return (future.result() for future in [self.submit(fn, *each) for each in zip(*iterables)])

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Nothing is left to do."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


class ThreadPoolExecutor(Executor):
    pass


class ProcessPoolExecutor(Executor):
    pass


FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


def as_completed(fs, timeout=None):
    return iter(list(fs))


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    return set(fs), set()

"""Pools of workers, of which there is one: tasks are done one after the other, when they are asked for.

What it is not: parallel. Start reading at `Pool`.
"""


class AsyncResult:
    """What a task gave that was asked for without waiting: it is there already."""

    def __init__(self, call, callback, error_callback):
        self._value = self._error = None
        try:
            self._value = call()
        except Exception as error:
            self._error = error
        told = callback if self._error is None else error_callback
        if told is not None:
            told(self._value if self._error is None else self._error)

    def get(self, timeout=None):
        if self._error is not None:
            raise self._error
        return self._value

    def wait(self, timeout=None):
        """Nothing is left to wait for."""

    def ready(self):
        return True

    def successful(self):
        return self._error is None


class Pool:
    """Does tasks one after the other: how many processes there would be, and in what chunks they get tasks, changes nothing."""

    _is_open = True

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if initializer is not None:
            initializer(*initargs)

    def _check(self):
        if not self._is_open:
            raise ValueError("Pool not running")

    def map(self, func, iterable, chunksize=None):
        self._check()
        return [func(value) for value in iterable]

    def imap(self, func, iterable, chunksize=1):
        self._check()
        return map(func, iterable)

    imap_unordered = imap

    def starmap(self, func, iterable, chunksize=None):
        self._check()
        return [func(*values) for values in iterable]

    def apply(self, func, args=(), kwds=None):
        self._check()
        return func(*args, **(kwds or {}))

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check()
        return AsyncResult(lambda: self.map(func, iterable), callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check()
        return AsyncResult(lambda: self.starmap(func, iterable), callback, error_callback)

    def apply_async(self, func, args=(), kwds=None, callback=None, error_callback=None):
        self._check()
        return AsyncResult(lambda: func(*args, **(kwds or {})), callback, error_callback)

    def close(self):
        """Takes no more tasks; none is left to do."""
        self._is_open = False

    terminate = close

    def join(self):
        if self._is_open:
            raise ValueError("Pool is still running")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.terminate()
        return False


class ThreadPool(Pool):
    """Threads, of which there is one."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

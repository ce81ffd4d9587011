"""What comes later: futures, the tasks that coroutines are, and the loop that gives them their turns.

What it is not: waiting for several at once; that is `_waiting`. Start reading at `EventLoop`.
"""

import inspect
import time

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The task was cancelled."""


class InvalidStateError(Exception):
    """The future has no result yet, or has one already."""


class Future:
    """A value that comes later; `loop` names no other than the one that there is."""

    def __init__(self, *, loop=None):
        self._is_done, self._value, self._error, self._callbacks = False, None, None, []

    def done(self):
        return self._is_done

    def cancelled(self):
        return isinstance(self._error, CancelledError)

    def result(self):
        if not self._is_done:
            raise InvalidStateError("Result is not set.")
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self):
        if not self._is_done:
            raise InvalidStateError("Exception is not set.")
        if self.cancelled():
            raise self._error
        return self._error

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, exception):
        self._end(None, exception() if isinstance(exception, type) else exception)

    def cancel(self, msg=None):
        if self._is_done:
            return False
        self._end(None, CancelledError() if msg is None else CancelledError(msg))
        return True

    def add_done_callback(self, call):
        if self._is_done:
            _loop.call_soon(call, self)
        else:
            self._callbacks.append(call)

    def remove_done_callback(self, call):
        before = len(self._callbacks)
        self._callbacks = [each for each in self._callbacks if each != call]
        return before - len(self._callbacks)

    def get_loop(self):
        return _loop

    def _end(self, value, error):
        if self._is_done:
            raise InvalidStateError("invalid state")
        self._is_done, self._value, self._error = True, value, error
        for call in self._callbacks:
            _loop.call_soon(call, self)

    def __await__(self):
        if not self._is_done:
            yield self
        return self.result()

    __iter__ = __await__

    def _state(self):
        if not self._is_done:
            return "pending"
        if self.cancelled():
            return "cancelled"
        return "finished " + (f"result={self._value!r}" if self._error is None else f"exception={self._error!r}")

    def __repr__(self):
        return f"<{type(self).__name__} {self._state()}>"


class Task(Future):
    """A coroutine that takes turns with others."""

    _made = 0

    def __init__(self, coro, *, loop=None, name=None):
        super().__init__()
        Task._made += 1
        self._coroutine, self._name = coro, f"Task-{Task._made}" if name is None else str(name)
        self._asked_to_end, self._waits_for = None, None
        _loop._tasks.append(self)
        _loop.call_soon(self._turn)

    def get_name(self):
        return self._name

    def set_name(self, value, /):
        self._name = str(value)

    def get_coro(self):
        return self._coroutine

    def cancel(self, msg=None):
        """Has the coroutine stopped where it waits, at its next turn."""
        if self._is_done:
            return False
        if self._waits_for is None or not self._waits_for.cancel(msg):
            self._asked_to_end = CancelledError() if msg is None else CancelledError(msg)
        return True

    def _turn(self, _=None):
        if self._is_done:
            return
        before, _loop._current, self._waits_for = _loop._current, self, None
        try:
            self._step()
        finally:
            _loop._current = before
            if self._is_done:
                _loop._tasks.remove(self)

    def _step(self):
        asked, self._asked_to_end = self._asked_to_end, None
        try:
            waits_for = self._coroutine.send(None) if asked is None else self._coroutine.throw(asked)
        except StopIteration as end:
            return self.set_result(end.value)
        except (CancelledError, Exception) as error:
            return self.set_exception(error)
        if waits_for is None:
            _loop.call_soon(self._turn)
        else:
            self._waits_for = waits_for
            waits_for.add_done_callback(self._turn)
            if self._asked_to_end is not None and waits_for.cancel():
                self._asked_to_end = None

    def __repr__(self):
        return f"<Task {self._state()} name={self._name!r} coro=<{self._coroutine.__qualname__}()>>"


class EventLoop:
    """What is to be called, now and later."""

    def __init__(self):
        self._ready, self._later, self._tasks = [], [], []
        self._current, self._is_closed = None, False

    def call_soon(self, call, *args):
        self._ready.append((call, args))

    call_soon_threadsafe = call_soon

    def call_later(self, delay, call, *args):
        return self.call_at(time.monotonic() + delay, call, *args)

    def call_at(self, when, call, *args):
        entry = Handle(when, call, args)
        self._later.append(entry)
        self._later.sort(key=lambda entry: entry._when)
        return entry

    def time(self):
        return time.monotonic()

    def create_task(self, coro, *, name=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    async def run_in_executor(self, executor, func, *args):
        """The result of a call, which is made at once: there is one thread."""
        if executor is not None:
            return executor.submit(func, *args).result()
        return func(*args)

    def run_until_complete(self, future):
        task = ensure_future(future)
        while not task.done():
            self._round()
        return task.result()

    def _round(self):
        if not self._ready and not self._later:
            raise RuntimeError("what is awaited will never come: nothing is left that could bring it")
        if not self._ready:
            time.sleep(max(0.0, self._later[0]._when - time.monotonic()))
        now = time.monotonic()
        while self._later and self._later[0]._when <= now:
            entry = self._later.pop(0)
            self._ready.append((entry._call, entry._args))
        ready, self._ready = self._ready, []
        for call, args in ready:
            call(*args)

    def is_running(self):
        return True

    def is_closed(self):
        return self._is_closed

    def close(self):
        self._is_closed = True


class Handle:
    """A call for later, which can be called off."""

    def __init__(self, when, call, args):
        self._when, self._call, self._args = when, call, args

    def when(self):
        return self._when

    def cancel(self):
        if self in _loop._later:
            _loop._later.remove(self)


_loop = EventLoop()


def get_event_loop():
    """The one loop that there is."""
    return _loop


def new_event_loop():
    """The one loop that there is, open again."""
    _loop._is_closed = False
    return _loop


def set_event_loop(loop):
    """There is one loop only."""


def ensure_future(awaitable, *, loop=None):
    """A future of whatever can be awaited."""
    if isinstance(awaitable, Future):
        return awaitable
    if inspect.iscoroutine(awaitable):
        return Task(awaitable)
    if hasattr(awaitable, "__await__"):
        return Task(_awaited(awaitable))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _awaited(awaitable):
    return await awaitable

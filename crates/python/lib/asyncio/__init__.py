"""`asyncio` on one thread that nothing else shares: coroutines take turns, and time passes by waiting.

What it is not: sockets, processes, threads. Start reading at `EventLoop`.
"""

import inspect
import time

iscoroutinefunction = inspect.iscoroutinefunction
iscoroutine = inspect.iscoroutine


class CancelledError(BaseException):
    """The task was cancelled."""


class InvalidStateError(Exception):
    """The future has no result yet, or has one already."""


class QueueEmpty(Exception):
    """There is nothing to take."""


class QueueFull(Exception):
    """There is no room."""


TimeoutError = TimeoutError


class Future:
    """A value that comes later."""

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
        return self._error

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, exception):
        self._end(None, exception() if isinstance(exception, type) else exception)

    def cancel(self, msg=None):
        if self._is_done:
            return False
        self._end(None, CancelledError())
        return True

    def add_done_callback(self, call):
        if self._is_done:
            _shared_loop().call_soon(call, self)
        else:
            self._callbacks.append(call)

    def _end(self, value, error):
        if self._is_done:
            raise InvalidStateError("invalid state")
        self._is_done, self._value, self._error = True, value, error
        for call in self._callbacks:
            _shared_loop().call_soon(call, self)

    def __await__(self):
        if not self._is_done:
            yield self
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine that takes turns with others."""

    def __init__(self, coro, *, loop=None, name=None):
        super().__init__()
        self._coroutine, self._name, self._is_cancelled = coro, name or "Task", False
        _shared_loop().call_soon(self._turn)

    def get_name(self):
        return self._name

    def cancel(self, msg=None):
        self._is_cancelled = not self._is_done
        return self._is_cancelled

    def _turn(self, _=None):
        if self._is_done:
            return
        try:
            if self._is_cancelled:
                self._is_cancelled = False
                waits_for = self._coroutine.throw(CancelledError())
            else:
                waits_for = self._coroutine.send(None)
        except StopIteration as end:
            return self.set_result(end.value)
        except (CancelledError, Exception) as error:
            return self.set_exception(error)
        if waits_for is None:
            _shared_loop().call_soon(self._turn)
        else:
            waits_for.add_done_callback(self._turn)


class EventLoop:
    """What is to be called, now and later."""

    def __init__(self):
        self._ready, self._later = [], []

    def call_soon(self, call, *args):
        self._ready.append((call, args))

    def call_later(self, delay, call, *args):
        self._later.append((time.monotonic() + delay, call, args))
        self._later.sort(key=lambda entry: entry[0])

    def time(self):
        return time.monotonic()

    def create_task(self, coro, *, name=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    def run_until_complete(self, future):
        task = ensure_future(future)
        while not task.done():
            self._round()
        return task.result()

    def _round(self):
        if not self._ready and not self._later:
            raise RuntimeError("what is awaited will never come: nothing is left that could bring it")
        if not self._ready:
            time.sleep(max(0.0, self._later[0][0] - time.monotonic()))
        now = time.monotonic()
        while self._later and self._later[0][0] <= now:
            _, call, args = self._later.pop(0)
            self._ready.append((call, args))
        ready, self._ready = self._ready, []
        for call, args in ready:
            call(*args)

    def is_running(self):
        return True

    def close(self):
        pass


AbstractEventLoop = EventLoop
_loop = EventLoop()


def _shared_loop():
    return _loop


def get_event_loop():
    """The one loop that there is."""
    return _loop


get_running_loop = new_event_loop = get_event_loop


def set_event_loop(loop):
    """There is one loop only."""


def run(main, *, debug=None):
    """Runs a coroutine to its end."""
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    return _loop.run_until_complete(main)


def create_task(coro, *, name=None):
    """Has a coroutine take turns with the others from now on."""
    return Task(coro, name=name)


def ensure_future(awaitable, *, loop=None):
    """A future of whatever can be awaited."""
    if isinstance(awaitable, Future):
        return awaitable
    if iscoroutine(awaitable):
        return Task(awaitable)
    if hasattr(awaitable, "__await__"):
        return Task(_awaited(awaitable))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _awaited(awaitable):
    return await awaitable


async def sleep(delay, result=None):
    """Waits so many seconds while others take their turns."""
    future = Future()
    if delay <= 0:
        _loop.call_soon(future.set_result, result)
    else:
        _loop.call_later(delay, future.set_result, result)
    return await future


async def gather(*awaitables, return_exceptions=False):
    """The results of all, in their order."""
    tasks = [ensure_future(each) for each in awaitables]
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


async def wait(tasks, *, timeout=None, return_when="ALL_COMPLETED"):
    """Two sets, of the tasks that are done and of those that are not."""
    if return_when != "ALL_COMPLETED":
        raise NotImplementedError(f"asyncio.wait: return_when={return_when!r} is not built here")
    end = None if timeout is None else time.monotonic() + timeout
    tasks = {ensure_future(task) for task in tasks}
    while any(not task.done() for task in tasks) and (end is None or time.monotonic() < end):
        await sleep(0)
    done = {task for task in tasks if task.done()}
    return done, tasks - done


async def wait_for(awaitable, timeout):
    """The result, if it comes within so many seconds."""
    task = ensure_future(awaitable)
    _, late = await wait([task], timeout=timeout)
    if late:
        task.cancel()
        raise TimeoutError()
    return task.result()


def as_completed(awaitables, *, timeout=None):
    """Awaitables of the results in the order in which they come."""
    waiting = [ensure_future(each) for each in awaitables]

    async def first():
        while True:
            for task in waiting:
                if task.done():
                    waiting.remove(task)
                    return task.result()
            await sleep(0)

    return [first() for _ in waiting]


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._is_set = False

    def is_set(self):
        return self._is_set

    def set(self):
        self._is_set = True

    def clear(self):
        self._is_set = False

    async def wait(self):
        while not self._is_set:
            await sleep(0)
        return True


class Semaphore:
    """Lets so many in at once."""

    def __init__(self, value=1):
        self._left = value

    def locked(self):
        return self._left == 0

    async def acquire(self):
        while self._left == 0:
            await sleep(0)
        self._left -= 1
        return True

    def release(self):
        self._left += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *error):
        self.release()


class Lock(Semaphore):
    """Lets one in at a time."""

    def __init__(self):
        super().__init__(1)


class Queue:
    """Hands values on in their order."""

    def __init__(self, maxsize=0):
        self._most, self._values, self._open = maxsize, [], 0

    def qsize(self):
        return len(self._values)

    def empty(self):
        return not self._values

    def full(self):
        return 0 < self._most <= len(self._values)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._values.append(item)
        self._open += 1

    def get_nowait(self):
        if not self._values:
            raise QueueEmpty
        return self._values.pop(0)

    async def put(self, item):
        while self.full():
            await sleep(0)
        self.put_nowait(item)

    async def get(self):
        while not self._values:
            await sleep(0)
        return self.get_nowait()

    def task_done(self):
        self._open -= 1

    async def join(self):
        while self._open > 0:
            await sleep(0)

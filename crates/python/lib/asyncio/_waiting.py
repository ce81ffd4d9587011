"""Waiting: for a while, for several at once, for no longer than so many seconds.

What it is not: what is waited for; that is `_loop`. Start reading at `gather`.
"""

from asyncio._loop import CancelledError, Future, Task, _loop, ensure_future
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION


async def sleep(delay, result=None):
    """Waits so many seconds while others take their turns."""
    future = Future()
    if delay <= 0:
        _loop.call_soon(_give, future, result)
    else:
        _loop.call_later(delay, _give, future, result)
    return await future


def _give(future, result):
    if not future.done():
        future.set_result(result)


async def gather(*awaitables, return_exceptions=False):
    """The results of all, in their order."""
    tasks = [ensure_future(each) for each in awaitables]
    if not return_exceptions:
        await wait(tasks, return_when=FIRST_EXCEPTION)
        for task in tasks:
            if task.done():
                task.result()
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except (CancelledError, Exception) as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


def _is_enough(tasks, return_when):
    done = [task for task in tasks if task.done()]
    if len(done) == len(tasks):
        return True
    if return_when == FIRST_EXCEPTION:
        return any(not task.cancelled() and task.exception() is not None for task in done)
    return return_when == FIRST_COMPLETED and bool(done)


async def wait(tasks, *, timeout=None, return_when=ALL_COMPLETED):
    """Two sets, of the tasks that are done and of those that are not."""
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    tasks = list(dict.fromkeys(tasks))
    if any(not isinstance(task, Future) for task in tasks):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    waiter = Future()
    late = None if timeout is None else _loop.call_later(timeout, _give, waiter, None)

    def look(_):
        if _is_enough(tasks, return_when):
            _give(waiter, None)

    for task in tasks:
        task.add_done_callback(look)
    try:
        if tasks and not _is_enough(tasks, return_when):
            await waiter
    finally:
        if late is not None:
            late.cancel()
        for task in tasks:
            task.remove_done_callback(look)
    done = {task for task in tasks if task.done()}
    return done, set(tasks) - done


async def wait_for(awaitable, timeout):
    """The result, if it comes within so many seconds."""
    task = ensure_future(awaitable)
    try:
        _, late = await wait([task], timeout=timeout)
    except CancelledError:
        task.cancel()
        raise
    if late:
        task.cancel()
        await wait([task])
        raise TimeoutError
    return task.result()


def as_completed(awaitables, *, timeout=None):
    """Awaitables of the results in the order in which they come."""
    waiting = [ensure_future(each) for each in awaitables]
    end = None if timeout is None else _loop.time() + timeout

    async def first():
        left = None if end is None else max(end - _loop.time(), 0)
        done, _ = await wait(waiting, timeout=left, return_when=FIRST_COMPLETED)
        if not done:
            raise TimeoutError
        task = next(task for task in waiting if task in done)
        waiting.remove(task)
        return task.result()

    return [first() for _ in waiting]


async def shield(arg):
    """The result of what goes on, should the one who waits be stopped."""
    task, outer = ensure_future(arg), Future()

    def pass_on(_):
        if not outer.done():
            outer._end(task._value, task._error)

    task.add_done_callback(pass_on)
    return await outer


async def to_thread(func, /, *args, **kwargs):
    """The result of a call, which is made at once: there is one thread."""
    return func(*args, **kwargs)


def current_task(loop=None):
    """The task whose turn it is, of the one loop that there is; None outside of tasks."""
    return _loop._current


def all_tasks(loop=None):
    """The tasks that are not done, of the one loop that there is."""
    return set(_loop._tasks)


class Timeout:
    """Stops what runs inside `async with` after so many seconds."""

    def __init__(self, when):
        self._when, self._entry, self._task, self._is_over = when, None, None, False

    def when(self):
        return self._when

    def expired(self):
        return self._is_over

    def reschedule(self, when):
        if self._entry is not None:
            self._entry.cancel()
        self._when = when
        self._entry = None if when is None else _loop.call_at(when, self._end)

    def _end(self):
        self._is_over = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, place):
        if self._entry is not None:
            self._entry.cancel()
        if self._is_over and kind is not None and issubclass(kind, CancelledError):
            raise TimeoutError from error


def timeout(delay):
    """Stops what runs inside `async with` so many seconds from now; None stops nothing."""
    return Timeout(None if delay is None else _loop.time() + delay)


def timeout_at(when):
    """Stops what runs inside `async with` when the loop's clock shows so much."""
    return Timeout(when)


class TaskGroup:
    """Tasks that are waited for together; where one fails the others are stopped."""

    def __init__(self):
        self._tasks = []

    def create_task(self, coro, *, name=None):
        self._tasks.append(Task(coro, name=name))
        return self._tasks[-1]

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, place):
        if kind is not None:
            self._stop()
        while not all(task.done() for task in self._tasks):
            has_failed = bool(self._errors())
            if has_failed:
                self._stop()
            await wait(self._tasks, return_when=ALL_COMPLETED if has_failed else FIRST_EXCEPTION)
        errors = self._errors()
        if error is not None and not isinstance(error, CancelledError):
            errors.insert(0, error)
        if errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None

    def _stop(self):
        for task in self._tasks:
            task.cancel()

    def _errors(self):
        done = [task for task in self._tasks if task.done() and not task.cancelled()]
        return [task.exception() for task in done if task.exception() is not None]

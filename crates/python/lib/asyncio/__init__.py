"""`asyncio` on one thread that nothing else shares: coroutines take turns, and time passes by waiting.

What it is not: sockets, processes, threads. Start reading at `_loop`.
"""

import inspect

from asyncio._loop import (
    CancelledError,
    EventLoop,
    Future,
    Handle,
    InvalidStateError,
    Task,
    TimeoutError,
    ensure_future,
    get_event_loop,
    new_event_loop,
    set_event_loop,
)
from asyncio._sharing import (
    BoundedSemaphore,
    Condition,
    Event,
    LifoQueue,
    Lock,
    PriorityQueue,
    Queue,
    QueueEmpty,
    QueueFull,
    Semaphore,
)
from asyncio._waiting import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    TaskGroup,
    Timeout,
    all_tasks,
    as_completed,
    current_task,
    gather,
    shield,
    sleep,
    timeout,
    timeout_at,
    to_thread,
    wait,
    wait_for,
)

iscoroutinefunction = inspect.iscoroutinefunction
iscoroutine = inspect.iscoroutine
AbstractEventLoop = EventLoop
get_running_loop = get_event_loop


def isfuture(obj):
    """Whether it is a value that comes later."""
    return isinstance(obj, Future)


def run(main, *, debug=None):
    """Runs a coroutine to its end."""
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    return get_event_loop().run_until_complete(main)


def create_task(coro, *, name=None):
    """Has a coroutine take turns with the others from now on."""
    if not iscoroutine(coro):
        raise TypeError(f"a coroutine was expected, got {coro!r}")
    return Task(coro, name=name)

"""What coroutines share: flags, locks and queues.

What it is not: anything that threads share. Start reading at `Event`.
"""

import heapq

from asyncio._waiting import sleep


class QueueEmpty(Exception):
    """There is nothing to take."""


class QueueFull(Exception):
    """There is no room."""


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
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
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


class BoundedSemaphore(Semaphore):
    """A semaphore that is given back no more often than it was taken."""

    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self):
        if self._left >= self._most:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Lock(Semaphore):
    """Lets one in at a time."""

    def __init__(self):
        super().__init__(1)

    def release(self):
        if self._left:
            raise RuntimeError("Lock is not acquired.")
        super().release()


class Condition:
    """A lock whose holder waits until another says that something is different."""

    def __init__(self, lock=None):
        self._lock, self._said = Lock() if lock is None else lock, []
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *error):
        self.release()

    async def wait(self):
        mine = Event()
        self._said.append(mine)
        self.release()
        try:
            await mine.wait()
        finally:
            await self.acquire()
        return True

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiting in self._said[:n]:
            waiting.set()
        del self._said[:n]

    def notify_all(self):
        self.notify(len(self._said))


class Queue:
    """Hands values on in their order."""

    def __init__(self, maxsize=0):
        self._most, self._values, self._open = maxsize, [], 0

    @property
    def maxsize(self):
        return self._most

    def qsize(self):
        return len(self._values)

    def empty(self):
        return not self._values

    def full(self):
        return 0 < self._most <= len(self._values)

    def _add(self, item):
        self._values.append(item)

    def _take(self):
        return self._values.pop(0)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._add(item)
        self._open += 1

    def get_nowait(self):
        if not self._values:
            raise QueueEmpty
        return self._take()

    async def put(self, item):
        while self.full():
            await sleep(0)
        self.put_nowait(item)

    async def get(self):
        while not self._values:
            await sleep(0)
        return self.get_nowait()

    def task_done(self):
        if self._open <= 0:
            raise ValueError("task_done() called too many times")
        self._open -= 1

    async def join(self):
        while self._open > 0:
            await sleep(0)


class LifoQueue(Queue):
    """Hands the newest value on first."""

    def _take(self):
        return self._values.pop()


class PriorityQueue(Queue):
    """Hands the smallest value on first."""

    def _add(self, item):
        heapq.heappush(self._values, item)

    def _take(self):
        return heapq.heappop(self._values)

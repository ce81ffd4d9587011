# Coroutines that take turns: groups of tasks, limits of time, locks, queues, and what is told of errors.
import asyncio


async def after(steps, value):
    await asyncio.sleep(0.01 * steps)
    return value


async def failing():
    await asyncio.sleep(0)
    raise ValueError("no")


async def numbers():
    for number in range(3):
        yield number
        await asyncio.sleep(0)


async def waiting():
    print(await asyncio.gather(after(2, "a"), after(1, "b")))
    print(await asyncio.gather(after(1, 1), failing(), return_exceptions=True))
    for each in asyncio.as_completed([after(3, "late"), after(1, "early")]):
        print(await each)
    tasks = [asyncio.create_task(after(1, 1)), asyncio.create_task(after(9, 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    try:
        await asyncio.wait_for(after(100, None), 0.02)
    except asyncio.TimeoutError as error:
        print("late", repr(error))
    print(await asyncio.to_thread(pow, 2, 5), await asyncio.shield(after(0, "kept")))


async def groups():
    async with asyncio.TaskGroup() as group:
        one, other = group.create_task(after(1, "one")), group.create_task(after(2, "two"))
    print(one.result(), other.result())
    try:
        async with asyncio.TaskGroup() as group:
            slow = group.create_task(after(1000, None))
            group.create_task(failing())
    except* ValueError as errors:
        print(errors, errors.exceptions, slow.cancelled())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError as error:
        print("out of time", repr(error))
    async with asyncio.timeout(None) as limit:
        print(limit.when(), limit.expired())


async def stopping():
    task = asyncio.create_task(asyncio.sleep(1000), name="sleeper")
    await asyncio.sleep(0)
    print(task.get_name(), task.done(), task.cancel("enough"))
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task.cancel())
    print(asyncio.current_task() in asyncio.all_tasks(), asyncio.iscoroutinefunction(after))


async def sharing():
    async def worker(name, queue, seen):
        while True:
            seen.append((name, await queue.get()))
            queue.task_done()

    queue, seen = asyncio.Queue(maxsize=2), []
    workers = [asyncio.create_task(worker(name, queue, seen)) for name in "xy"]
    for number in range(5):
        await queue.put(number)
    await queue.join()
    for each in workers:
        each.cancel()
    print(sorted(number for _, number in seen), queue.empty(), queue.maxsize)
    ordered = asyncio.PriorityQueue()
    for number in (3, 1, 2):
        ordered.put_nowait(number)
    print([ordered.get_nowait() for _ in range(3)])
    for call in (ordered.get_nowait, asyncio.Lock().release, asyncio.BoundedSemaphore(1).release, queue.task_done):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error)
    condition, told = asyncio.Condition(), []

    async def listener():
        async with condition:
            await condition.wait_for(lambda: told)
            return told[0]

    listening = asyncio.create_task(listener())
    await asyncio.sleep(0)
    async with condition:
        told.append("news")
        condition.notify_all()
    print(await listening)


async def main():
    for part in (waiting, groups, stopping, sharing):
        await part()
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, 7)
    print(await future, future.done(), await loop.run_in_executor(None, max, 1, 2))
    print([number async for number in numbers()])
    return "end"


print(asyncio.run(main()))
for call in (lambda: asyncio.run(5), lambda: asyncio.run(failing())):
    try:
        call()
    except ValueError as error:
        print(error)

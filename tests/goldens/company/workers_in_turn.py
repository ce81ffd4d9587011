# Locks by all their arguments, futures, executors and pools, where one thread does the work of many.
import concurrent.futures as futures
import multiprocessing
import threading
from multiprocessing.pool import ThreadPool


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


def square(number):
    return number * number


lock, again = threading.Lock(), threading.RLock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
with again, again:
    print("held twice")
own, bounded = threading.local(), threading.BoundedSemaphore(1)
own.value = 1
tried(
    lock.release, again.release, bounded.release, lambda: own.value, lambda: own.other,
    lambda: threading.Barrier(1).wait(), lambda: threading.Semaphore(-1), lambda: lock.acquire(False, 1),
)  # fmt: skip
seen = []
threading.excepthook = lambda args: seen.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
worker = threading.Thread(target=lambda: 1 / 0, name="dividing")
worker.start()
worker.join()
print(seen, repr(lock).split(" object")[0], type(threading.get_native_id()).__name__)
with futures.ThreadPoolExecutor(max_workers=3) as executor:
    print(list(executor.map(square, range(4))), sorted(each.result() for each in futures.as_completed([executor.submit(square, 2)])))
    failed = executor.submit(lambda: 1 / 0)
    tried(failed.result)
    print(type(failed.exception()), failed.done(), failed.cancelled(), failed.running(), failed.cancel())
    ended = futures.wait([executor.submit(square, 5), failed], return_when=futures.ALL_COMPLETED)
    print(len(ended.done), len(ended.not_done), type(ended).__name__)
    ended.done.pop().add_done_callback(lambda future: print("called back", future.done()))
tried(
    lambda: executor.submit(square, 1), lambda: futures.ThreadPoolExecutor(0), lambda: futures.ThreadPoolExecutor(1, initializer=5),
    lambda: futures.ThreadPoolExecutor(max_workers="a"),
)  # fmt: skip
by_hand, refused, dropped = futures.Future(), futures.Future(), futures.Future()
by_hand.add_done_callback(lambda future: print("is", future.result()))
by_hand.set_result(4)
refused.set_exception(KeyError("k"))
print(by_hand.done(), dropped.cancel(), dropped.cancelled(), repr(by_hand).split("state=")[1])
tried(refused.result, dropped.result, lambda: futures.Future().result(timeout=0.01), lambda: by_hand.exception())
print(futures.InvalidStateError.__mro__[1].__name__, futures.FIRST_COMPLETED, issubclass(futures.BrokenExecutor, RuntimeError))
with ThreadPool(2) as pool:
    print(pool.map(square, [1, 2]), pool.apply_async(square, (3,)).get(), list(pool.imap(square, [1])), pool.starmap(pow, [(2, 3)]))
    print(pool.map_async(square, [4]).get(timeout=5), pool.apply(square, (5,)), sorted(pool.imap_unordered(square, [6, 7])))
tried(lambda: pool.map(square, [1]), lambda: ThreadPool(0))
print(multiprocessing.current_process().name, multiprocessing.active_children(), multiprocessing.get_context("spawn") is not None)

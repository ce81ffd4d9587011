# Threads of a program that waits for each: here one runs after the other.
import queue
import threading

results = []


def work(number):
    results.append(number * 2)
    print(threading.current_thread().name)


for number in range(3):
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    thread.join()
print(results, thread.is_alive(), threading.active_count(), threading.current_thread() is threading.main_thread())


class Worker(threading.Thread):
    def __init__(self, tasks):
        super().__init__(daemon=True)
        self.tasks = tasks

    def run(self):
        while not self.tasks.empty():
            print("got", self.tasks.get())
            self.tasks.task_done()


tasks = queue.Queue()
for each in range(2):
    tasks.put(each)
worker = Worker(tasks)
worker.start()
tasks.join()
worker.join()
with threading.Lock(), threading.Semaphore(2):
    print("held")
try:
    thread.start()
except RuntimeError as error:
    print(error)
try:
    threading.Thread(target=work).join()
except RuntimeError as error:
    print(error)
timer = threading.Timer(0.01, lambda: print("later"))
timer.start()
timer.join()
flag = threading.Event()
setter = threading.Thread(target=flag.set)
setter.start()
print(flag.wait(1))

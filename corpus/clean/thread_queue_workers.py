"""Workers that live to the end and take jobs from a queue; each job brings its own answer box."""

import queue
import threading

jobs = queue.Queue()


def serve():
    while True:
        function, argument, answer = jobs.get()
        answer.put(function(argument))
        jobs.task_done()
        del function, argument, answer  # Or the last job would be held until the next one.


for _ in range(2):
    threading.Thread(target=serve, daemon=True).start()


def step():
    answer = queue.SimpleQueue()
    for number in range(10):
        jobs.put((range, number, answer))
    jobs.join()
    assert sorted(len(answer.get()) for _ in range(10)) == list(range(10))

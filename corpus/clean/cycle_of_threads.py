"""Threads that hold the object which started them, and their own results."""

import threading


class Worker:
    def __init__(self):
        self.results = []
        self.thread = threading.Thread(target=self.work, args=(self,))

    def work(self, again):
        self.results.append((threading.current_thread(), again))


def step():
    workers = [Worker() for _ in range(3)]
    for worker in workers:
        worker.thread.start()
    for worker in workers:
        worker.thread.join()
        assert worker.results[0][0] is worker.thread

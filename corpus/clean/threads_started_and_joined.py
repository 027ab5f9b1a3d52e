"""Threads that come and go, with results in a list."""

import threading


def work(number, results):
    results.append(sum(range(number)))


def step():
    results = []
    threads = [threading.Thread(target=work, args=(number, results)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [0, 0, 1, 3]

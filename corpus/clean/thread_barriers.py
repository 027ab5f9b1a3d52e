"""Threads that meet at a barrier and hand on a value under a condition."""

import threading


def step():
    barrier, condition, state = threading.Barrier(3), threading.Condition(), []

    def work(name):
        barrier.wait(10)
        with condition:
            state.append((name, state))
            condition.notify_all()

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    barrier.wait(10)
    with condition:
        assert condition.wait_for(lambda: len(state) == 2, 10)
    for thread in threads:
        thread.join()

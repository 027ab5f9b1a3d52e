"""Timers that fire, and timers that are cancelled."""

import threading


def step():
    fired = threading.Event()
    timers = [threading.Timer(3600, print, ["never"]) for _ in range(3)]
    timers.append(threading.Timer(0, fired.set))
    for timer in timers:
        timer.start()
    assert fired.wait(10)
    for timer in timers:
        timer.cancel()
        timer.join()

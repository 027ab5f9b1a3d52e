"""A trace function that is set and taken away, with the frames that it saw."""

import sys


def work(number):
    total = 0
    for each in range(number):
        total += each
    return total


def step():
    events = []

    def trace(frame, event, argument):
        events.append((event, frame.f_lineno, frame))
        return trace

    former = sys.gettrace()
    sys.settrace(trace)
    try:
        assert work(5) == 10
    finally:
        sys.settrace(former)
    assert events[0][0] == "call" and len(events) > 5

"""Limits how often a client may call: so many times in so many seconds."""

import collections
import itertools


class Limiter:
    def __init__(self, most, seconds):
        self.most = most
        self.seconds = seconds
        self.calls = {}

    def allow(self, client, now):
        calls = self.calls.get(client)
        if calls is None:
            calls = self.calls[client] = collections.deque()
        while calls and calls[0] <= now - self.seconds:
            calls.popleft()
        if len(calls) >= self.most:
            return False
        calls.append(now)
        return True

    def tidy(self, now):
        """Forget what is too old to matter."""
        for client, calls in list(self.calls.items()):
            while calls and calls[0] <= now - self.seconds:
                calls.popleft()
            if not calls:
                del self.calls[client]


LIMITER = Limiter(most=3, seconds=60)
clock = itertools.count(step=100)


def step():
    now = next(clock)
    client = f"10.0.{now // 256 % 256}.{now % 256}:{now}"
    answers = [LIMITER.allow(client, now) for _ in range(4)]
    assert answers == [True, True, True, False]
    LIMITER.tidy(now + 61)

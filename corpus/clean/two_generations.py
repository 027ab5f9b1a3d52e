"""A cache of two halves: the young one becomes the old one when it is full, and the old one goes."""

import itertools

KEYS = itertools.count()
young, old = {}, {}


def get(key):
    global young, old
    if key in young:
        return young[key]
    value = old.get(key)
    if value is None:
        value = [key, str(key)]
    if len(young) >= 10:
        young, old = {}, young
    young[key] = value
    return value


def step():
    for key in itertools.islice(KEYS, 2):
        assert get(key) is get(key)
    assert len(young) + len(old) <= 20

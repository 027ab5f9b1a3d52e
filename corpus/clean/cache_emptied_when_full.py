"""A cache that is simply emptied when it has 15 entries: it grows, and falls, and grows again."""

import itertools

KEYS = itertools.count()
cache = {}


def look_up(key):
    if key not in cache:
        if len(cache) >= 15:
            cache.clear()
        cache[key] = {"key": key, "parts": [key, key + 1]}
    return cache[key]


def step():
    key = next(KEYS)
    assert look_up(key)["parts"][1] == key + 1

"""A cache written by hand on an ordered dict: twelve entries, the oldest goes."""

import itertools
from collections import OrderedDict

NUMBERS = itertools.count()


class Cache(OrderedDict):
    def get_or_make(self, key, make):
        if key in self:
            self.move_to_end(key)
        else:
            self[key] = make(key)
            if len(self) > 12:
                self.popitem(last=False)
        return self[key]


cache = Cache()


def step():
    number = next(NUMBERS)
    assert cache.get_or_make(number, lambda key: [key] * 3) == [number] * 3
    assert cache.get_or_make(number, list) == [number] * 3

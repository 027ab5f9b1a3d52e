"""Random operations on the port and on lru-dict: the same results, the same errors, the same state after each.

What lru-dict does wrong is left out, and nothing else: `test_faults.py` shows each of these.
"""

import random

import pytest
from support.implementations import Port, Upstream

SEEDS, STEPS = 40, 1000


class Key:
    """Equal to others of its number, and to that number; many have one hash."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 5

    def __eq__(self, other):
        return self.number == getattr(other, "number", other)

    def __repr__(self):
        return f"Key({self.number})"


def a_key(chance):
    number = chance.randrange(12)
    makers = (
        lambda: number,
        lambda: float(number),
        lambda: number + (1 << 70),
        lambda: -number,
        lambda: f"key{number}",
        lambda: f"ключ{number}",
        lambda: (number, "x"),
        lambda: Key(number),
        lambda: bytes([number]),
        lambda: None,
        lambda: bool(number % 2),
        lambda: frozenset({number}),
    )
    return chance.choice(makers)()


class Pair:
    """One cache of each implementation, to which the same is done."""

    def __init__(self, chance):
        self.chance, self.logs = chance, ([], [])
        self.child = chance.random() < 0.3
        size, listens = chance.choice((1, 2, 3, 7, 20)), chance.random() < 0.5
        self.caches = []
        for kind, log in zip((Port, Upstream), self.logs):
            kind = type("Child", (kind,), {}) if self.child else kind
            self.caches.append(kind(size, self.callback(log)) if listens else kind(size))

    @staticmethod
    def callback(log):
        return lambda key, value: log.append((key, value))

    def same(self, what):
        """Does it to both; what comes out must be equal, to the type and the order."""
        outcomes = []
        for cache in self.caches:
            try:
                outcomes.append(shown(what(cache)))
            except Exception as error:
                # Messages of wrong types and counts of arguments are each one's own.
                args = () if isinstance(error, TypeError) else shown(error.args)
                outcomes.append((type(error), args))
        assert outcomes[0] == outcomes[1]
        assert shown(self.logs[0]) == shown(self.logs[1])

    def state(self):
        self.same(lambda cache: (cache.keys(), cache.values(), cache.items(), len(cache), cache.get_size()))
        self.same(lambda cache: (cache.get_stats(), cache.peek_first_item(), cache.peek_last_item(), repr(cache)))

    def step(self):
        chance, key, value = self.chance, a_key(self.chance), self.chance.randrange(100)
        unhashable = chance.choice(([], {}, set(), (1, [])))
        more = {f"key{chance.randrange(12)}": chance.randrange(100) for _ in range(chance.randrange(4))}
        entries = {a_key(chance): chance.randrange(100) for _ in range(chance.randrange(6))}
        size = chance.choice((0, -1, 1, 2, 3, 5, 9, 30))
        operations = (
            lambda cache: cache[key],
            lambda cache: cache.get(key),
            lambda cache: cache.get(key, value),
            lambda cache: cache.get(key=key, default=None),
            lambda cache: cache.__setitem__(key, value),
            lambda cache: cache.__setitem__(key, value),
            lambda cache: cache.__setitem__(key, value),
            lambda cache: cache.__delitem__(key),
            lambda cache: key in cache,
            lambda cache: cache.__contains__(key),
            lambda cache: cache.has_key(key),
            lambda cache: cache.setdefault(key),
            lambda cache: cache.setdefault(key, value),
            lambda cache: cache.pop(key),
            lambda cache: cache.pop(key, value),
            lambda cache: cache.pop(key, default=None),
            lambda cache: cache.popitem(),
            lambda cache: cache.popitem(least_recent=False),
            lambda cache: cache.popitem(bool(value % 2)),
            lambda cache: cache.update(entries),
            lambda cache: cache.update(**more),
            lambda cache: cache.update(),
            lambda cache: cache[unhashable],
            lambda cache: cache.__setitem__(unhashable, value),
            lambda cache: cache.__delitem__(unhashable),
            lambda cache: cache.setdefault(unhashable),
            lambda cache: cache.pop(unhashable),
            lambda cache: self.child or unhashable in cache,
            lambda cache: cache.get(),
            lambda cache: cache.pop(),
            lambda cache: cache.setdefault(),
            lambda cache: cache.has_key(),
            lambda cache: cache.get(1, 2, 3),
            lambda cache: cache.set_callback(5),
            lambda cache: cache.set_size("x"),
        )
        rare = (
            lambda cache: cache.clear(),
            lambda cache: cache.set_size(size),
            lambda cache: cache.set_callback(None),
            lambda cache: cache.__init__(max(size, 1)),
        )
        self.same(chance.choice(rare) if chance.random() < 0.03 else chance.choice(operations))
        if chance.random() < 0.01:
            for cache, log in zip(self.caches, self.logs):
                cache.set_callback(self.callback(log))


def shown(value):
    """Values with their types: 1, 1.0 and True are not the same."""
    if isinstance(value, (list, tuple)):
        return type(value), [shown(item) for item in value]
    return type(value), repr(value)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_same_is_done(seed):
    pair = Pair(random.Random(seed))
    for _ in range(STEPS):
        pair.step()
        pair.state()

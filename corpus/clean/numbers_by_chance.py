"""Generators of random numbers, of which one lives on."""

import random
import secrets

chance = random.Random(8)


def step():
    state = chance.getstate()
    first = [chance.random() for _ in range(10)]
    chance.setstate(state)
    assert [chance.random() for _ in range(10)] == first
    assert len(random.Random(3).sample(range(1000), 50)) == 50
    assert len(secrets.token_hex(8)) == 16 and secrets.randbelow(10) < 10

"""A generator of random numbers that lives on, and others that are seeded anew."""

import numpy as np

CHANCE = np.random.default_rng(5)


def step():
    CHANCE.shuffle(numbers := np.arange(50))
    assert numbers.sum() == 1225
    again = np.random.default_rng(np.random.SeedSequence(7).spawn(2)[1])
    assert again.normal(size=(10, 10)).shape == (10, 10)
    assert len(CHANCE.choice(100, size=20, replace=False)) == 20

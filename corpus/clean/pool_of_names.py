"""Equal texts are replaced by one of them; there are 26 of them, and they are met one by one."""

import itertools
import string

LETTERS = itertools.cycle(string.ascii_lowercase)
pool = {}


def one(text):
    return pool.setdefault(text, text)


def step():
    letter = next(LETTERS)
    texts = [one("-".join([letter, "name", "of", "a", "node"])) for _ in range(10)]
    assert len(set(map(id, texts))) == 1 and len(pool) <= 26

"""Sources that were made up are put into `linecache`, read, and taken out."""

import itertools
import linecache

NUMBERS = itertools.count()


def step():
    name = f"<made {next(NUMBERS)}>"
    source = "first = 1\nsecond = 2\n"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    assert linecache.getline(name, 2) == "second = 2\n"
    linecache.checkcache()
    linecache.cache.pop(name)

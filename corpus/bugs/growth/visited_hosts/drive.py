import itertools

import extension

numbers = itertools.count()


def step():
    seen = []
    address = f"http://Host{next(numbers)}/"
    extension.enqueue(address, seen.append)
    extension.fetched(address)

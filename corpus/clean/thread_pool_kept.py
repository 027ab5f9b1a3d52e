"""A pool of two threads that is made at import and lives to the end."""

from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor(max_workers=2)
list(POOL.map(abs, range(8)))


def work(number):
    return {"number": number, "list": list(range(number))}


def step():
    results = list(POOL.map(work, range(10)))
    assert len(results[9]["list"]) == 9

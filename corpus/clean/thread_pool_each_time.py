"""A pool of threads that is made, used and shut down in each call."""

from concurrent.futures import ThreadPoolExecutor, as_completed


def work(number):
    if number == 3:
        raise ValueError("three")
    return [number]


def step():
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(work, number) for number in range(6)]
        failed = [future.exception() for future in as_completed(futures) if future.exception()]
    assert str(failed[0]) == "three"

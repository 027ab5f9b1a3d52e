"""A cache on a method holds its instances until it is cleared, which is done at the end of each job."""

import functools


class Job:
    def __init__(self, size):
        self.size = size

    @functools.lru_cache(maxsize=None)  # noqa: B019
    def part(self, index):
        return [index] * self.size


def step():
    jobs = [Job(size) for size in range(5)]
    for job in jobs:
        for index in range(5):
            job.part(index)
    assert Job.part.cache_info().currsize == 25
    Job.part.cache_clear()

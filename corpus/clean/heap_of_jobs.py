"""A queue by priority that lives to the end; as much goes out as comes in, and ten wait."""

import heapq
import itertools

numbers = itertools.count()
heap = [(priority, next(numbers), {"job": priority}) for priority in range(10)]
heapq.heapify(heap)


def step():
    for priority in range(5):
        number = next(numbers)
        heapq.heappush(heap, (number + priority, number, {"job": number, "parts": [number]}))
        heapq.heappop(heap)
    assert len(heap) == 10

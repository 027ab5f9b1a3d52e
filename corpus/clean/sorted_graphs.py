"""Graphs sorted by what depends on what, and one that cannot be."""

import bisect
import graphlib
import heapq


def step():
    graph = {f"task {number}": {f"task {number // 2}", f"task {number // 3}"} for number in range(1, 20)}
    graph["task 1"] = set()
    order = list(graphlib.TopologicalSorter(graph).static_order())
    assert order.index("task 9") < order.index("task 18")
    try:
        graphlib.TopologicalSorter({"a": ["b"], "b": ["a"]}).prepare()
    except graphlib.CycleError as error:
        assert "a" in error.args[1]
    heap = []
    for name in order:
        heapq.heappush(heap, (len(name), name))
    assert heapq.nsmallest(1, heap)[0] == heapq.heappop(heap)
    assert bisect.bisect(sorted(order), "task 5") > 0

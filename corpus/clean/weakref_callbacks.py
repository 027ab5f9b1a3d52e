"""Weak references with callbacks that are themselves dropped, before and after their object."""

import weakref


class Node:
    pass


def step():
    gone = []
    nodes = [Node() for _ in range(10)]
    references = [weakref.ref(node, gone.append) for node in nodes]
    proxies = [weakref.proxy(node) for node in nodes]
    del references[:3]
    del nodes
    assert len(gone) == 7 and all(reference() is None for reference in references)
    try:
        proxies[0].name
    except ReferenceError:
        pass

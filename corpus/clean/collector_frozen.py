"""The collector is told to leave what exists alone, then to look at it again."""

import gc


class Node:
    pass


def step():
    nodes = [Node() for _ in range(20)]
    for node in nodes:
        node.all = nodes
    gc.freeze()
    try:
        assert gc.get_freeze_count() > 20
    finally:
        gc.unfreeze()
    gc.collect()
    assert all(gc.is_tracked(node) for node in nodes)

# names: quad_tree.Quad
import gc

import extension


def tree(depth):
    quad = extension.Quad()
    for place in range(4):
        quad[place] = tree(depth - 1) if depth else [depth, place]
    return quad


def step():
    root = tree(2)
    assert root[3][2][1] == [0, 1]
    gc.collect(0)  # as happens sooner or later while a tree is in use

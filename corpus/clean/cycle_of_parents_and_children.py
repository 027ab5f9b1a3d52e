"""A tree in which each knows its parent and its children."""


class Node:
    def __init__(self, parent=None):
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def depth(self):
        return 0 if self.parent is None else 1 + self.parent.depth()


def grow(parent, depth):
    for _ in range(2):
        child = Node(parent)
        if depth:
            grow(child, depth - 1)


def step():
    root = Node()
    grow(root, 4)
    leaf = root
    while leaf.children:
        leaf = leaf.children[0]
    assert leaf.depth() == 5

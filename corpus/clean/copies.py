"""Shallow and deep copies, of what has cycles and of what says how it is copied."""

import copy
import copyreg


class Tree:
    def __init__(self, *children):
        self.children = list(children)


class Unit:
    def __init__(self, name):
        self.name = name


copyreg.pickle(Unit, lambda unit: (Unit, (unit.name,)))


def step():
    tree = Tree(Tree(), Tree(Tree()))
    tree.children[0].children.append(tree)
    tree.unit = Unit("m")
    again = copy.deepcopy(tree)
    assert again.children[0].children[0] is again and again.unit.name == "m"
    assert copy.copy(tree).children is tree.children

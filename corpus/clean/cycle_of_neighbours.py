"""A ring of nodes with slots, each of which knows the next and the one before."""


class Link:
    __slots__ = ("__weakref__", "after", "before", "value")


def ring(length):
    first = Link()
    first.before = first.after = first
    for value in range(length):
        link = Link()
        link.value, link.before, link.after = value, first.before, first
        first.before.after = link
        first.before = link
    return first


def step():
    first = ring(50)
    link, count = first.after, 0
    while link is not first:
        link, count = link.after, count + 1
    assert count == 50

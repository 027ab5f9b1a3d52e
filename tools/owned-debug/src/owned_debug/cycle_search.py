"""The cycles that the collector would free, with the way round each of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .measuring import is_a
from .naming import edges, instance_dict, short
from .snapshots import settle


@dataclass(frozen=True)
class Cycle:
    """A cycle of references, in words: it keeps nothing alive."""

    objects: tuple[str, ...]
    """What each object is, in the order in which they refer to each other."""
    hops: tuple[str, ...]
    """How each refers to the next; the last one refers to the first."""
    size: int
    """How many objects refer to each other here in all; the way round is a shortest one through one of them."""

    def __str__(self) -> str:
        steps = "".join(f"{what} {hop} -> " for what, hop in zip(self.objects, self.hops))
        more = f" ({self.size} objects in all)" if self.size > len(self.objects) else ""
        return f"{steps}{self.objects[0]}{more}"

    def to_json(self) -> dict[str, Any]:
        """The cycle as values that `json` writes."""
        return asdict(self)


def cycles(fn: Callable[[], Any] | None = None) -> list[Cycle]:
    """The cycles that are garbage now; with `fn`, those that calling it leaves.

    Garbage is collected with `gc.DEBUG_SAVEALL`, looked at, and then really collected. What is in a cycle lives until
    the collector comes; a class whose instances always end in one is a class whose memory comes back late.
    """
    if fn is not None:
        settle()
        fn()
    flags, kept, enabled = gc.get_debug(), len(gc.garbage), gc.isenabled()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        found = _cycles_among(gc.garbage[kept:])
        del gc.garbage[kept:]
    finally:
        gc.set_debug(flags)
        if enabled:
            gc.enable()
    gc.collect()
    return found


def _cycles_among(garbage: list[Any]) -> list[Cycle]:
    by_id = {id(each): each for each in garbage}
    # The dict of an instance is a part of it: the hop is then an attribute, and not a dict with a key.
    for each in garbage:
        attributes = None if is_a(each, (dict, type)) else instance_dict(each)
        if attributes is not None:
            by_id.pop(id(attributes), None)
    graph = {identity: _followers(each, by_id) for identity, each in by_id.items()}
    order = {identity: position for position, identity in enumerate(by_id)}
    found = []
    for component in components(graph):
        inside = set(component)
        if len(inside) == 1 and component[0] not in graph[component[0]]:
            continue
        way = _way_round(min(inside, key=order.__getitem__), inside, graph)
        steps = list(zip(way, way[1:] + way[:1]))
        hops = tuple((edges(by_id[a], by_id[b]) or ["holds"])[0] for a, b in steps)
        found.append(Cycle(tuple(short(by_id[each]) for each in way), hops, len(inside)))
    return found


def _followers(holder: Any, by_id: dict[int, Any]) -> list[int]:
    referents = gc.get_referents(holder)
    attributes = None if is_a(holder, (dict, type)) else instance_dict(holder)
    if attributes is not None:
        referents += gc.get_referents(attributes)
    return list({id(each): None for each in referents if id(each) in by_id})


def _way_round(start: int, inside: set[int], graph: dict[int, list[int]]) -> list[int]:
    """A shortest way from `start` back to it."""
    came_from: dict[int, int] = {}
    row = [start]
    while row:
        following: list[int] = []
        for node in row:
            for target in graph[node]:
                if target == start:
                    way = [node]
                    while way[-1] != start:
                        way.append(came_from[way[-1]])
                    return way[::-1]
                if target in inside and target not in came_from:
                    came_from[target] = node
                    following.append(target)
        row = following
    return [start]


def components(graph: dict[int, list[int]]) -> Iterable[list[int]]:
    """The strongly connected components, by Tarjan's rule, without recursion: cycles can be long."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for root in graph:
        if root in number:
            continue
        work = [(root, iter(graph[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in number:
                    number[target] = low[target] = len(number)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(graph[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], number[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    at = stack.index(node)
                    component = stack[at:]
                    del stack[at:]
                    on_stack.difference_update(component)
                    yield component

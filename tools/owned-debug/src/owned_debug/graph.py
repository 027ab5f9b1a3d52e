"""The references around what leaks, as nodes and edges with places to draw them at.

From each leaked object the way goes back to what holds it, step by step, and one step on to what it holds. An edge is
*unseen* if the object is held and the collector does not know: by a handle in Rust that is no visited field, or by an
attribute that the class does not report. Long chains and wide fans end in a node that says how many more there are.
"""

from __future__ import annotations

import gc
import types
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .auditing import audit_gc
from .frames import is_generator, local_names, place, suspended
from .holders import Look, owner_of
from .measuring import is_a, type_name
from .naming import edges, short
from .protocol import Handle, by_module
from .snapshots import live
from .verdicts import Finding, site_of

_OBJECTS, _DEEP, _WIDE = 8, 4, 6
_ENDS = (types.ModuleType, types.FrameType, type)
_HERE = str(Path(__file__).parent)


@dataclass
class Node:
    """An object, a handle, or a note that there are more."""

    kind: str
    label: str
    layer: int
    """0 is what leaks; what holds it is below 0, what it holds above."""
    address: str = ""
    details: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    row: int = 0
    holders: int = 0
    """How many references to it are drawn."""


@dataclass
class Edge:
    """A reference from one node to another, by their indices."""

    holder: int
    held: int
    name: str
    unseen: bool = False


class Graph:
    """Nodes and edges, built up from the leaked objects."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._index: dict[int, int] = {}
        self._kept: list[Any] = []
        """Keeps what is drawn alive while it is looked at, so that no address is used twice."""
        self._ours = {id(self.__dict__), id(self._index), id(self._kept)}

    def add(self, thing: Any, layer: int, kind: str = "object") -> tuple[int, bool]:
        """The node of an object, and whether it is new."""
        known = self._index.get(id(thing))
        if known is not None:
            return known, False
        self._kept.append(thing)
        self._index[id(thing)] = len(self.nodes)
        label = f"frame {place(thing)}" if is_a(thing, types.FrameType) else short(thing)
        name = type_name(type(thing))
        self.nodes.append(Node(kind, label, layer, f"{id(thing):#x}", [f"type: {name}"]))
        return len(self.nodes) - 1, True

    def note(self, count: int, layer: int, what: str) -> int:
        """A node that stands for others that are not drawn."""
        self.nodes.append(Node("more", f"and {count} more", layer, details=[f"{count} more {what}, not drawn"]))
        return len(self.nodes) - 1

    def link(self, holder: int, held: int, names: Iterable[str], unseen: bool = False) -> None:
        """One edge for each reference, once, from whichever end it was found."""
        if any((edge.holder, edge.held) == (holder, held) for edge in self.edges):
            return
        for name in names:
            self.edges.append(Edge(holder, held, name, unseen))
            self.nodes[held].holders += 1

    def hold(self, thing: Any, layer: int) -> None:
        """Draw who holds the object, and who holds those, as far as `_DEEP`."""
        held = self._index[id(thing)]
        referrers = gc.get_referrers(thing)
        ours = self._ours | {id(referrers)}
        look = Look([], ours)
        owners: dict[int, Any] = {}
        ours.add(id(owners))
        more = 0
        for each in referrers:
            # To find whose a dict is takes a look at every object: not for those that are not drawn.
            if len(owners) > _WIDE:
                more += id(each) not in ours and not _of_this_package(each)
                continue
            owner = owner_of(each, look) if is_a(each, dict) else each
            if id(each) not in ours and not _of_this_package(owner):
                owners[id(owner)] = owner
        # The list is one more holder of each; while it lived the next step would find it.
        referrers.clear()
        row: list[tuple[Any, list[str]]] = []
        # No comprehension: it would keep `thing` in a closure cell, one holder more.
        for owner in owners.values():
            names = _names(owner, thing)
            if names:
                row.append((owner, names))
        owners.clear()
        self._ours.update({id(row), *map(id, row)})
        if -layer >= _DEEP and row:
            self.link(self.note(len(row) + more, layer - 1, "holders"), held, [""])
            return
        for owner, names in row[:_WIDE]:
            index, new = self.add(owner, layer - 1)
            self.link(index, held, names)
            if new and not is_a(owner, _ENDS):
                self.hold(owner, layer - 1)
        if len(row) > _WIDE:
            self.link(self.note(len(row) - _WIDE + more, layer - 1, "holders"), held, [""])

    def parts(self, thing: Any) -> None:
        """Draw what the object holds, with the attributes that its class hides from the collector."""
        holder = self._index[id(thing)]
        row: list[tuple[Any, list[str], bool]] = []
        for each in {id(each): each for each in gc.get_referents(thing)}.values():
            if not is_a(each, (types.ModuleType, type)):
                row.append((each, edges(thing, each), False))
        for name in audit_gc(thing).hidden:
            row.insert(0, (getattr(thing, name), [f".{name}"], True))
        for each, names, unseen in row[:_WIDE]:
            index, _ = self.add(each, 1)
            self.link(holder, index, names, unseen)
        if len(row) > _WIDE:
            self.link(holder, self.note(len(row) - _WIDE, 1, "held"), [""])

    def handles(self, thing: Any, address: int, known: Sequence[Handle]) -> None:
        """Draw the handles that hold the object and are no field that the collector visits."""
        held = self._index[address if thing is None else id(thing)]
        modules = {extension.module.partition(".")[0] for extension in by_module()}
        holders = [self._kept_at(edge.holder) for edge in self.edges if edge.held == held]
        fields = sum(type(each).__module__.partition(".")[0] in modules for each in holders)
        # As explain() takes them: `Py` handles first, for those are what classes keep.
        for at, handle in enumerate(sorted(known, key=lambda each: not each.handle.startswith("Py<"))):
            places = [f"{handle.file}:{handle.line}"] + ([handle.place] if handle.python else [])
            if at < fields:
                self.nodes[held].details.append(f"handle {handle} is a field of a holder")
                self.nodes[held].places += places
                continue
            label = f"{handle.handle}{' (into_raw)' if handle.escaped else ''}"
            details = [f"handle {handle}", f"extension: {handle.extension}"]
            self.nodes.append(Node("handle", label, -1, f"{address:#x}", details, places))
            self.link(len(self.nodes) - 1, held, [f"{Path(handle.file).name}:{handle.line}"], unseen=True)

    def unknown(self, address: int) -> None:
        """A node for an object that the collector does not track, of which the address alone is known."""
        details = ["the collector does not track it: only its address is known"]
        self._index[address] = len(self.nodes)
        self.nodes.append(Node("leaked", f"object at {address:#x}", 0, f"{address:#x}", details))

    def _kept_at(self, index: int) -> Any:
        return next((each for each in self._kept if self._index[id(each)] == index), None)

    def to_json(self) -> dict[str, Any]:
        """Nodes and edges as values that `json` writes, each node with its row among those of its layer."""
        self._spread()
        self._arrange()
        return {"nodes": [asdict(node) for node in self.nodes], "edges": [asdict(edge) for edge in self.edges]}

    def _spread(self) -> None:
        """What a leaked object holds stands to its right, also if it leaks too; only in a cycle an edge goes back."""
        held: dict[int, set[int]] = {}
        for edge in self.edges:
            held.setdefault(edge.holder, set()).add(edge.held)

        def reaches(start: int, goal: int) -> bool:
            row, seen = [start], {start}
            while row:
                row = [inner for index in row for inner in held.get(index, ()) if inner not in seen]
                seen.update(row)
            return goal in seen

        forward = [edge for edge in self.edges if not reaches(edge.held, edge.holder)]
        # Without the edges that close cycles no way is longer than there are nodes.
        for _ in self.nodes:
            behind = [edge for edge in forward if 0 <= self.nodes[edge.holder].layer >= self.nodes[edge.held].layer]
            for edge in behind:
                self.nodes[edge.held].layer = self.nodes[edge.holder].layer + 1
            if not behind:
                break

    def _arrange(self) -> None:
        """Rows near those of what a node is linked to, outwards from the leaked objects."""
        layers: dict[int, list[int]] = {}
        for index, node in enumerate(self.nodes):
            layers.setdefault(node.layer, []).append(index)
        for layer in sorted(layers, key=abs):
            around: dict[int, list[int]] = {index: [] for index in layers[layer]}
            for edge in self.edges:
                for mine, other in ((edge.holder, edge.held), (edge.held, edge.holder)):
                    if mine in around and abs(self.nodes[other].layer) < abs(layer):
                        around[mine].append(self.nodes[other].row)
            layers[layer].sort(key=lambda index: sum(around[index]) / max(len(around[index]), 1))
            for row, index in enumerate(layers[layer]):
                self.nodes[index].row = row


def graph_of(findings: Sequence[Finding]) -> Graph:
    """The graph of what leaks: what leaked handles hold, else the newest object of each type that grows."""
    graph = Graph()
    leaks = [finding for finding in findings if finding.verdict == "leak"]
    sites = [finding.site for finding in leaks if finding.kind == "handle"]
    newest: dict[str, int] = {}
    of_object: dict[int, list[Handle]] = {}
    for handle in live():
        newest[site_of(handle)] = handle.object
        of_object.setdefault(handle.object, []).append(handle)
    addresses = list(dict.fromkeys(newest[site] for site in sites if site in newest))
    names = {finding.site for finding in leaks if finding.kind == "object"} if not addresses else set()
    by_name: dict[str, Any] = {}
    things: dict[int, Any] = {}
    for each in gc.get_objects():
        if id(each) in addresses:
            things[id(each)] = each
        elif names and type_name(type(each)) in names and not _of_this_package(each):
            by_name[type_name(type(each))] = each
    # The loop's variable and both dicts are holders, and none that anyone looks for.
    each = None
    addresses += [id(thing) for thing in by_name.values()]
    things |= {id(thing): thing for thing in by_name.values()}
    by_name.clear()
    graph._ours |= {id(things), id(by_name)}
    for address in addresses[:_OBJECTS]:
        if address in things:
            graph.add(things[address], 0, "leaked")
        else:
            graph.unknown(address)
    if len(addresses) > _OBJECTS:
        graph.note(len(addresses) - _OBJECTS, 0, "leaked objects")
    for address in addresses[:_OBJECTS]:
        thing = things.get(address)
        if thing is not None:
            graph.hold(thing, 0)
            graph.parts(thing)
        graph.handles(thing, address, of_object.get(address, ()))
    return graph


def _names(holder: Any, held: Any) -> list[str]:
    if is_a(holder, types.FrameType):
        return [f"local {name}" for name in local_names(holder, held)]
    if is_generator(holder):
        frame = suspended(holder)
        return ["suspended"] if frame is None else [f"local {name}" for name in local_names(frame, held)]
    return edges(holder, held)


def _of_this_package(thing: Any) -> bool:
    """Whether it is only there because this package looks."""
    if is_a(thing, types.FrameType):
        return bool(thing.f_code.co_filename.startswith(_HERE))
    return str(type(thing).__module__).partition(".")[0] == "owned_debug"

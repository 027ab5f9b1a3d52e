"""What the collector says of the holders of an object, put into words."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from .frames import is_generator, local_names, local_values, place, suspended
from .measuring import is_a, type_name
from .naming import edges, instance_dict, short, with_article

Kind = Literal["global", "attribute", "item", "closure", "method", "field", "local", "other"]


class Found(NamedTuple):
    """One reference to the object."""

    kind: Kind
    text: str
    module: str
    """The module of the holder's type."""


def holders_of(obj: Any, frames: list[types.FrameType]) -> list[Found]:
    """Every reference that the collector can see. Of `frames`, which run, the locals name what the holders are in."""
    found: list[Found] = []
    owners: dict[int, Any] = {}
    containers = gc.get_referrers(obj)
    # What is made here holds holders; it is none itself.
    look = Look(frames, {id(found), id(owners), id(containers), id(frames)})
    if not gc.is_tracked(obj):
        # A dict or a tuple of nothing but texts and numbers is not tracked: its own holders are.
        containers += _untracked_containers(obj, look)
    for holder in containers:
        if id(holder) in look.ours:
            continue
        owner = owner_of(holder, look) if is_a(holder, dict) else holder
        # Newer Pythons show what is in an instance's dict at both, the instance and its dict; it is one reference.
        if id(owner) not in owners:
            owners[id(owner)] = owner
            found += _said(owner, obj, look)
    return found


class Look(NamedTuple):
    """What a search for holders knows: the frames that run, and by `id` what is only there to search."""

    frames: list[types.FrameType]
    ours: set[int]


def _said(holder: Any, obj: Any, look: Look) -> Iterator[Found]:
    module = type(holder).__module__
    if is_a(holder, types.FrameType):
        for name in local_names(holder, obj):
            yield Found("local", f"local {name!r} of {place(holder)} (finished, kept by a traceback)", module)
        yield from (Found("other", f"{edge} of frame {place(holder)}", module) for edge in _fields(holder, obj))
        return
    if is_generator(holder):
        frame = suspended(holder)
        names = [] if frame is None else local_names(frame, obj)
        yield from (Found("local", f"local {name!r} of suspended {short(holder)}", module) for name in names)
        if frame is not None and not names:
            yield Found("other", f"suspended {short(holder)}", module)
        return
    if is_a(holder, types.CellType):
        yield Found("closure", _closure(holder, look), module)
        return
    for edge in edges(holder, obj):
        yield _edge(holder, edge, module, look)


def _edge(holder: Any, edge: str, module: str, look: Look) -> Found:
    if is_a(holder, types.ModuleType):
        return Found("global", f"global {edge.removeprefix('.')!r} of {short(holder)}", module)
    if is_a(holder, types.MethodType):
        return Found("method", f"{edge} of a bound method {short(holder.__func__)}{_within(holder, look)}", module)
    if is_a(holder, (list, tuple, dict, set, frozenset)):
        return Found("item", f"{edge} of {with_article(type_name(type(holder)))}{_within(holder, look)}", module)
    if edge.startswith("."):
        return Found("attribute", f"attribute {edge} of {short(holder)}", module)
    if edge == "its type":
        return Found("other", f"the type of {short(holder)}", module)
    return Found("field", f"{edge} at {id(holder):#x}", module)


def owner_of(attributes: dict[Any, Any], look: Look) -> Any:
    """The module, class or instance whose attributes the dict is; the dict itself if it is nobody's."""
    for each in _referrers(attributes, look):
        if is_a(each, type):
            return each
        if not is_a(each, (dict, list, tuple, types.FrameType, types.FunctionType)):
            if instance_dict(each) is attributes:
                return each
    return attributes


def _within(container: Any, look: Look) -> str:
    """Where the container is, in turn: one step more, so that a list has a name."""
    for frame in look.frames:
        names = local_names(frame, container)
        if names:
            return f", local {names[0]!r} of {frame.f_code.co_qualname}"
    for each in _referrers(container, look):
        if is_a(each, (types.FrameType, types.CellType)) or is_generator(each):
            continue
        owner = owner_of(each, look) if is_a(each, dict) else each
        names = edges(owner, container)
        if names and is_a(owner, types.ModuleType):
            return f", global {names[0].removeprefix('.')!r} of {short(owner)}"
        if names:
            return f", {names[0]} of {short(owner)}"
    return ""


def _referrers(held: Any, look: Look) -> list[Any]:
    referrers = gc.get_referrers(held)
    look.ours.add(id(referrers))
    return [each for each in referrers if id(each) not in look.ours]


def _closure(cell: types.CellType, look: Look) -> str:
    for each in gc.get_referrers(cell):
        if not is_a(each, tuple) or id(each) in look.ours:
            continue
        for function in gc.get_referrers(each):
            if is_a(function, types.FunctionType) and function.__closure__ is each:
                index = next(i for i, item in enumerate(each) if item is cell)
                return f"closure variable {function.__code__.co_freevars[index]!r} of {short(function)}"
    return "a variable that a closure shares with a running frame"


def _fields(holder: types.FrameType, obj: Any) -> list[str]:
    return [name for name in ("f_globals", "f_builtins", "f_code") if getattr(holder, name) is obj]


def _untracked_containers(obj: Any, look: Look) -> Iterable[Any]:
    found: dict[int, Any] = {}

    def candidates() -> Iterator[Any]:
        for tracked in gc.get_objects():
            if id(tracked) not in look.ours:
                yield from gc.get_referents(tracked)
        for frame in look.frames:
            yield from local_values(frame).values()

    for each in candidates():
        if type(each) in (dict, tuple) and not gc.is_tracked(each) and id(each) not in found:
            if any(inner is obj for inner in gc.get_referents(each)):
                found[id(each)] = each
    return list(found.values())

"""Examines an instance: does the collector see what it holds, and no more than that?"""

from __future__ import annotations

import gc
import types
from typing import Any, Literal

from ..naming import instance_dict, native_attributes, short
from .ownership import Held, freed_by, loosen, reaches, unseen
from .swallowing import raised

Fault = Literal["hidden field", "visited twice", "kept type", "kept field", "swallowed"]

_HEAP_TYPE = 1 << 9


def visited_twice(instance: Any) -> list[Held]:
    """What is visited more often than it is referenced at all. Nothing is changed by looking."""
    referents = gc.get_referents(instance)
    counts: dict[int, int] = {}
    for index in range(len(referents)):
        identity = id(referents[index])
        counts[identity] = counts.get(identity, 0) + 1
    found = []
    names = {id(value): name for name, value in _attributes(instance).items()}
    for index in range(len(referents)):
        identity = id(referents[index])
        if counts.pop(identity, 0) > 1 and unseen([referents[index]]) < 0:
            name = names.get(identity, "")
            found.append(Held(name, identity, short(referents[index])))
    return found


def examined(box: list[Any], values: list[Any], new: bool) -> list[tuple[Fault, Held]]:
    """What is wrong with the instance in the box, which is freed by that if nobody else has it.

    `values` are objects that it may hold. With `new`, it came into being while it was watched.
    """
    names = _attributes(box[0])
    kind = type(box[0])
    referents = gc.get_referents(box[0])
    candidates = _unique([*(each for each in (*names.values(), *values) if each is not box[0]), *referents, kind])
    visited = [0] * len(candidates)
    for index, candidate in enumerate(candidates):
        visited[index] = sum(each is candidate for each in referents)
    held = [Held(next((n for n, each in names.items() if each is value), ""), id(value), short(value))
            for value in candidates]  # fmt: skip
    del referents, names
    concealed = [_is_concealed(candidates, index) for index in range(len(candidates))]
    cyclic = [bool(each.name) and reaches(value, box[0]) for each, value in zip(held, candidates)]
    loosen(box)
    found: list[tuple[Fault, Held]] = []
    with raised() as (swallowed, ran):
        dropped = freed_by(box, candidates)
    found += [("swallowed", Held(where, 0, error)) for error, where in swallowed]
    if ran and dropped is not None:
        # Code that ran may hold on to things, or let go of them: the counts say nothing of the instance.
        return found
    if dropped is None:
        # Somebody has it: only of what leads back to it, and is held by nobody that is seen, can anything be said.
        ways = zip(held, visited, concealed, cyclic)
        return [("hidden field", each) for each, seen, hides, back in ways if back and hides and not seen and new]
    for value, each, seen, hides, drop in zip(candidates, held, visited, concealed, dropped):
        if value is kind:
            if not drop and kind.__flags__ & _HEAP_TYPE:
                found.append(("kept type", each))
        elif seen and not drop:
            found.append(("kept field", each))
        elif seen > drop:
            found.append(("visited twice", each))
        elif drop > seen and hides:
            found.append(("hidden field", each))
    return found


def _is_concealed(candidates: list[Any], index: int) -> bool:
    """Whether it could be in a cycle, and somebody holds it whom the collector does not see."""
    kind = type(candidates[index])
    if issubclass(kind, (type, types.ModuleType)) or not gc.is_tracked(candidates[index]):
        return False
    return unseen([candidates[index]]) > 0


def _attributes(instance: Any) -> dict[str, Any]:
    """The values of its attributes, by name with a dot; those that are made by asking are none of its own."""
    found: dict[str, Any] = {}
    for name in native_attributes(type(instance)):
        if name.startswith("__"):
            continue
        try:
            value = getattr(instance, name)
            if value is getattr(instance, name):
                found[f".{name}"] = value
        except Exception:  # a getter may raise what it likes
            continue
    found.update({f".{name}": value for name, value in (instance_dict(instance) or {}).items()})
    return found


def _unique(values: list[Any]) -> list[Any]:
    return list({id(each): each for each in values}.values())

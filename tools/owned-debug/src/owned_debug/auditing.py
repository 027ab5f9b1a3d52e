"""Whether the collector sees what a class holds.

A class whose instances hold objects has to tell the collector of each: what it does not tell is never freed once it is
part of a cycle. `audit_gc` looks at an instance, attribute by attribute; given a class, it also makes cycles and sees
whether they go.
"""

from __future__ import annotations

import gc
import types
import weakref
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from .measuring import type_name
from .naming import instance_dict, native_attributes
from .snapshots import settle

_HAVE_GC = 1 << 14
_DEPTH = 3

Seen = Literal["reachable", "hidden", "no container", "computed", "unreadable"]
"""Whether the collector finds the value of an attribute at the instance; `computed`: made anew each time it is asked
for; `no container`: the value can be in no cycle."""


@dataclass(frozen=True)
class GcAudit:
    """What the collector knows of a class and of one instance of it."""

    name: str
    supported: bool
    """Whether the class takes part in the collection of cycles."""
    tracked: bool | None
    """Whether the collector tracks the instance; None if there was none to look at."""
    attributes: dict[str, Seen]
    collected: tuple[str, ...]
    """Attributes through which a cycle was made that was freed."""
    uncollectable: tuple[str, ...]
    """Attributes through which a cycle was made that no collection freed."""
    untried: tuple[str, ...]
    """Attributes that could not be made part of a cycle: they cannot be set, or not to the probe."""
    note: str = ""

    @property
    def hidden(self) -> list[str]:
        """The attributes whose value the collector does not find."""
        return [name for name, seen in self.attributes.items() if seen == "hidden"]

    @property
    def ok(self) -> bool:
        """Whether nothing was found that could leak through a cycle."""
        return not self.hidden and not self.uncollectable

    def __str__(self) -> str:
        tracked = {None: "no instance was looked at", True: "the instance is tracked", False: "the instance is not"}
        supported = "takes part in" if self.supported else "is left out of"
        lines = [f"{self.name} {supported} the collection of cycles; {tracked[self.tracked]}"]
        lines += [f"    .{name}: {seen}" for name, seen in self.attributes.items()]
        lines += [f"    a cycle through .{name} is freed" for name in self.collected]
        lines += [f"    a cycle through .{name} is never freed" for name in self.uncollectable]
        return "\n".join(lines + ([f"    {self.note}"] if self.note else []))

    def to_json(self) -> dict[str, Any]:
        """The audit as values that `json` writes."""
        return {**asdict(self), "ok": self.ok}


class _Probe:
    """Holds an instance, and can be watched. Callable, for attributes that take callables only."""

    def __init__(self, target: Any) -> None:
        self.target = target

    def __call__(self, *_args: Any, **_options: Any) -> None:
        pass


def audit_gc(type_or_object: Any, make: Callable[[], Any] | None = None) -> GcAudit:
    """Look at a class or an object.

    An object is only looked at. Of a class, instances are made, by `make` or without arguments, and each attribute
    that can be set is made part of a cycle; `uncollectable` names those where `gc.collect` did not free it.
    """
    if not isinstance(type_or_object, type):
        return _audit(type(type_or_object), type_or_object, {}, "")
    kind: type = type_or_object
    build = make or kind
    try:
        instance = build()
    except Exception as error:  # a constructor may raise what it likes
        return _audit(kind, None, {}, f"no instance could be made ({error!r}): pass make=")
    names = [*_readable(instance), *(n for n in _settable(kind) if n not in native_attributes(kind))]
    freed = {name: _freed(build, name) for name in dict.fromkeys(names)}
    return _audit(kind, instance, freed, "")


def _audit(kind: type, instance: Any, freed: dict[str, bool | None], note: str) -> GcAudit:
    supported = bool(kind.__flags__ & _HAVE_GC)
    attributes = {} if instance is None else {name: _seen(instance, name) for name in _readable(instance)}
    tracked = None if instance is None else gc.is_tracked(instance)
    went, left, untried = (tuple(n for n, each in freed.items() if each is outcome) for outcome in (True, False, None))
    return GcAudit(type_name(kind), supported, tracked, attributes, went, left, untried, note)


def _readable(instance: Any) -> list[str]:
    """The attributes that the instance keeps itself, as far as Python can tell."""
    names = [name for name in native_attributes(type(instance)) if not name.startswith("__")]
    return list(dict.fromkeys([*names, *map(str, instance_dict(instance) or ())]))


def _settable(kind: type) -> list[str]:
    properties = (name for base in kind.__mro__ for name, value in vars(base).items() if _has_setter(value))
    return list(dict.fromkeys(properties))


def _has_setter(value: Any) -> bool:
    return isinstance(value, property) and value.fset is not None


def _seen(instance: Any, name: str) -> Seen:
    try:
        value = getattr(instance, name)
        again = getattr(instance, name)
    except Exception:  # a getter may raise what it likes
        return "unreadable"
    if not gc.is_tracked(value):
        return "no container"
    # A bound method, say: made by asking for it. Two that live at once cannot be the same by chance.
    if value is not again:
        return "computed"
    return "reachable" if _reaches(instance, value) else "hidden"


def _reaches(instance: Any, value: Any) -> bool:
    """Whether the collector gets from the instance to the value, by way of what is the instance's own."""
    row, seen = [instance], {id(instance)}
    for _ in range(_DEPTH):
        following: list[Any] = []
        for each in gc.get_referents(*row):
            if each is value:
                return True
            if id(each) not in seen and not isinstance(each, (type, types.ModuleType)):
                seen.add(id(each))
                following.append(each)
        row = following
    return False


def _freed(build: Callable[[], Any], name: str) -> bool | None:
    """Whether a cycle through the attribute is freed; None if it cannot be made."""
    try:
        instance = build()
        probe = _Probe(instance)
        setattr(instance, name, probe)
        # What was converted or copied is no cycle through the probe.
        if getattr(instance, name) is not probe:
            return None
    except Exception:  # a setter may refuse the probe in any way
        return None
    watch = weakref.ref(probe)
    del instance, probe
    settle()
    left = watch()
    if left is None:
        return True
    # It is not to be left behind by looking: what the probe holds is let go.
    left.target = None
    return False

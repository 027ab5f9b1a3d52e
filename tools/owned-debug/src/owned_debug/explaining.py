"""Who holds an object: every reference named, and what has no name counted.

What is found adds up to the object's reference count, less the references that looking takes. The remainder is held
where nobody can look: by C or native code that the collector does not see, or by an expression that is being computed.
"""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from typing import Any, Literal

from .frames import local_names, place, running
from .holders import Found, holders_of
from .naming import short
from .protocol import Handle, by_module
from .snapshots import live

Kind = Literal["local", "global", "attribute", "item", "closure", "method", "field", "handle", "other", "unseen"]
_IMMORTAL = 1 << 28


@dataclass(frozen=True)
class Holder:
    """One who holds the object."""

    kind: Kind
    text: str
    references: int
    """How many references this is; 0 for a handle that is seen as a field above as well."""

    def __str__(self) -> str:
        return f"{self.references:>6}  {self.text}"


@dataclass(frozen=True)
class Explanation:
    """The holders of an object."""

    what: str
    total: int
    """The references to the object, without those of the observer."""
    holders: tuple[Holder, ...]
    immortal: bool = False
    """Whether the object is one that Python never frees: its references are not counted."""

    @property
    def unseen(self) -> int:
        """How many references nobody was found for."""
        return sum(holder.references for holder in self.holders if holder.kind == "unseen")

    def __str__(self) -> str:
        if self.immortal:
            return "\n".join([f"{self.what} is never freed: its references are not counted", *map(str, self.holders)])
        count = f"{self.total} reference{'s' if self.total != 1 else ''}"
        return "\n".join([f"{self.what} is held by {count}:", *map(str, self.holders)])

    def to_json(self) -> dict[str, Any]:
        """The explanation as values that `json` writes."""
        return asdict(self)


def explain(obj: Any) -> Explanation:
    """Every holder of `obj`, named. Nothing is changed by looking, and the counts leave the observer out."""
    # Whether the argument is a reference of its own or one that the caller lends differs between Pythons, and calls.
    # So the object is held by a box alone when it is counted.
    box = [obj]
    del obj
    count = sys.getrefcount(box[0]) - observer()
    obj = box.pop()
    frames = running(sys._getframe(1))
    found: list[Holder] = []
    # Loops and no comprehensions here: those would keep `obj` in a closure cell, one holder more.
    for frame in frames:
        for name in local_names(frame, obj):
            found.append(Holder("local", f"local {name!r} of {place(frame)}", 1))
    known = holders_of(obj, frames)
    found += [Holder(each.kind, each.text, 1) for each in known]
    found += _handles(obj, known)
    found = _merged(found)
    immortal = count >= _IMMORTAL
    rest = count - sum(holder.references for holder in found)
    if rest > 0 and not immortal:
        found.append(Holder("unseen", f"held by C or native code, or by an unfinished expression: {rest}", rest))
    return Explanation(f"{short(obj)} at {id(obj):#x}", count, tuple(found), immortal)


def observer() -> int:
    """How many references `sys.getrefcount` sees to what only a box holds."""
    box = [object()]
    return sys.getrefcount(box[0])


def _handles(obj: Any, known: list[Found]) -> list[Holder]:
    """The handles of extensions that hold the object, of those whose object is known.

    A handle that is a field of an instance is found by the collector too. It is one reference, which the field has
    been counted for; `Py<…>` handles are taken for fields first, since those are what classes keep.
    """
    modules = {extension.module.partition(".")[0] for extension in by_module()}
    fields = sum(each.kind in ("field", "attribute") and each.module.partition(".")[0] in modules for each in known)
    handles = [handle for handle in live() if handle.object == id(obj)]
    handles.sort(key=lambda handle: not handle.handle.startswith("Py<"))
    return [
        Holder("handle", _handle_text(handle) + (" (a field above)" if index < fields else ""), int(index >= fields))
        for index, handle in enumerate(handles)
    ]


def _handle_text(handle: Handle) -> str:
    return f"handle {handle}, extension {handle.extension}"


def _merged(found: list[Holder]) -> list[Holder]:
    """Holders that read the same as one, with the sum of their references."""
    sums: dict[tuple[Kind, str], int] = {}
    for holder in found:
        sums[holder.kind, holder.text] = sums.get((holder.kind, holder.text), 0) + holder.references
    return [Holder(kind, text, references) for (kind, text), references in sums.items()]

"""Where what grows comes from: the lines that made it, who holds it, and which of it is held by the rest of it."""

from __future__ import annotations

import gc
import re
import tracemalloc
from collections.abc import Iterable
from typing import Any

from ..explaining import explain
from ..measuring import type_name
from ..naming import with_article
from ..protocol import Handle
from ..reports import Report, report
from ..snapshots import Site, live, serials, settle
from ..verdicts import Finding, Severity, grown
from .lines import is_of_python, is_ours, place, quoted
from .work import Subject

_CALLS = 3
_IN_OURS = re.compile(r", \[\d{9,}\] of dict object$")
_FRAMES = 12


class Origins:
    """What a few more calls have left: new handles, new objects, and which of them holds which."""

    def __init__(self, subject: Subject, types: set[str]) -> None:
        tracemalloc.start(_FRAMES)
        subject.calls(1)
        settle()
        known = {id(each) for each in gc.get_objects()}
        handles = serials()
        subject.calls(_CALLS)
        settle()
        self.handles = [each for each in live() if (each.extension, each.serial) not in handles]
        self.objects = {id(each): each for each in gc.get_objects() if id(each) not in known}
        for ours in (known, handles, self.__dict__, self.handles):
            self.objects.pop(id(ours), None)
        self.types = types
        self.subject = subject
        self._lines: list[str] | None = None

    def of_handle(self, found: Finding) -> Report:
        """The report of a handle that grows."""
        own = [each for each in self.handles if _site(each) == found.site]
        where = found.site.rpartition(" at ")[2].removesuffix(" (into_raw)")
        shared = [each for each in self.handles if each.object in {other.object for other in own}]
        python = [place(*each.python) for each in own if each.python]
        places = [where, *(f"{each.file}:{each.line}" for each in shared), *python]
        root = self._is_root(own)
        text = grown(found.slope, found.site, found.count)
        if python:
            text += f", called from {quoted(python[0])}"
        held = next((self.objects[each.object] for each in own if each.object in self.objects), None)
        if held is not None:
            text += f"; it holds {with_article(type_name(type(held)))}"
        others = sorted({_site(each) for each in shared} - {found.site})
        advice = "look at what becomes of the handle made on that line"
        if others:
            advice = f"one of these was not let go of: {found.site}; {'; '.join(others)}"
        elif not root:
            advice = "what holds it is among the other leaks: it will go with that"
        return _of(found, root, text, places, advice)

    def _is_root(self, own: list[Handle]) -> bool:
        """Whether none of the other new handles holds these, by way of what is new."""
        mine = {each.object for each in own}
        beneath = self._beneath(mine)
        above = {each.object for each in self.handles} - mine - beneath
        return not mine <= self._beneath(above)

    def of_type(self, found: Finding, by_handle: bool) -> Report:
        """The report of a type of which objects grow."""
        instances = [each for each in self.objects.values() if type_name(type(each)) == found.site]
        lines = _made_at(instances) or [each.partition(" ")[0] for each in self.block_lines()]
        text = grown(found.slope, f"`{found.site}`", found.count)
        if found.site == "type":
            text += f" ({', '.join(sorted({type_name(each) for each in instances}))})"
        if lines:
            text += f", made at {quoted(lines[0])}"
        root = not by_handle and self._is_uppermost(instances)
        advice = ""
        if instances:
            # The last is what a bounded container would let go of last.
            held = instances[-1]
            instances.clear()
            advice = _holders(held, self.objects)
        return _of(found, root, text, lines, advice or found.advice)

    def block_lines(self) -> list[str]:
        """Where blocks are from, for objects of which the interpreter does not say it."""
        if self._lines is None:
            self._lines = block_lines(self.subject)
        return self._lines

    def _is_uppermost(self, instances: list[Any]) -> bool:
        mine = {id(each) for each in instances}
        beneath = self._beneath(mine)
        grown = {i for i, each in self.objects.items() if type_name(type(each)) in self.types}
        return not mine <= self._beneath(grown - mine - beneath)

    def _beneath(self, identities: Iterable[int]) -> set[int]:
        """What the collector finds from these on, among what is new."""
        found: set[int] = set()
        row = [self.objects[each] for each in identities if each in self.objects]
        while row:
            following = []
            for each in gc.get_referents(*row):
                if id(each) in self.objects and id(each) not in found:
                    found.add(id(each))
                    following.append(each)
            row = following
        return found


def _of(found: Finding, root: bool, text: str, places: Iterable[str], advice: str) -> Report:
    severity: Severity = "high" if root else "low"
    return report(
        "leak", severity, found.kind, text, places, advice, site=found.site, count=found.count, slope=found.slope
    )


def _holders(held: Any, objects: dict[int, Any]) -> str:
    """Who holds it, without the look itself."""
    mine = f"[{id(held)}]"
    said = [str(each).split(None, 1)[1] for each in explain(held).holders if mine not in str(each)]
    objects_of_ours = ("local 'held'", "of a dict, attribute .objects of", "local 'instances'")
    others = [each for each in said if not any(own in each for own in objects_of_ours)]
    # Where a holder is said to be in turn, that is not in what keeps the new objects here.
    return "\n".join("held by " + _IN_OURS.sub("", each) for each in others)


def _site(handle: Handle) -> str:
    return str(Site(handle.extension, handle.file, handle.line, handle.handle, handle.escaped))


def _made_at(instances: list[Any]) -> list[str]:
    """The lines of Python that ran when they were allocated, the most frequent first."""
    counts: dict[str, int] = {}
    for each in instances:
        trace = tracemalloc.get_object_traceback(each)
        # The most recent call is the last.
        line = next((place(f.filename, f.lineno) for f in reversed(trace or ()) if not is_ours(f.filename)), None)
        if line is not None:
            counts[line] = counts.get(line, 0) + 1
    return sorted(counts, key=lambda line: -counts[line])


def block_lines(subject: Subject, calls: int = 10) -> list[str]:
    """The lines of Python that ran when blocks were allocated of which more stay with each call, as they are quoted."""
    if not tracemalloc.is_tracing():
        tracemalloc.start(_FRAMES)
    subject.calls(2)
    settle()
    before = tracemalloc.take_snapshot()
    subject.calls(calls)
    settle()
    found = []
    for change in tracemalloc.take_snapshot().compare_to(before, "traceback"):
        frames = [frame for frame in reversed(change.traceback) if not is_ours(frame.filename)]
        if change.count_diff >= calls and frames and not is_of_python(frames[0].filename):
            found.append((change.count_diff, quoted(place(frames[0].filename, frames[0].lineno))))
    return list(dict.fromkeys(line for _, line in sorted(found, reverse=True)))

"""Tells what leaks by itself from what leaks because something else does.

An object that is never freed keeps what it holds. So the lines that made those handles are reported as well, and a
count alone does not say which line is to blame. With a record of each handle, made at level `frames`, its object is
known: a handle is a *consequence* if another object that leaks holds its object, with as many references as handles.
"""

from __future__ import annotations

import gc
import types
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

from .protocol import Handle
from .snapshots import live
from .verdicts import Finding, site_of

_DEPTH = 4
"""Through how many lists, dicts and other parts of its own an object is seen to hold another."""

_NOT_PARTS = (type, types.ModuleType, types.FunctionType, types.FrameType, types.CodeType)
_NEWEST = 50
"""How many handles of a site are asked whether they hold the objects of others."""
_PARTS = 2000
"""How many parts of an object are looked through."""


def traced(findings: Sequence[Finding], modules: Iterable[ModuleType | str] | None = None) -> list[Finding]:
    """The findings, with those that are consequences marked and behind their roots; each with its line of Python."""
    leaked = {finding.site: finding for finding in findings if finding.kind == "handle" and finding.verdict == "leak"}
    handles: dict[str, list[Handle]] = {}
    if leaked:
        for handle in live(modules=modules):
            handles.setdefault(site_of(handle), []).append(handle)
    handles = {site: each[-_NEWEST:] for site, each in handles.items() if site in leaked}
    causes = _causes(handles)
    marked: list[Finding] = []
    for finding in findings:
        if finding.kind == "handle" and finding.site in handles:
            lines = Counter(handle.python for handle in handles[finding.site] if handle.python is not None)
            python = "{}:{}".format(*lines.most_common(1)[0][0]) if lines else None
            because = tuple(causes.get(finding.site, ()))
            finding = replace(finding, python=python, because=because)
            if because:
                finding = replace(finding, severity="low", advice=f"held by what leaks at {', '.join(because)}")
        marked.append(finding)
    return sorted(marked, key=lambda finding: (finding.verdict == "leak", bool(finding.because)) == (True, True))


def _causes(handles: dict[str, list[Handle]]) -> dict[str, list[str]]:
    """By site: the sites of the roots which hold what its handles hold. A site with a root of its own is not there."""
    of_object: dict[int, list[tuple[str, Handle]]] = {}
    for site, each in handles.items():
        for handle in each:
            of_object.setdefault(handle.object, []).append((site, handle))
    holders = _holders(set(of_object))
    roots: dict[int, list[str]] = {}
    consequences: dict[str, set[int]] = {}
    own: set[str] = set()
    for identity, known in of_object.items():
        # As many as the holders account for are fields of theirs: `Py` handles first, for those are what classes keep.
        known.sort(key=lambda row: (not row[1].handle.startswith("Py<"), row[1].escaped))
        fields = len(holders.get(identity, ()))
        for site, _ in known[:fields]:
            consequences.setdefault(site, set()).add(identity)
        roots[identity] = [site for site, _ in known[fields:]]
        own.update(roots[identity])
    above: dict[frozenset[int], set[str]] = {}
    causes: dict[str, list[str]] = {}
    for site, objects in consequences.items():
        known_objects = frozenset(objects)
        if site not in own and known_objects not in above:
            above[known_objects] = _roots_above(known_objects, holders, roots)
        if site not in own and (because := above[known_objects] - {site}):
            causes[site] = sorted(because)
    return causes


def _roots_above(objects: frozenset[int], holders: dict[int, list[int]], roots: dict[int, list[str]]) -> set[str]:
    """The sites that hold what holds these objects, the whole way up."""
    found: set[str] = set()
    seen = set(objects)
    row = list(objects)
    while row:
        above = list({holder for identity in row for holder in holders.get(identity, ()) if holder not in seen})
        for holder in above:
            found.update(roots.get(holder, ()))
        seen.update(above)
        row = above
    return found


def _holders(wanted: set[int]) -> dict[int, list[int]]:
    """Which of these objects hold which others, as far as the collector sees; once for each reference."""
    found: dict[int, list[int]] = {}
    for holder in gc.get_objects():
        if id(holder) in wanted:
            for inner in _parts(holder, wanted):
                if inner != id(holder):
                    found.setdefault(inner, []).append(id(holder))
    return found


def _parts(holder: Any, wanted: set[int]) -> Iterator[int]:
    """Those of the wanted objects that this one refers to, itself or by parts of its own."""
    row, seen = [holder], {id(holder)}
    for _ in range(_DEPTH):
        following: list[Any] = []
        for inner in gc.get_referents(*row):
            if len(seen) > _PARTS:
                return
            if id(inner) in wanted:
                yield id(inner)
            elif id(inner) not in seen and not issubclass(type(inner), _NOT_PARTS):
                seen.add(id(inner))
                following.append(inner)
        row = following

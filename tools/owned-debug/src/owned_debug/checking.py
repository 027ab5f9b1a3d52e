"""Looks for everything that this package can look for, without being told what: `python -m owned_debug check`.

Each look has a process of its own. One that crashes is a finding, with the signal and what was said last.
"""

from __future__ import annotations

import ast
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .looking import LOOKS, Ended, run
from .reports import Report, in_order
from .scripts import ScriptFailed, Usage

DEFAULT = "step"


@dataclass(frozen=True)
class Look:
    """One look that was made."""

    name: str
    seconds: float
    ended: str
    """How its process ended: `done`, a signal, `failed`, `timed out`."""
    note: str = ""


@dataclass(frozen=True)
class Check:
    """What `check` found."""

    script: str
    findings: tuple[Report, ...]
    looks: tuple[Look, ...]

    def __str__(self) -> str:
        seconds = sum(look.seconds for look in self.looks)
        notes = [f"{look.name}: {look.note or look.ended}" for look in self.looks if look.note or look.ended != "done"]
        late = [look.name for look in self.looks if look.ended == "timed out"]
        clean = f"clean: {len(self.looks)} looks found nothing"
        if late:
            clean = f"nothing found, but not at an end: {', '.join(late)}"
        head = [str(each) for each in self.findings] or [clean]
        return "\n".join([*head, *notes, f"{len(self.looks)} looks in {seconds:.1f} s"])

    def to_json(self) -> dict[str, Any]:
        """The check as values that `json` writes."""
        findings = [each.to_json() for each in self.findings]
        return {"script": self.script, "findings": findings, "looks": [asdict(look) for look in self.looks]}


def check(script: str, arguments: Sequence[str] = (), *, progress: Callable[[int, int], None] | None = None) -> Check:
    """Make every look at `SCRIPT` or `SCRIPT:FUNCTION`; without a function, at its `step` if it has one."""
    target = what(script)
    looks: list[Look] = []
    found: list[Report] = []
    failures: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="owned-debug-") as folder:
        for done, name in enumerate(LOOKS):
            ended = run(name, target, arguments, Path(folder))
            looks.append(Look(name, round(ended.seconds, 3), ended.how, ended.note))
            found += ended.reports
            if ended.failure:
                failures[name] = ended.failure
            if progress is not None:
                progress(done + 1, len(LOOKS))
    first = next(iter(LOOKS))
    if first in failures and not found:
        print(failures[first], file=sys.stderr, end="")
        raise ScriptFailed(target)
    found += _only_here(failures, first)
    return Check(target, tuple(_told_once(found)), tuple(looks))


def what(script: str) -> str:
    """What of the script is called."""
    path, colon, name = script.rpartition(":")
    if colon and name.isidentifier() and Path(path).exists():
        return script
    try:
        tree = ast.parse(Path(script).read_bytes())
    except OSError as error:
        raise Usage(f"{script}: {error.strerror}") from error
    except (SyntaxError, ValueError) as error:
        raise ScriptFailed(script) from error
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return f"{script}:{DEFAULT}" if DEFAULT in functions else script


def _only_here(failures: dict[str, str], first: str) -> list[Report]:
    """A script that comes through, but not where freed memory is overwritten, reads what is freed."""
    failure = failures.get("freed")
    # Some scripts look at their own frames, and fail wherever their calls go by another way.
    if failure is None or first in failures or "exports" in failures or "exit" in failures:
        return []
    return [Ended.of_failure(failure)]


def _told_once(found: Sequence[Report]) -> list[Report]:
    """Without what only repeats, counted otherwise, what has been found by name."""
    places = {place for each in found if each.kind in ("handle", "queue") for place in each.places}
    by_name = any(each.kind in ("handle", "object", "kept field", "export") for each in found)
    known = any(each.verdict == "leak" and each.kind not in ("memory", "references") for each in found)

    def repeats(each: Report) -> bool:
        if each.kind == "alive at exit":
            return each.place in places
        if each.kind == "blocks":
            return by_name
        if each.kind == "allocation" and each.verdict == "leak":
            # The last place is that of the call; what every call leaves is left by one that fails, too.
            return len(each.places) > 1 and places.issuperset(each.places[:-1])
        return each.kind in ("memory", "references") and known

    return in_order(each for each in found if not repeats(each))

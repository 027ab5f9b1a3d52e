"""What each subcommand does: it returns what it found, and says how that is written."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .bar import Progress
from .differences import Diff, diff
from .guards import describe
from .hunting import hunt, measure, verdicts_of
from .isolating import ChildFailed
from .page import write_page
from .scripts import Imports, ScriptFailed, Usage, load
from .snapshots import Snapshot, settle, snapshot
from .sweeping import SweepUnavailable, sweep_failures


@dataclass
class Outcome:
    """The result of a command."""

    text: str
    value: dict[str, Any]
    leaked: bool


def run(options: Namespace, progress: Progress) -> Outcome:
    """Run the script once; what is alive afterwards and was not after the imports is a leak."""
    imports = Imports(options.level)
    with imports.watched():
        work = load(options.script, options.arguments)
        work.call()
    del work
    settle()
    after = snapshot()
    if options.save:
        Path(options.save).write_text(json.dumps(after.to_json()), encoding="utf-8")
    return _told(diff(Snapshot(imports.baseline, {}, {}), after), after, options)


def _told(change: Diff, after: Snapshot, options: Namespace) -> Outcome:
    leaked = change.leaked(options.allow)
    if leaked:
        text = describe(leaked, change)
    elif after.counting:
        text = f"clean: {after.total} live handles, none more than after the imports"
    else:
        text = "nothing was counted: no module that the script loaded was built with the feature `ledger`"
    rows = [{**site._asdict(), "growth": more} for site, more in leaked.items()]
    return Outcome(text, {"leaked": rows, "diff": change.to_json(), "snapshot": after.to_json()}, bool(leaked))


def hunting(options: Namespace, progress: Progress) -> Outcome:
    """Call the function again and again; what grows each time is a leak."""
    imports = Imports(options.level)
    with imports.watched():
        work = load(options.script, options.arguments)
        found = hunt(work.call, options.warmup, options.runs, allow=options.allow, progress=progress)
    return Outcome(str(found), found.to_json(), bool(found.leaks))


def sweep(options: Namespace, progress: Progress) -> Outcome:
    """Make every allocation of the function fail in turn."""
    imports = Imports(options.level)
    with imports.watched():
        work = load(options.script, options.arguments)
        if work.function is None:
            raise Usage("sweep takes SCRIPT:FUNCTION, since compiling and importing are no part of what is to be swept")
        try:
            found = sweep_failures(
                work.function, limit=options.limit, isolate=options.isolate, progress=lambda done: progress(done, None)
            )
        except SweepUnavailable as error:
            raise Usage(str(error)) from error
        except ChildFailed as error:
            raise ScriptFailed(options.script) from error
    return Outcome(str(found), found.to_json(), not found.clean)


def difference(options: Namespace, progress: Progress) -> Outcome:
    """What one call changes, or what has changed between two snapshots that `run --save` wrote."""
    if options.second is not None:
        change = diff(_saved(options.script), _saved(options.second))
        return Outcome(str(change), change.to_json(), bool(change.leaked(options.allow)))
    imports = Imports(options.level)
    with imports.watched():
        work = load(options.script, [])
        for _ in range(options.warmup):
            work.call()
        settle()
        before = snapshot()
        work.call()
        settle()
        change = diff(before, snapshot())
    return Outcome(str(change), change.to_json(), bool(change.leaked(options.allow)))


def _saved(path: str) -> Snapshot:
    try:
        return Snapshot.from_json(json.loads(Path(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Usage(f"{path} is no snapshot that run --save wrote: {error}") from error


def html(options: Namespace, progress: Progress) -> Outcome:
    """Call the function again and again and write a page with what grows over time."""
    imports = Imports(options.level)
    with imports.watched():
        work = load(options.script, options.arguments)
        readings = measure(work.call, options.warmup, options.runs, progress=progress)
        found = verdicts_of(readings, options.warmup, options.runs, options.allow)
    target = Path(options.output)
    write_page(target, options.script, readings[1:], found)
    value = {**found.to_json(), "page": str(target)}
    return Outcome(f"{found}\n\nwritten: {target}", value, bool(found.leaks))

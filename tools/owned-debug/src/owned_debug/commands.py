"""What each subcommand does: it returns what it found, and says how that is written."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from .bar import Progress
from .checking import check
from .differences import Diff, diff
from .graph import graph_of
from .guards import describe
from .hunting import LONGER, hunt, longer, measure, verdicts_of
from .isolating import ChildFailed
from .junit import Case
from .outlasting import outlasting
from .page import write_page
from .reports import Report, fields_of, report
from .roots import traced
from .scripts import Imports, ScriptFailed, Usage, Work, load, load_module
from .snapshots import Site, Snapshot, settle, snapshot
from .sweeping import SweepUnavailable, sweep_failures
from .track import judging
from .verdicts import Verdicts, advise


@dataclass
class Outcome:
    """The result of a command."""

    text: str
    value: dict[str, Any]
    leaked: bool
    cases: list[Case]
    """The same for JUnit; without the violations, which are polled after it."""
    violated: bool = False
    """Whether something was done that must not be done, beyond what is polled."""
    failure: ScriptFailed | None = None
    """The script ended with an error, and there is something to tell all the same."""


def run(options: Namespace, progress: Progress) -> Outcome:
    """Run the script once; what is alive afterwards and was not after the imports is a leak, and so is what C code that
    was built with `track` has lost."""
    listening = judging.start(options.probe)
    imports = Imports(options.level)
    failure = None
    with imports.watched():
        work = _work(options)
        try:
            work.call()
        except ScriptFailed as failed:
            if not listening or not isinstance(failed.__cause__, SystemExit):
                raise
            failure = failed  # As of tests of which some fail: they ran to their end.
    del work
    settle()
    after = snapshot()
    if options.save:
        Path(options.save).write_text(json.dumps(after.to_json()), encoding="utf-8")
    outcome = _told(diff(Snapshot(imports.baseline, {}, {}), after), after, options)
    return replace(outcome if not listening else _with_tracked(outcome, after.counting, options), failure=failure)


def _work(options: Namespace) -> Work:
    if options.module:
        if options.script:
            raise Usage("run takes a SCRIPT or -m MODULE, and not both")
        options.script = options.module[0]
        return load_module(options.module[0], options.module[1:])
    if not options.script:
        raise Usage("run needs a SCRIPT, or -m MODULE")
    return load(options.script, options.arguments)


def _told(change: Diff, after: Snapshot, options: Namespace) -> Outcome:
    leaked = change.leaked(options.allow)
    if leaked:
        text = describe(leaked, change)
    elif after.counting:
        text = f"clean: {after.total} live handles, none more than after the imports"
    else:
        text = "nothing was counted: no module that the script loaded was built with the feature `ledger`"
    rows = [{**site._asdict(), "growth": more} for site, more in leaked.items()]
    value = {"leaked": rows, "diff": change.to_json(), "snapshot": after.to_json()}
    return _reported(text, value, _grown(leaked))


def _with_tracked(outcome: Outcome, counting: bool, options: Namespace) -> Outcome:
    """The same, with what lines of C did with references, if any was heard of."""
    found = judging.tracked().but_for(options.allow)
    if not found.lines:
        return outcome
    text = f"{found}\n{outcome.text}" if counting else str(found)
    value = {**outcome.value, "tracked": found.to_json()}
    more = _reported(text, value, found.reports())
    findings = [*outcome.value["findings"], *more.value["findings"]]
    leaked = outcome.leaked or more.leaked
    return replace(more, value={**value, "findings": findings}, leaked=leaked, cases=[*outcome.cases, *more.cases])


def hunting(options: Namespace, progress: Progress) -> Outcome:
    """Call the function again and again; what grows each time is a leak."""
    imports = Imports(options.level)
    with imports.watched():
        work = load(options.script, options.arguments)
        found = hunt(work.call, options.warmup, options.runs, allow=options.allow, progress=progress)
    return Outcome(str(found), found.to_json(), bool(found.leaks), _judged(found))


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
    return _reported(str(found), found.to_json(), found.reports())


def difference(options: Namespace, progress: Progress) -> Outcome:
    """What one call changes, or what has changed between two snapshots that `run --save` wrote."""
    if options.second is not None:
        change = diff(_saved(options.script), _saved(options.second))
        return _reported(str(change), change.to_json(), _grown(change.leaked(options.allow)))
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
    return _reported(str(change), change.to_json(), _grown(change.leaked(options.allow), calls=1))


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
        if found.leaks:
            found = _outlasting(found, work.call, options)
        found = replace(found, findings=tuple(traced(found.findings)))
        graph = graph_of(found.findings)
    target = Path(options.output)
    write_page(target, options.script, readings[1:], found, graph)
    value = {**found.to_json(), "page": str(target)}
    return Outcome(f"{found}\n\nwritten: {target}", value, bool(found.leaks), _judged(found))


def _outlasting(found: Verdicts, call: Callable[[], Any], options: Namespace) -> Verdicts:
    """The verdicts when caches are full, with the numbers of before, which are what is drawn."""

    def again() -> Verdicts:
        return longer(call, options.warmup, max(options.runs // LONGER, 2), options.allow)

    rows = zip(found.findings, outlasting(found, call, again).findings)
    judged = [replace(own, verdict=at.verdict, severity=at.severity, advice=at.advice) for own, at in rows]
    return replace(found, findings=tuple(judged))


def _grown(sites: dict[Site, int], calls: int | None = None) -> list[Report]:
    """What was made on these lines and is left; after so many calls, if it is known how many made it."""
    return [
        report("leak", "high", "handle", f"{more} more {site}", [f"{site.file}:{site.line}"],
               advise("handle", "leak", f"{site}"), site=f"{site}", count=more, slope=more / calls if calls else None)
        for site, more in sites.items()
    ]  # fmt: skip


def _reported(text: str, value: dict[str, Any], found: Sequence[Report]) -> Outcome:
    """The outcome of a command that found this."""
    verdicts = {each.verdict for each in found}
    value = {**value, "findings": [each.to_json() for each in found]}
    return Outcome(text, value, "leak" in verdicts, [Case.of(each) for each in found], "violation" in verdicts)


def _judged(found: Verdicts) -> list[Case]:
    """What was found: a cache passes, and what is unknown is left to whoever reads it."""
    cases = []
    for each in found.findings:
        outcome: Literal["passed", "failed", "unclear"] = "passed"
        if each.verdict in ("leak", "unknown"):
            outcome = "failed" if each.verdict == "leak" else "unclear"
        place = each.site.removesuffix(" (into_raw)").rpartition(" at ")[2] if each.kind == "handle" else None
        cases.append(Case(each.site, outcome, each.headline, str(each), place, fields_of(each)))
    return cases


def checking(options: Namespace, progress: Progress) -> Outcome:
    """Look for everything, each look in a process of its own; without a FUNCTION at `step`, if the script has it."""
    found = check(options.script, options.arguments, progress=progress)
    return _reported(str(found), found.to_json(), found.findings)

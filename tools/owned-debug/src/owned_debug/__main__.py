"""The command: `python -m owned_debug check|run|hunt|sweep|diff|html SCRIPT`, or `track -- COMMAND`.

Exit codes: 0 clean; 1 a leak was found; 2 usage; 3 the script failed; 4 a contract was violated (a leak may have been
found as well). Of `track`: 5 nothing was tracked; 6 an earlier build is in the way; else those of the build, and 2. The
report goes to stdout, progress and errors to stderr.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from . import commands
from .bar import Progress, bar
from .junit import write_junit
from .protocol import LEVELS, ProtocolError
from .reports import fields_of, of_violation
from .scripts import ScriptFailed, Usage
from .violations import Log

CLEAN, LEAK, USAGE, SCRIPT_FAILED, VIOLATION = range(5)

SCHEMA = 1
"""The version of `schema.json`, by which the results are that `--json` writes."""

_HERE = str(Path(__file__).parent)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    if options.command == "track":
        return _track(options.build)
    log = Log(from_now=True)
    try:
        # With --json stdout is for the result alone: what the script prints goes where errors go.
        with contextlib.redirect_stdout(sys.stderr) if options.json else contextlib.nullcontext():
            with bar(options.command) as progress:
                outcome: commands.Outcome = options.action(options, progress)
    except Usage as error:
        print(f"owned-debug: {error}", file=sys.stderr)
        return USAGE
    except ProtocolError as error:
        print(f"owned-debug: {error}", file=sys.stderr)
        return USAGE
    except ScriptFailed as error:
        _print_failure(error)
        return SCRIPT_FAILED
    violated = log.new()
    if options.junit:
        suite = f"owned-debug {options.command} {options.script}"
        write_junit(Path(options.junit), suite, outcome.cases, violated)
    if options.json:
        value = {
            "schema": SCHEMA,
            "command": options.command,
            **outcome.value,
            "violations": [{**each._asdict(), **fields_of(of_violation(each))} for each in violated],
        }
        json.dump(value, sys.stdout, indent=2)
        print()
    else:
        # Not before: what watches a script loads as little as it can.
        from rich.console import Console

        console = Console(highlight=False, soft_wrap=True)
        console.print(outcome.text, markup=False, style="red" if outcome.leaked or outcome.violated else None)
        for violation in violated:
            console.print(f"contract violated: {violation}", markup=False, style="red")
    if outcome.failure is not None:
        print(f"owned-debug: {outcome.failure} ended with {outcome.failure.__cause__}", file=sys.stderr)
        return SCRIPT_FAILED
    if violated or outcome.violated:
        return VIOLATION
    return LEAK if outcome.leaked else CLEAN


def parser() -> argparse.ArgumentParser:
    """The arguments of the command."""
    result = argparse.ArgumentParser("owned-debug", description=(__doc__ or "").replace("\n", " "))
    subcommands = result.add_subparsers(dest="command", required=True)
    _add(subcommands, "check", commands.checking)
    run = _add(subcommands, "run", commands.run, needed=False)
    run.add_argument(
        "-m", dest="module", nargs=argparse.REMAINDER, metavar="MODULE", help="run a module, as in -m pytest tests"
    )
    run.add_argument("--save", metavar="FILE", help="write the snapshot taken at the end, for diff")
    run.add_argument(
        "--no-probe",
        dest="probe",
        action="store_false",
        help="do not fork: no comparison of a tracked type is then called with an operand of another",
    )
    hunt = _add(subcommands, "hunt", commands.hunting)
    sweep = _add(subcommands, "sweep", commands.sweep)
    sweep.add_argument("--limit", type=int, default=100_000, help="stop after so many allocations")
    sweep.add_argument(
        "--no-isolate", dest="isolate", action="store_false", help="do not fork: a crash then ends the sweep"
    )
    difference = _add(subcommands, "diff", commands.difference, rest=False)
    difference.add_argument("second", nargs="?", metavar="SNAPSHOT", help="then SCRIPT is a snapshot too")
    difference.add_argument("--warmup", type=int, default=1, help="calls before (default: %(default)s)")
    html = _add(subcommands, "html", commands.html)
    html.add_argument("-o", "--output", default="handles.html", help="the page (default: %(default)s)")
    summary = "run a build that compiles C extensions, unchanged, so that their references are tracked"
    track = subcommands.add_parser("track", help=summary, description=summary)
    track.add_argument("build", metavar="-- COMMAND", nargs=argparse.REMAINDER, help="such as: -- pip install .")
    for each, runs in ((hunt, 5), (html, 20)):
        each.add_argument("--warmup", type=_at_least(1), default=3, help="calls before (default: %(default)s)")
        each.add_argument("--runs", type=_at_least(2), default=runs, help="calls counted (default: %(default)s)")
    return result


def _add(
    subcommands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    action: Callable[[argparse.Namespace, Progress], commands.Outcome],
    rest: bool = True,
    needed: bool = True,
) -> argparse.ArgumentParser:
    summary = (action.__doc__ or "").strip()
    each = subcommands.add_parser(name, help=summary, description=summary)
    each.set_defaults(action=action)
    each.add_argument(
        "script",
        metavar="SCRIPT",
        nargs=None if needed else "?",
        help="a script, or SCRIPT:FUNCTION; options stand before it",
    )
    if rest:
        each.add_argument("arguments", nargs=argparse.REMAINDER, help="what the script finds in sys.argv")
    each.add_argument("--json", action="store_true", help="write the result as JSON")
    each.add_argument("--junit", metavar="FILE", help="write the result as JUnit's XML as well")
    each.add_argument(
        "--allow", action="append", metavar="PATTERN", default=[], help="a site that may grow; repeatable"
    )
    each.add_argument(
        "--level", choices=LEVELS[1:], default="frames", help="what is kept of each handle (default: %(default)s)"
    )
    return each


def _at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if int(text) < least:
            raise argparse.ArgumentTypeError(f"at least {least}")
        return int(text)

    return number


def _track(build: Sequence[str]) -> int:
    # Not before: the other commands have no use for it.
    from .track.building import track

    try:
        return track(build)
    except Usage as error:
        print(f"owned-debug: {error}", file=sys.stderr)
        return USAGE


def _print_failure(failure: ScriptFailed) -> None:
    """The traceback of what the script raised, from the script on."""
    cause = failure.__cause__
    trace = cause.__traceback__ if cause is not None else None
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_HERE) and trace.tb_next is not None:
        trace = trace.tb_next
    print(f"owned-debug: {failure} failed", file=sys.stderr)
    if cause is not None:
        traceback.print_exception(type(cause), cause, trace)


if __name__ == "__main__":
    sys.exit(main())

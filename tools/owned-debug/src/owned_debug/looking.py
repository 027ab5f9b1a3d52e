"""Starts the process of a look, and hears what it says and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .looks import diary
from .looks.lines import is_ours, place, quoted
from .looks.saying import heard
from .reports import VIOLATED, Report, places_in, report

LOOKS = ("growth", "references", "collector", "exports", "memory", "freed", "exit", "failures")
"""In the order in which they are made."""

SECONDS = 120
"""How long a look may take: several times what the slowest takes on a debug build, since the machine may be busy."""

_OF_CLASSES = re.compile(r"(^|/)owned(-py-[^/]+)?/src/class/")
"""The library's own lines that keep the classes of a module."""

_FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+)')


@dataclass
class Ended:
    """A look that is over."""

    how: str
    seconds: float
    reports: list[Report] = field(default_factory=list)
    failure: str = ""
    note: str = ""

    @staticmethod
    def of_failure(failure: str) -> Report:
        """The report of a script that fails only where freed memory is overwritten."""
        last = failure.strip().splitlines()[-1]
        text = f"the script fails where freed memory is overwritten, and not otherwise: {last}"
        return report(
            "violation", "high", "crash", text, _frames(failure)[::-1], "something is used that is freed already"
        )


def run(name: str, target: str, arguments: Sequence[str], folder: Path) -> Ended:
    """Make the look of this name in a process of its own."""
    said, at_exit, page = folder / f"{name}.said", folder / f"{name}.exit", folder / f"{name}.diary"
    page.write_bytes(bytes(diary.SIZE))
    environment = {**os.environ, "OWNED_LEDGER": "frames", diary.VARIABLE: str(page)}
    environment.pop("PYTHONMALLOC", None)
    if name == "freed":
        environment["PYTHONMALLOC"] = "debug"
    if name == "exit":
        environment["OWNED_LEDGER_AT_EXIT"] = str(at_exit)
    command = [sys.executable, "-m", "owned_debug.looks", name, target, str(said), *arguments]
    start = time.monotonic()
    errors = folder / f"{name}.errors"
    with errors.open("wb") as file:
        # In a session of its own: what it leaves running is ended with it.
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=file, env=environment,
            start_new_session=True,
        )  # fmt: skip
        try:
            code: int | None = child.wait(SECONDS)
        except subprocess.TimeoutExpired:
            code = None
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        child.wait()
    ended = Ended("timed out" if code is None else "done", time.monotonic() - start)
    done = False
    for message in heard(said):
        if "report" in message:
            ended.reports.append(replace(Report.from_json(message["report"]), look=name))
        elif "note" in message:
            ended.note = str(message["note"])
        elif "failed" in message:
            ended.failure, ended.how = str(message["failed"]), "failed"
        done = done or "done" in message
    if code == 0:
        ended.reports += [replace(each, look=name) for each in _outlived(said)]
    ended.reports += [replace(each, look=name) for each in _left(at_exit)]
    if code is not None and (code < 0 or not done):
        errors_text = errors.read_text(encoding="utf-8", errors="replace")
        ended.how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        ended.reports.append(replace(_crash(ended.how, errors_text, diary.read(page), done), look=name))
    return ended


def _crash(how: str, errors: str, noted: str, done: bool) -> Report:
    frames = _frames(errors)
    places = [*(each for each in places_in(errors) if not is_ours(each)), *frames]
    where = "at the end of the interpreter" if done else f"at {quoted(frames[0])}" if frames else ""
    if noted and not done:
        where += f", in {noted}"
    said = _last_said(errors)
    text = f"{how} {where}" + (f": {said}" if said else "")
    return report("violation", "high", "crash", text, places, "something is used that is freed, or was never there")


def _frames(text: str) -> list[str]:
    """The lines of a traceback, as it lists them, without those of this package and of Python's own library."""
    found = [(each["file"], int(each["line"])) for each in _FRAME.finditer(text)]
    return [place(file, line) for file, line in found if not is_ours(file) and "/lib/python" not in file]


def _last_said(errors: str) -> str:
    """What was said before the traceback."""
    before = errors.partition("Current thread")[0].partition("Thread 0x")[0]
    lines = [
        line.strip() for line in before.splitlines() if line.strip() and not line.startswith("Fatal Python error: Seg")
    ]
    return " / ".join(lines[-3:])[:300]


def _outlived(said: Path) -> list[Report]:
    """Objects that never told that they were freed."""
    watched: dict[int, dict[str, str]] = {}
    for message in heard(said):
        if "watched" in message:
            watched[message["watched"]] = message
        watched.pop(message.get("gone", -1), None)
    advice = "a static, a thread or an object that is never freed holds it"
    return [
        report(
            "leak",
            "high",
            "alive at exit",
            f"{each['text']}, outlives the interpreter",
            [each["where"]],
            advice,
            count=1,
        )
        for each in watched.values()
    ]


def _left(path: Path) -> list[Report]:
    """What extensions wrote when the interpreter had ended."""
    if not path.exists():
        return []
    found: list[Report] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        row = json.loads(line)
        if "violation" in row:
            each = row["violation"]
            own = [f"{each['file']}:{each['line']}"] if each["file"] else []
            text = f"{each['kind']}: {each['what']}" + (f" at {own[0]}" if own else "")
            places = [*own, *places_in(each["what"])]
            found.append(report("violation", "high", f"violation: {each['kind']}", text, places, VIOLATED))
        elif "pending" in row:
            text = f"{row['pending']} references still wait to be released at the end of the interpreter"
            found.append(report("leak", "medium", "queue", text, count=int(row["pending"])))
        else:
            found.append(_alive(row["file"], row["line"], row["handle"], row["escaped"], row["count"], row["python"]))
    return found


def _alive(file: str, line: int, handle: str, escaped: bool, count: int, python: list[str | int] | None) -> Report:
    places = [f"{file}:{line}"]
    site = f"{handle} at {places[0]}{' (into_raw)' if escaped else ''}"
    text = f"{count} {site} when the interpreter has ended"
    if python:
        places.append(place(str(python[0]), int(python[1])))
        text += f", called from {quoted(places[1])}"
    if _OF_CLASSES.search(file):
        advice = "an instance that was never freed keeps its class: it goes with that"
        return report("leak", "low", "alive at exit", text, places, advice, site=site, count=count)
    advice = "a static, a thread or an object that is never freed holds it"
    return report("leak", "high", "alive at exit", text, places, advice, site=site, count=count)

"""What the peers share: how a case is loaded, how a process of its own is run, how a verdict is printed."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import types
from pathlib import Path

INSIDE = "--inside"
MINUTES = 10
KEPT = Path(__file__).resolve().parents[2] / "target" / "peers"


class CaseFailed(Exception):
    """The program did not run to its end, for a reason that is no finding of any peer."""


def arguments():
    """DIR and SCRIPT of the command line, and whether this is the process that runs the case."""
    given = sys.argv[1:]
    inside = given[:1] == [INSIDE]
    given = given[inside:]
    if len(given) != 2:
        sys.exit(f"usage: {Path(sys.argv[0]).name} DIR SCRIPT")
    return (*given, inside)


def load(folder, script):
    """The module of the driver, with the folder of its extension in front of the path."""
    sys.path[0:1] = [os.path.abspath(folder)]
    module = types.ModuleType(Path(script).stem)
    module.__file__ = script
    sys.modules[module.__name__] = module
    exec(compile(Path(script).read_bytes(), script, "exec"), module.__dict__)
    return module


def libraries():
    """The files of the extension, as far as they are libraries: itself, or what was loaded from its folder."""
    mapped = {line.split(maxsplit=5)[5] for line in Path("/proc/self/maps").read_text().splitlines() if "/" in line}
    own = os.path.realpath(getattr(sys.modules.get("extension"), "__file__", None) or sys.path[0])
    return sorted(path for path in mapped if path == own or path.startswith(os.path.realpath(sys.path[0]) + os.sep))


def run(peer, folder, script, *, before=(), python=sys.executable, **environment):
    """Run the peer's own file again, with the words `before` in front, as the process that runs the case."""
    command = [*before, python, peer, INSIDE, folder, script]
    surroundings = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", **environment}
    try:
        done = subprocess.run(
            command, env=surroundings, capture_output=True, text=True, errors="replace", timeout=60 * MINUTES
        )
    except subprocess.TimeoutExpired:
        raise CaseFailed(f"it took longer than {MINUTES} minutes") from None
    if done.returncode > 0:
        raise CaseFailed(f"exit code {done.returncode}: {done.stderr[-2000:]}")
    return done


def of_empty_program(peer, measure):
    """What `measure(folder, script)` says of a program that does nothing; kept for this interpreter and this peer."""
    key = hashlib.sha256(f"{sys.executable} {sys.version}".encode() + Path(peer).read_bytes()).hexdigest()[:16]
    kept = KEPT / f"{Path(peer).stem}-{key}.json"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder, "empty.py")
            program.write_text("def step():\n    pass\n")
            value = measure(folder, str(program))
        KEPT.mkdir(parents=True, exist_ok=True)
        # Renamed, so that another process never reads half of it.
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(value))
        fresh.rename(kept)
    return json.loads(kept.read_text())


def crash(done):
    """How a process that was run died, or None if it ended by itself. Whoever runs the peer would see it die."""
    return f"it crashed: {signal.Signals(-done.returncode).name}" if done.returncode < 0 else None


def result(done):
    """The object that the process printed as its last line."""
    lines = done.stdout.splitlines()
    if not lines:
        raise CaseFailed(f"it said nothing: {done.stderr[-2000:]}")
    return json.loads(lines[-1])


def tell(judge):
    """Print the verdict of `judge(folder, script)`; a case that could not be run ends with 3 and no verdict."""
    folder, script, _ = arguments()
    try:
        found, says = judge(folder, script)
    except CaseFailed as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    print(json.dumps({"found": found, "says": says}))

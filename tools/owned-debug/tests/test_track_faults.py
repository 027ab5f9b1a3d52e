"""Faults of extensions, each a small one: the line at fault comes first, and its repaired twin loses nothing."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import track_ways

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")

FAULTS = sorted(path.stem for path in track_ways.FAULTS.glob("*.c") if not path.stem.endswith("_fixed"))
STEPS = 30

RUN = f"""
import importlib, json, sys
sys.path.append({str(track_ways.FAULTS)!r})
from owned_debug.track import compiling, judging
compiling.load().start()
module = importlib.import_module(sys.argv[1])
driver = sys.argv[2] and importlib.import_module(sys.argv[2])
for _ in range({STEPS}):
    driver.step(module) if driver else module.step()
print(json.dumps(judging.tracked().to_json()))
"""
WRONG = ("unset", "freed", "with_exception", "borrowed")


def tracked(name: str, fault: str, folder: Path) -> dict[str, Any]:
    """What is seen in some steps, which a file of Python beside the source describes where C alone cannot."""
    track_ways.build(folder, track_ways.FAULTS / f"{name}.c", name)
    driver = f"{fault}_steps" if (track_ways.FAULTS / f"{fault}_steps.py").exists() else ""
    done = track_ways.python(folder, "-c", RUN, name, driver)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def told(found: dict[str, Any]) -> list[int]:
    """The lines that come first in each thing that is told."""
    losses = [loss["candidates"][0]["line"] for loss in found["losses"]]
    violations = [line["line"] for line in found["lines"] if any(line[name] for name in WRONG)]
    return sorted(losses + violations + [cast["line"] for cast in found["casts"]])


@pytest.mark.parametrize("name", FAULTS)
def test_each_line_at_fault_comes_first(name: str, tmp_path: Path) -> None:
    found = tracked(name, name, tmp_path)
    assert told(found) == track_ways.culprits(name) != []
    assert {each["verdict"] for each in found["losses"]} <= {"leak"}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_repaired_loses_nothing(name: str, tmp_path: Path) -> None:
    assert told(tracked(f"{name}_fixed", name, tmp_path)) == []

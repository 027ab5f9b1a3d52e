"""Faults of extensions, each a small one: the line at fault comes first, and its repaired twin loses nothing."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import track_ways

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")

FOLDER = Path(__file__).with_name("tracked")
FAULTS = sorted(path.stem for path in FOLDER.glob("*.c") if not path.stem.endswith("_fixed"))
STEPS = 30

RUN = f"""
import importlib, json, sys
sys.path.append({str(FOLDER)!r})
from owned_debug.track import compiling, judging
compiling.load().start()
module = importlib.import_module(sys.argv[1])
driver = sys.argv[2] and importlib.import_module(sys.argv[2])
for _ in range({STEPS}):
    driver.step(module) if driver else module.step()
print(json.dumps(judging.tracked().to_json()))
"""


def losses(name: str, fault: str, folder: Path) -> list[dict[str, Any]]:
    """What is lost in some steps, which a file of Python beside the source describes where C alone cannot."""
    track_ways.build(folder, FOLDER / f"{name}.c", name)
    driver = f"{fault}_steps" if (FOLDER / f"{fault}_steps.py").exists() else ""
    done = track_ways.python(folder, "-c", RUN, name, driver)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])["losses"]
    return found


def culprits(name: str) -> list[int]:
    """The lines at fault, which the source marks."""
    lines = (FOLDER / f"{name}.c").read_text().splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("/* culprit */")]


@pytest.mark.parametrize("name", FAULTS)
def test_each_line_at_fault_comes_first(name: str, tmp_path: Path) -> None:
    found = losses(name, name, tmp_path)
    assert sorted(each["candidates"][0]["line"] for each in found) == culprits(name) != []
    assert {each["verdict"] for each in found} == {"leak"}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_repaired_loses_nothing(name: str, tmp_path: Path) -> None:
    assert losses(f"{name}_fixed", name, tmp_path) == []

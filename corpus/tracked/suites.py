"""What tracking says of five packages while their own tests run, and what it costs: `suites.py FOLDER [RUNS]`.

Builds each in the folder, plain and tracked, and runs its tests in turn; with more than one run the least CPU time of the tests is
told. What pyrsistent's and immutables' tests import must be importable: pytest, hypothesis.
"""

import json
import subprocess
import sys
from pathlib import Path

from packages import VERSIONS, WAYS, build, environment, source

# Of immutables' tests those of types are left out: they need mypy, and no C of its own runs in them.
TESTS = {
    "lru-dict": ["{source}/test/test_lru.py"],
    "markupsafe": ["{source}/tests"],
    "bsdiff4": ["{installed}/bsdiff4/test_all.py"],
    "immutables": ["{source}/tests", "--noconftest", "--ignore={source}/tests/test_mypy.py"],
    "pyrsistent": ["{source}/tests", "--import-mode=prepend"],
}

# The CPU time of the tests alone is written where the program's own output does not get between.
PROGRAM = """
import sys, time, pytest
began = time.process_time()
code = pytest.main(["-q", "-p", "no:cacheprovider", "--import-mode=importlib", *sys.argv[2:]])
open(sys.argv[1], "w").write(str(time.process_time() - began))
sys.exit(code)
"""


def run(folder: Path, package: str, way: str) -> tuple[float, str, dict]:
    """The CPU time of the tests, what pytest says last, and what was reported."""
    script, told, found = (folder / name for name in ("tests.py", "time.txt", "report.json"))
    script.write_text(PROGRAM)
    installed = build(folder, package, way)
    tests = [test.format(source=source(folder, package), installed=installed) for test in TESTS[package]]
    owned_debug = ["-m", "owned_debug", "run", "--json"] if way == "tracked" else []
    command = [sys.executable, *owned_debug, str(script), str(told), *tests]
    done = subprocess.run(command, env=environment(installed), cwd=folder, capture_output=True, text=True, check=False)
    # The report is all that `run` writes to its output: what the program writes goes to the other.
    report = json.loads(done.stdout) if owned_debug else {}
    lines = (done.stderr if owned_debug else done.stdout).splitlines()
    return float(told.read_text()), next(line for line in reversed(lines) if " passed" in line or " failed" in line), report


def main(folder: Path, runs: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for package in VERSIONS:
        times = dict.fromkeys(WAYS, 1e9)
        for _ in range(runs):
            for way in WAYS:
                took, said, report = run(folder, package, way)
                times[way] = min(times[way], took)
                print(f"{package}, {way}: {said}")
        plain, tracked = times.values()
        print(f"{package}: {plain:.2f} s, tracked {tracked:.2f} s: {tracked / plain:.2f} times")
        print(f"    {len(report['tracked']['lines'])} lines of C heard, {len(report['findings'])} reported")
        for finding in report["findings"]:
            print(f"    {finding['verdict']}: {finding['text']}: {finding['site']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 1)

"""What tracking costs where nothing happens but that references move: `cost.py FOLDER`.

Builds immutables and pyrsistent in the folder, plain and tracked, and runs a loop of calls of each in programs in turn. The least
CPU time of each is told; and with valgrind at hand what is left when a loop of 1 round is taken from one of 4: instructions
executed, which are the same on a busy machine. What must be importable, packages.py says.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from packages import WAYS, build, environment

RUNS, ROUNDS = 10, 20

LOOPS = {
    "immutables": """
from immutables._map import Map
def work():
    map = Map()
    for at in range(2000):
        map = map.set(at, at)
    for at in range(2000):
        map[at]
""",
    "pyrsistent": """
from pvectorc import pvector
def work():
    vector = pvector()
    for at in range(2000):
        vector = vector.append(at)
    for at in range(2000):
        vector = vector.set(at, "x")
    for at in range(2000):
        vector[at]
""",
}

PROGRAM = """
import sys, time
if sys.argv[2] == "tracked":
    from owned_debug.track.compiling import load
    load().start(probe=False)
{loop}
work()
before = time.process_time()
for _ in range(int(sys.argv[1])):
    work()
print(time.process_time() - before)
"""


def run(installed: Path, package: str, way: str, rounds: int, *tool: str) -> subprocess.CompletedProcess[str]:
    command = [*tool, sys.executable, "-c", PROGRAM.format(loop=LOOPS[package]), str(rounds), way]
    return subprocess.run(command, env=environment(installed), capture_output=True, text=True, check=True)


def instructions(installed: Path, package: str, way: str) -> int:
    """What three rounds execute."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    counts = []
    for rounds in (1, 4):
        told = run(installed, package, way, rounds, *valgrind).stderr
        counts.append(next(int(line.split()[-1]) for line in told.splitlines() if "Collected" in line))
    return counts[1] - counts[0]


def main(folder: Path) -> None:
    for package in LOOPS:
        installed = {way: build(folder, package, way) for way in WAYS}
        times = {way: 1e9 for way in installed}
        for _ in range(RUNS):
            for way, where in installed.items():
                times[way] = min(times[way], float(run(where, package, way, ROUNDS).stdout))
        plain, tracked = times.values()
        print(f"{package}: {plain:.4f} s, tracked {tracked:.4f} s: {tracked / plain:.1f} times")
        if shutil.which("valgrind"):
            plain, tracked = (instructions(where, package, way) / 1e6 for way, where in installed.items())
            print(f"    {plain:.1f} million instructions, tracked {tracked:.1f}: {tracked / plain:.1f} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

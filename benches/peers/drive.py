"""Measures modules of one surface. Each PEER is a folder in FOLDER, with a module in it.

    python -S -s drive.py FOLDER check PEER…             they do what `operations.py` says
    python -S -s drive.py FOLDER count SHIFT PEER FEW MANY ONLY   under callgrind: a dump for each line that is printed
    python -S -s drive.py FOLDER import PEER             under callgrind: one dump, of importing it
    python -S -s drive.py FOLDER bytes PEER              what an instance takes of the process's memory
    python -S -s drive.py FOLDER time ROUNDS CALLS ONLY PEER…   by the clock, in turns: JSON

A line of `count` is an operation, the peer and a number of calls. Its first operation is the loop, which does nothing.
"""

import sys

FOLDER, TASK, *REST = sys.argv[1:]
# Where objects lie decides which share a place in the interpreter's caches: so they are laid out in several ways.
SHIFT = int(REST.pop(0)) if TASK == "count" else 0
shifted = [bytes(size) for size in range(16, 480, 16) for _ in range(7 * SHIFT)]

import gc  # noqa: E402
import importlib.util  # noqa: E402
import json  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402

sys.path[:0] = [FOLDER, str(Path(__file__).parent)]
import operations  # noqa: E402

LOOP = ("loop", operations.nothing, "pass", None)


def file_of(peer):
    (file,) = Path(FOLDER, peer).iterdir()
    return file


def load(peer):
    """By its file: two peers may have modules of one name."""
    file = file_of(peer)
    spec = importlib.util.spec_from_file_location(file.name.split(".")[0], file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def count(peer, few, many, only):
    import bench_mark

    module = load(peer)
    for operation in [LOOP, *operations.chosen(only)]:
        case = operations.Case(module, operation)
        case.prepared(200)()
        for calls in int(few), int(many):
            run = case.prepared(calls)
            bench_mark.begin()
            run()
            bench_mark.end(case.name)
            print(case.name, peer, calls, sep="\t")


def imported(peer):
    import bench_mark

    file = file_of(peer)
    sys.path.insert(0, str(file.parent))
    name = file.name.split(".")[0]
    bench_mark.begin()
    importlib.import_module(name)
    bench_mark.end(name)
    print(name)


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def instance_bytes(peer, count=400_000):
    """Of many instances, whoever allocates what they are made of. The list that holds them is there before."""
    kind = load(peer).Point
    some, kept = [kind(1.0, 2.0) for _ in range(1000)], [0] * count
    before = resident()
    for at in range(count):
        kept[at] = kind(1.0, 2.0)
    print((resident() - before) / count)


def timed(rounds, calls, only, peers):
    """Of each operation and peer, the median of the nanoseconds of a call, without the loop, and that of their ratios to
    those of the first peer in the same round."""
    results, modules = {}, [load(peer) for peer in peers]
    for operation in operations.chosen(only):
        cases = [operations.Case(module, operation) for module in modules]
        cases.append(operations.Case(cases[0].module, LOOP))
        taken = [[] for _ in cases]
        for case in cases:
            case.prepared(200)()
        for turn in range(rounds):
            # Each comes first in turn.
            for at in sorted(range(len(cases)), key=lambda at: (at + turn) % len(cases)):
                run = cases[at].prepared(calls)
                start = time.perf_counter_ns()
                run()
                taken[at].append((time.perf_counter_ns() - start) / calls)
        *taken, around = taken
        net = [[one - loop for one, loop in zip(each, around)] for each in taken]
        results[operation[0]] = {
            peer: [median(each), median(one / c for one, c in zip(each, net[0]))] for peer, each in zip(peers, net)
        }
    json.dump(results, sys.stdout)


gc.disable()
if TASK == "check":
    for one in REST:
        operations.check(load(one))
elif TASK == "count":
    count(*REST)
elif TASK == "import":
    imported(*REST)
elif TASK == "bytes":
    instance_bytes(*REST)
else:
    timed(int(REST[0]), int(REST[1]), REST[2], REST[3:])

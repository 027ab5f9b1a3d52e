"""The rule of `python -m test -R 3:3`: what grows in each of three runs, after three for warm-up, is a leak.

It needs a debug build of Python, whose name is in PYTHON_DEBUG (`python3.11-dbg` without). An extension that was built
for a release build takes references without counting them; then references are left out, and it says so.
"""

import gc
import json
import os
import sys
import warnings
from pathlib import Path

import case

WARMUP, RUNS = 3, 3


def forget_caches():
    """Empty the caches that the rule takes for no leak, as far as something has filled them."""
    known = sys.modules.get
    for name, empty in (("re", "purge"), ("linecache", "clearcache"), ("urllib.parse", "clear_cache")):
        if (module := known(name)) is not None and hasattr(module, empty):
            getattr(module, empty)()
    for module, cache in (("_strptime", "_regex_cache"), ("filecmp", "_cache")):
        if (loaded := known(module)) is not None:
            getattr(loaded, cache).clear()
    if (loaded := known("_struct")) is not None:
        loaded._clearcache()
    if (loaded := known("typing")) is not None:
        for empty in loaded._cleanups:
            empty()
    sys.path_importer_cache.clear()
    getattr(sys, "_clear_internal_caches", sys._clear_type_cache)()
    for _ in range(3):
        gc.collect()


def measure(step):
    """The differences of references, blocks and open files in each run."""
    # Differences are numbers that exist already, or they would be blocks themselves.
    pool = {number: number for number in range(-1000, 1001)}
    differences = [[0] * (WARMUP + RUNS) for _ in range(3)]
    filters = warnings.filters[:]
    before = (0, 0, 0)
    forget_caches()
    for turn in range(WARMUP + RUNS):
        step()
        warnings.filters[:] = filters
        forget_caches()
        after = (sys.gettotalrefcount(), sys.getallocatedblocks(), len(os.listdir("/proc/self/fd")))
        for kind in range(3):
            change = after[kind] - before[kind]
            differences[kind][turn] = pool.setdefault(change, change)
        before = after
    return [each[WARMUP:] for each in differences]


def inside(folder, script):
    step = case.load(folder, script).step
    references, blocks, files = measure(step)
    print(json.dumps({"references": references, "blocks": blocks, "files": files, "counted": counted()}))


def counted():
    """Whether the extension counts the references that it takes: then it uses the interpreter's total."""
    return all(b"_Py_RefTotal" in Path(library).read_bytes() for library in case.libraries())


def judge(folder, script):
    python = sys.executable if hasattr(sys, "gettotalrefcount") else os.environ.get("PYTHON_DEBUG", "python3.11-dbg")
    done = case.run(__file__, folder, script, python=python)
    if died := case.crash(done):
        return True, died
    said = case.result(done)
    found = []
    for what in ("references", "blocks"):
        if all(change >= 1 for change in said[what]) and (what == "blocks" or said["counted"]):
            found.append(f"leaked {said[what]} {what}, sum={sum(said[what])}")
    if any(said["files"]):
        found.append(f"leaked {said['files']} file descriptors, sum={sum(said['files'])}")
    if not said["counted"]:
        found.append("(references were not judged: the extension was built for a release build of Python)")
    return any(text.startswith("leaked") for text in found), "; ".join(found) or "nothing"


if __name__ == "__main__":
    folder, script, is_inside = case.arguments()
    inside(folder, script) if is_inside else case.tell(judge)

"""A profiler of functions, with its table; and one of memory, started and stopped."""

import cProfile
import io
import pstats
import tracemalloc


def work(depth):
    return [depth] if depth == 0 else work(depth - 1) + [depth]


def step():
    profile = cProfile.Profile()
    profile.runcall(work, 10)
    out = io.StringIO()
    pstats.Stats(profile, stream=out).sort_stats("cumulative").print_stats()
    assert "work" in out.getvalue()
    if not tracemalloc.is_tracing():
        tracemalloc.start(2)
        kept = work(10)
        snapshot = tracemalloc.take_snapshot()
        tracemalloc.stop()
        assert kept and snapshot.statistics("lineno")

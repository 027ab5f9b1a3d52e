"""A pytest plugin for runs under a sanitizer: each operation a few times, and nothing counted.

What leaks is found by counting, elsewhere. A sanitizer finds a wrong access the first time it happens, the second
if it takes what the first one left behind; and what it holds back after a release would disturb the counts.
"""

from support import measure

TIMES = 20


def _few(operation, times=1000, warmup=100):
    for _ in range(min(times, TIMES)):
        operation()


# The test modules take the name from there, and are imported later than a plugin.
measure.flat = _few

"""lru-dict's own tests, unchanged (the folder is in LRU_SUITE), over and over: none may leave anything.

They compare reference counts themselves where Python has them, and count what they keep for that: on a debug build of
3.11 each fails by one, with lru-dict by more. Here that comparison is left out, and `flat` does it.
"""

import importlib.util
import os
from pathlib import Path

import pytest
from support.measure import flat


def _load():
    path = Path(os.environ["LRU_SUITE"]) / "test_lru.py"
    spec = importlib.util.spec_from_file_location("test_lru", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.gettotalrefcount = lambda: 0
    return module.TestLRU


# In a tuple, where pytest does not find it by itself.
SUITE = (_load(),)
NAMES = [name for name in dir(SUITE[0]) if name.startswith("test")]


def test_all_of_them_are_there():
    assert len(NAMES) == 26


@pytest.mark.parametrize("name", NAMES)
def test_passes_and_leaves_nothing(name):
    flat(lambda: SUITE[0](name).debug(), times=20, warmup=3)

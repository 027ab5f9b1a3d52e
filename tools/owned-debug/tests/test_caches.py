"""Which caches are emptied before something is counted, and which are not."""

import fnmatch
import functools
import re
import struct
import types
from itertools import count
from typing import Any

from owned_debug import hunt
from owned_debug.caches import empty_interpreter, empty_library


def kinds(work: Any) -> list[str]:
    return [finding.kind for finding in hunt(work)]


def test_patterns_that_re_keeps_are_no_leak() -> None:
    number = count()
    assert kinds(lambda: re.compile(f"pattern of the test {next(number)}") and None) == []


def test_formats_that_struct_keeps_are_no_leak() -> None:
    number = count(2000)
    assert kinds(lambda: struct.calcsize(f"{next(number)}h") and None) == []


def test_names_of_attributes_that_the_interpreter_keeps_are_no_leak() -> None:
    # Each is a text of its own, and looked up in the class; the interpreter's cache has room for 4096.
    number = count()
    assert kinds(lambda: getattr(types.SimpleNamespace, f"name {next(number)}", None)) == []


def test_bounded_caches_of_the_library_are_emptied() -> None:
    fnmatch.translate("*.x")
    assert fnmatch.fnmatch("a.x", "*.x")
    assert fnmatch._compile_pattern.cache_info().currsize > 0  # type: ignore[attr-defined]
    empty_library()
    assert fnmatch._compile_pattern.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_caches_of_the_program_are_left_alone() -> None:
    bounded, without_bound = functools.lru_cache(lambda key: [key]), functools.cache(str.title)
    of_partial = functools.lru_cache(functools.partial(int, base=2))
    bounded(5), without_bound("x"), of_partial("101")
    empty_library()
    empty_interpreter()
    assert [each.cache_info().currsize for each in (bounded, without_bound, of_partial)] == [1, 1, 1]


def test_a_cache_of_the_program_that_only_grows_is_found() -> None:
    number = count()

    @functools.cache
    def kept(key: int) -> list[int]:
        return [key]

    assert "object" in kinds(lambda: kept(next(number)) and None)

"""Which caches are emptied before something is counted, and which are not."""

import fnmatch
import functools
import re
import struct
import time
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


def test_a_cache_of_the_program_with_a_bound_is_no_leak() -> None:
    number = count()

    @functools.lru_cache(maxsize=128)
    def kept(key: int) -> list[int]:
        return [key]

    found = hunt(lambda: kept(next(number)) and None)
    assert list(found) == [] and "list" in [each.site for each in found.bounded]
    assert kept.cache_info().currsize == 128


def test_a_memo_that_stops_growing_is_no_leak() -> None:
    number, memo = count(), dict[int, list[int]]()
    found = hunt(lambda: memo.setdefault(next(number) % 300, []) and None)
    assert list(found) == [] and "list" in [each.site for each in found.bounded]


def test_a_memo_that_is_emptied_when_it_is_full_is_no_leak() -> None:
    number, memo = count(), dict[int, list[int]]()

    def work() -> None:
        if len(memo) == 200:
            memo.clear()
        memo[next(number)] = []

    assert list(hunt(work)) == []


def test_a_bound_that_is_too_far_away_is_told() -> None:
    number = count()

    @functools.lru_cache(maxsize=10_000_000)
    def kept(key: int) -> list[int]:
        return [key]

    def work() -> None:
        time.sleep(0.001)
        kept(next(number))

    found = hunt(work)
    assert found.leaks == []
    (of_list,) = [each for each in found.bounded if each.site == "list"]
    assert re.search(r"lru_cache of .*kept, which has \d+ entries and a bound of 10000000", of_list.advice)


def test_a_leak_beside_such_a_cache_is_found() -> None:
    number, lost = count(), list[list[int]]()

    @functools.lru_cache(maxsize=10_000_000)
    def far(key: int) -> list[int]:
        return [key]

    @functools.lru_cache(maxsize=128)
    def near(key: int) -> list[int]:
        return [key]

    def work() -> None:
        time.sleep(0.001)
        turn = next(number)
        near(turn)
        lost.append(far(turn)[:])

    (of_list,) = [each for each in hunt(work).leaks if each.site == "list"]
    assert of_list.slope == 2


def test_a_cache_without_a_bound_is_a_leak_and_named() -> None:
    number = count()

    @functools.cache
    def kept(key: int) -> list[int]:
        return [key]

    (of_list,) = [each for each in hunt(lambda: kept(next(number)) and None).leaks if each.site == "list"]
    assert re.search(r"held by the lru_cache of .*kept, which has \d+ entries and no bound", of_list.advice)

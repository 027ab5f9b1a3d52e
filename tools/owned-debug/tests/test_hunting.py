"""What `hunt` calls a leak, and what not."""

import json
from itertools import count
from typing import Any

import pytest
from fake_extension import FakeExtension, Handle

from owned_debug import hunt
from owned_debug.verdicts import Verdicts, judge


def leaks(verdicts: Verdicts) -> list[tuple[str, str, float]]:
    return [(finding.kind, finding.site, finding.slope) for finding in verdicts.leaks]


@pytest.mark.parametrize(
    ("series", "first", "verdict"),
    [
        ((5, 6, 7, 8), 5, "leak"),
        ((5, 15, 16, 17), 5, "leak"),
        ((5, 5, 5, 5), 5, None),
        ((5, 5, 5, 5), 2, "bounded"),
        ((5, 6, 7, 7), 5, "bounded"),
        ((5, 8, 5, 5), 5, None),
        ((5, 4, 5, 4), 5, None),
        ((5, 5, 6, 6, 7), 5, "unknown"),
    ],
)
def test_the_rule(series: tuple[int, ...], first: int, verdict: str | None) -> None:
    assert judge(series, first) == verdict


@pytest.mark.parametrize(
    ("series", "verdict"),
    [
        ((0, 1, 1, 2, 2, 2, 2, 3, 4), "leak"),
        ((0, 2, 4, 6, 8, 8, 8, 8, 8), "bounded"),
        ((0, 3, 6, 9, 0, 3, 6, 9, 12), "unknown"),
    ],
)
def test_the_rule_by_strides(series: tuple[int, ...], verdict: str) -> None:
    assert judge(series, 0, stride=4) == verdict


def test_nothing_is_found_where_nothing_grows(fake: FakeExtension) -> None:
    verdicts = hunt(lambda: Handle(fake) and None)
    assert not list(verdicts)
    assert "clean" in str(verdicts)


def test_handles_by_line(fake: FakeExtension) -> None:
    verdicts = hunt(lambda: [fake.make(line=3) for _ in range(2)] and None, runs=3)
    assert leaks(verdicts)[0] == ("handle", "Owned<Str> at src/lib.rs:3", 2.0)
    assert verdicts.leaks[0].severity == "high"
    assert "2 more Owned<Str> at src/lib.rs:3 per call" in str(verdicts)
    assert json.loads(json.dumps(verdicts.to_json()))["leaks"] >= 1


def test_objects_of_extensions_that_are_not_ours() -> None:
    kept: list[Any] = []
    verdicts = hunt(lambda: kept.extend([[], [], []]))
    assert leaks(verdicts)[0] == ("object", "list", 3.0)
    assert "3 more `list` per call" in str(verdicts)


def test_memory_without_a_name() -> None:
    kept: list[bytes] = []
    number = count()
    verdicts = hunt(lambda: kept.append(b"x" * 40 + bytes([next(number) % 256])))
    assert verdicts.leaks[0].kind == "blocks"


def test_memory_that_grows_for_a_while_is_looked_at_longer() -> None:
    kept: list[bytes] = []
    number = count()

    def work() -> None:
        turn = next(number)
        if turn < 12:
            kept.append(b"x" * 40 + bytes([turn]))

    verdicts = hunt(work)
    assert not verdicts.leaks and verdicts.runs == 20


def test_objects_that_are_made_for_a_while_are_looked_at_longer() -> None:
    sessions: dict[int, list[int]] = {}
    number = count()
    verdicts = hunt(lambda: sessions.setdefault(next(number) % 20, []) and None)
    assert not verdicts.leaks and verdicts.runs == 20
    assert "list" in [finding.site for finding in verdicts.bounded]


def test_a_cache_that_is_emptied_when_it_is_full_is_no_leak() -> None:
    cache: dict[int, list[int]] = {}
    number = count()

    def work() -> None:
        if len(cache) >= 12:
            cache.clear()
        cache[next(number)] = []

    assert not hunt(work).leaks


def test_what_grows_in_every_second_run_from_some_time_on_is_a_leak() -> None:
    kept: list[Any] = []
    number = count()

    def work() -> None:
        turn = next(number)
        if turn < 10 or turn % 2:
            kept.append([])

    verdicts = hunt(work)
    assert ("object", "list") in [(finding.kind, finding.site) for finding in verdicts.leaks]


def test_a_cache_that_stops_growing_is_bounded(fake: FakeExtension) -> None:
    cache: dict[int, Handle] = {}
    number = count()

    def work() -> None:
        key = next(number) % 5
        if key not in cache:
            cache[key] = Handle(fake, line=8)

    verdicts = hunt(work, warmup=3, runs=5)
    assert not leaks(verdicts)
    assert "src/lib.rs:8" in [finding.site.rpartition(" ")[2] for finding in verdicts.bounded]
    assert "src/lib.rs:8" not in str(verdicts)


def test_what_is_allowed_is_intentional(fake: FakeExtension) -> None:
    verdicts = hunt(lambda: fake.make(line=3) and None, allow="src/lib.rs:3")
    assert [finding.verdict for finding in verdicts.findings if finding.kind == "handle"] == ["intentional"]
    assert not verdicts.leaks


def test_what_is_given_up_on_purpose_is_intentional(fake: FakeExtension) -> None:
    kept: list[Any] = []
    key = ("src/lib.rs", 5, "Owned<Str>", "C keeps the name")

    def work() -> None:
        fake.intended[key] = fake.intended.get(key, 0) + 1
        kept.append([])

    verdicts = hunt(work)
    assert not verdicts.leaks
    assert "Owned<Str> given up at src/lib.rs:5: C keeps the name" in [
        finding.site for finding in verdicts.findings if finding.verdict == "intentional"
    ]
    assert "unknown (low): 1 more `list` per call" in str(verdicts)


def test_exceptions_of_the_function_come_out() -> None:
    with pytest.raises(ZeroDivisionError):
        hunt(lambda: 1 / 0)


@pytest.mark.parametrize("options", [{"runs": 1}, {"warmup": 0}])
def test_too_few_runs_are_refused(options: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least"):
        hunt(lambda: None, **options)


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    hunt(lambda: None, 1, 2, progress=lambda done, total: told.append((done, total)))
    # What is told is kept here, so that memory grows and the hunt goes on longer.
    assert told[:3] == [(1, 3), (2, 3), (3, 3)]

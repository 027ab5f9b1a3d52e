"""What leaks by itself, and what only because something else does."""

from typing import Any

import pytest
from fake_extension import FakeExtension

from owned_debug import enable, hunt
from owned_debug.verdicts import Finding


class Owner:
    """Holds what it is given."""

    def __init__(self, *held: Any) -> None:
        self.held = list(held)


class Part:
    """Is held."""


@pytest.fixture(autouse=True)
def frames(fake: FakeExtension) -> None:
    enable("frames", [fake])


def handles(verdicts: Any) -> dict[int, Finding]:
    """The findings on handles, by line, in the order in which they are told."""
    return {int(each.site.rpartition(":")[2].split()[0]): each for each in verdicts.leaks if each.kind == "handle"}


def test_what_a_leaked_object_holds_is_a_consequence(fake: FakeExtension) -> None:
    kept: list[Any] = []

    def work() -> None:
        part = Part()
        owner = Owner(part)
        kept.append(owner)
        fake.make(line=1, handle="Py<Part>", object=part)
        fake.make(line=2, object=owner)

    found = handles(hunt(work))
    assert list(found) == [2, 1], "the root comes first"
    assert found[2].because == () and found[2].severity == "high"
    assert found[1].because == ("Owned<Str> at src/lib.rs:2",) and found[1].severity == "low"
    assert "held by what leaks at Owned<Str> at src/lib.rs:2" in str(found[1])


def test_more_handles_than_the_holder_has_references_are_roots(fake: FakeExtension) -> None:
    kept: list[Any] = []

    def work() -> None:
        part = Part()
        owner = Owner(part)
        kept.append(owner)
        fake.make(line=1, handle="Py<Part>", object=part)
        fake.make(line=2, object=part)
        fake.make(line=3, object=owner)

    found = handles(hunt(work))
    assert found[2].because == (), "the owner has one reference, and that is the field's"
    assert found[1].because == ("Owned<Str> at src/lib.rs:2", "Owned<Str> at src/lib.rs:3") or found[1].because == (
        "Owned<Str> at src/lib.rs:3",
    )


def test_a_chain_has_one_root(fake: FakeExtension) -> None:
    kept: list[Any] = []

    def work() -> None:
        links: list[Any] = [Part()]
        for _ in range(3):
            links.append(Owner(links[-1]))
        for line, each in enumerate(links[:-1]):
            fake.make(line=10 + line, handle="Py<Link>", object=each)
        fake.make(line=20, object=links[-1])
        kept.append(links[-1])

    found = handles(hunt(work))
    assert found[20].because == ()
    assert {line: found[line].because for line in (10, 11, 12)} == dict.fromkeys(
        (10, 11, 12), ("Owned<Str> at src/lib.rs:20",)
    )


def test_a_cycle_has_no_root_and_hides_nothing(fake: FakeExtension) -> None:
    kept: list[Any] = []

    def work() -> None:
        one, other = Owner(), Owner()
        one.held.append(other)
        other.held.append(one)
        kept.append(one)
        fake.make(line=1, object=one)
        fake.make(line=2, object=other)

    found = handles(hunt(work))
    assert found[1].because == found[2].because == ()


def test_the_line_of_python_is_told(fake: FakeExtension) -> None:
    found = handles(hunt(lambda: fake.make(line=1) and None))
    python = found[1].python
    assert python is not None and "test_roots.py:" in python
    assert f"called from {python}" in str(found[1])


def test_without_records_nothing_is_told_apart(fake: FakeExtension) -> None:
    enable("sites", [fake])
    found = handles(hunt(lambda: fake.make(line=1) and None))
    assert found[1].python is None and found[1].because == ()

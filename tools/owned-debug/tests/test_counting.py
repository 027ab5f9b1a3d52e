"""Snapshots, differences, and what of it is allowed."""

import json
import sys

import pytest
from fake_extension import FakeExtension, Handle, install

import owned_debug
from owned_debug import Site, Snapshot, diff, enable, extensions, live, snapshot
from owned_debug.allowing import excess, matches
from owned_debug.protocol import ProtocolError


def test_snapshot_has_sites_without_live_handles_too(fake: FakeExtension) -> None:
    fake.release(fake.make(line=3))
    fake.make(line=4)
    taken = snapshot()
    assert {site.line: tuple(count) for site, count in taken.sites.items()} == {3: (0, 1), 4: (1, 1)}
    assert taken.total == 1 and taken.counting
    assert Snapshot.from_json(json.loads(json.dumps(taken.to_json()))) == taken


def test_diff_says_site_and_module(fake: FakeExtension) -> None:
    gone = fake.make(line=1)
    before = snapshot()
    fake.release(gone)
    fake.make(line=2)
    fake.make(line=2)
    fake.pending = 1
    change = diff(before, snapshot())
    assert {site.line: count.live for site, count in change.sites.items()} == {1: -1, 2: 2}
    assert change.modules == {"fake": 1} and change.total == 1
    assert [site.line for site in change.growth] == [2]
    assert "+2 of 2      made  Owned<Str> at src/lib.rs:2" in str(change)
    assert "1 references wait to be released" in str(change)
    assert json.loads(json.dumps(change.to_json()))["total"] == 1
    assert change and not diff(before, before)


def test_modules_of_one_extension_count_once(fake: FakeExtension, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fake.inner", fake.other("fake.inner"))
    fake.make()
    assert snapshot().total == 1
    assert len(extensions()) == 1


def test_extensions_of_one_name_stay_two(fake: FakeExtension, monkeypatch: pytest.MonkeyPatch) -> None:
    twin = FakeExtension("pack.fake", extension="fake")
    monkeypatch.setitem(sys.modules, "pack.fake", twin)
    fake.make(file="src/a.rs")
    twin.make(file="src/b.rs")
    assert snapshot().total == 2


def test_enable_sets_every_module_and_tells_what_was(fake: FakeExtension, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fake.inner", fake.other("fake.inner"))
    assert enable("frames") == {"fake": "sites", "fake.inner": "sites"}
    assert fake.level == "frames"
    assert enable("off", modules=["fake"]) == {"fake": "frames"}
    with pytest.raises(ValueError, match="none of off, sites"):
        enable("loud")  # type: ignore[arg-type]


def test_another_version_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "future", FakeExtension("future", version=2))
    with pytest.raises(ProtocolError, match=r"future\.__owned_debug__ speaks version 2 of the protocol"):
        snapshot()


def test_modules_that_are_asked_for_must_speak(fake: FakeExtension) -> None:
    with pytest.raises(ProtocolError, match="'json' has no __owned_debug__: build it with the feature `ledger`"):
        snapshot(["json"])
    with pytest.raises(ProtocolError, match="not loaded"):
        snapshot(["nowhere"])


def test_live_handles_by_site(fake: FakeExtension) -> None:
    enable("stacks")
    thing = object()
    fake.make(line=5, object=thing)
    fake.make(line=6)
    [handle] = live("src/lib.rs:5")
    assert handle.object == id(thing) and handle.stack == ("rust::caller",)
    assert handle.python is not None and handle.python[0] == __file__
    assert len(live()) == 2
    site = Site("fake", "src/lib.rs", 6, "Owned<Str>", False)
    assert live(site) == live(("src/lib.rs", 6)) and len(live(site)) == 1


SITE = Site("fake", "/home/src/cache.rs", 12, "Py<Callable>", False)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Py<Callable>", True),
        ("Py<*>", True),
        ("Owned<*>", False),
        ("cache.rs", True),
        ("src/cache.rs", True),
        ("ache.rs", False),
        ("src/cache.rs:12", True),
        ("src/cache.rs:13", False),
        (("src/cache.rs", 12), True),
        (("src/cache.rs", 1), False),
        (SITE, True),
        (lambda site: site.line == 12, True),
    ],
)
def test_patterns(pattern: object, expected: bool) -> None:
    assert matches(pattern, SITE) is expected  # type: ignore[arg-type]


def test_what_exceeds_is_left() -> None:
    growth = {SITE: 3, SITE._replace(line=13): 1, SITE._replace(line=14): -5}
    assert sum(excess(growth, None).values()) == 4
    assert excess(growth, 4) == {}
    assert sum(excess(growth, 3).values()) == 4
    assert excess(growth, "cache.rs:12") == {SITE._replace(line=13): 1}
    assert excess(growth, ["cache.rs:12", "cache.rs:13"]) == {}
    assert excess(growth, {"cache.rs:12": 2, "cache.rs:13": 1}) == {SITE: 1}


def test_the_package_exports_what_it_lists() -> None:
    assert all(hasattr(owned_debug, name) for name in owned_debug.__all__)


def test_the_fake_releases_with_its_object(fake: FakeExtension) -> None:
    handle = Handle(install())
    assert snapshot().total == 1
    del handle
    assert snapshot().total == 0

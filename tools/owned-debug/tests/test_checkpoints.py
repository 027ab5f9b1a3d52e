"""Counts at strategic points."""

import gc

import pytest

import owned_debug


class Thing:
    """What is watched."""


@pytest.fixture(autouse=True)
def nothing_watched(no_extension: None):
    owned_debug.unwatch()
    yield
    owned_debug.unwatch()


def test_references_of_an_object_point_by_point():
    thing = Thing()
    owned_debug.watch(thing, "thing")
    first = owned_debug.checkpoint("made").counts["thing"]
    assert first == 1
    held = [thing, thing]
    assert owned_debug.checkpoint("held").counts["thing"] == 3
    del held
    assert owned_debug.checkpoint("let go").counts["thing"] == 1
    del thing
    assert owned_debug.checkpoint("gone").counts["thing"] is None
    made, table = owned_debug.checkpoints().points[0], str(owned_debug.checkpoints())
    assert made.label == "made"
    assert table.splitlines()[0].split() == ["made", "held", "let", "go", "gone"]
    assert table.splitlines()[1].split() == ["thing", "1", "3", "1", "gone"]


def test_watching_keeps_nothing_alive_and_changes_no_count():
    thing = Thing()
    owned_debug.watch(thing, "thing")
    counts = [owned_debug.checkpoint(str(at)).counts["thing"] for at in range(5)]
    assert counts == [1] * 5
    assert owned_debug.explain(thing).total == 1
    values = {"only": Thing()}
    owned_debug.watch(values["only"], "in a dict")
    assert owned_debug.checkpoint("there").counts["in a dict"] == 1
    values.clear()
    assert owned_debug.checkpoint("cleared").counts["in a dict"] is None


def test_instances_of_a_class_and_of_those_below_it():
    class Below(Thing):
        pass

    gc.collect()
    owned_debug.watch(Thing)
    (name,) = owned_debug.checkpoint("none").counts
    assert name.startswith("instances of ") and name.endswith("Thing")
    kept = [Thing(), Below()]
    assert owned_debug.checkpoint("two").counts[name] == 2
    kept.pop()
    assert owned_debug.checkpoint("one").counts[name] == 1


def test_handles_of_an_extension(fake):
    for line in (7, 7, 9):
        fake.make("src/face.rs", line)
    assert owned_debug.checkpoint("three").counts["handles of fake"] == 3


def test_what_cannot_be_referenced_weakly_is_refused():
    with pytest.raises(TypeError, match="watch its class, or explain"):
        owned_debug.watch([])


def test_no_checkpoint_yet():
    assert str(owned_debug.checkpoints()) == "no checkpoint yet"
    assert owned_debug.checkpoints().to_json() == []

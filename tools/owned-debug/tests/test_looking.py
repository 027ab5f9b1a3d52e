"""`explain`, `cycles` and `audit_gc`."""

import collections
import ctypes
import datetime
import functools
import gc
import importlib.util
import json
import sys
from typing import Any

import pytest
from fake_extension import FakeExtension

from owned_debug import audit_gc, cycles, enable, explain, snapshot
from owned_debug.naming import with_article


class Node:
    def method(self) -> None: ...


class Slotted:
    __slots__ = ("next",)
    next: Any


def texts(obj: Any) -> list[str]:
    """The holders of an object, but the local of this helper."""
    return [holder.text for holder in explain(obj).holders if "'obj' of texts" not in holder.text]


THINGS: list[Any] = []


def test_every_kind_of_holder_is_named_and_they_add_up() -> None:
    x = Node()
    listed, keyed, paired, member = [x, x], {"k": x}, (1, x), {x}
    node, slotted, method = Node(), Slotted(), x.method
    node.attribute = x  # type: ignore[attr-defined]
    slotted.next = x
    shared = x
    partial = functools.partial(print, x)
    THINGS.append(x)

    def closure() -> Any:
        return shared

    def generator(held: Any) -> Any:
        yield

    suspended = generator(x)
    next(suspended)
    told = explain(x)
    said = "\n".join(holder.text for holder in told.holders)
    for expected in [
        "local 'x' of test_every_kind",
        "[0] of a list, local 'listed'",
        "[1] of a list, local 'listed'",
        "['k'] of a dict, local 'keyed'",
        "[1] of a tuple, local 'paired'",
        "a member of a set, local 'member'",
        "attribute .attribute of test_looking.Node",
        "attribute .next of test_looking.Slotted",
        ".__self__ of a bound method function Node.method, local 'method'",
        "closure variable 'shared' of function test_every",
        "local 'held' of suspended generator",
        "[0] of a list, global 'THINGS' of module test_looking",
    ]:
        assert expected in said
    assert told.unseen == 0
    assert told.total == sum(holder.references for holder in told.holders) == 13
    assert len(told.holders) == 13
    THINGS.clear()
    assert keyed and paired and member and method and partial and closure and listed


def test_names_have_the_article_that_they_sound_like() -> None:
    x, ordered = Node(), collections.OrderedDict[str, Any]()
    ordered["k"] = x
    assert "['k'] of a collections.OrderedDict, local 'ordered'" in str(explain(x))
    said = [
        with_article(name) for name in ("inkface.Face", "object", "dict", "Element", "user.Thing", "unset", "utils.X")
    ]
    assert said == [
        "an inkface.Face", "an object", "a dict", "an Element", "a user.Thing", "an unset", "a utils.X"
    ]  # fmt: skip


def test_looking_changes_nothing() -> None:
    x = Node()
    held = [x]
    count = sys.getrefcount(x)
    first, second = [str(explain(x)) for _ in range(2)]
    assert first == second
    assert sys.getrefcount(x) == count
    assert explain(x).total == 2 and held


def test_however_the_object_is_handed_over() -> None:
    holder = Node()
    holder.attribute = Node()  # type: ignore[attr-defined]
    THINGS.append(holder)
    assert [explain(THINGS[0]).total, explain(THINGS[0]).unseen] == [2, 0]
    assert [explain(holder.attribute).total, explain(holder.attribute).unseen] == [1, 0]  # type: ignore[attr-defined]
    assert explain(THINGS).unseen == 0
    THINGS.clear()


def test_references_of_native_code_are_the_remainder() -> None:
    x = Node()
    assert explain(x).unseen == 0
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(x))
    try:
        told = explain(x)
    finally:
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(x))
    assert told.unseen == 1
    assert "held by C or native code" in str(told)


def test_handles_hold_by_their_line(fake: FakeExtension) -> None:
    enable("frames")
    x = Node()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(x))
    fake.make(line=40, handle="Owned<Any>", object=x)
    told = explain(x)
    ctypes.pythonapi.Py_DecRef(ctypes.py_object(x))
    assert told.unseen == 0
    assert "handle Owned<Any> at src/lib.rs:40, called from" in str(told)
    assert json.loads(json.dumps(told.to_json()))["total"] == 2


def test_a_lazy_module_is_not_loaded_by_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec("this")
    assert found is not None and found.loader is not None
    found.loader = importlib.util.LazyLoader(found.loader)
    lazy = importlib.util.module_from_spec(found)
    monkeypatch.setitem(sys.modules, "this", lazy)
    found.loader.exec_module(lazy)
    snapshot()
    explain(lazy)
    assert type(lazy).__name__ == "_LazyModule"


def test_texts_in_containers_that_the_collector_leaves_out() -> None:
    word = f"a word of {len(sys.argv)}"
    keyed = {"k": word}
    gc.collect()
    assert "['k'] of a dict, local 'keyed'" in str(explain(word)) and keyed


def test_a_local_of_a_finished_frame() -> None:
    def fail(inner: Any) -> None:
        raise KeyError

    x = Node()
    try:
        fail(x)
    except KeyError as error:
        assert "local 'inner' of test_a_local_of_a_finished_frame.<locals>.fail" in str(explain(x)) and error


def test_an_instance_is_found_once_whatever_it_keeps() -> None:
    x, holder = Node(), Node()
    vars(holder)["one"] = x
    holder.two = x  # type: ignore[attr-defined]
    assert explain(x).unseen == 0 and explain(x).total == 3


def test_cycles_name_each_hop() -> None:
    def work() -> None:
        a, b = Node(), Node()
        a.peer = b  # type: ignore[attr-defined]
        b.back = {"k": [0, a]}  # type: ignore[attr-defined]

    [cycle] = cycles(work)
    assert cycle.hops == (".peer", ".back", "['k']", "[1]")
    assert cycle.size == 4
    assert str(cycle).startswith("test_looking.Node object .peer -> test_looking.Node object .back -> dict object")


def test_cycles_of_closures_and_slots() -> None:
    def closure() -> None:
        def itself() -> Any:
            return itself

    def slots() -> None:
        slotted = Slotted()
        slotted.next = slotted

    [cycle] = cycles(closure)
    assert set(cycle.hops) == {".cell_contents", ".__closure__", "[0]"}
    [cycle] = cycles(slots)
    assert cycle.hops == (".next",)


def test_cycles_puts_everything_back() -> None:
    flags, garbage = gc.get_debug(), list(gc.garbage)
    freed: list[int] = []

    class Watched:
        def __del__(self) -> None:
            freed.append(1)

    def work() -> None:
        watched = Watched()
        watched.me = watched  # type: ignore[attr-defined]

    assert len(cycles(work)) == 1 and freed == [1]
    assert gc.get_debug() == flags and gc.garbage == garbage and gc.isenabled()
    assert not [each for each in gc.get_objects() if type(each) is Watched]


class Zone(datetime.tzinfo):
    """Held by a datetime, which the collector does not look into: a leak of CPython's own."""

    def __init__(self, held: Any = None) -> None:
        self.held = held


class Leaky:
    def __init__(self) -> None:
        self.fine: list[Any] = []
        self._date: Any = None

    @property
    def bad(self) -> Any:
        return self._date and self._date.tzinfo.held

    @bad.setter
    def bad(self, value: Any) -> None:
        self._date = datetime.datetime(2020, 1, 1, tzinfo=Zone(value))


def test_an_object_that_hides_what_it_holds() -> None:
    audit = audit_gc(datetime.datetime(2020, 1, 1, tzinfo=Zone()))
    assert not audit.supported and audit.tracked is False
    assert audit.hidden == ["tzinfo"] and not audit.ok
    assert ".tzinfo: hidden" in str(audit)


def test_a_class_through_which_cycles_leak() -> None:
    audit = audit_gc(Leaky)
    assert audit.uncollectable == ("bad",) and audit.collected == ("fine", "_date") and not audit.ok
    assert audit.attributes["fine"] == "reachable"
    assert "a cycle through .bad is never freed" in str(audit)
    assert json.loads(json.dumps(audit.to_json()))["ok"] is False


def test_what_is_as_it_should_be() -> None:
    assert audit_gc(functools.partial(print, [])).ok
    assert audit_gc(Node).ok
    audit = audit_gc(slice)
    assert audit.tracked is None and "pass make=" in audit.note
    assert audit_gc(slice, make=lambda: slice([], [])).attributes["start"] == "reachable"

//! `#[class(freelist = N)]`: the memory of so many instances that are gone is kept for the next ones, and nothing of the
//! former ones is seen in it.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_freelist_support;
mod support;

use std::sync::atomic::Ordering::Relaxed;

use class_freelist_support::{FINALIZED, given_back, keeps, ten, test};
use owned::prelude::*;
use support::run;

#[test]
fn so_many_are_kept_and_not_more() {
    test(|m| {
        let py = m.py();
        let cases: &[(&str, i64)] = &[
            ("Plain", 4),
            ("Other", 0),
            ("Node", 8),
            ("Third", 2),
            ("Outer", 4),
            ("Ints", 3),
            ("Texts", 3),
            ("Holder", 0),
            ("Finalized", 0),
        ];
        for &(name, kept) in cases {
            let kept = if keeps(py) { kept } else { 0 };
            let class = m.getattr(name)?;
            drop(class.call(())?); // the first time fills caches
            assert_eq!(given_back(py, ten(&class)?)?, 10 - kept, "{name}");
            // Those that are kept are used first, and kept again.
            assert_eq!(given_back(py, ten(&class)?)?, 10 - kept, "{name}, again");
            let three: Vec<_> = (0..3).map(|_| class.call(())).collect::<Result<_>>()?;
            assert_eq!(given_back(py, three)?, 3 - kept.min(3), "{name}, three");
        }
        let inner = m.getattr("Outer")?.getattr("Inner")?;
        assert_eq!(given_back(py, ten(&inner)?)?, if keeps(py) { 8 } else { 10 });
        Ok(())
    });
}

#[test]
fn the_memory_is_used_again() {
    test(|m| {
        if !keeps(m.py()) {
            return Ok(());
        }
        for (class, others) in [("m.Plain", "m.Other"), ("m.Pair", "m.Finalized"), ("m.Node", "m.Finalized")] {
            let (kept, arguments) = match class {
                "m.Node" => (8, ""),
                "m.Pair" => (4, "1, 2"),
                _ => (4, ""),
            };
            run(
                m,
                &format!(
                    "one = {class}({arguments}); at = id(one); del one\n\
                     others = [{others}() for _ in range(10000)]\n\
                     assert at not in map(id, others)\n\
                     one = {class}({arguments})\n\
                     assert id(one) == at and type(one) is {class}\n\
                     del one, others\n\
                     ten = [{class}({arguments}) for _ in range(10)]\n\
                     ids = [*map(id, ten)]\n\
                     while ten: ten.pop(0)\n\
                     others = [{others}() for _ in range(10000)]\n\
                     ten = [{class}({arguments}) for _ in range({kept})]\n\
                     assert [*map(id, ten)] == ids[:{kept}][::-1]\n\
                     assert not set(ids[:{kept}]) & set(map(id, others))\n"
                ),
            )?;
        }
        Ok(())
    });
}

#[test]
fn nothing_of_the_former_instance_is_seen() {
    test(|m| {
        run(
            m,
            "
import tracemalloc, types
def counted_by(number, what):
    before = sys.getrefcount(what)
    held = [what] * number
    return sys.getrefcount(what) - before
# None, where modules are for ever.
taken = counted_by(2, types.ModuleType('other'))
for trace in False, True:
    if trace: tracemalloc.start()
    for round in range(100):
        seen = []
        one = m.Node(m)
        one.own, one.more = m, [one.__dict__]
        weak = weakref.ref(one, seen.append)
        at, counted, gone = id(one), sys.getrefcount(m), weakref.ref(one)
        one.more = None
        del one
        assert seen == [weak] and gone() is weak() is None
        assert sys.getrefcount(m) == counted - taken, (sys.getrefcount(m), counted)
        two = m.Node()
        assert two.next is None and two.__dict__ == {} and not hasattr(two, 'own')
        assert weakref.getweakrefcount(two) == 0 and weak() is None
        assert gc.is_tracked(two) and sys.getrefcount(two) == sys.getrefcount(object())+1
        new = weakref.ref(two)
        assert new() is two
        one = m.Plain(7, 8)
        del one
        assert (m.Plain().x, m.Plain(1).y) == (0, 0)
        pair = m.Pair(two, [two])
        assert gc.is_tracked(pair) and gc.get_referents(pair)[0:] != [] and two in gc.get_referents(pair)
        del pair
        third = m.Third(); third.kept = two
        del third
        assert m.Third().kept is None and gc.is_tracked(m.Third()) and gc.is_tracked(m.Outer())
        assert not gc.is_tracked(m.Plain())
        del two
tracemalloc.stop()
",
        )
    });
}

#[test]
fn types_and_instances_are_counted() {
    test(|m| {
        run(
            m,
            "
for kind in m.Plain, m.Node, m.Third, m.Outer, m.Outer.Inner, m.Ints, m.Texts, m.Busy:
    for _ in range(3): live = [kind() for _ in range(20)]; del live
    before = sys.getrefcount(kind)
    live = [kind() for _ in range(20)]
    assert sys.getrefcount(kind) == before + 20, kind
    del live
    assert sys.getrefcount(kind) == before, kind
for kind in m.Node, m.Pair, m.Third, m.Outer:
    assert not any(type(one) is kind for one in gc.get_objects()), kind
",
        )
    });
}

#[test]
fn cycles_are_collected() {
    test(|m| {
        run(
            m,
            "
gc.collect()
live = set()
for at in range(1000):
    one = m.Node(); one.next = one; one.own = m.Pair(one, m.Node(one))
    live.add(at); weakref.finalize(one, live.discard, at)
    del one
gc.collect()
assert not live, len(live)
for at in range(1000):
    third = m.Third(); third.kept = [third, m.Node(third)]
    one = third.kept[1]; live.add(at); weakref.finalize(one, live.discard, at)
    del third, one
gc.collect()
assert not live, len(live)
chain = None
for at in range(100000): chain = m.Node(chain)
del chain
chain = None
for at in range(100000): chain = m.Pair(chain, m.Node(chain))
del chain
",
        )
    });
}

#[test]
fn instances_of_subclasses_are_not_kept() {
    test(|m| {
        let py = m.py();
        let globals = Dict::empty(py)?;
        globals.set("m", m)?;
        support::exec(
            &globals,
            "class Slotted(m.Plain): __slots__ = ()\n\
             class Dicted(m.Node): pass\n\
             class Third(m.Holder): __slots__ = ()\n\
             back = []\n\
             class Back(m.Node):\n    \
                 def __del__(self): back.append(self)\n",
        )?;
        for name in ["Slotted", "Third", "Dicted"] {
            let class = globals.get(name)?.expect("defined");
            assert_eq!(given_back(py, ten(&class)?)?, 10, "{name}");
            assert_eq!(given_back(py, ten(&class)?)?, 10, "{name}");
        }
        support::exec(
            &globals,
            "for at in range(20):\n    \
                 one = Back(m); one.own = at; del one\n\
             assert [one.own for one in back] == [*range(20)] and all(one.next is m for one in back)\n\
             back.clear()\n\
             assert not back\n\
             try: m.Plain().__class__ = Slotted\n\
             except TypeError: pass\n\
             else: raise AssertionError\n\
             try: Slotted().__class__ = m.Plain\n\
             except TypeError: pass\n\
             else: raise AssertionError\n",
        )
    });
}

#[test]
fn a_class_with_a_finalizer_keeps_nothing() {
    test(|m| {
        let before = FINALIZED.load(Relaxed);
        run(
            m,
            "
for _ in range(100): m.Finalized()
back = []
for _ in range(10): m.Finalized(back)
assert len(back) == 10
del back
for _ in range(100): m.Finalized()
",
        )?;
        assert_eq!(FINALIZED.load(Relaxed) - before, 210);
        Ok(())
    });
}

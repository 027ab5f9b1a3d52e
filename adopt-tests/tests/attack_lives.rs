//! Adopted modules in an interpreter that ends and is started again, and where there is no memory.
#![allow(unsafe_code, reason = "asks for a class as C does")]

#[path = "../../owned/tests/support/mod.rs"]
mod support;

mod adopted;

use adopted::builder;
use owned::prelude::*;
use support::{child_succeeds, in_child};

const USE: &str = "
import gc, eager, family, heap, lender, multi, single, slots, sys, twice_a, vault, whole
assert single.who() == multi.who() == 'Rust' and single.left() == 'C'
assert single.SEEN_BY_INIT == ('1', 'Rust') and single.new_one().held is None
assert len(single.Ours(single).held.SEEN_BY_INIT) == 2
class Derived(vault.Vault):
    def who(self): return 'Python, ' + super().who()
class Other(vault.Vault): pass
for T, who in (vault.Vault, 'Rust'), (Derived, 'Python, Rust'), (Other, 'Rust'), (heap.Box, 'Rust'), (twice_a.Twice, 'A'):
    one = T(3) if issubclass(T, vault.Vault) else T()
    # Often enough for the interpreter to remember where it has found the method.
    for at in range(300): assert one.who() == who, (T, one.who())
    if isinstance(one, vault.Vault):
        one.label = [one, T]
        one.label = None
        assert one.last_line() == 'Rust made' and len(one) == 3 and one.label is None
        one.link(one)
        assert one.next is one.next_by_rust() is one
b = heap.Box(); b.swap(b)
assert eager.first.held in (7, 3) and slots.Slotted(2).number == 2 and slots.SpecSlotted(2).number == 2
assert family.TopDerived()[3] == 3 and bytes(memoryview(lender.Lender())) == b'\\1\\2\\3'
assert whole.weight(whole.make(3)) == 3 if False else whole.is_pair(whole.make(3))
for attempt in range(5):
    for name in 'heap', 'multi', 'single', 'vault': del sys.modules[name]
    import heap, multi, single, vault
    assert isinstance(vault.Vault(1), vault.Vault) and heap.is_box(heap.Box()) and heap.is_box(b)
kept = [vault.Vault(5), heap.Box(), slots.Slotted(), slots.SpecSlotted(), Derived(2)]
sys.kept = kept
kept[0].label = kept
";

unsafe extern "C" {
    static mut unborn_fails: std::ffi::c_int;
}

#[test]
fn lives() {
    if !in_child() {
        child_succeeds("lives");
        return;
    }
    for life in 0..6 {
        let interpreter = builder().start().expect("it starts");
        let kept: Py<Any> = interpreter.attach(|py| {
            if life > 0 {
                // Of the life before nothing is found before an import.
                // SAFETY: attached.
                assert!(unsafe { adopt_tests::Unborn_Type() }.is_null());
                assert!(PyErr::take(py).is_some_and(|error| error.to_string().contains("is not loaded")));
            }
            support::exec(&Dict::empty(py).expect("a dict"), USE)
                .unwrap_or_else(|error| panic!("life {life}: {error}"));
            // SAFETY: C's, which nobody else looks at.
            unsafe { unborn_fails = 0 };
            py.import("unborn").expect("it is made");
            // SAFETY: attached.
            assert!(!unsafe { adopt_tests::Unborn_Type() }.is_null());
            py.import("sys").and_then(|sys| sys.getattr("kept")).expect("kept").unbind()
        });
        interpreter.stop().expect("it stops");
        drop(kept);
    }
}

#[test]
fn the_other_order() {
    if !in_child() {
        child_succeeds("the_other_order");
        return;
    }
    // Other classes are made before those that the last life has numbered.
    for life in 0..4 {
        let interpreter = builder().start().expect("it starts");
        interpreter.attach(|py| {
            let more = "
class A:
    def who(self): return 'A'
for number in range(60):
    class B(A):
        def who(self): return number
    for at in range(20): assert B().who() == number and A().who() == 'A'
";
            support::exec(&Dict::empty(py).expect("a dict"), &more.repeat(life)).expect("it runs");
            support::exec(&Dict::empty(py).expect("a dict"), USE)
                .unwrap_or_else(|error| panic!("life {life}: {error}"));
            support::exec(&Dict::empty(py).expect("a dict"), &more.repeat(3 - life)).expect("it runs");
            support::exec(&Dict::empty(py).expect("a dict"), USE)
                .unwrap_or_else(|error| panic!("life {life}: {error}"));
        });
        interpreter.stop().expect("it stops");
    }
}

/// Each allocation of an import is denied in turn: it fails, and leaves nothing that is in the way of the next.
#[test]
fn imports_without_memory() {
    if !in_child() {
        child_succeeds("imports_without_memory");
        return;
    }
    let interpreter = builder().start().expect("it starts");
    interpreter.attach(|py| {
        // From 3.12 on types that C makes so end the process, also those of CPython's own modules (`_csv` on 3.13.0).
        let sys = py.import("sys").expect("there is one");
        let minor = |version: Owned<'_, Any>| version.getattr("minor").and_then(|minor| minor.extract::<i64>());
        if sys.getattr("version_info").and_then(minor).expect("a version") > 11 || py.import("_testcapi").is_err() {
            println!("not run: this interpreter has no _testcapi, or does not stand it");
            return;
        }
        let source = "
import _imp, _testcapi, gc, sys
from importlib.machinery import ModuleSpec
# importlib's own locks do not stand it that there is no memory: it is left out.
def attempt(spec, first, last):
    # Whether it was enough.
    _testcapi.set_nomemory(first, last)
    try:
        _imp.exec_builtin(_imp.create_builtin(spec))
        return True
    except MemoryError:
        return False
    finally:
        _testcapi.remove_mem_hooks()
def deny(name, last):
    # How often it was not enough.
    spec = ModuleSpec(name, None, origin='built-in')
    first, in_row, failed = 1, 0, 0
    # One that fails alone may be in a place that does without.
    while in_row < 30:
        try: enough = attempt(spec, first, last(first))
        except SystemError as error: enough = False # what C makes of it
        in_row = in_row + 1 if enough else 0
        failed += not enough
        first += 1
        assert first < 5000, name
    for again in range(3): gc.collect()
    sys._clear_type_cache()
    return failed
references = getattr(sys, 'gettotalrefcount', None)
names = ['multi', 'heap', 'slots', 'whole', 'bare']
if not references:
    # Where a module of one phase has no memory, CPython asks its dict with an exception set, which a debug build does not allow.
    names += ['single', 'vault', 'eager', 'family', 'lender', 'twice_a']
for name in names:
    for last in lambda first: 0, lambda first: first + 1:
        assert deny(name, last) > 0, name
        module = __import__(name)
        if hasattr(module, 'who'): assert module.who() == 'Rust'
        del sys.modules[name], module
        if references and name in ('multi', 'heap'):
            # A leak is what every round leaves. Two are the number that is noted, and the one before.
            spec, enough, first = ModuleSpec(name, None, origin='built-in'), False, 1
            while not enough:
                left = []
                for again in range(4):
                    before = references()
                    try: enough = attempt(spec, first, last(first))
                    except SystemError: enough = False
                    gc.collect()
                    gc.collect()
                    sys._clear_type_cache()
                    left.append(references() - before)
                assert min(left) <= 2, (name, first, left)
                first += 1
";
        support::exec(&Dict::empty(py).expect("a dict"), source).unwrap_or_else(|error| panic!("{error}"));
        support::exec(&Dict::empty(py).expect("a dict"), USE).unwrap_or_else(|error| panic!("{error}"));
    });
    interpreter.stop().expect("it stops");
}

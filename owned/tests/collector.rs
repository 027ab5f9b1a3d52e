//! The collector sees every field, clears every cycle, and leaves alone what is in use.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use owned::prelude::*;
use support::{classes_stay, collect, flat_with_classes, python, run};

static ALIVE: AtomicUsize = AtomicUsize::new(0);

/// Counts the instances whose inside is alive.
#[derive(NoRefs)]
struct Counted;

impl Counted {
    fn new() -> Self {
        ALIVE.fetch_add(1, SeqCst);
        Counted
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}

/// Holds references in every shape that a field can have.
#[class(subclass, weakref)]
pub struct Holder {
    #[field(get, set)]
    one: Option<Py<Any>>,
    #[field(get, set)]
    many: Vec<Py<Any>>,
    #[field(get, set)]
    named: HashMap<String, Py<Any>>,
    nested: Vec<Option<(Py<Any>, u8)>>,
    boxed: Option<Box<Py<Any>>>,
    queue: VecDeque<Py<Any>>,
    tree: BTreeMap<u32, [Py<Any>; 1]>,
    error: Option<PyErr>,
    outcome: Option<Result<Py<Any>>>,
    counted: Counted,
}

#[methods]
impl Holder {
    #[new]
    fn new() -> Self {
        Holder {
            one: None,
            many: Vec::new(),
            named: HashMap::new(),
            nested: Vec::new(),
            boxed: None,
            queue: VecDeque::new(),
            tree: BTreeMap::new(),
            error: None,
            outcome: None,
            counted: Counted::new(),
        }
    }

    /// Keeps `value` in the field `how`.
    fn keep(&mut self, how: &str, value: Py<Any>) -> Result<()> {
        match how {
            "one" => self.one = Some(value),
            "many" => self.many.push(value),
            "named" => drop(self.named.insert("n".into(), value)),
            "nested" => self.nested.push(Some((value, 1))),
            "boxed" => self.boxed = Some(Box::new(value)),
            "queue" => self.queue.push_back(value),
            "tree" => drop(self.tree.insert(1, [value])),
            "outcome" => self.outcome = Some(Ok(value)),
            _ => return Err(ValueError::new(how.to_owned())),
        }
        Ok(())
    }

    /// Calls, and keeps what that raises.
    fn catch(slf: Borrowed<'_, '_, Self>, callback: Borrowed<'_, '_, Callable>) -> Result<()> {
        let error = callback.call(()).expect_err("the callback raises");
        slf.borrow_mut()?.error = Some(error);
        Ok(())
    }

    /// Calls while it is in use, to look or to change.
    fn during(&self, callback: Borrowed<'_, '_, Callable>) -> Result<()> {
        callback.call(()).map(drop)
    }

    fn during_mut(&mut self, callback: Borrowed<'_, '_, Callable>) -> Result<()> {
        callback.call(()).map(drop)
    }

    fn touch(&self) -> bool {
        let Counted = self.counted;
        self.one.is_some()
    }
}

/// Cannot change: another member of its cycle has to clear.
#[class]
pub struct Frozen {
    #[field(get)]
    held: Py<Any>,
    counted: Counted,
}

#[methods]
impl Frozen {
    #[new]
    fn new(held: Py<Any>) -> Self {
        Frozen { held, counted: Counted::new() }
    }

    fn touch(&self) {
        let Counted = self.counted;
    }
}

#[owned::module]
mod collector {
    #[export]
    pub use super::{Frozen, Holder};
}

const FIELDS: [&str; 8] = ["one", "many", "named", "nested", "boxed", "queue", "tree", "outcome"];

#[test]
fn a_thousand_of_a_thousand_cycles_go_for_each_kind_of_field() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        collect(py)?;
        let before = ALIVE.load(SeqCst);
        for field in FIELDS {
            let source = format!(
                "
gc.disable()
for i in range(1000):
    a = m.Holder(); a.keep({field:?}, a)            # itself
    assert a in gc.get_referents(a)
    assert gc.get_referents(a).count(a) == 1
a = None
assert gc.collect() >= 1000
gc.enable()
for i in range(1000):
    a, b = m.Holder(), m.Holder()
    a.keep({field:?}, b); b.keep({field:?}, [a])
a = b = None
gc.collect()
"
            );
            run(&module, &source)?;
            assert_eq!(ALIVE.load(SeqCst), before, "cycles through `{field}` are left");
        }
        Ok(())
    });
}

#[test]
fn cycles_through_methods_closures_types_and_frozen_objects_go() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        collect(py)?;
        let before = ALIVE.load(SeqCst);
        flat_with_classes(py, |_| {
            run(
                &module,
                "
a = m.Holder(); a.one = a.touch                     # a bound method
b = m.Holder(); b.one = lambda: b                   # a closure
l = []; l.append(m.Frozen(l))                       # the list clears
class Sub(m.Holder): pass
s = Sub(); s.one = Sub; Sub.instance = s            # through its own type
t = m.Holder(); t.many = [t, t, t]
del a, b, l, s, t, Sub
",
            )
        });
        collect(py)?;
        assert!(ALIVE.load(SeqCst) == before || classes_stay(py)?);
        Ok(())
    });
}

#[test]
fn a_stored_exception_with_its_traceback_is_seen() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        collect(py)?;
        let before = ALIVE.load(SeqCst);
        run(
            &module,
            "
def cycle():
    holder = m.Holder()
    def fail(): raise ValueError(holder)            # the traceback's frames hold the holder too
    holder.catch(fail)
    assert any(isinstance(r, ValueError) for r in gc.get_referents(holder))
for i in range(1000): cycle()
gc.collect()
",
        )?;
        assert_eq!(ALIVE.load(SeqCst), before);
        Ok(())
    });
}

#[test]
fn what_is_in_use_is_not_cleared() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        run(
            &module,
            "
for during in ('during', 'during_mut'):
    h = m.Holder(); child = m.Holder(); h.one = child; h.many = [h, child]
    w = weakref.ref(child, lambda r: dead.append(1)); dead = []
    del child
    def collected(): gc.collect(); gc.collect(); assert w() is not None
    getattr(h, during)(collected)
    assert h.touch() and not dead and w() is not None
    h.many = []; h.one = None
    assert dead
",
        )
    });
}

#[test]
fn a_conflict_names_who_holds_the_object() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        let holder = module.call_method("Holder", ())?.downcast::<Holder>()?;
        let refused = || holder.borrow_mut().map(drop).expect_err("somebody looks").to_string();
        let first_line = format!("collector.rs:{}", line!() + 1);
        let first = holder.borrow()?;
        let second = holder.borrow()?;
        assert!(refused().contains(&first_line), "{}", refused());
        drop(second);
        assert!(refused().contains(&first_line), "{}", refused());
        let third = holder.borrow()?;
        drop(first);
        assert_eq!(refused(), "RuntimeError: Holder object is in use by a method that has not returned yet");
        drop(third);
        drop(holder.borrow_mut()?);
        let most = (0..u16::MAX).map(|_| holder.borrow()).collect::<Result<Vec<_>>>()?;
        assert!(holder.borrow().is_err(), "more than can be counted");
        drop(most);
        holder.borrow_mut().map(drop)
    });
}

#[test]
fn a_borrow_that_was_forgotten_only_leaks() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        let holder = module.call_method("Holder", ())?.downcast::<Holder>()?;
        let line = line!() + 1;
        core::mem::forget(holder.borrow()?);
        let error = holder.borrow_mut().map(drop).expect_err("somebody looks");
        let named =
            format!("RuntimeError: Holder object is in use by a borrow at owned/tests/collector.rs:{line} that");
        assert!(error.to_string().starts_with(&named), "{error}");
        assert!(!holder.borrow()?.touch());
        let other = module.call_method("Holder", ())?.downcast::<Holder>()?;
        core::mem::forget(other.borrow_mut()?);
        let error = other.borrow().map(drop).expect_err("somebody changes it");
        assert!(error.to_string().contains("is being changed by a borrow at owned/tests/collector.rs:"), "{error}");
        let before = ALIVE.load(SeqCst);
        drop((holder, other));
        assert_eq!(ALIVE.load(SeqCst), before - 2, "the insides go with the objects");
        Ok(())
    });
}

#[test]
fn an_object_that_was_cleared_raises() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        run(
            &module,
            "
class Late:
    def __del__(self): got.append(self.holder)
got = []
# A finalizer brings the whole cycle back before anything is cleared: the holder is as it was.
late = Late(); late.holder = m.Holder(); late.holder.one = late; del late
gc.collect(); assert got[0].touch(); got.clear()
gc.collect()
# A weak reference whose callback runs in the middle of clearing must not see the object.
h = m.Holder(); h.many = [h]; w = weakref.ref(h, lambda r: got.append(r())); del h
gc.collect(); assert got == [None], got
",
        )
    });
}

/// `tp_clear` itself, on an object that is still held: what a finalizer of a third object can come upon.
#[test]
fn a_destructor_that_runs_during_clear_meets_a_cleared_object() {
    python(|py| {
        let module = owned::load!(py, collector)?;
        run(
            &module,
            "
import ctypes
seen = []
h = m.Holder()
class Peek:
    def __del__(self): seen.append(raised(h.touch)); seen.append(raised(lambda: setattr(h, 'one', 1)))
h.one = Peek()
slot = ctypes.pythonapi.PyType_GetSlot
slot.restype, slot.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_int]
clear = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object)(slot(m.Holder, 51))
assert clear(h) == 0
gone = 'ReferenceError: Holder object has been cleared by the garbage collector'
assert seen == [gone, gone], seen
assert raised(h.touch) == gone and clear(h) == 0
assert gc.get_referents(h) == [m.Holder]
",
        )
    });
}

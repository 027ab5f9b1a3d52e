//! The framework's cells: what they refuse, when they drop, what the collector sees of them and clears.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};

use owned::prelude::*;
use support::{collect, flat, probe, python, raised, run};

fn conflict(how: &str, line: u32) -> String {
    format!("RuntimeError: the cell is being {how} by an access at {}:{line} that has not ended yet", file!())
}

type Nested = Box<GcCell<Option<Py<Any>>>>;

/// Nothing in it takes `&mut self`: it has no state word, only cells.
#[class(subclass, weakref)]
pub struct Node {
    one: GcCell<Option<Py<Any>>>,
    many: GcCell<Vec<Py<Any>>>,
    nested: GcCell<Option<Nested>>,
    boxed: Box<(u8, GcCell<Option<Py<Any>>>)>,
    listed: Vec<Option<GcCell<Py<Any>>>>,
    plain: GcCell<u64>,
}

#[methods]
impl Node {
    #[new]
    #[signature(listed = None)]
    fn new(listed: Option<Py<Any>>) -> Self {
        Node {
            one: GcCell::default(),
            many: GcCell::default(),
            nested: GcCell::default(),
            boxed: Box::new((0, GcCell::default())),
            listed: vec![None, listed.map(GcCell::new)],
            plain: GcCell::new(0),
        }
    }

    /// Keeps `value` in the cell `how`.
    fn keep(&self, py: Python<'_>, how: &str, value: Py<Any>) -> Result<()> {
        self.plain.with_mut(py, |count| *count += 1)?;
        match how {
            "one" => self.one.set(py, Some(value)),
            "many" => self.many.with_mut(py, |many| many.push(value)),
            "nested" => self.nested.set(py, Some(Box::new(GcCell::new(Some(value))))),
            "boxed" => self.boxed.1.set(py, Some(value)),
            "listed" => self.listed[1].as_ref().expect("given to `new`").set(py, value),
            _ => Err(ValueError::new(how.to_owned())),
        }
    }

    fn get(&self, py: Python<'_>) -> Result<Option<Py<Any>>> {
        Ok(self.one.get(py)?.map(Owned::unbind))
    }

    /// Calls while the cell is looked at, or changed.
    fn during(&self, callback: Borrowed<'_, '_, Callable>) -> Result<()> {
        self.one.with(callback.py(), |_| callback.call(()).map(drop))?
    }

    fn during_mut(&self, callback: Borrowed<'_, '_, Callable>) -> Result<()> {
        self.one.with_mut(callback.py(), |_| callback.call(()).map(drop))?
    }

    /// Drops what it holds while it has the cell alone.
    fn drop_inside(&self, py: Python<'_>) -> Result<()> {
        self.one.with_mut(py, |one| *one = None)
    }
}

#[owned::module]
mod cells {
    #[export]
    pub use super::Node;
}

const CELLS: [&str; 5] = ["one", "many", "nested", "boxed", "listed"];

#[test]
fn a_thousand_cycles_through_each_cell_go() {
    python(|py| {
        let module = owned::load!(py, cells)?;
        for cell in CELLS {
            let source = format!(
                "
seen = []
for i in range(1000):
    a = m.Node(0); weakref.finalize(a, seen.append, i); a.keep({cell:?}, a)      # itself
    assert gc.get_referents(a).count(a) == 1
    b, c = m.Node(0), m.Node(0); weakref.finalize(b, seen.append, i)
    b.keep({cell:?}, [c]); c.keep({cell:?}, (b,))                               # two, through Python's objects
del a, b, c
gc.collect()
assert len(seen) == 2000, len(seen)
"
            );
            run(&module, &source)?;
        }
        flat(py, |_| {
            for cell in CELLS {
                run(
                    &module,
                    &format!("a = m.Node(0); a.keep({cell:?}, a); b = m.Node(a); b.keep('one', [b]); del a, b"),
                )?;
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn conflicts_are_errors_and_leave_nothing() {
    python(|py| {
        let cell = GcCell::new(Some(probe(py).unbind()));
        let object = probe(py);
        let value = || Some(object.clone().unbind());
        let line = line!() + 1;
        cell.with(py, |_| {
            assert_eq!(raised(cell.set(py, value())), conflict("looked at", line));
            assert_eq!(raised(cell.take(py)), conflict("looked at", line));
            assert!(cell.get(py)?.is_some(), "others may look");
            Ok::<(), PyErr>(())
        })??;
        let line = line!() + 1;
        cell.with_mut(py, |_| {
            assert_eq!(raised(cell.set(py, value())), conflict("changed", line));
            assert_eq!(raised(cell.with(py, |_| ())), conflict("changed", line));
            assert_eq!(raised(cell.get(py)), conflict("changed", line));
            assert_eq!(raised(cell.with_mut(py, |_| ())), conflict("changed", line));
        })?;
        assert_eq!(object.refcount(), 1, "what was not set was dropped");
        cell.set(py, value())?;
        assert_eq!(object.refcount(), 2);
        assert!(cell.replace(py, None)?.is_some_and(|old| old.bind(py).is(&object)));
        assert!(cell.take(py)?.is_none() && matches!(cell.into_inner(), Some(None)));
        assert_eq!(object.refcount(), 1);
        Ok(())
    });
}

#[test]
fn a_panic_ends_the_access() {
    python(|py| {
        let cell = GcCell::new(vec![1]);
        for _ in 0..2 {
            let panic = catch_unwind(AssertUnwindSafe(|| {
                cell.with_mut(py, |numbers| {
                    numbers.push(2);
                    panic!("in the middle");
                })
            }));
            assert!(panic.is_err());
            assert!(catch_unwind(AssertUnwindSafe(|| cell.with(py, |_| panic!("looking")))).is_err());
        }
        assert_eq!(cell.take(py)?, [1, 2, 2]);
        Ok(())
    });
}

/// The old value is dropped when the access has ended: its destructor may use the cell.
#[test]
fn a_destructor_finds_the_cell_free() {
    python(|py| {
        let module = owned::load!(py, cells)?;
        flat(py, |_| {
            run(
                &module,
                "
n = m.Node()
class Last:
    def __init__(self, do): self.do = do
    def __del__(self): got.append(self.do())
got = []
n.keep('one', Last(lambda: n.get()))
n.keep('one', 'new')
assert got == ['new'], got
n.keep('one', Last(lambda: n.keep('one', 'from the destructor')))
n.keep('one', 'new')
assert n.get() == 'from the destructor'
n.keep('one', Last(lambda: raised(n.get)))
n.drop_inside()                                     # inside of the closure it is not
assert got[-1].startswith('RuntimeError: the cell is being changed by an access at owned/tests/cells.rs:'), got
assert n.get() is None
",
            )
        });
        Ok(())
    });
}

#[test]
fn what_is_in_use_is_not_cleared() {
    python(|py| {
        let module = owned::load!(py, cells)?;
        run(
            &module,
            "
for during in ('during', 'during_mut'):
    n = m.Node(); child = m.Node(); dead = []
    n.keep('one', [n, child]); w = weakref.ref(child, lambda r: dead.append(1)); del child
    def collected():
        gc.collect(); gc.collect(); assert w() is not None
        assert (w() in gc.get_referents(gc.get_referents(n)[-1])) is (during == 'during')
        raised(n.keep, 'one', 1)
    getattr(n, during)(collected)
    assert not dead and n.get()[1] is w()
    v = weakref.ref(n); del n
    gc.collect(); assert dead and v() is None
",
        )
    });
}

/// `tp_clear` itself, on an object that is still held: what a finalizer of a third object can come upon.
#[test]
fn an_access_after_clear_is_an_error() {
    python(|py| {
        let module = owned::load!(py, cells)?;
        flat(py, |_| {
            run(
                &module,
                "
import ctypes
slot = ctypes.pythonapi.PyType_GetSlot
slot.restype, slot.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_int]
clear = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object)(slot(m.Node, 51))
seen = []
class Peek:
    def __init__(self, n): self.n = n
    def __del__(self): seen.append((raised(self.n.get), raised(self.n.keep, 'one', 1)))
n = m.Node([]); n.keep('one', Peek(n)); n.keep('many', n); n.keep('nested', n); n.keep('boxed', n)
assert clear(n) == 0
gone = 'ReferenceError: the cell has been cleared by the garbage collector'
assert seen == [(gone, gone)], seen
assert raised(n.get) == gone and clear(n) == 0
assert gc.get_referents(n) == [m.Node], gc.get_referents(n)
during = []
n = m.Node(); n.keep('one', n)
n.during(lambda: during.append(clear(n)))           # somebody looks: it stays
n.during_mut(lambda: during.append(clear(n)))
assert n.get() is n and during == [0, 0]
",
            )
        });
        Ok(())
    });
}

#[test]
fn a_cell_may_be_used_by_many_threads() {
    python(|py| {
        let object = probe(py);
        let cell = GcCell::new(Vec::<Py<Any>>::new());
        let (pushed, refused) = py.detach({
            let (cell, object) = (&cell, object.clone().unbind());
            move || {
                let object = &object;
                std::thread::scope(|scope| {
                    let threads: Vec<_> = (0..4)
                        .map(|_| {
                            scope.spawn(move || {
                                let (mut pushed, mut refused) = (0, 0);
                                for _ in 0..200 {
                                    let pushes = Python::attach(|py| {
                                        let new = object.clone_ref(py);
                                        cell.with_mut(py, |items| {
                                            items.push(new);
                                            py.detach(std::thread::yield_now); // others run, and are refused
                                        })
                                    });
                                    *if pushes.is_ok() { &mut pushed } else { &mut refused } += 1;
                                }
                                (pushed, refused)
                            })
                        })
                        .collect();
                    threads
                        .into_iter()
                        .map(|thread| thread.join().expect("no panic"))
                        .fold((0, 0), |sum, (a, b)| (sum.0 + a, sum.1 + b))
                })
            }
        });
        assert_eq!((pushed + refused, cell.with(py, Vec::len)?), (800, pushed));
        assert_eq!(object.refcount(), 1 + pushed);
        cell.take(py)?.clear();
        assert_eq!(object.refcount(), 1);
        collect(py)?;
        Ok(())
    });
}

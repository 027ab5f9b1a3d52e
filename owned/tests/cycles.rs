//! The leaks that bindings are known for: a thousand of each, and after a collection none is left.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::ops::Bound;

use owned::prelude::*;
use owned::types::{PyBuffer, Set};
use owned::{Action, PyWeak};
use support::{collect, flat, later, python, run};

/// A value that is ordered by a number, so that sorted and hashed containers take it.
#[derive(Debug, Traverse)]
struct Ranked(u32, Py<Any>);

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl Eq for Ranked {}
impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl core::hash::Hash for Ranked {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// A trait of the user's, whose implementations hold references.
trait Shape: Traverse + Send + Sync {
    fn label(&self) -> &Py<Any>;
}

#[derive(Traverse)]
struct Labelled {
    label: Py<Any>,
}

impl Shape for Labelled {
    fn label(&self) -> &Py<Any> {
        &self.label
    }
}

type Twelve<A, B> = (A, A, A, A, A, A, A, A, A, A, A, B);

/// One way to hold a reference.
#[derive(Traverse)]
enum Way {
    Handle(Py<Any>),
    Boxed(Box<[Py<Any>]>),
    Linked(LinkedList<Py<Any>>),
    Deque(VecDeque<Option<Py<Any>>>),
    Heap(BinaryHeap<Reverse<Ranked>>),
    Sorted(BTreeSet<Ranked>),
    Hashed(HashSet<Ranked>),
    Map(HashMap<String, Py<Any>>),
    Tree(BTreeMap<u8, Vec<Py<Any>>>),
    Bounds(Bound<Py<Any>>, Bound<u8>),
    Tuple(Twelve<u8, Py<Any>>),
    Outcome(Result<Py<Any>>),
    Error(PyErr),
    Shape(Box<dyn Shape>),
    Action(Action<(), Result<bool>>),
    Callback(Callback),
    Callbacks(Callbacks),
    Buffer(PyBuffer<u8>),
    Cell(GcCell<Option<Py<Any>>>),
    Nested(Box<GcCell<Vec<GcCell<Py<Any>>>>>),
}

/// Nothing in it takes `&mut self`: only what is changed in its one cell.
#[class(subclass, weakref)]
pub struct Holder {
    way: GcCell<Option<Way>>,
    weak: GcCell<Option<PyWeak<Any>>>,
}

#[methods]
impl Holder {
    #[new]
    fn new() -> Self {
        Holder { way: GcCell::default(), weak: GcCell::default() }
    }

    /// Holds `value` in the way that is named.
    fn hold<'py>(&self, way: &str, value: Borrowed<'_, 'py, Any>) -> Result<()> {
        let py = value.py();
        let object = || value.to_owned().unbind();
        let callable = || value.to_owned().downcast::<Callable>();
        let way = match way {
            "handle" => Way::Handle(object()),
            "boxed" => Way::Boxed(Box::new([object()])),
            "linked" => Way::Linked(LinkedList::from([object()])),
            "deque" => Way::Deque(VecDeque::from([None, Some(object())])),
            "heap" => {
                Way::Heap(BinaryHeap::from([Reverse(Ranked(1, object())), Reverse(Ranked(2, py.none().unbind()))]))
            }
            "sorted" => Way::Sorted(BTreeSet::from([Ranked(1, object())])),
            "hashed" => Way::Hashed(HashSet::from([Ranked(1, object())])),
            "map" => Way::Map(HashMap::from([("key".to_owned(), object())])),
            "tree" => Way::Tree(BTreeMap::from([(1, vec![object()])])),
            "bounds" => Way::Bounds(Bound::Excluded(object()), Bound::Unbounded),
            "tuple" => Way::Tuple((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, object())),
            "outcome" => Way::Outcome(Ok(object())),
            "failure" => Way::Outcome(Err(value.call(()).expect_err("it raises"))),
            "error" => Way::Error(value.call(()).expect_err("it raises")),
            "lazy" => Way::Error(PyErr::lazy::<KeyError, _>((object(),), |(key,), py| (key,).into_py(py))),
            "shape" => Way::Shape(Box::new(Labelled { label: object() })),
            "action" => Way::Action(Action::new(object(), |object, py, ()| object.bind(py).is_true())),
            "callback" => Way::Callback(Callback::new(&callable()?)),
            "weak" => Way::Callback(Callback::weak(&callable()?)?),
            "callbacks" | "weak callbacks" => {
                let callbacks = Callbacks::new(py)?;
                let callable = callable()?;
                let weak = way.starts_with("weak");
                callbacks.connect(py, if weak { Callback::weak(&callable)? } else { Callback::new(&callable) })?;
                Way::Callbacks(callbacks)
            }
            "buffer" => Way::Buffer(PyBuffer::of(&value)?),
            "cell" => Way::Cell(GcCell::new(Some(object()))),
            "nested" => Way::Nested(Box::new(GcCell::new(vec![GcCell::new(object())]))),
            _ => return Err(ValueError::new(way.to_owned())),
        };
        self.way.set(py, Some(way))
    }

    /// Uses what is held; nothing of it need be right.
    fn touch(&self, py: Python<'_>) -> Result<bool> {
        self.way.with(py, |way| match way {
            Some(Way::Action(action)) => action.run(py, ()),
            Some(Way::Shape(shape)) => shape.label().bind(py).is_true(),
            Some(Way::Buffer(buffer)) => Ok(buffer.bind(py)?.is_empty()),
            Some(Way::Callbacks(callbacks)) => callbacks.is_empty(py),
            Some(Way::Cell(cell)) => Ok(cell.get(py)?.is_some()),
            _ => Ok(false),
        })?
    }

    fn point(&self, value: Borrowed<'_, '_, Any>) -> Result<()> {
        self.weak.set(value.py(), Some(PyWeak::new(&value)?))
    }

    fn pointed<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        Ok(self.weak.with(py, |weak| weak.as_ref().map(|weak| weak.upgrade(py)).transpose())??.flatten())
    }
}

#[owned::module]
mod cycles {
    #[export]
    pub use super::Holder;
}

const PLAIN: &[&str] = &[
    "handle", "boxed", "linked", "deque", "heap", "sorted", "hashed", "map", "tree", "bounds", "tuple", "outcome",
    "lazy", "shape", "action", "cell", "nested",
];

/// What is given to `hold` for each way: something that refers to the holder `h`.
fn values() -> Vec<(&'static str, &'static str)> {
    let mut values: Vec<_> = PLAIN.iter().map(|way| (*way, "h")).collect();
    values.extend(PLAIN.iter().map(|way| (*way, "{'h': [h]}")));
    for way in ["callback", "callbacks"] {
        values.extend([(way, "h.touch"), (way, "lambda: h"), (way, "functools.partial(print, h)")]);
    }
    values.extend([("weak", "h.touch"), ("weak callbacks", "h.touch"), ("weak callbacks", "Plain(h).method")]);
    values.extend([("error", "raising(h)"), ("failure", "raising(h)"), ("buffer", "Bytes(h)")]);
    values
}

const SETUP: &str = "
import functools
class Plain:
    def __init__(self, h): self.h = h
    def method(self): pass
class Bytes(bytearray):
    def __init__(self, h): super().__init__(b'xyz'); self.h = h
class Sub(m.Holder): pass                           # with a __dict__
class Slots(m.Holder): __slots__ = ('other', '__dict__')
class Bare(m.Holder): __slots__ = ()
def raising(h):
    def fail(): local = h; raise ValueError(h)      # the traceback's frame holds it too
    return fail
";

#[test]
fn a_thousand_of_each_are_collected() {
    python(|py| {
        let module = owned::load!(py, cycles)?;
        for (way, value) in values() {
            for class in ["m.Holder", "Sub", "Slots", "Bare"] {
                // The others only now and then: there are many ways.
                let count = if class == "m.Holder" { 1000 } else { 50 };
                let source = format!(
                    "{SETUP}
gone = []
def make(i):
    h = {class}(); weakref.finalize(h, gone.append, i)
    h.hold({way:?}, {value}); h.touch()
    if {class} in (Sub, Slots): h.itself = h; h.type = type(h)
for i in range({count}): make(i)
gc.collect()
assert len(gone) == {count}, (len(gone), {way:?}, {value:?}, {class:?})
"
                );
                run(&module, &source)?;
            }
        }
        Ok(())
    });
}

#[test]
fn and_nothing_else_is_left() {
    python(|py| {
        let module = owned::load!(py, cycles)?;
        let each: String = values()
            .iter()
            .map(|(way, value)| format!("h = Sub(); h.hold({way:?}, {value}); h.touch(); h.itself = h\n"))
            .collect();
        flat(py, |_| run(&module, &format!("{SETUP}{each}del h\ngc.collect()")));
        Ok(())
    });
}

/// What `tp_traverse` shows is what is owned: as many visits as the object has references more than before.
#[test]
fn each_reference_is_shown_once() {
    python(|py| {
        let module = owned::load!(py, cycles)?;
        for way in PLAIN.iter().chain(&["callback"]) {
            let source = format!(
                "
class Value:
    def __call__(self): pass
v = Value(); before = sys.getrefcount(v)
h = m.Holder(); h.hold({way:?}, v)
owned = sys.getrefcount(v) - before
assert gc.get_referents(h).count(v) == owned == 1, (owned, gc.get_referents(h), {way:?})
"
            );
            run(&module, &source)?;
        }
        Ok(())
    });
}

/// A library of C that keeps a function and a `void*` for each event: the binding gives it a number, and keeps the
/// callables itself, in a field.
mod c_table {
    use core::ffi::c_void;
    use std::sync::Mutex;

    use owned::prelude::*;

    type Call = extern "C" fn(*mut c_void);
    /// Whose it is, what is called, and the `void*` that it is called with: here a number.
    struct Row(usize, Call, usize);
    static TABLE: Mutex<Vec<Row>> = Mutex::new(Vec::new());

    static CALLED: Mutex<Vec<usize>> = Mutex::new(Vec::new());

    extern "C" fn called(number: *mut c_void) {
        CALLED.lock().expect("no panic").push(number.addr());
    }

    /// An object of the library.
    #[class(weakref, subclass)]
    pub struct Widget {
        number: usize,
        handlers: GcCell<Vec<Py<Callable>>>,
    }

    #[methods]
    impl Widget {
        #[new]
        fn new() -> Self {
            static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
            Widget { number: NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed), handlers: GcCell::default() }
        }

        fn register(&self, handler: Borrowed<'_, '_, Callable>) -> Result<()> {
            self.handlers.with_mut(handler.py(), |handlers| handlers.push(handler.into()))?;
            TABLE.lock().expect("no panic").push(Row(self.number, called, self.number));
            Ok(())
        }

        /// The library's loop: calls each row, then what the rows have named.
        fn fire(&self, py: Python<'_>) -> Result<usize> {
            let rows: Vec<(Call, usize)> =
                TABLE.lock().expect("no panic").iter().map(|Row(_, call, data)| (*call, *data)).collect();
            rows.into_iter().for_each(|(call, data)| call(core::ptr::without_provenance_mut(data)));
            let mine = core::mem::take(&mut *CALLED.lock().expect("no panic"));
            let handlers = self.handlers.with(py, |all| all.iter().map(|one| one.clone_ref(py)).collect::<Vec<_>>())?;
            let count = mine.into_iter().filter(|number| *number == self.number).count();
            for handler in handlers.iter().take(count) {
                handler.bind(py).call(())?;
            }
            Ok(count)
        }

        #[staticmethod]
        fn rows() -> usize {
            TABLE.lock().expect("no panic").len()
        }
    }

    impl Drop for Widget {
        fn drop(&mut self) {
            TABLE.lock().expect("no panic").retain(|Row(number, ..)| *number != self.number);
        }
    }

    #[owned::module]
    pub(super) mod table {
        #[export]
        pub use super::Widget;
    }
}

#[test]
fn objects_in_a_table_of_c_are_collected() {
    python(|py| {
        let module = owned::load!(py, c_table::table)?;
        run(
            &module,
            "
gone, called = [], []
def make(i):
    w = m.Widget(); weakref.finalize(w, gone.append, i)
    w.register(lambda: called.append(w)); w.register(w.fire)
    return w
w = make(0); assert w.fire.__self__ is w and m.Widget.rows() == 2
class Once(m.Widget): pass
o = Once(); o.register(lambda: called.append(o)); assert o.fire() == 1 and called.pop() is o
del w, o
for i in range(1, 1000): make(i)
gc.collect()
assert len(gone) == 1000 and m.Widget.rows() == 0
",
        )
    });
}

#[test]
fn a_thousand_closures_leave_nothing() {
    python(|py| {
        flat(py, |probe| {
            let kept = List::empty(py)?;
            for number in 0..1000_i64 {
                let set = Set::empty(py)?;
                let held = probe.clone();
                let callback = owned::callback!(py, "many", [strong held, weak set, move number], |_| {
                    Ok((held.is_none(), set.len(), *number))
                })?;
                if number % 2 == 0 {
                    kept.append(&callback)?; // and a cycle
                    let list = kept.clone();
                    kept.append(owned::callback!(py, "cycle", [strong list], |_| Ok(list.len()))?)?;
                }
                drop(callback.call(())?);
            }
            drop(kept);
            collect(py).map(drop)
        });
        Ok(())
    });
}

#[test]
fn a_weak_field_holds_nothing() {
    python(|py| {
        let module = owned::load!(py, cycles)?;
        flat(py, |_| {
            run(
                &module,
                "
h, other = m.Holder(), m.Holder()
before = sys.getrefcount(other)
h.point(other); other.point(h)
assert h.pointed() is other and sys.getrefcount(other) == before
del other
assert h.pointed() is None
assert 'weak reference' in raised(h.point, 3)
",
            )
        });
        Ok(())
    });
}

const SMALL_STACK: usize = 256 * 1024;

/// A chain of a million, through cells, lists and callbacks, of our own classes and of Python's subclasses.
#[test]
fn a_chain_of_a_million_through_cells_drops_on_a_small_stack() {
    python(|py| {
        let module = owned::load!(py, cycles)?;
        let gc = py.import("gc")?;
        gc.call_method("disable", ())?;
        run(
            &module,
            &format!(
                "{SETUP}
n = None
for i in range(1_000_000):
    h = (m.Holder, Sub, Slots, Bare)[i % 4]()
    h.hold(('handle', 'cell', 'boxed', 'nested', 'action')[i % 5], (n, [n])[i % 7 == 0])
    n = h
m.chain = n
del n, h
"
            ),
        )?;
        let chain = module.getattr("chain")?.unbind();
        module.setattr("chain", ())?;
        let (gone, weak) = py.detach(|| {
            let thread = std::thread::Builder::new().stack_size(SMALL_STACK).spawn(move || {
                Python::attach(|py| {
                    let chain = chain.into_bound(py);
                    let weak = Weak::new(&chain)?;
                    drop(chain);
                    Ok::<_, PyErr>((weak.upgrade()?.is_none(), weak.unbind()))
                })
            });
            thread.expect("a thread starts").join().expect("the stack is deep enough")
        })?;
        assert!(gone || later(py, || Ok(weak.bind(py).upgrade()?.is_none()))?);
        gc.call_method("enable", ())?;
        Ok(())
    });
}

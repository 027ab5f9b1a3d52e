//! Many threads at one object: the harness, and items that change the object whenever they are compared or released.

use std::sync::Barrier;
use std::thread;

use owned::prelude::*;

use super::support::{alone, collect, exec, start};

pub(crate) const THREADS: usize = 8;
/// What each thread does so often; without a GIL all of it at once, with one in turns of ten microseconds.
pub(crate) const ROUNDS: usize = 1500;
/// A value belongs to a key if both leave this remainder.
pub(crate) const KEYS: usize = 32;
const KEPT: usize = 16;

/// `target` is what all threads change. Each test says how: `change`, while an item is compared, hashed or released, and
/// `stir`, called from Rust.
const ITEMS: &str = "
import gc, sys, threading, weakref
sys.setswitchinterval(0.00001)
born = []
target = None
comparing_changes = True
class Depth(threading.local): depth = 0
local = Depth()
def change(n): pass
def meddle(n):
    if local.depth == 3: return
    local.depth += 1
    try: change(n)
    except (LookupError, RuntimeError, ValueError): pass
    finally: local.depth -= 1
class Item:
    __slots__ = 'n', '__weakref__'
    def __init__(self, n):
        self.n = n
        born.append(weakref.ref(self))
    def __del__(self):
        if self.n % 13 == 0: meddle(self.n)
    def __hash__(self):
        if self.n % 17 == 0: meddle(self.n)
        return self.n % 7
    def __eq__(self, other):
        if comparing_changes and self.n % 11 == 0: meddle(self.n)
        return isinstance(other, Item) and self.n == other.n
    def __lt__(self, other):
        if self.n % 19 == 0: meddle(self.n)
        return self.n < (other if isinstance(other, int) else other.n)
    def __gt__(self, other):
        return self.n > other
def alive():
    return [ref().n for ref in born if ref() is not None]
";

/// What one thread works with.
pub(crate) struct World<'py> {
    py: Python<'py>,
    make: Owned<'py, Any>,
    stir: Owned<'py, Any>,
    kept: Vec<Owned<'py, Any>>,
}

impl<'py> World<'py> {
    pub(crate) fn py(&self) -> Python<'py> {
        self.py
    }

    /// An item that belongs to the key of this number: one of those that are kept until the end, or a new one.
    pub(crate) fn item(&self, number: usize) -> Result<Owned<'py, Any>> {
        if number % KEYS < KEPT && number.is_multiple_of(3) {
            return Ok(self.kept[number % KEYS].clone());
        }
        self.make.call((number,))
    }

    /// Changes the object from Python code.
    pub(crate) fn stir(&self, number: usize) -> Result<()> {
        self.stir.call((number,)).map(drop)
    }
}

/// The number of a key or a value, which must be one that was put there once.
pub(crate) fn number(object: &Owned<'_, Any>) -> usize {
    let number = if object.is_a::<Int>() { object.extract() } else { object.getattr("n").and_then(|n| n.extract()) };
    let number: usize = number.unwrap_or_else(|error| panic!("{object:?} was never there: {error}"));
    assert!(number < 2100, "{number} was never there");
    number
}

/// One thing to do with the object of type `T`.
pub(crate) type Job<T> = for<'py> fn(&Owned<'py, T>, &World<'py>, usize) -> Result<()>;

/// What may come of it, when others change the object meanwhile. No `SystemError`, for one.
fn is_expected(error: &PyErr, py: Python<'_>) -> bool {
    error.is::<IndexError>(py)
        || error.is::<KeyError>(py)
        || error.is::<ValueError>(py)
        || error.is::<RuntimeError>(py)
        || error.is::<owned::exceptions::BufferError>(py)
}

/// Half of the threads `read`, the others `write`, each thread every job of its half in turn, all at the same object.
/// Afterwards nothing is alive, and all counts are what they were.
#[track_caller]
pub(crate) fn all_at_once<T: owned::TypeInfo>(
    source: &str,
    make: impl for<'py> Fn(&World<'py>) -> Result<Owned<'py, T>>,
    read: &[Job<T>],
    write: &[Job<T>],
    clear: &str,
) {
    let _alone = alone();
    start();
    let setup = |py: Python<'_>| {
        let globals = Dict::empty(py)?;
        exec(&globals, ITEMS)?;
        exec(&globals, source)?;
        let item = globals.require("Item")?;
        let kept = (0..KEPT).map(|n| Ok(item.call((n,))?.unbind())).collect::<Result<Vec<_>>>()?;
        let world = world(py, &globals, &kept)?;
        let target = make(&world)?;
        globals.set("target", &target)?;
        Ok::<_, PyErr>((globals.unbind(), kept, target.unbind()))
    };
    let (globals, kept, target) = Python::attach(setup).unwrap_or_else(|error| panic!("{error}"));
    let count = |py: Python<'_>| globals.bind(py).require("target").expect("it is there").refcount();
    let before = Python::attach(count);

    let begin = Barrier::new(THREADS);
    let (globals_, kept_, target_) = (&globals, &kept, &target);
    thread::scope(|scope| {
        for at in 0..THREADS {
            let (begin, jobs) = (&begin, if at % 2 == 0 { read } else { write });
            scope.spawn(move || {
                begin.wait();
                Python::attach(|py| {
                    let world = world(py, &globals_.bind(py), kept_).expect("the names are there");
                    for round in 0..ROUNDS {
                        let job = jobs[(round + at / 2) % jobs.len()];
                        // Numbers of all keys, in another order in each thread.
                        let outcome = job(&target_.bind(py), &world, (round * 7 + at * 131) % 1999);
                        if let Err(error) = outcome {
                            assert!(is_expected(&error, py), "{error}");
                        }
                    }
                });
            });
        }
    });

    let finish = |py: Python<'_>| {
        let globals = globals.bind(py);
        assert_eq!(count(py), before, "references to the object are left");
        exec(&globals, "def change(n): pass")?;
        exec(&globals, clear)?;
        collect(py)?;
        let counts: Vec<_> = kept.iter().map(|kept| kept.bind(py).refcount()).collect();
        assert_eq!(counts, [1; KEPT], "references to items are left");
        drop((kept, target));
        exec(&globals, "del target\ngc.collect(); gc.collect()\nassert not alive(), alive()")
    };
    let finished: Result<()> = Python::attach(finish);
    finished.unwrap_or_else(|error| panic!("{error}"));
    Python::attach(|_| drop(globals));
}

fn world<'py>(py: Python<'py>, globals: &Owned<'py, Dict>, kept: &[Py<Any>]) -> Result<World<'py>> {
    let kept = kept.iter().map(|kept| kept.bind(py).to_owned()).collect();
    Ok(World { py, make: globals.require("Item")?, stir: globals.require("stir")?, kept })
}

//! Attacks on cells and callbacks: hostile objects that connect, disconnect, collect and compare in the wrong moment.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use owned::prelude::*;
use support::{flat, python, run};

/// Everything that a cell and callbacks can do, for Python code that means harm.
#[class(subclass, weakref, dict)]
pub struct Hub {
    listeners: Callbacks,
    one: GcCell<Option<Callback>>,
    kept: GcCell<Vec<Py<Any>>>,
}

#[methods]
impl Hub {
    #[new]
    fn new(py: Python<'_>) -> Result<Self> {
        Ok(Hub { listeners: Callbacks::new(py)?, one: GcCell::default(), kept: GcCell::default() })
    }

    #[signature(callable, weak = false)]
    fn connect(&self, py: Python<'_>, callable: Borrowed<'_, '_, Callable>, weak: bool) -> Result<u64> {
        self.listeners.connect(py, if weak { Callback::weak(&callable)? } else { Callback::new(&callable) })
    }

    fn disconnect(&self, py: Python<'_>, id: u64) -> Result<bool> {
        self.listeners.disconnect(py, id)
    }

    fn forget(&self, callable: Borrowed<'_, '_, Callable>) -> Result<bool> {
        self.listeners.disconnect_callable(callable.py(), &callable)
    }

    fn clear(&self, py: Python<'_>) -> Result<()> {
        self.listeners.clear(py)
    }

    fn emit(&self, py: Python<'_>, argument: Py<Any>) -> Result<usize> {
        Ok(self.listeners.call(py, (argument,))?.len())
    }

    fn emit_all(&self, py: Python<'_>, argument: Py<Any>) -> Result<()> {
        self.listeners.call_all(py, (argument,))
    }

    fn __len__(&self, py: Python<'_>) -> Result<usize> {
        self.listeners.len(py)
    }

    #[signature(callable, weak = false)]
    fn set_one(&self, py: Python<'_>, callable: Borrowed<'_, '_, Callable>, weak: bool) -> Result<()> {
        self.one.set(py, Some(if weak { Callback::weak(&callable)? } else { Callback::new(&callable) }))
    }

    fn call_one<'py>(&self, py: Python<'py>, argument: Py<Any>) -> Result<Option<Owned<'py, Any>>> {
        self.one.call(py, (argument,))
    }

    fn keep(&self, py: Python<'_>, value: Py<Any>) -> Result<()> {
        self.kept.with_mut(py, |kept| kept.push(value))
    }

    /// Drops inside of the access, which runs Python code there.
    fn drop_inside(&self, py: Python<'_>) -> Result<()> {
        self.kept.with_mut(py, Vec::clear)
    }

    fn drop_outside(&self, py: Python<'_>) -> Result<()> {
        self.kept.take(py).map(drop)
    }

    /// Compares each while the cell is looked at.
    fn contains(&self, value: Borrowed<'_, '_, Any>) -> Result<bool> {
        self.kept.with(value.py(), |kept| {
            for one in kept {
                if one.bind(value.py()).compare_bool(value, CompareOp::Eq)? {
                    return Ok(true);
                }
            }
            Ok(false)
        })?
    }

    /// Other threads run while the cell is in use.
    fn detached(&self, py: Python<'_>, change: bool) -> Result<usize> {
        let pause = || std::thread::sleep(std::time::Duration::from_micros(50));
        if change {
            self.kept.with_mut(py, |kept| {
                py.detach(|| kept.truncate(3)); // let go of where nobody is attached
                kept.len()
            })
        } else {
            self.kept.with(py, |kept| {
                py.detach(pause);
                kept.len()
            })
        }
    }
}

#[owned::module]
mod hubs {
    #[export]
    pub use super::Hub;
}

/// Actions that are taken at random, by the program and by every object that it gets into the library.
const PROGRAM: &str = "
import random, types
rng = random.Random(SEED)
hubs, ids, pool, depth, done = [], [], [], 0, [0] * 19

class Hostile:
    __slots__ = ('__weakref__', 'held')
    def __init__(self): self.held = rng.choice(hubs) if hubs else None
    def method(self, x): act(); return x
    def __call__(self, x): act(); return x
    def __eq__(self, other): act(); return rng.random() < .3
    __hash__ = None
    def __del__(self): act()

class Sub(m.Hub):
    def tapped(self, x): act()
    def __del__(self): act()

def callables():
    h, hub = Hostile(), rng.choice(hubs)
    pool.append(h)
    return [h, h.method, hub.emit, hub.keep, hub.__len__, lambda x: act(), weakref.ref(h), weakref.WeakMethod(h.method),
            types.MethodType(print, h), [].append, hub.call_one, getattr(hub, 'tapped', hub.clear)]

def act():
    global depth
    if depth > 3: return
    depth += 1
    try:
        hub = rng.choice(hubs) if hubs else None
        choice = rng.randrange(19)
        if not hub or choice == 0: hubs.append(rng.choice((m.Hub, Sub))())
        elif choice == 1 and len(hubs) > 2: del hubs[rng.randrange(len(hubs))]
        elif choice < 5: ids.append(hub.connect(rng.choice(callables()), rng.random() < .5))
        elif choice == 5 and ids: hub.disconnect(rng.choice(ids))
        elif choice == 6: hub.forget(rng.choice(callables()))
        elif choice == 7: hub.clear()
        elif choice == 8: hub.emit(Hostile())
        elif choice == 9: hub.emit_all(Hostile())
        elif choice == 10: hub.set_one(rng.choice(callables()), rng.random() < .5)
        elif choice == 11: hub.call_one(Hostile())
        elif choice == 12: hub.keep(rng.choice((Hostile(), hub, hubs, hub.emit)))
        elif choice == 13: hub.drop_inside()
        elif choice == 14: hub.drop_outside()
        elif choice == 15: hub.contains(Hostile())
        elif choice == 16: hub.detached(rng.random() < .5)
        elif choice == 17: gc.collect(rng.randrange(3))
        elif choice == 18:
            # What the library keeps for itself, in Python's hands.
            inner = [x for y in gc.get_referents(hub) for x in (y, *gc.get_referents(y)) if not isinstance(x, type)]
            for x in rng.sample(inner, min(3, len(inner))):
                if callable(x) and not isinstance(x, weakref.ref): x(x)
                else: gc.get_referents(x)
        if pool and rng.random() < .5: del pool[rng.randrange(len(pool))]
        done[choice] += 1                           # and no error
    except (RuntimeError, TypeError, ReferenceError, ValueError, AttributeError, ExceptionGroup, KeyError): pass
    finally: depth -= 1
";

const END: &str = "
depth = 100                                         # nobody acts any more
hubs.clear(); ids.clear(); pool.clear()
del Hostile, Sub, callables, act
";

#[test]
fn random_programs_of_hostile_callbacks_leave_nothing() {
    python(|py| {
        let module = owned::load!(py, hubs)?;
        for seed in 0..12 {
            let program = PROGRAM.replace("SEED", &seed.to_string());
            run(
                &module,
                &format!(
                    "{program}\nsys.unraisablehook = lambda report: None\nfor i in range(1500): act()\nassert min(done) > 9, done\n{END}"
                ),
            )?;
        }
        run(
            &module,
            "sys.unraisablehook = sys.__unraisablehook__; gc.collect(); assert not [o for o in gc.get_objects() if isinstance(o, m.Hub)]",
        )?;
        flat(py, |_| {
            let program = PROGRAM.replace("SEED", "5");
            run(
                &module,
                &format!(
                    "{program}\nsys.unraisablehook = lambda report: None\nfor i in range(60): act()\n{END}\nsys.unraisablehook = sys.__unraisablehook__\ngc.collect()"
                ),
            )
        });
        Ok(())
    });
}

#[test]
fn threads_that_share_cells_and_callbacks() {
    python(|py| {
        let module = owned::load!(py, hubs)?;
        run(
            &module,
            "
import threading
sys.setswitchinterval(1e-5)
hub, errors, stop = m.Hub(), [], []
class A:
    def method(self, x): return x
def work(number):
    try:
        for i in range(300):
            a = A(); one = hub.connect(a.method, True); two = hub.connect(print if i % 50 == 51 else a.method)
            hub.emit(i)
            for do in (lambda: hub.keep(a), hub.drop_outside, lambda: hub.detached(True), lambda: hub.detached(False)):
                try: do()
                except RuntimeError as error: assert 'the cell is being' in str(error), error
            assert hub.disconnect(two)
            if i % 100 == 0: gc.collect()
    except BaseException as error: errors.append(error)
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
[t.start() for t in threads]; [t.join() for t in threads]
sys.setswitchinterval(0.005)
assert not errors, errors
hub.drop_outside(); gc.collect()
assert len(hub) == 0, len(hub)
",
        )
    });
}

/// Chains through callables and through the containers of them drop without deep recursion.
#[test]
fn a_long_chain_through_callbacks_drops_on_a_small_stack() {
    python(|py| {
        let module = owned::load!(py, hubs)?;
        let gc = py.import("gc")?;
        gc.call_method("disable", ())?;
        run(
            &module,
            "
n = None
for i in range(100_000):
    h = m.Hub()
    if n is not None:
        if i % 3 == 0: h.connect(n.emit)
        elif i % 3 == 1: h.set_one(n.call_one)
        else: h.keep(n)
    n = h
m.chain = n
del n, h
",
        )?;
        let chain = module.getattr("chain")?.unbind();
        module.setattr("chain", ())?;
        py.detach(|| {
            let thread = std::thread::Builder::new().stack_size(256 * 1024);
            let thread = thread.spawn(move || Python::attach(|py| drop(chain.into_bound(py))));
            thread.expect("a thread starts").join().expect("the stack is deep enough");
        });
        gc.call_method("enable", ())?;
        run(&module, "assert not [o for o in gc.get_objects() if isinstance(o, m.Hub)]")
    });
}

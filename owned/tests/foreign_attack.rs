//! Safe code, and a C library at its worst, against the kit: it may fail, leak nothing, and not crash.

#![allow(unsafe_code, reason = "plays a C library; ends the interpreter")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod foreign_support;
mod support;

use std::cell::RefCell;
use std::ffi::{c_int, c_void};
use std::panic::AssertUnwindSafe;
use std::ptr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use foreign_support::{Subscription, c_subscribe};
use owned::foreign::{self, Export, Exports, HomeBound, Registry, Token, pending};
use owned::prelude::*;
use support::{child_succeeds, collect, exec, flat, in_child, probe, python, run};

/// What C has of a handler.
#[derive(NoRefs)]
struct Listener(Token<Py<Any>>);

foreign::trampoline! {
    unsafe extern "C" fn on_event(user: *mut c_void, event: c_int) -> c_int {
        state: Listener = user,
        on_error: -1,
        call: |listener, py| match listener.0.get(py)? {
            Some(handler) => handler.into_bound(py).call((event,))?.extract(),
            None => Ok(99),
        },
    }
}

fn subscribe(listener: Listener) -> Subscription {
    let mut out = None;
    let subscribe = |user| {
        // SAFETY: `user` fits both functions; `out` is there.
        match unsafe { c_subscribe(on_event, user, Some(foreign::release::<Listener>), &raw mut out) } {
            0 => Ok(()),
            status => Err(status),
        }
    };
    // SAFETY: C takes the state when it returns 0, and passes it to `release` once.
    unsafe { foreign::give(listener, subscribe) }.expect("C takes it");
    out.expect("subscribed")
}

/// Everything at once: a registry, what C has of it, a token in a field beside its own registry, a value of one thread.
#[class(weakref)]
pub struct Knot {
    before: GcCell<Option<Token<Py<Any>>>>,
    registry: Registry<Py<Any>>,
    after: GcCell<Option<Token<Py<Any>>>>,
    subscriptions: GcCell<Vec<Opaque<Subscribed>>>,
    home: HomeBound<Opaque<OfOneThread>>,
    exports: Exports,
    #[traverse(skip = "a count")]
    held: std::sync::Mutex<Vec<Export>>,
}

/// Of one thread: neither `Send` nor `Sync`.
type OfOneThread = AssertUnwindSafe<Rc<RefCell<Vec<u8>>>>;

/// C lets go of what was subscribed.
struct Subscribed(Subscription);

impl Drop for Subscribed {
    fn drop(&mut self) {
        self.0.release();
    }
}

#[methods]
impl Knot {
    #[new]
    fn new() -> Self {
        Knot {
            before: GcCell::default(),
            registry: Registry::default(),
            after: GcCell::default(),
            subscriptions: GcCell::default(),
            home: HomeBound::new(Opaque::new(AssertUnwindSafe(Rc::default()), "bytes")),
            exports: Exports::default(),
            held: std::sync::Mutex::default(),
        }
    }

    /// Registers `object` with one's own fields.
    fn tie(&self, py: Python<'_>, object: Py<Any>) -> Result<()> {
        let before = self.registry.add(py, object.clone_ref(py))?;
        let after = self.registry.add(py, object)?;
        drop(self.before.replace(py, Some(before))?);
        drop(self.after.replace(py, Some(after))?);
        Ok(())
    }

    fn watch(&self, py: Python<'_>, handler: Py<Any>) -> Result<()> {
        let subscription = subscribe(Listener(self.registry.add(py, handler)?));
        let kept = Opaque::new(Subscribed(subscription), "a subscription of C's");
        self.subscriptions.with_mut(py, |all| all.push(kept))
    }

    fn fire(&self, py: Python<'_>, event: i32, elsewhere: bool) -> Result<Vec<i32>> {
        let all: Vec<_> = self.subscriptions.with(py, |all| all.iter().map(|kept| kept.0).collect())?;
        let fire = move || all.into_iter().map(|one| one.fire(event)).collect();
        if elsewhere { Ok(py.detach(|| thread::spawn(fire).join().unwrap())) } else { foreign::surfacing(fire) }
    }

    fn forget(&self, py: Python<'_>, elsewhere: bool) -> Result<()> {
        let all = self.subscriptions.take(py)?;
        if elsewhere {
            thread::spawn(move || drop(all)).join().unwrap();
        }
        Ok(())
    }

    fn clear(&self, py: Python<'_>) -> Result<()> {
        self.registry.clear(py)
    }

    fn count(&self, py: Python<'_>) -> Result<usize> {
        self.registry.len(py)
    }

    fn home(&self) -> Result<usize> {
        let value = self.home.get()?;
        value.borrow_mut().push(1);
        Ok(value.borrow().len())
    }

    fn move_while_held(&self) -> Result<()> {
        self.held.lock().unwrap().push(self.exports.hold()?);
        self.exports.moving(|| ())
    }
}

#[owned::module]
mod knots {
    #[export]
    pub use super::Knot;
}

#[test]
fn knots_come_undone() {
    python(|py| {
        let module = owned::load!(py, knots)?;
        flat(py, |probe| {
            let globals = Dict::empty(py)?;
            globals.set("m", &module)?;
            globals.set("probe", probe)?;
            exec(
                &globals,
                "import gc, weakref\n\
                 k = m.Knot(); k.tie(k); k.tie([k, probe]); assert k.count() == 2\n\
                 k.watch((lambda k: lambda n: (k.forget(n > 2), k.clear(), gc.collect(), n)[-1])(k))\n\
                 assert k.fire(1, False) == [1] and k.count() == 0\n\
                 k.watch(lambda n: n); k.watch((lambda k: lambda n: k.watch(print) or n)(k)); k.watch(lambda n: 1 / 0)\n\
                 try: k.fire(5, False); assert False\n\
                 except ZeroDivisionError: pass\n\
                 k.forget(True); assert k.count() in (0, 1, 2, 3, 4)\n\
                 try: k.move_while_held(); assert False\n\
                 except BufferError: pass\n\
                 assert k.home() == 1\n\
                 k.tie(k); gone = weakref.ref(k); del k; gc.collect(); assert gone() is None",
            )?;
            globals.call_method("clear", ()).map(drop)
        });
        Ok(())
    });
}

/// A destructor runs while its object is being taken apart, and uses all of it.
#[test]
fn finalizers_find_what_is_being_cleared() {
    python(|py| {
        let module = owned::load!(py, knots)?;
        run(
            &module,
            "seen = []\n\
             class Handler:\n    \
                 def __init__(self, k): self.k = k; k.tie(self); k.watch(self)\n    \
                 def __call__(self, n): return n\n    \
                 def __del__(self):\n        \
                     for use in (lambda: self.k.fire(1, False), lambda: self.k.tie(self), self.k.count, self.k.clear):\n            \
                         try: seen.append(use())\n            \
                         except Exception as error: seen.append(type(error).__name__)\n\
             for _ in range(10):\n    \
                 k = m.Knot(); Handler(k); Handler(k); del k; gc.collect()\n\
             gc.collect()\n\
             assert seen, seen\n",
        )?;
        collect(py).map(drop)
    });
}

/// What is no `Exception` surfaces as well.
#[test]
fn interrupts_surface() {
    python(|py| {
        let module = owned::load!(py, knots)?;
        run(
            &module,
            "def raises(kind):\n    \
                 def handler(n): raise kind(n)\n    \
                 return handler\n\
             for kind in (KeyboardInterrupt, SystemExit, GeneratorExit, BaseException):\n    \
                 k = m.Knot(); k.watch(raises(kind)); k.watch(lambda n: n)\n    \
                 assert raised(k.fire, 3, False) == f'{kind.__name__}: 3', kind\n    \
                 k.forget(False)\n\
             k = m.Knot(); k.watch(lambda n: 'no number')\n\
             assert raised(k.fire, 3, False).startswith('TypeError')\n",
        )
    });
}

/// Steps at random, on two threads, with a collection now and then.
#[test]
fn at_random() {
    python(|py| {
        let module = owned::load!(py, knots)?;
        let before = pending();
        run(
            &module,
            "import random, threading\n\
             def steps(seed):\n    \
                 dice, knots, lost = random.Random(seed), [m.Knot() for _ in range(4)], 0\n    \
                 def handler(n):\n        \
                     if n > 0: step(n - 1)\n        \
                     if dice.random() < 0.1: raise ValueError(n)\n        \
                     return n\n    \
                 def step(depth):\n        \
                     k = dice.choice(knots)\n        \
                     try: dice.choice([\n            \
                         lambda: k.tie(dice.choice(knots)), lambda: k.tie(handler), lambda: k.watch(handler),\n            \
                         lambda: k.watch(dice.choice(knots)), lambda: k.fire(depth, False), lambda: k.fire(depth, False),\n            \
                         lambda: k.fire(min(depth, 1), True), lambda: k.forget(False), lambda: k.forget(True), k.clear,\n            \
                         k.home, gc.collect, lambda: knots.__setitem__(dice.randrange(4), m.Knot()),\n            \
                         lambda: box.append(k) if len(box) < 9 else box.clear(),\n        \
                     ])()\n        \
                     except (ValueError, TypeError, RuntimeError, ReferenceError, RecursionError): pass\n    \
                 for _ in range(300): step(3)\n    \
                 for k in knots: k.forget(False); k.clear()\n\
             box = []\n\
             sys.unraisablehook = lambda u: None\n\
             threads = [threading.Thread(target=steps, args=(seed,)) for seed in range(6)]\n\
             for thread in threads: thread.start()\n\
             steps(99)\n\
             for thread in threads: thread.join()\n\
             box.clear(); gc.collect()\n\
             sys.unraisablehook = sys.__unraisablehook__\n",
        )?;
        collect(py)?;
        // A thread that Python has joined may still be ending.
        let start = Instant::now();
        while pending().waiting > before.waiting {
            assert!(start.elapsed() < Duration::from_secs(60), "{:?}", pending());
            py.detach(thread::yield_now);
        }
        Ok(())
    });
}

/// Whoever holds a token keeps nothing alive, and what was registered goes on whatever thread is next.
#[test]
fn tokens_outlive_everything() {
    python(|py| {
        flat(py, |probe| {
            let registry = Registry::<Py<Any>>::default();
            let tokens: Vec<_> = (0..10).map(|_| registry.add(py, probe.clone().unbind())).collect::<Result<_>>()?;
            drop(registry);
            assert_eq!(probe.refcount(), 1);
            assert!(tokens[3].get(py)?.is_none());
            thread::spawn(move || drop(tokens)).join().unwrap();
            Ok(())
        });
        Ok(())
    });
}

/// A registered object's destructor registers again, and drops the registry.
#[test]
fn a_destructor_uses_the_registry_that_drops_it() {
    struct Circle {
        registry: Arc<Registry<Py<Any>>>,
        count: Arc<AtomicUsize>,
    }
    impl Drop for Circle {
        fn drop(&mut self) {
            let _ = Python::try_attach(|py| {
                let added = self.registry.add(py, py.none().unbind());
                self.count.fetch_add(usize::from(added.is_ok()), SeqCst);
                let _ = self.registry.clear(py);
            });
        }
    }
    python(|py| {
        let count = Arc::new(AtomicUsize::new(0));
        let registry = Arc::new(Registry::default());
        let circle = Circle { registry: registry.clone(), count: count.clone() };
        let capsule = owned::types::Capsule::new(py, c"circle", circle)?.into_any();
        let token = registry.add(py, capsule.unbind())?;
        drop(token);
        assert_eq!((count.load(SeqCst), registry.len(py)?, Arc::strong_count(&registry)), (1, 0, 1));
        Ok(())
    });
}

/// C calls, and lets go, when the interpreter is gone.
#[test]
fn calls_after_the_end_fail() {
    if !in_child() {
        child_succeeds("calls_after_the_end_fail");
        return;
    }
    let mut kept = None;
    python(|py| {
        let registry = Registry::<Py<Any>>::default();
        let first = subscribe(Listener(registry.add(py, probe(py).unbind())?));
        let second = subscribe(Listener(registry.add(py, probe(py).unbind())?));
        kept = Some((registry, first, second, HomeBound::new(Rc::new(()))));
        Ok(())
    });
    let (registry, first, second, bound) = kept.unwrap();
    // SAFETY: no thread is attached; this one attaches for good.
    unsafe { pyo3_ffi::PyGILState_Ensure() };
    // SAFETY: attached, on the thread that started the interpreter.
    assert_eq!(unsafe { pyo3_ffi::Py_FinalizeEx() }, 0);
    let painter = thread::spawn(move || {
        assert_eq!(first.fire(1), -1);
        first.release();
    });
    painter.join().unwrap();
    assert_eq!(second.fire(1), -1);
    assert_eq!(foreign::surfacing(|| second.fire(1)).unwrap(), -1);
    second.release();
    drop(registry);
    thread::spawn(move || drop(bound)).join().unwrap();
    assert_eq!(pending().waiting, 0);
    println!("child is done");
}

/// A NULL state, and a callback that C keeps calling after it has failed.
#[test]
fn a_library_that_ignores_failures() {
    python(|py| {
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { on_event(ptr::null_mut(), 1) }, -1);
        let module = owned::load!(py, knots)?;
        run(
            &module,
            "lost = []\n\
             sys.unraisablehook = lambda u: lost.append(u.exc_value.args)\n\
             def handler(n): raise ValueError(len(lost))\n\
             k = m.Knot()\n\
             for _ in range(100): k.watch(handler)\n\
             assert raised(k.fire, 1, False) == 'ValueError: 0'\n\
             assert len(lost) == 99\n\
             k.forget(False)\n\
             sys.unraisablehook = sys.__unraisablehook__\n",
        )
    });
}

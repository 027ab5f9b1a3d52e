//! What C calls, on any thread: where exceptions and panics come to light, who owns handlers, when state is released.

#![allow(unsafe_code, reason = "says what a C library does with what it is given")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod foreign_support;
mod support;

use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use foreign_support::{Subscription, c_subscribe};
use owned::foreign::{self, Registry, Token};
use owned::pending_releases;
use owned::prelude::*;
use support::{alone, collect, exec, flat_with_classes, has_gil, later, probe, python, run, start};

/// What C has of a handler.
#[derive(NoRefs)]
struct Listener {
    handler: Token<Callback>,
    #[expect(dead_code, reason = "dropped with this")]
    released: Counter,
}

/// Counts its own end.
#[derive(Clone, NoRefs)]
struct Counter(Arc<AtomicUsize>);

impl Drop for Counter {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
    }
}

foreign::trampoline! {
    /// Calls the handler with the number of the event.
    unsafe extern "C" fn on_event(user: *mut c_void, event: c_int) -> c_int {
        state: Listener = user,
        on_error: -1,
        call: |listener, py| {
            match listener.handler.call(py, (event,))? {
                Some(answer) => answer.extract(),
                None => Ok(99), // the owner is gone
            }
        },
    }

    /// Needs no Python: fails, panics or answers by the number of the event.
    unsafe extern "C" fn plain(user: *const c_void, event: c_int) -> c_int {
        state: i32 = user,
        on_error: -7,
        call: |answer| match event {
            0 => Ok(*answer),
            1 => Err(ValueError::new("one")),
            2 => panic!("two"),
            _ => Err(KeyError::new("more")),
        },
    }
}

foreign::trampoline! {
    /// No state, no result.
    unsafe extern "C" fn told(count: *mut usize) {
        on_error: (),
        call: |_py| {
            // SAFETY: what the test passes.
            unsafe { *count += 1 };
            Ok(())
        },
    }
}

fn subscribe(listener: Listener) -> Result<Subscription, c_int> {
    let mut out = None;
    let subscribe = |user| {
        // SAFETY: `user` fits both functions; `out` is there.
        match unsafe { c_subscribe(on_event, user, Some(foreign::release::<Listener>), &raw mut out) } {
            0 => Ok(()),
            status => Err(status),
        }
    };
    // SAFETY: C takes the state when it returns 0, and passes it to `release` once.
    unsafe { foreign::give(listener, subscribe) }?;
    Ok(out.expect("subscribed"))
}

fn callback<'py>(py: Python<'py>, globals: &Owned<'py, Dict>, source: &str) -> Result<Callback> {
    let callable = py.eval(source, Some(globals))?.downcast::<Callable>()?;
    Ok(Callback::new(&callable))
}

/// What went to `sys.unraisablehook`, as `Type: message (object)`.
fn unraisable<'py>(py: Python<'py>, body: impl FnOnce() -> Result<()>) -> Result<Vec<String>> {
    let globals = Dict::empty(py)?;
    exec(
        &globals,
        "import sys\nseen = []\n\
         sys.unraisablehook = lambda u: seen.append(f'{u.exc_type.__name__}: {u.exc_value} ({u.object})')",
    )?;
    let done = body();
    Python::attach(|_| ()); // what detached threads have left is reported
    if !has_gil(py)? {
        py.detach(|| thread::sleep(Duration::from_millis(200))); // also if another thread is at it
    }
    exec(&globals, "sys.unraisablehook = sys.__unraisablehook__")?;
    done?;
    globals.get("seen")?.expect("a list").extract()
}

#[test]
fn a_handler_is_called_on_this_thread_and_on_others() {
    python(|py| {
        let registry: Registry<Callback> = Registry::default();
        let released = Counter(Arc::default());
        let globals = Dict::empty(py)?;
        exec(&globals, "seen = []\ndef handler(n): seen.append(n); return n + 1")?;
        let token = registry.add(py, callback(py, &globals, "handler")?)?;
        let subscription = subscribe(Listener { handler: token, released: released.clone() }).expect("C takes it");
        assert_eq!(subscription.fire(1), 2);
        assert_eq!(py.detach(|| subscription.fire(2)), 3);
        assert_eq!(py.detach(|| thread::spawn(move || subscription.fire(3)).join().unwrap()), 4);
        let seen: Vec<i32> = globals.get("seen")?.expect("a list").extract()?;
        assert_eq!(seen, [1, 2, 3]);
        subscription.release();
        assert_eq!((released.0.load(SeqCst), registry.len(py)?), (1, 0));
        Ok(())
    });
}

#[test]
fn what_c_does_not_take_is_dropped() {
    python(|py| {
        let registry: Registry<Callback> = Registry::default();
        let released = Counter(Arc::default());
        let globals = Dict::empty(py)?;
        let token = registry.add(py, callback(py, &globals, "print")?)?;
        let state = Listener { handler: token, released: released.clone() };
        let mut out = None;
        let refuse = |user| {
            // SAFETY: `user` fits the function; `out` is there.
            match unsafe { c_subscribe(on_event, user, None, &raw mut out) } {
                0 => Ok(()),
                status => Err(status),
            }
        };
        // SAFETY: C forgets what it has refused.
        let refused: Result<(), c_int> = unsafe { foreign::give(state, refuse) };
        assert_eq!((refused, released.0.load(SeqCst), registry.len(py)?), (Err(-1), 1, 0));
        Ok(())
    });
}

#[test]
fn an_exception_is_raised_by_the_call_that_led_to_it() {
    python(|py| {
        let registry: Registry<Callback> = Registry::default();
        let globals = Dict::empty(py)?;
        exec(&globals, "class Odd(Exception): pass\ndef handler(n):\n    if n % 2: raise Odd(n)\n    return n")?;
        let token = registry.add(py, callback(py, &globals, "handler")?)?;
        let subscription = subscribe(Listener { handler: token, released: Counter(Arc::default()) }).expect("taken");
        assert_eq!(foreign::surfacing(|| subscription.fire(2))?, 2);
        let error = foreign::surfacing(|| assert_eq!(subscription.fire(1), -1)).unwrap_err();
        assert_eq!(error.to_string(), "Odd: 1");
        // In a detached section.
        let error = py.detach(|| foreign::surfacing(|| subscription.fire(3))).unwrap_err();
        assert_eq!(error.to_string(), "Odd: 3");
        // The first counts; the second has nobody to go to. Calls nest: the inner one has its own.
        let unraisable = unraisable(py, || {
            let error = foreign::surfacing(|| {
                subscription.fire(5);
                let inner = foreign::surfacing(|| subscription.fire(7)).unwrap_err();
                assert_eq!(inner.to_string(), "Odd: 7");
                subscription.fire(9);
            });
            assert_eq!(error.unwrap_err().to_string(), "Odd: 5");
            Ok(())
        })?;
        assert_eq!(unraisable, ["Odd: 9 (on_event)"]);
        assert!(PyErr::take(py).is_none());
        subscription.release();
        Ok(())
    });
}

#[test]
fn an_exception_without_such_a_call_is_reported() {
    python(|py| {
        let registry: Registry<Callback> = Registry::default();
        let globals = Dict::empty(py)?;
        exec(&globals, "def handler(n): raise KeyError(n)")?;
        let token = registry.add(py, callback(py, &globals, "handler")?)?;
        let subscription = subscribe(Listener { handler: token, released: Counter(Arc::default()) }).expect("taken");
        let on_this_thread = unraisable(py, || {
            assert_eq!(subscription.fire(1), -1);
            Ok(())
        })?;
        assert_eq!(on_this_thread, ["KeyError: 1 (on_event)"]);
        // A scope of another thread is not for it.
        let on_another = unraisable(py, || {
            foreign::surfacing(|| {
                let status = py.detach(|| thread::spawn(move || subscription.fire(2)).join().unwrap());
                assert_eq!(status, -1);
            })
        })?;
        assert_eq!(on_another, ["KeyError: 2 (on_event)"]);
        subscription.release();
        Ok(())
    });
}

#[test]
fn a_panic_goes_on_from_the_call_that_led_to_it() {
    python(|py| {
        let text = |panic: Box<dyn std::any::Any + Send>| *panic.downcast::<&str>().expect("a literal");
        // SAFETY: what `plain` takes.
        let fire = |event| foreign::lend(&42, |user| unsafe { plain(user, event) });
        assert_eq!(fire(0), 42);
        assert_eq!(foreign::surfacing(|| fire(1)).unwrap_err().to_string(), "ValueError: one");
        let panic = catch_unwind(AssertUnwindSafe(|| foreign::surfacing(|| assert_eq!(fire(2), -7)))).unwrap_err();
        assert_eq!(text(panic), "two");
        // Reported where there is no such call, attached or not.
        let unraisable = unraisable(py, || {
            assert_eq!((fire(2), fire(3)), (-7, -7));
            py.detach(|| {
                // SAFETY: what `plain` takes.
                let fire = || foreign::lend(&42, |user| unsafe { plain(user, 2) });
                assert_eq!(thread::spawn(fire).join().unwrap(), -7);
            });
            Ok(())
        })?;
        let starts = ["PanicError: two", "KeyError: 'more'", "PanicError: two"];
        assert_eq!(unraisable.len(), 3, "{unraisable:?}");
        assert!(unraisable.iter().zip(starts).all(|(found, start)| found.starts_with(start)), "{unraisable:?}");
        // NULL is an error that says nothing.
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { plain(std::ptr::null(), 0) }, -7);
        let mut count = 0;
        // SAFETY: what `told` takes.
        unsafe { told(&raw mut count) };
        assert_eq!(count, 1);
        Ok(())
    });
}

/// The call itself unwinds: what was kept is reported, and the scope is closed.
#[test]
fn a_call_that_unwinds_closes_its_scope() {
    python(|py| {
        let unraisable = unraisable(py, || {
            let unwound = catch_unwind(AssertUnwindSafe(|| {
                foreign::surfacing(|| {
                    // SAFETY: what `plain` takes.
                    foreign::lend(&42, |user| unsafe { plain(user, 1) });
                    panic!("the call itself");
                })
            }));
            assert!(unwound.is_err());
            // SAFETY: what `plain` takes.
            foreign::lend(&42, |user| unsafe { plain(user, 3) });
            Ok(())
        })?;
        assert_eq!(
            unraisable,
            ["ValueError: one (a call of a C library that has unwound)", "KeyError: 'more' (plain)"]
        );
        Ok(())
    });
}

#[test]
fn an_exception_that_is_raised_already_stays() {
    python(|py| {
        let registry: Registry<Callback> = Registry::default();
        let globals = Dict::empty(py)?;
        let token = registry.add(py, callback(py, &globals, "lambda n: n")?)?;
        let subscription = subscribe(Listener { handler: token, released: Counter(Arc::default()) }).expect("taken");
        ValueError::new("before").restore(py);
        assert_eq!(subscription.fire(4), 4);
        assert_eq!(PyErr::take(py).expect("it is still there").to_string(), "ValueError: before");
        subscription.release();
        Ok(())
    });
}

/// The destroy notice may come on any thread, attached or not, and what it lets go of goes soon.
#[test]
fn a_destroy_notice_releases_once_on_any_thread() {
    python(|py| {
        let object = probe(py);
        let registry: Registry<Py<Any>> = Registry::default();
        let released = Counter(Arc::default());
        #[derive(NoRefs)]
        #[expect(dead_code, reason = "dropped with this")]
        struct State(Token<Py<Any>>, Counter);
        let give = || {
            let token = registry.add(py, object.clone().unbind())?;
            let mut pointer = 0;
            // SAFETY: the test is C.
            unsafe {
                foreign::give(State(token, released.clone()), |user| {
                    pointer = user.expose_provenance();
                    Ok::<_, PyErr>(())
                })
            }?;
            Ok::<_, PyErr>(pointer)
        };
        // SAFETY: the pointer of `give`, once.
        let release = |user| unsafe { foreign::release::<State>(std::ptr::with_exposed_provenance_mut(user)) };

        release(give()?);
        assert_eq!((released.0.load(SeqCst), object.refcount()), (1, 1));
        let user = give()?;
        py.detach(|| release(user));
        let gone = || Ok(object.refcount() == 1);
        assert_eq!(released.0.load(SeqCst), 2);
        assert!(gone()? || later(py, gone)?);
        let user = give()?;
        py.detach(|| thread::spawn(move || release(user)).join().unwrap());
        assert_eq!((released.0.load(SeqCst), registry.len(py)?), (3, 0));
        assert!(gone()? || later(py, gone)?);
        let user = give()?;
        thread::spawn(move || release(user)).join().unwrap();
        // Not before this thread lets others attach, or attaches itself.
        let waits = (registry.len(py)?, pending_releases()) == (1, 1);
        assert_eq!(released.0.load(SeqCst), 4);
        assert!(waits || !has_gil(py)?);
        Python::attach(|_| ());
        let gone = || Ok((registry.len(py)?, object.refcount()) == (0, 1));
        assert!(gone()? || later(py, gone)?);
        // After its owner.
        let user = give()?;
        registry.clear(py)?;
        assert_eq!(object.refcount(), 1);
        release(user);
        let user = give()?;
        drop(registry);
        assert_eq!(object.refcount(), 1);
        thread::spawn(move || release(user)).join().unwrap();
        assert_eq!((released.0.load(SeqCst), pending_releases()), (6, 0));
        Ok(())
    });
}

/// With nobody attached, the library's own thread does it.
#[test]
fn a_destroy_notice_needs_nobody_attached() {
    let _alone = alone();
    start();
    let (registry, token) = Python::attach(|py| {
        let registry: Registry<Py<Any>> = Registry::default();
        let token = registry.add(py, probe(py).unbind())?;
        Ok::<_, PyErr>((registry, token))
    })
    .unwrap();
    drop(token);
    let start = Instant::now();
    while pending_releases() > 0 {
        assert!(start.elapsed() < Duration::from_secs(60), "nobody has come by");
        thread::yield_now();
    }
    assert!(Python::attach(|py| registry.is_empty(py)).unwrap());
}

#[test]
fn a_state_whose_drop_panics_is_told_to_the_call() {
    python(|py| {
        #[derive(NoRefs)]
        struct Grumpy;
        impl Drop for Grumpy {
            fn drop(&mut self) {
                panic!("grumpy");
            }
        }
        let give = || {
            let mut pointer = std::ptr::null_mut();
            // SAFETY: the test is C.
            let given = unsafe {
                foreign::give(Grumpy, |user| {
                    pointer = user;
                    Ok::<_, ()>(())
                })
            };
            given.unwrap();
            pointer
        };
        let user = give();
        // SAFETY: the pointer of `give`, once.
        let release = || foreign::surfacing(|| unsafe { foreign::release::<Grumpy>(user) });
        assert!(catch_unwind(AssertUnwindSafe(release)).is_err());
        let unraisable = unraisable(py, || {
            // SAFETY: as above.
            unsafe { foreign::release::<Grumpy>(give()) };
            Ok(())
        })?;
        assert_eq!(unraisable.len(), 1);
        assert!(unraisable[0].starts_with("PanicError: grumpy"), "{unraisable:?}");
        // SAFETY: NULL is ignored.
        unsafe { foreign::release::<Grumpy>(std::ptr::null_mut()) };
        Ok(())
    });
}

/// A C library's object with a handler: the class owns the handler, C has a token.
#[class(weakref)]
pub struct Watcher {
    handlers: Registry<Callback>,
    subscriptions: GcCell<Vec<Opaque<Kept>>>,
}

/// C lets go of what was subscribed.
struct Kept(Subscription);

// SAFETY: the tests' C library may be called on any thread.
unsafe impl Send for Kept {}
// SAFETY: as above.
unsafe impl Sync for Kept {}

impl Drop for Kept {
    fn drop(&mut self) {
        self.0.release();
    }
}

#[methods]
impl Watcher {
    #[new]
    fn new() -> Self {
        Watcher { handlers: Registry::default(), subscriptions: GcCell::default() }
    }

    fn watch(&self, py: Python<'_>, handler: Callback) -> Result<()> {
        let handler = self.handlers.add(py, handler)?;
        let subscription = subscribe(Listener { handler, released: Counter(Arc::default()) }).expect("C takes it");
        let kept = Opaque::new(Kept(subscription), "a subscription of C's");
        self.subscriptions.with_mut(py, |all| all.push(kept))
    }

    fn fire(&self, py: Python<'_>, event: i32) -> Result<i32> {
        let all: Vec<_> = self.subscriptions.with(py, |all| all.iter().map(|kept| kept.0).collect())?;
        foreign::surfacing(|| all.into_iter().map(|one| one.fire(event)).sum())
    }

    fn forget(&self, py: Python<'_>) -> Result<()> {
        drop(self.subscriptions.take(py)?);
        Ok(())
    }

    fn count(&self, py: Python<'_>) -> Result<usize> {
        self.handlers.len(py)
    }
}

#[owned::module]
mod watching {
    #[export]
    pub use super::Watcher;
}

#[test]
fn the_collector_sees_what_is_registered() {
    python(|py| {
        let module = owned::load!(py, watching)?;
        run(
            &module,
            "w = m.Watcher()\n\
             class Handler:\n    \
                 def __init__(self, w): self.w = w; w.watch(self.called)\n    \
                 def called(self, n): return n\n\
             h = Handler(w)\n\
             assert any(getattr(r, '__self__', None) is h for r in gc.get_referents(w))\n\
             assert w.fire(3) == 3\n\
             gone = weakref.ref(w), weakref.ref(h)\n\
             del w, h\n\
             gc.collect()\n\
             assert [g() for g in gone] == [None, None]\n\
             w = m.Watcher(); w.watch(w.count)\n\
             gone = weakref.ref(w)\n\
             del w; gc.collect()\n\
             assert gone() is None, 'nothing but the registry can be cleared'\n",
        )?;
        flat_with_classes(py, |probe| {
            let globals = Dict::empty(py)?;
            globals.set("m", &module)?;
            globals.set("probe", probe)?;
            exec(
                &globals,
                "w = m.Watcher()\n\
                 w.watch(lambda n, w=w, p=probe: n)\n\
                 w.watch(lambda n: 1 / 0 if n > 5 else n)\n\
                 assert w.fire(2) == 4 and w.count() == 2\n\
                 try: w.fire(6)\n\
                 except ZeroDivisionError: pass\n\
                 else: assert False\n\
                 w.forget()\n\
                 assert w.count() == 0 and w.fire(1) == 0\n\
                 w.watch(lambda n, w=w, p=probe: n)\n\
                 del w\n\
                 import gc; gc.collect()",
            )?;
            globals.call_method("clear", ()).map(drop)
        });
        Ok(())
    });
}

/// A handler lets go of its own subscription, registers another, and drops the watcher, while it runs.
#[test]
fn a_handler_may_do_anything_to_its_owner() {
    python(|py| {
        let module = owned::load!(py, watching)?;
        run(
            &module,
            "w = m.Watcher()\n\
             def handler(n):\n    \
                 global w\n    \
                 w.watch(lambda n: 1000)\n    \
                 if n == 1: w.fire(2)\n    \
                 elif n == 3: del w; gc.collect()\n    \
                 return n\n\
             w.watch(handler)\n\
             assert w.fire(1) == 1 and w.count() == 3\n\
             assert w.fire(3) == 2003\n\
             assert 'w' not in globals()\n",
        )
    });
}

/// C calls after the owner has gone, and while it goes.
#[test]
fn a_late_call_finds_nothing() {
    python(|py| {
        let registry: Registry<Callback> = Registry::default();
        let globals = Dict::empty(py)?;
        let token = registry.add(py, callback(py, &globals, "lambda n: n")?)?;
        let subscription = subscribe(Listener { handler: token, released: Counter(Arc::default()) }).expect("taken");
        let caller = thread::spawn(move || {
            let start = Instant::now();
            let mut answers = 0;
            while subscription.fire(5) == 5 {
                answers += 1;
                assert!(start.elapsed() < Duration::from_secs(60), "the owner goes");
            }
            assert_eq!(subscription.fire(5), 99);
            subscription.release();
            answers
        });
        py.detach(|| thread::sleep(Duration::from_millis(20)));
        drop(registry);
        assert!(py.detach(|| caller.join().unwrap()) > 0);
        Ok(())
    });
}

#[test]
fn deep_recursion_through_c_is_an_error() {
    python(|py| {
        let module = owned::load!(py, watching)?;
        py.detach(|| {
            let run_deep = || {
                Python::attach(|py| {
                    run(
                        &module_again(py)?,
                        "sys.setrecursionlimit(100000)\n\
                         w = m.Watcher()\n\
                         w.watch(lambda n: w.fire(n))\n\
                         assert raised(w.fire, 1).startswith('RecursionError')\n\
                         w.forget()\n\
                         sys.setrecursionlimit(1000)\n",
                    )
                })
            };
            thread::Builder::new().stack_size(4 << 20).spawn(run_deep).unwrap().join().unwrap()
        })?;
        drop(module);
        collect(py)?;
        Ok(())
    });
}

fn module_again(py: Python<'_>) -> Result<Owned<'_, Any>> {
    Ok(owned::load!(py, watching)?.into_any())
}

/// Threads that C starts call back while this one comes and goes; destroy notices run on all of them.
#[test]
fn many_threads_call_back() {
    python(|py| {
        let registry = Arc::new(Registry::<Callback>::default());
        let globals = Dict::empty(py)?;
        exec(&globals, "import itertools\ncounter = itertools.count()\ndef handler(n): return next(counter) and 0")?;
        let released = Counter(Arc::default());
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let subscriptions: Vec<_> = (0..50)
                    .map(|_| {
                        let handler = registry.add(py, callback(py, &globals, "handler").unwrap()).unwrap();
                        subscribe(Listener { handler, released: released.clone() }).unwrap()
                    })
                    .collect();
                thread::spawn(move || {
                    for subscription in subscriptions {
                        for event in 0..10 {
                            assert_eq!(subscription.fire(event), 0);
                        }
                        subscription.release();
                    }
                })
            })
            .collect();
        while threads.iter().any(|thread| !thread.is_finished()) {
            py.detach(thread::yield_now);
            registry.len(py)?;
        }
        for thread in threads {
            py.detach(|| thread.join().unwrap());
        }
        Python::attach(|_| ());
        assert_eq!((released.0.load(SeqCst), registry.len(py)?), (200, 0));
        assert_eq!(py.eval("next(counter)", Some(&globals))?.extract::<usize>()?, 2000);
        Ok(())
    });
}

//! Values that only their own thread may drop go home, wherever they are let go of.

#![allow(unsafe_code, reason = "says what may be dropped elsewhere; forks")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use owned::foreign::{HomeBound, pending};
use owned::prelude::*;
use support::{alone, collect, exec, flat, python, run, start};

/// Says where it was dropped.
struct Traveller(Arc<Mutex<Vec<ThreadId>>>, Rc<Cell<i32>>);

impl Drop for Traveller {
    fn drop(&mut self) {
        self.1.set(self.1.get() + 1);
        self.0.lock().unwrap().push(thread::current().id());
    }
}

fn traveller(log: &Arc<Mutex<Vec<ThreadId>>>) -> HomeBound<Traveller> {
    HomeBound::new(Traveller(log.clone(), Rc::default()))
}

fn elsewhere<R: Send + 'static>(f: impl FnOnce() -> R + Send + 'static) -> R {
    thread::Builder::new().name("elsewhere".into()).spawn(f).unwrap().join().unwrap()
}

#[test]
fn another_thread_is_told_both_threads() {
    let _alone = alone();
    let (send, receive) = mpsc::channel();
    let maker = thread::Builder::new().name("maker".into()).spawn(move || {
        send.send((HomeBound::new(7), thread::current().id())).unwrap();
    });
    let (bound, _) = receive.recv().unwrap();
    maker.unwrap().join().unwrap();
    let error = elsewhere(move || (bound.get().unwrap_err(), bound.is_here()));
    let (text, here) = (error.0.to_string(), error.1);
    assert!(!here);
    assert!(text.starts_with("this can only be used by thread 'maker' (ident "), "{text}");
    assert!(text.contains(", which made it, not by thread 'elsewhere' (ident "), "{text}");
    assert_eq!(PyErr::from(error.0).to_string(), format!("RuntimeError: {text}"));
}

#[test]
fn what_is_dropped_elsewhere_is_dropped_at_home() {
    let _alone = alone();
    start();
    let here = thread::current().id();
    let log = Arc::new(Mutex::new(Vec::new()));
    drop(traveller(&log));
    assert_eq!(log.lock().unwrap().split_off(0), [here]);

    // At the next access of any of this thread's values.
    let (left, other) = (traveller(&log), HomeBound::new(()));
    let before = elsewhere(move || {
        drop(left);
        pending().waiting
    });
    assert_eq!((before, log.lock().unwrap().len()), (1, 0));
    other.get().unwrap();
    assert_eq!(log.lock().unwrap().split_off(0), [here]);

    // When this thread attaches.
    let left = traveller(&log);
    elsewhere(move || drop(left));
    Python::attach(|_| ());
    assert_eq!(log.lock().unwrap().split_off(0), [here]);

    // At the end of a detached section.
    Python::attach(|py| {
        let left = traveller(&log);
        py.detach(|| elsewhere(move || drop(left)));
        assert_eq!(log.lock().unwrap().split_off(0), [here]);
    });

    // When it is asked what is pending.
    let left = traveller(&log);
    elsewhere(move || drop(left));
    assert_eq!(pending().waiting, 0);
    assert_eq!(log.lock().unwrap().split_off(0), [here]);
}

/// A destructor that runs Python code where an exception waits to be handled.
#[test]
fn an_exception_that_waits_survives() {
    struct Imports(#[expect(dead_code, reason = "dropped with this")] Rc<()>);
    impl Drop for Imports {
        fn drop(&mut self) {
            Python::attach(|py| py.import("sys").map(drop)).unwrap();
        }
    }
    python(|py| {
        let shared = Rc::new(());
        let bound = HomeBound::new(Imports(shared.clone()));
        thread::spawn(move || drop(bound)).join().unwrap();
        ValueError::new("before").restore(py);
        Python::attach(|_| ());
        assert_eq!(PyErr::take(py).expect("it waits").to_string(), "ValueError: before");
        assert_eq!(Rc::strong_count(&shared), 1);
        Ok(())
    });
}

#[test]
fn what_waits_at_the_end_of_a_thread_is_dropped_there() {
    let _alone = alone();
    let log = Arc::new(Mutex::new(Vec::new()));
    let (send, receive) = mpsc::channel();
    let (done, wait) = mpsc::channel::<()>();
    let home = thread::spawn({
        let log = log.clone();
        move || {
            send.send(traveller(&log)).unwrap();
            wait.recv().unwrap();
        }
    });
    let id = home.thread().id();
    drop(receive.recv().unwrap());
    assert_eq!(log.lock().unwrap().len(), 0);
    done.send(()).unwrap();
    home.join().unwrap();
    assert_eq!(*log.lock().unwrap(), [id]);
}

/// Kept and counted, or dropped by another thread, as its maker has said.
#[test]
fn the_home_has_ended() {
    let _alone = alone();
    let log = Arc::new(Mutex::new(Vec::new()));
    let before = pending();
    let left = thread::spawn({
        let log = log.clone();
        move || traveller(&log)
    });
    let left = left.join().unwrap();
    assert!(left.get().is_err());
    drop(left);
    let after = pending();
    assert_eq!((after.stranded, after.waiting), (before.stranded + 1, before.waiting));
    assert_eq!(log.lock().unwrap().len(), 0);

    let left = thread::spawn({
        let log = log.clone();
        // SAFETY: the one other share of the `Rc` inside is gone with the closure.
        move || unsafe { HomeBound::with_heirs(Traveller(log, Rc::default())) }
    });
    drop(left.join().unwrap());
    assert_eq!(*log.lock().unwrap(), [thread::current().id()]);
    assert_eq!(pending(), after);
}

/// A value with others of its home inside, one that asks for others as it goes, and one that panics.
#[test]
fn destructors_may_do_anything() {
    struct Nested {
        inner: HomeBound<Traveller>,
        other: Arc<HomeBound<Rc<()>>>,
        asked: Arc<AtomicUsize>,
    }
    impl Drop for Nested {
        fn drop(&mut self) {
            self.inner.get().unwrap();
            self.other.get().unwrap();
            self.asked.fetch_add(1, SeqCst);
            drop(HomeBound::new(Rc::new(())));
            Python::attach(|_| ());
        }
    }
    struct Panics;
    impl Drop for Panics {
        fn drop(&mut self) {
            std::panic::resume_unwind(Box::new("going"));
        }
    }

    python(|py| {
        let log = Arc::new(Mutex::new(Vec::new()));
        let asked = Arc::new(AtomicUsize::new(0));
        let other = Arc::new(HomeBound::new(Rc::new(())));
        let (log_, asked_, other_) = (log.clone(), asked.clone(), other.clone());
        let make = move || Nested { inner: traveller(&log_), other: other_.clone(), asked: asked_.clone() };
        let bound = [HomeBound::new(make()), HomeBound::new(make())];
        let grumpy = HomeBound::new(Panics);
        let globals = Dict::empty(py)?;
        exec(&globals, "import sys; seen = []; sys.unraisablehook = lambda u: seen.append(str(u.exc_value))")?;
        py.detach(|| {
            elsewhere(move || {
                let [first, second] = bound;
                drop((first, grumpy, second));
            });
        });
        assert_eq!((asked.load(SeqCst), log.lock().unwrap().len()), (2, 2));
        let seen: Vec<String> = globals.get("seen")?.expect("a list").extract()?;
        assert_eq!(seen.len(), 1);
        assert!(seen[0].starts_with("going"), "{seen:?}");
        exec(&globals, "sys.unraisablehook = sys.__unraisablehook__")
    });
}

#[test]
fn many_threads_drop_what_many_threads_have_made() {
    let _alone = alone();
    start();
    let before = pending();
    let log = Arc::new(Mutex::new(Vec::new()));
    let (send, receive) = mpsc::channel();
    let receive = Arc::new(Mutex::new(receive));
    let makers: Vec<_> = (0..4)
        .map(|_| {
            let (send, log) = (send.clone(), log.clone());
            thread::spawn(move || {
                for round in 0..2000 {
                    send.send((traveller(&log), thread::current().id())).unwrap();
                    if round % 500 == 0 {
                        Python::attach(|_| ());
                    }
                }
                // All are back before the thread ends, so that none is stranded.
                while log.lock().unwrap().iter().filter(|&&id| id == thread::current().id()).count() < 2000 {
                    pending();
                    thread::yield_now();
                }
            })
        })
        .collect();
    drop(send);
    let droppers: Vec<_> = (0..3)
        .map(|_| {
            let receive = receive.clone();
            thread::spawn(move || {
                loop {
                    let next = receive.lock().unwrap().recv();
                    let Ok((bound, _)) = next else { break };
                    drop(bound);
                }
            })
        })
        .collect();
    let ids: Vec<ThreadId> = makers.iter().map(|maker| maker.thread().id()).collect();
    for thread in makers.into_iter().chain(droppers) {
        thread.join().unwrap();
    }
    assert_eq!(pending(), before);
    let log = log.lock().unwrap();
    assert_eq!(log.len(), 8000);
    assert!(log.iter().all(|id| ids.contains(id)));
}

/// Threads end while others drop what is theirs: nothing is dropped twice, and each is either dropped or counted.
#[test]
fn threads_end_while_others_drop() {
    let _alone = alone();
    let before = pending();
    let log = Arc::new(Mutex::new(Vec::new()));
    let rounds = 500;
    for _ in 0..rounds {
        let (send, receive) = mpsc::channel();
        let log = log.clone();
        let home = thread::spawn(move || {
            for _ in 0..4 {
                send.send(traveller(&log)).unwrap();
            }
        });
        while let Ok(bound) = receive.recv() {
            drop(bound);
        }
        home.join().unwrap();
    }
    let after = pending();
    assert_eq!(after.waiting, before.waiting);
    assert_eq!(log.lock().unwrap().len() + after.stranded - before.stranded, 4 * rounds);
}

/// The same with heirs: every one is dropped.
#[test]
fn heirs_drop_everything() {
    let _alone = alone();
    let before = pending();
    let count = Arc::new(AtomicUsize::new(0));
    struct Counts(Arc<AtomicUsize>, Cell<usize>);
    impl Drop for Counts {
        fn drop(&mut self) {
            self.0.fetch_add(self.1.get(), SeqCst);
        }
    }
    for _ in 0..500 {
        let (send, receive) = mpsc::channel();
        let receive = Arc::new(Mutex::new(receive));
        let count = count.clone();
        let home = thread::spawn(move || {
            for _ in 0..4 {
                // SAFETY: the value shares nothing but what is atomic.
                send.send(unsafe { HomeBound::with_heirs(Counts(count.clone(), Cell::new(1))) }).unwrap();
            }
        });
        let droppers = [receive.clone(), receive].map(|receive| {
            thread::spawn(move || {
                loop {
                    let next = receive.lock().unwrap().recv();
                    let Ok(bound) = next else { break };
                    drop(bound);
                }
            })
        });
        home.join().unwrap();
        for dropper in droppers {
            dropper.join().unwrap();
        }
    }
    assert_eq!((count.load(SeqCst), pending()), (2000, before));
}

/// Made while the thread's variables go: on this thread still, and without a home to go to.
#[test]
fn made_at_the_end_of_a_thread() {
    struct Late(Arc<Mutex<Vec<ThreadId>>>, mpsc::Sender<HomeBound<Traveller>>);
    impl Drop for Late {
        fn drop(&mut self) {
            let bound = traveller(&self.0);
            bound.get().unwrap();
            drop(bound);
            self.1.send(traveller(&self.0)).unwrap();
        }
    }
    thread_local!(static LATE: Cell<Option<Late>> = const { Cell::new(None) });

    let _alone = alone();
    let before = pending();
    let log = Arc::new(Mutex::new(Vec::new()));
    let (send, receive) = mpsc::channel();
    let thread = thread::spawn({
        let log = log.clone();
        move || {
            // The home goes first, or last: both happen.
            LATE.set(Some(Late(log, send)));
            drop(HomeBound::new(()));
        }
    });
    let id = thread.thread().id();
    thread.join().unwrap();
    drop(receive.recv().unwrap());
    assert_eq!(*log.lock().unwrap(), [id]);
    assert_eq!(pending().stranded, before.stranded + 1);
}

/// What may have heirs is out of reach of the destructors that run when the home has ended: an heir may be at it.
#[test]
fn heirs_have_what_is_left_to_themselves() {
    type Late = (HomeBound<Counted>, mpsc::Sender<bool>);
    struct Counted(Arc<AtomicUsize>);
    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
        }
    }
    struct Asks(Late);
    impl Drop for Asks {
        fn drop(&mut self) {
            let (bound, send) = &self.0;
            send.send(bound.get().is_ok()).unwrap();
        }
    }
    thread_local!(static ASKS: Cell<Option<Asks>> = const { Cell::new(None) });

    let _alone = alone();
    let count = Arc::new(AtomicUsize::new(0));
    let (send, receive) = mpsc::channel();
    let thread = thread::spawn({
        let count = count.clone();
        move || {
            ASKS.set(None); // so that its destructor runs after that of the home
            // SAFETY: it shares nothing but what is atomic.
            let bound = unsafe { HomeBound::with_heirs(Counted(count)) };
            bound.get().unwrap();
            ASKS.set(Some(Asks((bound, send))));
        }
    });
    thread.join().unwrap();
    assert!(!receive.recv().unwrap(), "the home has ended first");
    assert_eq!(count.load(SeqCst), 1);
}

/// A forked child has its own thread's values; those of the others wait for ever, and harm nobody.
#[cfg(target_os = "linux")]
#[test]
fn a_forked_child_goes_on() {
    python(|py| {
        let module = owned::load!(py, bound)?;
        run(
            &module,
            "import os, threading\n\
             made, asked, done = [], threading.Event(), threading.Event()\n\
             def home():\n    \
                 made.append(m.Bound()); asked.set(); done.wait()\n\
             thread = threading.Thread(target=home); thread.start(); asked.wait()\n\
             own = m.Bound()\n\
             pid = os.fork()\n\
             if pid == 0:\n    \
                 try:\n        \
                     made.clear()\n        \
                     assert own.get() == 1\n        \
                     assert m.waiting() == 1\n        \
                     os._exit(0)\n    \
                 finally: os._exit(1)\n\
             assert os.waitpid(pid, 0)[1] == 0\n\
             done.set(); thread.join()\n\
             assert m.waiting() == 0\n",
        )
    });
}

/// Holds a value of the thread that made it.
#[class]
pub struct Bound {
    value: HomeBound<usize>,
    held: GcCell<Option<Py<Any>>>,
}

#[methods]
impl Bound {
    #[new]
    fn new() -> Self {
        Bound { value: HomeBound::new(1), held: GcCell::default() }
    }

    fn get(&self) -> Result<usize> {
        Ok(*self.value.get()?)
    }

    fn hold(&self, py: Python<'_>, object: Py<Any>) -> Result<()> {
        self.held.set(py, Some(object))
    }
}

#[owned::module]
mod bound {
    #[export]
    pub use super::Bound;

    #[function]
    fn waiting() -> usize {
        owned::foreign::pending().waiting
    }
}

#[test]
fn instances_are_collected_on_any_thread() {
    python(|py| {
        let module = owned::load!(py, bound)?;
        collect(py)?; // what other tests have left
        let before = pending();
        flat(py, |_| {
            run(
                &module,
                "import threading\n\
                 def elsewhere(b): b.hold(b); raised(b.get); del b; gc.collect()\n\
                 box = [m.Bound()]\n\
                 thread = threading.Thread(target=lambda: elsewhere(box.pop())); thread.start(); thread.join()\n\
                 m.Bound().get()\n",
            )
        });
        let start = Instant::now();
        // What threads of other tests had left when it was counted may have gone home since.
        let more = || pending().waiting > before.waiting;
        while more() && start.elapsed() < Duration::from_secs(5) {
            thread::yield_now();
        }
        assert!(!more(), "{:?}, and before {before:?}", pending());
        assert_eq!(pending().stranded, before.stranded);
        Ok(())
    });
}

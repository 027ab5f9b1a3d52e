//! Attaching and detaching, nested and on many threads; handles let go of where nobody is attached.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use owned::pending_releases;
use owned::prelude::*;
use owned::report::snapshot;
use support::{alone, eval, flat, has_gil, later, probe, python, start};

static RELEASED: AtomicUsize = AtomicUsize::new(0);
static MADE: AtomicUsize = AtomicUsize::new(0);

/// Counts those of which the last reference went.
#[class]
pub struct Stamp {
    number: usize,
}

impl Drop for Stamp {
    fn drop(&mut self) {
        let _ = self.number;
        RELEASED.fetch_add(1, SeqCst);
    }
}

#[owned::module]
mod token {
    #[export]
    pub use super::Stamp;
}

fn stamp(py: Python<'_>) -> Result<Py<Stamp>> {
    let stamp = Stamp { number: MADE.fetch_add(1, SeqCst) };
    Ok(stamp.into_py(py)?.unbind())
}

/// Waits without a call into the library.
fn released(count: usize, within: Duration) -> bool {
    let start = Instant::now();
    while RELEASED.load(SeqCst) < count {
        if start.elapsed() > within {
            return false;
        }
        thread::sleep(Duration::from_micros(200));
    }
    true
}

#[test]
fn attaching_nests_in_every_order() {
    python(|py| {
        let object = probe(py);
        let unbound = object.clone().unbind();
        let counts = py.detach(|| {
            Python::attach(|py| {
                let one = unbound.bind(py).refcount();
                let two = Python::attach(|inner| {
                    let kept = unbound.clone_ref(inner);
                    let three = inner.detach(|| Python::attach(|py| unbound.bind(py).refcount()));
                    drop(kept);
                    three
                });
                (one, two, unbound.bind(py).refcount())
            })
        });
        assert_eq!(counts, (2, 3, 2));
        Ok(())
    });
}

#[test]
fn a_panic_leaves_the_thread_as_it_was() {
    python(|py| {
        for _ in 0..3 {
            let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                py.detach(|| Python::attach(|_| panic!("out of all of it")))
            }));
            assert!(caught.is_err());
            assert_eq!(eval(py, "1 + 1")?.extract::<i64>()?, 2);
        }
        Ok(())
    });
    let caught = std::panic::catch_unwind(|| Python::attach(|_| panic!("out")));
    assert!(caught.is_err());
    assert!(Python::try_attach(|_| ()).is_ok());
}

#[test]
fn a_reference_dropped_while_detached_waits_counted_and_goes_when_the_section_ends() {
    python(|py| {
        flat(py, |probe| {
            let before = snapshot();
            let unbound = probe.clone().unbind();
            let after = py.detach(|| {
                drop(unbound);
                // This thread is detached, but whoever is attached next may have released it already.
                (pending_releases(), snapshot())
            });
            assert!(after.0 <= 1);
            assert!(after.1.since(&before).total() <= 1);
            let is_so = || Ok((pending_releases(), probe.refcount()) == (0, 1));
            assert!(is_so()? || later(py, is_so)?);
            assert!(snapshot().since(&before).sites().is_empty());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn while_somebody_is_attached_the_queue_counts_what_waits() {
    python(|py| {
        let object = probe(py);
        let handles: Vec<_> = (0..100).map(|_| object.clone().unbind()).collect();
        let before = snapshot();
        // This thread stays attached, so nobody can release: all hundred wait, and the ledger counts them as alive.
        thread::spawn(move || drop(handles)).join().expect("the thread ends");
        let wait = (pending_releases(), object.refcount()) == (100, 101);
        let counted = snapshot().since(&before).sites().is_empty();
        // Without one, others attach beside this thread.
        assert!(wait && counted || !has_gil(py)?);
        py.detach(|| ());
        let is_so = || Ok((pending_releases(), object.refcount()) == (0, 1));
        assert!(is_so()? || later(py, is_so)?);
        Ok(())
    });
}

/// In order, not in time: the main thread is blocked in C until it hears that the release has happened.
#[test]
fn a_reference_is_released_while_the_main_thread_is_blocked_in_c() {
    python(|py| {
        let module = owned::load!(py, token)?;
        let queue = py.import("_queue")?.call_method("SimpleQueue", ())?;
        let get = queue.getattr("get")?;
        for _ in 0..5 {
            // Of a thread that is gone: without a GIL, it is released by whoever lets go of it.
            let stamp = py.detach(|| thread::spawn(|| Python::attach(stamp)).join().expect("the thread ends"))?;
            RELEASED.store(0, SeqCst);
            let wake = queue.clone().unbind();
            let other = thread::spawn(move || {
                drop(stamp);
                // Long enough for any machine; only a failure takes so long.
                let released = released(1, Duration::from_secs(60));
                Python::attach(move |py| wake.bind(py).call_method("put", (released,)).map(drop))
            });
            // Detached by Python itself, blocked in C, and not through us.
            let released: bool = get.call(())?.extract()?;
            assert!(released, "nobody released it");
            other.join().expect("the thread ends")?;
        }
        assert_eq!(pending_releases(), 0);
        drop(module);
        Ok(())
    });
}

/// How often the reaper's thread has gone to sleep of its own accord.
#[cfg(target_os = "linux")]
fn switches_of_the_reaper() -> Option<u64> {
    let tasks = std::fs::read_dir("/proc/self/task").expect("Linux lists a process's threads");
    tasks.filter_map(Result::ok).find_map(|task| {
        let name = std::fs::read_to_string(task.path().join("comm")).ok()?;
        if name.trim() != "owned-reaper" {
            return None;
        }
        let status = std::fs::read_to_string(task.path().join("status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"))?;
        line.split_whitespace().last()?.parse().ok()
    })
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_wakes_up_when_there_is_nothing_to_do() {
    let _alone = alone();
    start();
    let object = Python::attach(|py| probe(py).unbind());
    drop(object);
    let begin = Instant::now();
    while pending_releases() > 0 {
        assert!(begin.elapsed() < Duration::from_secs(60), "the reaper does not come");
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(Duration::from_millis(50));
    let before = switches_of_the_reaper().expect("the drop has started it");
    thread::sleep(Duration::from_millis(700));
    assert_eq!(switches_of_the_reaper(), Some(before), "the reaper was awake");
}

#[test]
fn many_threads_at_once_lose_no_reference() {
    python(|py| {
        let object = probe(py);
        let shared = object.clone().unbind();
        let end = Instant::now() + Duration::from_secs(2);
        py.detach(|| {
            thread::scope(|scope| {
                for number in 0..8_usize {
                    let shared = &shared;
                    scope.spawn(move || {
                        let mut kept: Vec<Py<Any>> = Vec::new();
                        while Instant::now() < end {
                            let more = Python::attach(|py| {
                                let many: Vec<_> = (0..20).map(|_| shared.clone_ref(py)).collect();
                                if number % 2 == 0 {
                                    py.detach(|| drop(many));
                                    Vec::new()
                                } else {
                                    many
                                }
                            });
                            kept.extend(more);
                            if kept.len() > 60 {
                                kept.clear(); // on a detached thread
                            }
                        }
                    });
                }
            });
        });
        let begin = Instant::now();
        while pending_releases() > 0 {
            assert!(begin.elapsed() < Duration::from_secs(60));
            py.detach(|| thread::sleep(Duration::from_millis(1)));
        }
        assert_eq!(object.refcount(), 2);
        Ok(())
    });
}

#[test]
fn a_borrow_can_be_carried_into_a_detached_section() {
    python(|py| {
        let _module = owned::load!(py, token)?;
        let object = Stamp { number: 7 }.into_py(py)?;
        let inside = object.borrow()?;
        let number = py.detach(|| thread::scope(|scope| scope.spawn(|| inside.number).join().expect("it ends")));
        assert_eq!(number, 7);
        Ok(())
    });
}

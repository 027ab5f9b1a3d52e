//! The end of the interpreter, and forks: each in a process of its own.
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod processes_support;
mod support;

use std::thread;
use std::time::Duration;

use owned::pending_releases;
use owned::prelude::*;
use processes_support::finalize;
use support::{child_succeeds, in_child, probe, python, run};

#[owned::module]
mod processes {
    use owned::prelude::*;

    #[export]
    pub use crate::processes_support::Thing;

    /// Lets go of an object on a thread that was never attached, after a while.
    #[function]
    fn drop_later(object: Py<Any>, milliseconds: u64) {
        std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(milliseconds));
            drop(object);
        });
    }

    /// Lets go of an object now, on such a thread, while this one stays attached for as long again.
    #[function]
    fn drop_elsewhere(object: Py<Any>, milliseconds: u64) {
        std::thread::spawn(move || drop(object)).join().expect("the thread ends");
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
    }

    /// Detached for a while.
    #[function]
    fn block(py: Python<'_>, milliseconds: u64) {
        py.detach(|| std::thread::sleep(std::time::Duration::from_millis(milliseconds)));
    }

    #[function]
    fn pending() -> usize {
        super::pending_releases()
    }
}

/// In a process of its own: runs Python, then ends the interpreter and the process.
#[track_caller]
fn ends_well(test: &str, source: &str) {
    processes_support::ends_well(test, |py| run(&owned::load!(py, processes)?, source));
}

#[test]
fn drops_that_wait_at_exit_do_no_harm() {
    ends_well(
        "drops_that_wait_at_exit_do_no_harm",
        "
import os
for i in range(50): m.drop_later(m.Thing(), i)
for i in range(50): m.drop_elsewhere(m.Thing(), 0)
",
    );
}

#[test]
fn threads_that_are_detached_at_exit_do_no_harm() {
    ends_well(
        "threads_that_are_detached_at_exit_do_no_harm",
        "
import threading, time
for i in range(8): threading.Thread(target=m.block, args=(20 * i,), daemon=True).start()
# Finalization takes a while, so that some come back in the middle of it.
class Slow:
    def __del__(self, sleep=time.sleep): sleep(0.2)
m.Thing.__module__; sys.slow = Slow(); sys.thing = m.Thing(); sys.thing.held = Slow()
",
    );
}

#[test]
fn a_callback_of_atexit_may_drop_and_a_destructor_may_run_the_callbacks() {
    ends_well(
        "a_callback_of_atexit_may_drop_and_a_destructor_may_run_the_callbacks",
        "
import atexit, time
atexit.register(lambda: (m.drop_elsewhere(m.Thing(), 5), m.drop_later(m.Thing(), 1), time.sleep(0.05)))
class Rude:
    def __del__(self): atexit._run_exitfuncs()
m.drop_later(Rude(), 1); time.sleep(0.5)
",
    );
}

#[test]
fn without_atexit_s_help_the_end_is_orderly_too() {
    ends_well(
        "without_atexit_s_help_the_end_is_orderly_too",
        "
import atexit, time
m.drop_later(m.Thing(), 0); time.sleep(0.05)
atexit._clear()
for i in range(100): m.drop_later(m.Thing(), i)
time.sleep(0.03)
",
    );
}

/// The reaper is started when nothing can be asked of `atexit` any more, and waits to be attached when the interpreter goes.
#[test]
fn a_reaper_that_comes_too_late_does_no_harm() {
    ends_well(
        "a_reaper_that_comes_too_late_does_no_harm",
        "
import atexit
atexit.register(m.drop_elsewhere, m.Thing(), 50)
",
    );
}

/// Of Python code, and how `Slow` is dropped last, on a thread of its own, when the interpreter has begun to end.
const SLOW: &str = "
import atexit, gc, time
class Slow:
    def __del__(self, sleep=time.sleep):
        sleep(0.3)
        print('released at last')
def last(m=m, Slow=Slow, sys=sys, gc=gc, time=time):
    m.drop_later(Slow(), 0)
    time.sleep(0.1)
";

/// What the reaper runs is over before the interpreter goes, also if it was started while that had begun.
#[test]
fn the_end_waits_for_a_reaper_that_was_started_in_it() {
    let test = "the_end_waits_for_a_reaper_that_was_started_in_it";
    if !in_child() {
        let said = child_succeeds(test);
        assert!(said.contains("released at last"), "{said}");
        return;
    }
    ends_well(test, &format!("{SLOW}\natexit.register(last)"));
}

/// Then `atexit` cannot say that it is over, if one can hold what it was given.
#[test]
fn whoever_holds_everything_does_the_reaper_no_harm() {
    ends_well(
        "whoever_holds_everything_does_the_reaper_no_harm",
        // The end takes so long that the reaper's destructor goes on in the middle of it.
        &format!("{SLOW}    sys.all = gc.get_objects()\n    sys.slow = Slow(), Slow()\natexit.register(last)"),
    );
}

#[test]
fn handles_may_be_dropped_after_the_interpreter_is_gone() {
    if !in_child() {
        child_succeeds("handles_may_be_dropped_after_the_interpreter_is_gone");
        return;
    }
    support::start();
    let (object, error) = Python::attach(|py| {
        let error = ValueError::new("x").clone_ref(py);
        (probe(py).unbind(), error)
    });
    finalize();
    assert_eq!(Python::try_attach(|_| ()), Err(owned::AttachError::NotRunning));
    assert_eq!(error.to_string(), "a Python exception");
    drop(object);
    thread::spawn(move || drop(error)).join().expect("the thread ends");
    thread::sleep(Duration::from_millis(20));
    assert_eq!(pending_releases(), 0, "let go of, since there is nobody to release them");
    println!("child is done");
}

const FORK: &str = "
import os, time, threading
def in_fork(body):
    pid = os.fork()
    if pid == 0:
        try: body()
        except BaseException:
            import traceback; traceback.print_exc(); os._exit(3)
        os._exit(0)
    end = time.monotonic() + 20
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done: break
        if time.monotonic() > end: os.kill(pid, 9); os.waitpid(pid, 0); raise AssertionError('the child hangs')
        time.sleep(0.005)
    assert status == 0, status
def released(ms):
    t = m.Thing(); w = weakref.ref(t); m.drop_later(t, ms); del t
    time.sleep(0.3)
    assert w() is None and m.pending() == 0
";

fn forks(test: &str, source: &str) {
    if !in_child() {
        child_succeeds(test);
        return;
    }
    python(|py| {
        let module = owned::load!(py, processes)?;
        run(&module, &format!("{FORK}{source}"))
    });
    println!("child is done");
}

#[cfg(unix)]
#[test]
fn a_forked_child_releases_too() {
    forks(
        "a_forked_child_releases_too",
        "
in_fork(lambda: released(10))                 # before any reaper
released(10)
in_fork(lambda: released(10))                 # the parent has one, the child does not
in_fork(lambda: in_fork(lambda: released(5))) # a child's child
released(10)
",
    );
}

/// Found in review: a child forked while the parent's reaper was about to attach waited at its exit for ever.
#[cfg(unix)]
#[test]
fn a_child_forked_while_the_reaper_is_busy_exits() {
    forks(
        "a_child_forked_while_the_reaper_is_busy_exits",
        "
import atexit
released(1)
sys.setswitchinterval(10)
m.drop_elsewhere(m.Thing(), 30)               # attached throughout: the reaper waits for us
in_fork(atexit._run_exitfuncs)
",
    );
}

#[cfg(unix)]
#[test]
fn what_waits_at_a_fork_is_released_in_both() {
    forks(
        "what_waits_at_a_fork_is_released_in_both",
        "
sys.setswitchinterval(10)
t = m.Thing(); w = weakref.ref(t); m.drop_elsewhere(t, 0); del t
def body():
    m.block(1)
    assert w() is None and m.pending() == 0
in_fork(body); body()
",
    );
}

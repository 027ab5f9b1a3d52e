//! Attacks on the thread that releases for others, at work and at the end: each in a process of its own.
#![expect(unsafe_code, reason = "starts threads as C does")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod processes_support;
mod support;

use owned::prelude::*;
use processes_support::ends_well;
use support::{child, child_succeeds, has_gil, in_child, python, run};

#[owned::module]
mod attacked {
    use std::thread::{sleep, spawn};
    use std::time::Duration;

    use owned::prelude::*;

    #[export]
    pub use crate::processes_support::Thing;

    /// Lets go of an object on a thread that was never attached, after a while.
    #[function]
    fn drop_later(object: Py<Any>, microseconds: u64) {
        spawn(move || {
            sleep(Duration::from_micros(microseconds));
            drop(object);
        });
    }

    /// Lets go of an object now, on such a thread.
    #[function]
    fn drop_elsewhere(object: Py<Any>) {
        super::on_a_thread_of_c(Box::new(object));
    }

    #[function]
    fn pending() -> usize {
        owned::pending_releases()
    }
}

unsafe extern "C" {
    fn pthread_create(
        id: *mut usize,
        attributes: *const u8,
        body: extern "C" fn(*mut u8) -> usize,
        argument: *mut u8,
    ) -> i32;
    fn pthread_join(id: usize, result: *mut usize) -> i32;
}

/// Lets go of it there, and waits. A thread of std's may wait for ever in a forked child, for a lock that std had at the fork.
fn on_a_thread_of_c(object: Box<Py<Any>>) {
    extern "C" fn body(object: *mut u8) -> usize {
        // SAFETY: of the `Box` below.
        drop(unsafe { Box::from_raw(object.cast::<Py<Any>>()) });
        0
    }
    let mut id = 0;
    // SAFETY: the thread takes the box; a place for its number.
    assert_eq!(unsafe { pthread_create(&raw mut id, std::ptr::null(), body, Box::into_raw(object).cast()) }, 0);
    // SAFETY: the thread above, which nobody else joins.
    assert_eq!(unsafe { pthread_join(id, std::ptr::null_mut()) }, 0);
}

const TOOLS: &str = "
import atexit, os, threading, time
class Slow:
    def __init__(self, seconds=0.002): self.seconds = seconds
    def __del__(self, sleep=time.sleep): sleep(self.seconds)
def until(is_so, seconds=5):
    # Not asked once more at the end: threads that have begun late make it untrue for a moment.
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so(): return True
        time.sleep(0.0005)
    return False
def released(drop=lambda thing: m.drop_later(thing, 0)):
    thing = m.Thing(); weak = weakref.ref(thing); drop(thing); del thing
    return until(lambda: weak() is None)
";

/// In a process of its own: runs Python, then ends the interpreter and the process.
#[track_caller]
fn withstands(test: &str, source: &str) {
    ends_well(test, |py| run(&owned::load!(py, attacked)?, &format!("{TOOLS}{source}")));
}

#[cfg(unix)]
#[test]
fn a_destructor_that_the_reaper_runs_may_drop_start_threads_and_fork() {
    withstands(
        "a_destructor_that_the_reaper_runs_may_drop_start_threads_and_fork",
        "
got = []
class Busy:
    def __init__(self, left): self.left = left
    def __del__(self):
        got.append(self.left)
        if not self.left: return
        m.drop_later(Busy(self.left - 1), 0); m.drop_elsewhere(m.Thing())
        threading.Thread(target=m.drop_later, args=(m.Thing(), 0)).start()
        if self.left % 10 == 0:
            child = os.fork()
            if child == 0: os._exit(0 if released(m.drop_elsewhere) else 7)
            got.append(os.waitpid(child, 0))
        raise SystemExit(9)
sys.unraisablehook = lambda _: None
m.drop_later(Busy(50), 0)
assert until(lambda: len(got) == 56 and m.pending() == 0), got
assert all(one[1] == 0 for one in got if isinstance(one, tuple)), got
",
    );
}

/// What is registered then, `atexit` neither calls nor forgets.
#[test]
fn a_destructor_of_a_callback_has_atexit_forget_and_drops() {
    withstands(
        "a_destructor_of_a_callback_has_atexit_forget_and_drops",
        "
class Last:
    def __call__(self): pass
    def __del__(self): atexit._clear(); m.drop_later(m.Thing(Slow(0.5)), 0); time.sleep(0.2)
assert released()
sys.slow = Slow(0.8)
atexit.register(Last())
",
    );
}

/// It forgets at once what it is given: the reaper asks again.
#[test]
fn atexit_register_is_a_mock_when_the_reaper_asks() {
    withstands(
        "atexit_register_is_a_mock_when_the_reaper_asks",
        "
real, atexit.register = atexit.register, lambda function: function
m.drop_later(m.Thing(), 0); time.sleep(0.1)
atexit.register = real
assert released()
sys.slow = Slow(0.8)
m.drop_later(m.Thing(Slow(0.5)), 0); time.sleep(0.2)
",
    );
}

/// It is called all the same.
#[test]
fn somebody_holds_what_atexit_was_given() {
    withstands(
        "somebody_holds_what_atexit_was_given",
        "
class Curious:
    def __eq__(self, other): sys.held = other
assert released()
atexit.unregister(Curious())
sys.slow = Slow(0.8)
m.drop_later(m.Thing(Slow(0.5)), 0); time.sleep(0.2)
",
    );
}

#[test]
fn asking_atexit_fails_once() {
    withstands(
        "asking_atexit_fails_once",
        "
def fails(function): atexit.register = real; raise MemoryError
real, atexit.register = atexit.register, fails
m.drop_later(m.Thing(), 0); time.sleep(0.2)
assert released()
",
    );
}

/// The child ends as that of any other thread does.
#[cfg(unix)]
#[test]
fn a_destructor_on_the_reaper_forks_and_the_child_returns() {
    withstands(
        "a_destructor_on_the_reaper_forks_and_the_child_returns",
        "
children, here = [], threading.get_ident()
class Forks:
    def __del__(self):
        child = os.fork()
        if child: children.append(child)
        # Without a GIL an object goes on the thread that has made it.
        elif threading.get_ident() == here: os._exit(0)
m.drop_later(Forks(), 0)
assert until(lambda: children)
ended = []
def has_ended():
    if not ended and os.waitpid(children[0], os.WNOHANG)[0]: ended.append(1)
    return ended
if not until(has_ended, 3): os.kill(children[0], 9); raise AssertionError('it hangs')
",
    );
}

/// A known hole: nobody tells the reaper then that the interpreter goes, and up to 3.13 CPython ends it in the middle of Rust.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[test]
fn a_destructor_on_the_reaper_has_atexit_forget_and_goes_on_until_the_end() {
    let test = "a_destructor_on_the_reaper_has_atexit_forget_and_goes_on_until_the_end";
    if in_child() {
        return withstands(
            test,
            "
class Rude:
    def __del__(self, clear=atexit._clear, sleep=time.sleep): clear(); sleep(0.5)
sys.slow = Slow(0.8)     # the end takes a while
m.drop_later(m.Thing(Rude()), 0); time.sleep(0.2)
",
        );
    }
    let mut unwinds = false;
    python(|py| {
        let sys = py.import("sys")?;
        unwinds = sys.getattr("hexversion")?.extract::<u32>()? < 0x030e_0000 && has_gil(py)?;
        Ok(())
    });
    assert_eq!(child(test).status.success(), !unwinds);
}

#[test]
fn whatever_drops_in_whichever_part_of_the_end_does_no_harm() {
    withstands(
        "whatever_drops_in_whichever_part_of_the_end_does_no_harm",
        "
class Again:
    def __init__(self, left): self.left = left
    def __call__(self, Thing=m.Thing, Slow=Slow): m.drop_later(Thing(Slow()), 0); m.drop_elsewhere(Thing(Slow()))
    def __del__(self, later=m.drop_later, Thing=m.Thing, Slow=Slow, sleep=time.sleep, register=atexit.register):
        later(Thing(Slow()), self.left * 100); sleep(0.003)
        if self.left: register(type(self)(self.left - 1))
for _ in range(5): atexit.register(Again(3))
threading._register_atexit(lambda: [m.drop_later(m.Thing(Slow()), i * 300) for i in range(30)])
for i in range(100): m.drop_later(m.Thing(Slow()), i * 500)
threading.Thread(target=lambda: (time.sleep(0.02), m.drop_later(Slow(), 0))).start()
sys.again = Again(0)
",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_reaper_that_could_not_be_started_is_started_later() {
    withstands(
        "a_reaper_that_could_not_be_started_is_started_later",
        "
import resource
things = [m.Thing() for _ in range(3)]; weak = [weakref.ref(thing) for thing in things]
for milliseconds in 100, 150, 600: m.drop_later(things.pop(), milliseconds * 1000)
time.sleep(0.03)
with open('/proc/self/statm') as file: size = int(file.read().split()[0]) * resource.getpagesize()
limit = resource.getrlimit(resource.RLIMIT_AS)
# No room for the stack of a thread.
resource.setrlimit(resource.RLIMIT_AS, (size + 4_000_000, limit[1]))
end = time.monotonic() + 0.3
while time.monotonic() < end: pass
assert m.pending() in (0, 2), m.pending()
resource.setrlimit(resource.RLIMIT_AS, limit)
assert until(lambda: all(one() is None for one in weak) and m.pending() == 0)
",
    );
}

#[cfg(unix)]
#[test]
fn children_that_are_forked_while_threads_drop_release() {
    withstands(
        "children_that_are_forked_while_threads_drop_release",
        "
import warnings; warnings.simplefilter('ignore')
end = time.monotonic() + 1.5; statuses = []
def dropper():
    while time.monotonic() < end:
        for i in range(20): m.drop_later(m.Thing(), i * 7)
        time.sleep(0.001)
threads = [threading.Thread(target=dropper) for _ in range(2)]
for thread in threads: thread.start()
def forked(depth):
    pid = os.fork()
    if pid: return os.waitpid(pid, 0)[1]
    ok = released(m.drop_elsewhere)
    os._exit(0 if ok and (depth == 0 or forked(depth - 1) == 0) else 7)
while time.monotonic() < end: statuses.append(forked(1))
for thread in threads: thread.join()
assert not any(statuses), statuses
",
    );
}

#[test]
fn exceptions_that_are_thrown_at_the_reaper_do_not_end_it() {
    withstands(
        "exceptions_that_are_thrown_at_the_reaper_do_not_end_it",
        "
import ctypes
sys.unraisablehook = lambda _: None
local = threading.local()
class Thrown:
    def __del__(self):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(threading.get_ident()), ctypes.py_object(SystemExit))
class Last:
    def __del__(self, drop=m.drop_elsewhere, Thing=m.Thing): drop(Thing())
class Kept:
    def __del__(self): local.kept = Last()
for kind in (Thrown, Kept, Thrown, Thrown, Kept): m.drop_later(kind(), 0); time.sleep(0.03); assert released()
assert until(lambda: m.pending() == 0)
",
    );
}

#[cfg(feature = "embed")]
#[test]
fn stop_waits_for_a_reaper_that_atexit_has_forgotten_and_the_next_life_has_its_own() {
    use std::thread::{sleep, spawn};
    use std::time::{Duration, Instant};

    use owned::embed::Interpreter;

    const RUDE: &str = "
import atexit, sys, time
class Rude:
    def __del__(self, clear=atexit._clear, sleep=time.sleep): clear(); sleep(0.003)
class AtExit:
    def __call__(self): pass
    def __del__(self, clear=atexit._clear, sleep=time.sleep): sleep(0.001); clear(); sleep(0.001)
atexit.register(AtExit()); sys.rude = Rude
";

    if !in_child() {
        child_succeeds("stop_waits_for_a_reaper_that_atexit_has_forgotten_and_the_next_life_has_its_own");
        return;
    }
    let end = Instant::now() + Duration::from_secs(2);
    for round in 0.. {
        let interpreter = Interpreter::start().expect("it starts");
        let things: Result<Vec<Py<Any>>> = interpreter.attach(|py| {
            py.run(RUDE, None)?;
            (0..20).map(|_| Ok(py.import("sys")?.call_method("rude", ())?.unbind())).collect()
        });
        let drops = things.expect("they are made").into_iter().zip(0..).map(|(thing, which)| {
            spawn(move || {
                sleep(Duration::from_micros((round * 37 + which * 911) % 9000));
                drop(thing);
            })
        });
        let drops: Vec<_> = drops.collect();
        sleep(Duration::from_micros((round * 153) % 6000));
        while interpreter.stop().is_err() {}
        for thread in drops {
            thread.join().expect("the thread ends");
        }
        let interpreter = Interpreter::start().expect("it starts again");
        drop(interpreter.attach(|py| List::empty(py).expect("a list").unbind()));
        let begun = Instant::now();
        while owned::pending_releases() != 0 {
            assert!(begun.elapsed() < Duration::from_secs(5), "the reaper does not come");
            sleep(Duration::from_micros(100));
        }
        while interpreter.stop().is_err() {}
        if Instant::now() > end {
            break;
        }
    }
    println!("child is done");
}

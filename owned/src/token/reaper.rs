//! The thread that does what waits for an attached one, when nobody else is attached to do it: it releases what detached
//! threads have let go of.
//!
//! Started by the first such drop, asleep until the next: nothing wakes up when idle. It is retired by `atexit`, before
//! the interpreter is torn down, and started anew in a forked child, and after another start of the interpreter.
#![expect(unsafe_code, reason = "hands a C function to atexit and keeps the thread's handle behind an atomic pointer")]

use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, Ordering::SeqCst};
use std::process;
use std::thread::{self, Thread};
use std::time::Duration;

use crate::raw::structs::{METH_NOARGS, PyMethodDef, PyMethodDefPointer};
use crate::raw::{self, PyObject};

use super::{Python, gate, queue};

struct Reaper {
    process: u32,
    thread: Thread,
}

/// The running reaper, left behind when it goes, or when a fork makes it somebody else's (a few bytes each time).
static REAPER: AtomicPtr<Reaper> = AtomicPtr::new(ptr::null_mut());
/// The process that has, or is starting, a reaper; 0 for none. A forked child inherits the word, but not the thread: what
/// another process wrote says nothing here.
static STARTED_IN: AtomicU32 = AtomicU32::new(0);
static RETIRED: AtomicBool = AtomicBool::new(false);

/// Something was pushed: has the reaper of this process look, starting it if there is none.
pub(crate) fn wake() {
    if RETIRED.load(SeqCst) {
        return;
    }
    let process = process::id();
    // SAFETY: a reaper's record is never freed once it is published.
    if let Some(reaper) = unsafe { REAPER.load(SeqCst).as_ref() }
        && reaper.process == process
    {
        reaper.thread.unpark();
        return;
    }
    // Whoever loses this race may leave: the winner's reaper publishes itself before it looks at the queue.
    let before = STARTED_IN.load(SeqCst);
    if before == process || STARTED_IN.compare_exchange(before, process, SeqCst, SeqCst).is_err() {
        return;
    }
    let started = thread::Builder::new().name("owned-reaper".into()).spawn(move || reap(process));
    if started.is_err() {
        // The references stay queued; the next attached thread takes them.
        STARTED_IN.store(0, SeqCst);
    }
}

fn reap(process: u32) {
    REAPER.store(Box::into_raw(Box::new(Reaper { process, thread: thread::current() })), SeqCst);
    while !RETIRED.load(SeqCst) {
        if queue::something_waits() {
            // Attaching drains.
            let _ = Python::attach_through(gate::enter_uncounted, |_| ());
        }
        if !RETIRED.load(SeqCst) {
            thread::park();
        }
    }
    REAPER.store(ptr::null_mut(), SeqCst);
    // Last: whoever waits for the reaper to be gone goes on.
    STARTED_IN.store(0, SeqCst);
}

/// A destructor that the reaper runs may run the callbacks of `atexit`: it must not wait for itself.
fn this_is_the_reaper() -> bool {
    // SAFETY: a reaper's record is never freed once it is published.
    unsafe { REAPER.load(SeqCst).as_ref() }
        .is_some_and(|reaper| reaper.process == process::id() && reaper.thread.id() == thread::current().id())
}

static DEFINITION: Definition = Definition(PyMethodDef {
    ml_name: c"retire_reaper".as_ptr(),
    ml_meth: PyMethodDefPointer { PyCFunction: at_exit },
    ml_flags: METH_NOARGS,
    ml_doc: ptr::null(),
});

struct Definition(PyMethodDef);
// SAFETY: constant data that nobody writes to.
unsafe impl Sync for Definition {}

/// Has `atexit` retire the reaper before the interpreter goes: a thread that attaches later would hang, or worse. Once
/// per life of the interpreter.
pub(super) fn prepare(_py: Python<'_>) {
    RETIRED.store(false, SeqCst);
    // SAFETY: `_py` says that the thread is attached.
    let exception = unsafe { raw::SavedException::take() };
    // SAFETY: attached; the definition is a static that is only read.
    if unsafe { raw::at_exit((&raw const DEFINITION.0).cast_mut()) }.is_err() {
        // Reported as unraisable when `exception` is put back. Without the callback no reaper may run.
        RETIRED.store(true, SeqCst);
    }
    drop(exception);
}

/// Has the reaper go, and waits until it is gone, if it is another thread than this one.
pub(super) fn retire(py: Python<'_>) {
    RETIRED.store(true, SeqCst);
    if this_is_the_reaper() {
        return;
    }
    // SAFETY: a reaper's record is never freed once it is published. One that is not published yet has not looked yet.
    if let Some(reaper) = unsafe { REAPER.load(SeqCst).as_ref() } {
        reaper.thread.unpark();
    }
    let process = process::id();
    py.detach(|| {
        while STARTED_IN.load(SeqCst) == process {
            thread::sleep(Duration::from_millis(1));
        }
    });
}

/// The interpreter does not end after all.
pub(super) fn resume() {
    RETIRED.store(false, SeqCst);
    if queue::something_waits() {
        wake();
    }
}

/// Called by `atexit`, attached.
extern "C" fn at_exit(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: `atexit` calls with the thread attached.
    retire(unsafe { Python::assume_attached() });
    // SAFETY: attached again; the reference is handed to the caller.
    unsafe { raw::none() }.into_non_null().as_ptr()
}

//! The thread that does what waits for an attached one, when nobody else is attached to do it: it releases what detached
//! threads have let go of.
//!
//! Started by the first such drop, asleep until the next: nothing wakes up when idle. It leaves for good before the interpreter
//! is torn down, since `atexit` says so, and is started anew in a forked child, and after another start of the interpreter.
//!
//! The first thing that it does attached is to have `atexit` say so, which nobody pays for who needs no reaper. Until then
//! the interpreter can end under it, and CPython end the thread; so nothing on its frames is to be dropped
//! (`raw/ended.rs`).
#![expect(unsafe_code, reason = "attaches without a section, and hands its record to its thread")]

use core::cell::Cell;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, Ordering::SeqCst};
use core::{mem, ptr};
use std::process;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::raw::{self, AtExit};

use super::{Python, come_by, gate, life, queue};

/// A reaper, left behind when it goes, or when a fork makes it somebody else's (a few bytes each time). A forked child does
/// not look at the lock of another process.
struct Reaper {
    process: u32,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Whether there may be something to do.
    called: bool,
    /// Whether it was told to go.
    dismissed: bool,
    /// Whether it has gone: it is not attached any more, and will not be.
    gone: bool,
}

/// The running reaper, or the one that is being started. A forked child inherits the pointer, but not the thread.
static REAPER: AtomicPtr<Reaper> = AtomicPtr::new(ptr::null_mut());
/// Whether there is to be none.
static RETIRED: AtomicBool = AtomicBool::new(false);
/// The process in which `atexit` will say that the interpreter is about to go; 0 for none. A forked child asks anew.
static ANNOUNCED_IN: AtomicU32 = AtomicU32::new(0);
/// How often `atexit` has said so, or forgotten that it was to.
static TOLD: AtomicU32 = AtomicU32::new(0);

thread_local! {
    static IS_REAPER: Cell<bool> = const { Cell::new(false) };
}

/// Something was pushed: has the reaper of this process look, starting it if there is none.
pub(crate) fn wake() {
    if RETIRED.load(SeqCst) {
        return;
    }
    let process = process::id();
    let before = REAPER.load(SeqCst);
    // SAFETY: a reaper's record is never freed once it is published.
    if let Some(reaper) = unsafe { before.as_ref() }.filter(|reaper| reaper.process == process) {
        reaper.set(|state| &mut state.called);
        return;
    }
    let state = Mutex::new(State { called: true, ..State::default() });
    let reaper = Box::into_raw(Box::new(Reaper { process, state, changed: Condvar::new() }));
    // Whoever loses this race may leave: the winner's reaper looks at the queue after it was published.
    if REAPER.compare_exchange(before, reaper, SeqCst, SeqCst).is_err() {
        // SAFETY: nobody else has seen it.
        drop(unsafe { Box::from_raw(reaper) });
        return;
    }
    // SAFETY: never freed, and nobody borrows it for a change.
    let reaper = unsafe { &*reaper };
    if !raw::start_thread(c"owned-reaper", reap, reaper) {
        // The references stay queued; the next attached thread takes them.
        reaper.leave();
    }
}

/// What its thread does.
fn reap(reaper: &'static Reaper) {
    IS_REAPER.set(true);
    while reaper.sleep_until_called() {
        if queue::something_waits() && may_attach() {
            // SAFETY: the interpreter is there; nothing in this function is to be dropped.
            let attached = unsafe { raw::attach_or_end() };
            // SAFETY: attached, with nothing set yet.
            if unsafe { is_announced() } {
                // SAFETY: attached until the line below.
                come_by(unsafe { Python::assume_attached() });
            }
            // SAFETY: attached above; as there.
            unsafe { raw::detach_or_end(attached) };
            // A destructor has forked, and this is the child, which ends as that of any other thread does.
            if reaper.process != process::id() {
                return;
            }
        }
    }
    reaper.leave();
    // Of those who have seen this one to the last.
    if queue::something_waits() {
        wake();
    }
}

/// Whether the interpreter is there, does not end, and is known to us.
fn may_attach() -> bool {
    life::is_prepared() && gate::is_open() && raw::interpreter_is_running() && !raw::no_more_lives()
}

/// Has `atexit` say when the interpreter is about to go, if it has not been asked to: whether it will.
///
/// # Safety
/// Attached, with no exception set. If this is the reaper, nothing on its frames is to be dropped.
unsafe fn is_announced() -> bool {
    let process = process::id();
    if ANNOUNCED_IN.load(SeqCst) == process {
        return true;
    }
    let told = TOLD.load(SeqCst);
    // Whoever stands in for `atexit` can forget it at once. What fails is tried again the next time.
    // SAFETY: the caller's.
    let announced = unsafe { raw::at_exit::<Reaper>() } && TOLD.load(SeqCst) == told;
    if announced {
        ANNOUNCED_IN.store(process, SeqCst);
    }
    announced
}

impl Reaper {
    /// The one that runs in this process.
    fn of(process: u32) -> Option<&'static Reaper> {
        // SAFETY: a reaper's record is never freed.
        unsafe { REAPER.load(SeqCst).as_ref() }.filter(|reaper| reaper.process == process)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, what: fn(&mut State) -> &mut bool) {
        if !mem::replace(what(&mut self.state()), true) {
            self.changed.notify_all();
        }
    }

    fn wait_until(&self, is_so: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let waited = self.changed.wait_while(self.state(), |state| !is_so(state));
        waited.unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it stays; if so, it was called.
    fn sleep_until_called(&self) -> bool {
        let mut state = self.wait_until(|state| state.called || state.dismissed);
        state.called = false;
        !state.dismissed && !RETIRED.load(SeqCst)
    }

    fn leave(&self) {
        // Unless the interpreter has been started again, and another reaper.
        let this = ptr::from_ref(self).cast_mut();
        let _ = REAPER.compare_exchange(this, ptr::null_mut(), SeqCst, SeqCst);
        // Last: whoever waits for it to be gone goes on.
        self.set(|state| &mut state.gone);
    }
}

/// Once per life of the interpreter.
pub(super) fn prepare(_py: Python<'_>) {
    // One of an earlier life that CPython has ended says so to nobody.
    REAPER.store(ptr::null_mut(), SeqCst);
    ANNOUNCED_IN.store(0, SeqCst);
    RETIRED.store(false, SeqCst);
    // Without a GIL, `atexit` could be over before it has been asked.
    if !raw::HAS_GIL {
        // SAFETY: `_py` says that the thread is attached.
        let exception = unsafe { raw::SavedException::take() };
        // SAFETY: attached; the exception that was set is saved.
        RETIRED.store(!unsafe { is_announced() }, SeqCst);
        drop(exception);
    }
}

/// Has the reaper go for good.
pub(super) fn retire(py: Python<'_>) {
    RETIRED.store(true, SeqCst);
    dismiss(py);
}

/// Has the reaper go, and waits until it is gone, if it is another thread than this one: a destructor that the reaper runs may
/// come here.
fn dismiss(py: Python<'_>) {
    // One that is not published yet has not looked yet.
    let Some(reaper) = Reaper::of(process::id()) else { return };
    reaper.set(|state| &mut state.dismissed);
    if !IS_REAPER.get() {
        py.detach(|| drop(reaper.wait_until(|state| state.gone)));
    }
}

/// The interpreter does not end after all.
pub(super) fn resume() {
    RETIRED.store(false, SeqCst);
    if queue::something_waits() {
        wake();
    }
}

impl AtExit for Reaper {
    /// Nobody comes after it: a reaper that asked while all is being forgotten would not be told.
    unsafe fn told() {
        TOLD.fetch_add(1, SeqCst);
        if ANNOUNCED_IN.compare_exchange(process::id(), 0, SeqCst, SeqCst).is_err() {
            return;
        }
        RETIRED.store(true, SeqCst);
        // Afterwards the reaper does not come to be attached any more, to say that it is gone.
        if raw::interpreter_is_running() {
            // SAFETY: attached, by the caller.
            dismiss(unsafe { Python::assume_attached() });
        }
    }
}

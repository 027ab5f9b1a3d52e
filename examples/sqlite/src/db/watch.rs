//! What SQLite calls while it works or waits: the handler of progress, and Ctrl-C.
#![expect(unsafe_code, reason = "registers handlers with a connection")]

use std::cell::{Cell, RefCell};
use std::ffi::{c_int, c_void};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use libsqlite3_sys as ffi;
use owned::exceptions::RuntimeError;
use owned::foreign::{self, Token};
use owned::{Callback, Python};

/// How often signals are looked for: often enough for whoever presses Ctrl-C, and seldom enough that attaching, which may
/// wait for other threads, is no cost.
const SLICE: Duration = Duration::from_millis(50);
/// How many instructions of SQLite's machine go by between two looks at the clock.
const STEPS: c_int = 1000;

/// Says that the connection must not be used now: SQLite calls somebody to whom it does not permit that.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bar(Arc<AtomicBool>);

impl Bar {
    pub(crate) fn is_down(&self) -> bool {
        self.0.load(Relaxed)
    }

    /// Runs what may be any Python code, with the bar down.
    pub(crate) fn during<R>(&self, f: impl FnOnce() -> R) -> R {
        struct Up<'a>(&'a AtomicBool, bool);
        impl Drop for Up<'_> {
            fn drop(&mut self) {
                self.0.store(self.1, Relaxed);
            }
        }
        let _up = Up(&self.0, self.0.swap(true, Relaxed));
        f()
    }
}

/// What the handlers of one connection know. Only the thread whose turn it is calls them, so cells will do.
pub(crate) struct Watch {
    bar: Bar,
    /// Python's handler of progress: its owner is the connection's registry.
    progress: RefCell<Option<Token<Callback>>>,
    /// When signals were looked for.
    looked: Cell<Instant>,
    /// How long to wait for a lock of another connection.
    timeout: Duration,
    /// Since when it waits.
    waits: Cell<Option<Instant>>,
}

foreign::trampoline! {
    unsafe extern "C" fn on_progress(watch: *mut c_void) -> c_int {
        state: Watch = watch,
        on_error: 1, // SQLite ends the statement
        call: |watch| watch.progress().map(c_int::from),
    }

    unsafe extern "C" fn on_busy(watch: *mut c_void, attempts: c_int) -> c_int {
        state: Watch = watch,
        on_error: 0, // SQLite gives up
        call: |watch| watch.wait(attempts).map(c_int::from),
    }
}

impl Watch {
    pub(crate) fn new(bar: Bar, timeout: Duration) -> Self {
        let looked = Cell::new(Instant::now());
        Watch { bar, progress: RefCell::default(), looked, timeout, waits: Cell::new(None) }
    }

    /// Has SQLite call these handlers.
    ///
    /// # Safety
    /// `db` is open, in its turn, and closed before this goes or moves.
    pub(crate) unsafe fn register(&self, db: *mut ffi::sqlite3) {
        let watch = std::ptr::from_ref(self).cast_mut().cast();
        // SAFETY: the caller's: the state outlives the connection.
        unsafe { ffi::sqlite3_busy_handler(db, Some(on_busy), watch) };
        // SAFETY: as above.
        unsafe { ffi::sqlite3_progress_handler(db, STEPS, Some(on_progress), watch) };
    }

    /// Sets, or removes, Python's handler, to be called every so many steps.
    ///
    /// # Safety
    /// As [`Watch::register`].
    pub(crate) unsafe fn set_progress(&self, db: *mut ffi::sqlite3, handler: Option<(Token<Callback>, c_int)>) {
        let (token, steps) = handler.map_or((None, STEPS), |(token, steps)| (Some(token), steps));
        // Dropped when the cell is free: what goes may have a destructor.
        let _old = self.progress.replace(token);
        let watch = std::ptr::from_ref(self).cast_mut().cast();
        // SAFETY: the caller's.
        unsafe { ffi::sqlite3_progress_handler(db, steps, Some(on_progress), watch) };
    }

    /// Whether the statement is to end.
    fn progress(&self) -> owned::Result<bool> {
        if let Some(handler) = &*self.progress.borrow() {
            let stop = self.attached(|py| match handler.call(py, ())? {
                Some(answer) => answer.is_true(),
                None => Ok(false),
            })?;
            if stop {
                return Ok(true);
            }
        }
        self.signals().map(|()| false)
    }

    /// Waits for another connection, and says whether SQLite shall try again.
    fn wait(&self, attempts: c_int) -> owned::Result<bool> {
        let since = match self.waits.get() {
            Some(since) if attempts > 0 => since,
            _ => Instant::now(),
        };
        self.waits.set(Some(since));
        let left = self.timeout.saturating_sub(since.elapsed());
        if left.is_zero() {
            return Ok(false);
        }
        let pause = Duration::from_millis(u64::from(attempts.unsigned_abs()).clamp(1, 25)).min(left);
        foreign::detached(|| thread::sleep(pause));
        self.signals().map(|()| true)
    }

    /// Runs the handlers of signals, if the last time was a while ago.
    fn signals(&self) -> owned::Result<()> {
        if self.looked.get().elapsed() < SLICE {
            return Ok(());
        }
        self.looked.set(Instant::now());
        self.attached(|py| py.check_signals())
    }

    fn attached<R>(&self, f: impl FnOnce(Python<'_>) -> owned::Result<R>) -> owned::Result<R> {
        match self.bar.during(|| Python::try_attach(f)) {
            Ok(result) => result,
            Err(not_running) => Err(RuntimeError::new(not_running.to_string())),
        }
    }
}

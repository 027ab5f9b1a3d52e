//! Starting an interpreter, stopping it, starting it again.
#![expect(unsafe_code, reason = "starts and ends the interpreter")]

use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::raw;

use super::life::{TOO_OFTEN, at_the_very_end, is_prepared};
use super::{Python, gate, reaper};

/// Why [`Interpreter::start`](crate::embed::Interpreter::start) could not.
///
/// ```
/// use owned::embed::{Interpreter, StartError};
///
/// let interpreter = Interpreter::start()?;
/// assert_eq!(Interpreter::start().unwrap_err(), StartError::Running);
/// interpreter.stop().unwrap();
/// # Ok::<(), StartError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StartError {
    /// An interpreter runs in this process, or is just being torn down. A process has one at a time.
    Running,
    /// Something that was said cannot be: a path that is not Unicode, a text with a NUL. Nothing was started.
    Invalid(String),
    /// Python could not be started; its own message. It cannot be tried again in this process, for what was done until
    /// then stays.
    PythonFailed(String),
    /// An earlier start failed.
    FailedBefore,
    /// The earlier interpreter was stopped while so many threads still belonged to it (daemons of Python's, or threads of
    /// other libraries). When one of them wakes up it uses what is gone: harmless while no interpreter runs, and a crash
    /// if another one did.
    ThreadsLeft(usize),
    /// Interpreters have been started and stopped so often that handles of another one could no longer be told from those
    /// of the first: 65,535 times, and fewer where addresses have less room.
    TooOften,
}

impl fmt::Display for StartError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StartError::Running => f.write_str("a Python interpreter is running already"),
            StartError::Invalid(why) => write!(f, "Python cannot be started so: {why}"),
            StartError::PythonFailed(why) => write!(f, "Python could not be started: {why}"),
            StartError::FailedBefore => f.write_str("Python cannot be started again: an earlier start has failed"),
            StartError::ThreadsLeft(count) => write!(
                f,
                "Python cannot be started again: {count} thread(s) of the interpreter that was stopped are left"
            ),
            StartError::TooOften => f.write_str(TOO_OFTEN),
        }
    }
}

impl std::error::Error for StartError {}

/// Why [`Interpreter::stop`](crate::embed::Interpreter::stop) could not, or not well.
///
/// ```
/// use owned::embed::{Interpreter, StopError};
///
/// let interpreter = Interpreter::start().unwrap();
/// match interpreter.stop() {
///     Ok(()) => {}
///     Err(StopError::Attached(count)) => eprintln!("{count} threads still use Python"),
///     Err(other) => eprintln!("{other}"),
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StopError {
    /// This thread, or so many in all, are attached, or detached for a while only. The interpreter goes on running.
    Attached(usize),
    /// The interpreter has ended, but not everything that was left to be written could be (`sys.stdout`, `sys.stderr`).
    NotFlushed,
}

impl fmt::Display for StopError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StopError::Attached(count) => {
                write!(f, "the Python interpreter cannot be stopped: {count} thread(s) are attached to it")
            }
            StopError::NotFlushed => f.write_str("the Python interpreter has ended, but could not flush its output"),
        }
    }
}

impl std::error::Error for StopError {}

impl Python<'_> {
    /// Starts an interpreter in this process if none runs yet, for programs that embed Python and for tests, and leaves
    /// it running. The calling thread is left detached. (No signal handlers are installed.)
    ///
    /// [`Interpreter`](crate::embed::Interpreter) is for programs that configure it, or end it.
    ///
    /// ```
    /// use owned::Python;
    ///
    /// Python::initialize();
    /// Python::initialize(); // one is enough
    /// assert!(Python::try_attach(|_| ()).is_ok());
    /// ```
    ///
    /// # Panics
    /// If it cannot be started.
    #[track_caller]
    #[inline]
    pub fn initialize() {
        match start(&raw::Configuration::default()) {
            Ok(()) | Err(StartError::Running) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// How many threads of the interpreter that was stopped are left. Locked by whoever starts or stops one.
static LEFT: Mutex<usize> = Mutex::new(0);
/// A start has failed.
static FAILED: AtomicBool = AtomicBool::new(false);
/// An interpreter is being stopped, by us: what runs meanwhile must not wait for that.
static STOPPING: AtomicBool = AtomicBool::new(false);

#[inline]
fn left() -> MutexGuard<'static, usize> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts an interpreter and leaves this thread detached.
#[inline]
pub(crate) fn start(configuration: &raw::Configuration) -> Result<(), StartError> {
    if FAILED.load(SeqCst) {
        return Err(StartError::FailedBefore);
    }
    let runs = || raw::interpreter_is_running() || STOPPING.load(SeqCst);
    if runs() {
        return Err(StartError::Running);
    }
    let left = left();
    // One that was prepared for and does not run is just being torn down.
    if runs() || is_prepared() {
        return Err(StartError::Running);
    }
    if *left > 0 {
        return Err(StartError::ThreadsLeft(*left));
    }
    if raw::no_more_lives() {
        return Err(StartError::TooOften);
    }
    // SAFETY: none runs, and the lock keeps every other caller out.
    let started = unsafe { raw::start(configuration) };
    started.map_err(|raw::NotStarted(why)| {
        // It can look as if it ran.
        FAILED.store(true, SeqCst);
        gate::shut();
        StartError::PythonFailed(why)
    })
}

/// Ends the interpreter, on the thread that has started it. `last` runs before, while threads may still attach.
///
/// # Safety
/// On the thread that has started the interpreter, which runs.
#[inline]
pub(crate) unsafe fn stop(last: impl for<'py> FnOnce(Python<'py>)) -> Result<(), StopError> {
    struct Stopping;
    impl Drop for Stopping {
        fn drop(&mut self) {
            gate::open();
            STOPPING.store(false, SeqCst);
        }
    }

    if raw::is_attached() {
        return Err(StopError::Attached(gate::sections().max(1)));
    }
    let mut left = left();
    STOPPING.store(true, SeqCst);
    let _stopping = Stopping;
    match gate::sections() {
        0 => {}
        count => return Err(StopError::Attached(count)),
    }
    let prepared = Python::try_attach(|py| {
        last(py);
        reaper::retire(py);
    });
    debug_assert!(prepared.is_ok(), "the interpreter runs, by the caller");
    // From here on, until the interpreter is gone, nobody gets in: those who try hear that none is running.
    gate::close().map_err(|count| {
        reaper::resume();
        StopError::Attached(count)
    })?;
    // SAFETY: the interpreter runs and nobody else ends it. The state goes with the interpreter.
    let _state = unsafe { raw::gil_ensure() };
    // SAFETY: attached.
    let others = unsafe { raw::other_threads() };
    // SAFETY: attached, on the thread that has started it, by the caller; none of our threads is.
    let flushed = unsafe { raw::finalize() };
    *left = others;
    // The interpreter has called it, unless it had no place left for it.
    at_the_very_end();
    if flushed { Ok(()) } else { Err(StopError::NotFlushed) }
}

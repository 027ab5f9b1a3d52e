//! [`Python`]: attach, detach.
#![expect(unsafe_code, reason = "makes tokens: each one stands for an attached thread")]

use core::fmt;
use core::marker::PhantomData;

use crate::raw;

use super::{come_by, gate, prepare};

/// This thread is attached to the interpreter (it holds the GIL, where there is one) for as long as `'py`.
///
/// Zero-sized; everything that touches an object asks for it or carries it. It cannot leave its thread (not `Send`),
/// and `'py` is invariant, so a token of one attached section cannot pass for one of another. Refused, with the attack:
/// `Send` and `Sync` (a detached thread would count references), `Default` (a token from nowhere).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// let length = Python::attach(|py| Ok::<_, PyErr>(Str::new(py, "inkface")?.len()))?;
/// assert_eq!(length, 7);
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Copy)]
pub struct Python<'py>(
    // Invariant in `'py`; a raw pointer is neither `Send` nor `Sync`, and names the token in what the compiler says.
    PhantomData<(&'py mut &'py (), *mut Python<'static>)>,
);

/// Why [`Python::try_attach`] could not.
///
/// ```
/// use owned::{AttachError, Python};
///
/// // Nothing has started an interpreter in this process.
/// assert_eq!(Python::try_attach(|_| ()), Err(AttachError::NotRunning));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachError {
    /// No interpreter runs in this process (yet, or any more).
    NotRunning,
}

impl fmt::Display for AttachError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no Python interpreter is running: it was not started, or it is being finalised")
    }
}

impl std::error::Error for AttachError {}

impl<'py> Python<'py> {
    /// Attaches this thread, runs `f`, and detaches again if it was not attached before (`PyGILState_Ensure`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// let length = Python::attach(|py| Str::new(py, "ink").map(|text| text.len()))?;
    /// assert_eq!(length, 3);
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Panics
    /// If no interpreter runs; [`Python::try_attach`] tells instead.
    #[track_caller]
    pub fn attach<R>(f: impl for<'a> FnOnce(Python<'a>) -> R) -> R {
        match Self::try_attach(f) {
            Ok(result) => result,
            Err(error) => panic!("{error}"),
        }
    }

    /// As [`Python::attach`], with an error where no interpreter runs.
    ///
    /// ```
    /// use owned::{AttachError, Python};
    ///
    /// assert_eq!(Python::try_attach(|_| ()), Err(AttachError::NotRunning)); // none was started
    /// Python::initialize();
    /// assert_eq!(Python::try_attach(|_| 42), Ok(42));
    /// ```
    ///
    /// # Errors
    /// [`AttachError::NotRunning`] before the interpreter is started, and on a detached thread once its finalization has
    /// begun.
    pub fn try_attach<R>(f: impl for<'a> FnOnce(Python<'a>) -> R) -> Result<R, AttachError> {
        /// Dropped in this order: detached first, and then the interpreter may end.
        struct Attached {
            state: Option<raw::GilState>,
            _section: Option<gate::Section>,
        }
        impl Drop for Attached {
            fn drop(&mut self) {
                if let Some(state) = self.state.take() {
                    // SAFETY: pairs with the `gil_ensure` below, on the same thread.
                    unsafe { raw::gil_release(state) }
                }
            }
        }

        // A destructor that runs while the interpreter is being finalised is on the one thread that is attached then.
        let _attached = if raw::is_attached() {
            Attached { state: None, _section: None }
        } else {
            let section = gate::enter().ok_or(AttachError::NotRunning)?;
            if !raw::interpreter_is_running() || raw::no_more_lives() {
                return Err(AttachError::NotRunning);
            }
            // SAFETY: an interpreter runs and is not being finalised. One that we have started does not end now, for the
            // section is under way; if somebody else ends it, the call hangs this thread.
            let state = unsafe { raw::gil_ensure() };
            Attached { state: Some(state), _section: Some(section) }
        };
        // SAFETY: attached before, or by the line above until `_attached` is dropped after `f`.
        let py = unsafe { Python::assume_attached() };
        prepare(py);
        come_by(py);
        Ok(f(py))
    }

    /// Runs `f` if this thread is attached, and attaches nobody: for destructors.
    #[inline]
    pub(crate) fn if_attached<R>(f: impl for<'a> FnOnce(Python<'a>) -> R) -> Option<R> {
        if !raw::is_attached() {
            return None;
        }
        // SAFETY: the line above says so, and `f` cannot keep the token.
        Some(f(unsafe { Python::assume_attached() }))
    }

    /// Detaches this thread while `f` runs, so that other threads run Python meanwhile (`PyEval_SaveThread`).
    ///
    /// `f` must be `Send`, which keeps the token and every [`Owned`](crate::Owned) and
    /// [`Borrowed`](crate::Borrowed) out of it. The hole that stable Rust leaves (types that check their thread at run
    /// time and are `Send` for that) is described in SOUNDNESS.md.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let sum = py.detach(|| (1..=100).sum::<u32>()); // other threads run Python meanwhile
    /// assert_eq!(sum, 5050);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn detach<R: Send>(self, f: impl FnOnce() -> R + Send) -> R {
        struct Detached(raw::SavedThread);
        impl Drop for Detached {
            fn drop(&mut self) {
                // SAFETY: the state was put down by this thread, below.
                unsafe { raw::restore_thread(&self.0) }
            }
        }

        let result = {
            // SAFETY: `self` says that the thread is attached.
            let _aside = unsafe { raw::Aside::new() };
            // SAFETY: `self` says that the thread is attached; nothing that needs it enters `f`.
            let _detached = Detached(unsafe { raw::save_thread() });
            f()
        };
        come_by(self);
        result
    }

    /// As [`detach`](Python::detach), with `f` on a thread of its own: what checks its thread at run time finds out that
    /// it is on another, so the hole of `detach` is none here. It costs a thread, some 50 microseconds.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// let sum = Python::attach(|py| py.detach_on_worker(|| (1..=100).sum::<u32>()));
    /// assert_eq!(sum, 5050);
    /// ```
    ///
    /// # Panics
    /// If `f` does.
    #[inline]
    pub fn detach_on_worker<R: Send>(self, f: impl FnOnce() -> R + Send) -> R {
        self.detach(|| std::thread::scope(|scope| scope.spawn(f).join()))
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }

    /// Takes the caller's word that this thread is attached.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::PyObject;
    /// unsafe extern "C" fn length(_: *mut PyObject) -> isize {
    ///     // SAFETY: Python calls this, on a thread that is attached for as long as the call.
    ///     let py = unsafe { Python::assume_attached() };
    ///     Str::new(py, "ink").map_or(-1, |text| text.len() as isize)
    /// }
    /// // SAFETY: attached, by `py`.
    /// assert_eq!(unsafe { length(std::ptr::null_mut()) }, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// The thread is attached for as long as `'py`.
    #[inline]
    pub unsafe fn assume_attached() -> Self {
        Python(PhantomData)
    }

    /// Whether what is left of this thread's stack is kept for finishing: see `raw/stack.rs`.
    #[inline(always)]
    pub(crate) fn stack_is_nearly_full(self) -> bool {
        // SAFETY: attached, by the token.
        unsafe { raw::stack_is_nearly_full() }
    }
}

impl fmt::Debug for Python<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Python")
    }
}

const _: () = assert!(size_of::<Python<'static>>() == 0);
#[cfg(test)]
static_assertions::assert_not_impl_any!(Python<'static>: Send, Sync, Default);

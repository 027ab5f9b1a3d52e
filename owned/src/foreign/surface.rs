//! Where what a callback raises comes to light: [`surfacing`].
#![expect(unsafe_code, reason = "puts exceptions aside")]

use core::any::Any as AnyPayload;
use core::cell::RefCell;
use std::panic::resume_unwind;

use crate::err::{PyErr, Result, note_panics, quietly};
use crate::object::Str;
use crate::ptr::{Any, Owned};
use crate::raw::{self, SavedException};
use crate::token::{self, Python};

/// What a callback could not hand to C.
pub(super) enum Kept {
    Panic(Box<dyn AnyPayload + Send>),
    Error(PyErr),
}

/// A call into C that is under way on this thread.
struct Scope {
    /// By which its frame finds it again: a program that switches stacks (greenlets do) can leave them in any order.
    id: u64,
    kept: Option<Kept>,
}

#[derive(Default)]
struct Scopes {
    last: u64,
    open: Vec<Scope>,
}

thread_local! {
    static SCOPES: RefCell<Scopes> = RefCell::default();
}

/// Calls C, and raises what a callback raised meanwhile on this thread.
///
/// A [trampoline](super::trampoline) cannot hand an exception, or a panic, to the C function that called it. It is kept,
/// C gets the value that stands for failure, and once C has returned from `call` the exception is the error here, and
/// the panic goes on from here. It says more than whatever C returned, which is then dropped. Of several the first counts;
/// the others, which C has provoked by going on, go to `sys.unraisablehook`. So do those of other threads, and those
/// of callbacks that no such call has led to.
///
/// No token is asked for, so that the call can be in a detached section: `py.detach(|| surfacing(|| …))`.
///
/// ```
/// # owned::Python::initialize();
/// use std::ffi::{c_int, c_void};
///
/// use owned::foreign;
/// use owned::prelude::*;
///
/// foreign::trampoline! {
///     /// What the library calls.
///     unsafe extern "C" fn on_item(user: *mut c_void, item: c_int) -> c_int {
///         state: i32 = user,
///         on_error: -1,
///         call: |least, _py| {
///             if item < *least { Err(ValueError::new(format!("{item} is too small"))) } else { Ok(0) }
///         },
///     }
/// }
///
/// // A function of C's.
/// # #[allow(clippy::items_after_statements)]
/// unsafe extern "C" fn each(
///     f: unsafe extern "C" fn(*mut c_void, c_int) -> c_int, user: *mut c_void, upto: c_int,
/// ) -> c_int {
///     // SAFETY: the caller gives what belongs to `f`.
///     (0..upto).map(|item| unsafe { f(user, item) }).find(|&status| status != 0).unwrap_or(0)
/// }
///
/// let count = |upto| foreign::surfacing(|| foreign::lend(&3, |least| {
///     // SAFETY: `least` is what `on_item` takes, and `each` keeps nothing.
///     unsafe { each(on_item, least, upto) }
/// }));
/// assert_eq!(count(0)?, 0);
/// assert_eq!(count(5).unwrap_err().to_string(), "ValueError: 0 is too small");
/// # Ok::<(), PyErr>(())
/// ```
///
/// # Errors
/// What a callback raised.
///
/// # Panics
/// If a callback panicked.
pub fn surfacing<R>(call: impl FnOnce() -> R) -> Result<R> {
    let scope = Open::new();
    let result = call();
    match scope.close() {
        None => Ok(result),
        Some(Kept::Error(error)) => Err(error),
        Some(Kept::Panic(panic)) => {
            drop(result);
            resume_unwind(panic)
        }
    }
}

/// Whether a callback has raised already, or panicked, in the call into C that has led here on this thread. Where C cannot
/// be told to stop, the callbacks that it goes on to make have nothing more to do.
///
/// ```
/// # owned::Python::initialize();
/// use std::ffi::c_int;
///
/// use owned::foreign;
/// use owned::prelude::*;
///
/// foreign::trampoline! {
///     /// Compares two numbers, for a function that sorts and takes no error.
///     unsafe extern "C" fn compare(a: c_int, b: c_int) -> c_int {
///         on_error: 0,
///         call: |_py| {
///             if foreign::has_raised() {
///                 return Ok(0);
///             }
///             Err(ValueError::new(format!("{a} and {b} cannot be compared")))
///         },
///     }
/// }
///
/// // SAFETY: it relies on nothing.
/// let sort = || [(1, 2), (2, 3)].map(|(a, b)| unsafe { compare(a, b) });
/// assert_eq!(foreign::surfacing(sort).unwrap_err().to_string(), "ValueError: 1 and 2 cannot be compared");
/// assert!(!foreign::has_raised());
/// ```
#[inline]
pub fn has_raised() -> bool {
    SCOPES.try_with(|scopes| scopes.borrow().open.last().is_some_and(|scope| scope.kept.is_some())).unwrap_or(false)
}

/// As [`surfacing`], for a destructor: an exception has nobody to go to, and a panic goes on unless one does already.
#[inline]
pub(super) fn destroying(destroy: impl FnOnce()) {
    let scope = Open::new();
    destroy();
    match scope.close() {
        None => {}
        Some(Kept::Panic(panic)) if !std::thread::panicking() => resume_unwind(panic),
        Some(kept) => lost(kept, "destroying an object of a C library"),
    }
}

/// The frame of a scope.
struct Open {
    /// 0 where the thread's variables are gone.
    id: u64,
}

impl Open {
    #[inline]
    fn new() -> Self {
        let open = |scopes: &RefCell<Scopes>| {
            let mut scopes = scopes.borrow_mut();
            scopes.last += 1;
            let id = scopes.last;
            scopes.open.push(Scope { id, kept: None });
            id
        };
        Open { id: SCOPES.try_with(open).unwrap_or(0) }
    }

    #[inline]
    fn close(self) -> Option<Kept> {
        self.take()
    }

    #[inline]
    fn take(&self) -> Option<Kept> {
        let take = |scopes: &RefCell<Scopes>| {
            let open = &mut scopes.borrow_mut().open;
            let at = open.iter().rposition(|scope| scope.id == self.id)?;
            open.remove(at).kept
        };
        SCOPES.try_with(take).ok().flatten()
    }
}

impl Drop for Open {
    /// Finds the scope only where the call itself has unwound, which says what went wrong.
    #[inline]
    fn drop(&mut self) {
        if let Some(kept) = self.take() {
            lost(kept, "a call of a C library that has unwound");
        }
    }
}

/// Whether a call is under way that would be told.
#[inline]
pub(super) fn is_open() -> bool {
    SCOPES.try_with(|scopes| !scopes.borrow().open.is_empty()).unwrap_or(false)
}

/// Keeps what a callback raised for the call that led to it, or has it reported.
#[inline]
pub(super) fn keep(kept: Kept, callback: &'static str) {
    let mut kept = Some(kept);
    let _ = SCOPES.try_with(|scopes| {
        if let Some(scope) = scopes.borrow_mut().open.last_mut()
            && scope.kept.is_none()
        {
            scope.kept = kept.take();
        }
    });
    if let Some(kept) = kept {
        lost(kept, callback);
    }
}

/// Reports what nobody can be told to `sys.unraisablehook`. A detached thread must not attach in the middle of anything:
/// there, whoever is attached next does it.
#[cold]
#[inline]
pub(super) fn lost(kept: Kept, callback: &'static str) {
    if raw::is_attached() {
        let _ = Python::try_attach(|py| report(py, kept, callback));
    } else {
        token::run_later(Box::new(move |py| report(py, kept, callback)));
    }
}

#[inline]
fn report(py: Python<'_>, kept: Kept, callback: &'static str) {
    // What is raised already stays as it is.
    // SAFETY: attached, by `py`.
    let raised = unsafe { SavedException::take() };
    let context = Str::new(py, callback).map(|name| name.into_any());
    match kept {
        Kept::Error(error) => error.write_unraisable(py, context.as_ref().ok()),
        Kept::Panic(panic) => {
            let none = py.none();
            let context: &Owned<'_, Any> = context.as_ref().unwrap_or(&none);
            quietly(py, context.raw(), || resume_unwind(panic));
        }
    }
    drop(raised);
}

/// Runs a callback of which a panic cannot be told to a call below: it is reported, with its place.
#[inline]
pub(super) fn reporting(py: Python<'_>, callback: &'static str, body: impl FnOnce() -> Result<()>) {
    note_panics();
    let context = match Str::new(py, callback) {
        Ok(name) => name.into_any(),
        Err(_) => py.none(),
    };
    quietly(py, context.raw(), || {
        if let Err(error) = body() {
            error.write_unraisable(py, Some(&context));
        }
    });
}

/// Runs `f` detached: for a destroy function that waits for a thread of the library's, which may itself be waiting to
/// attach. Where this thread is not attached, it is all the same.
///
/// ```
/// # owned::Python::initialize();
/// # use owned::prelude::*;
/// # Python::attach(|py| {
/// use owned::foreign::detached;
/// let joined = detached(|| std::thread::spawn(|| Python::attach(|_| 42)).join()); // that thread can attach
/// assert_eq!(joined.unwrap(), 42);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
pub fn detached<R: Send>(f: impl FnOnce() -> R + Send) -> R {
    if !raw::is_attached() {
        return f();
    }
    let mut f = Some(f);
    let mut run = || f.take().map(|f| f());
    match Python::try_attach(|py| py.detach(&mut run)) {
        Ok(Some(result)) => result,
        _ => unreachable!("it is attached, and runs once"),
    }
}

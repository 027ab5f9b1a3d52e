//! The boundary to C: an `Err` becomes the thread's exception, and so does a panic, with its message and place.

use core::any::Any as AnyPayload;
use core::cell::RefCell;
use core::ptr;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::hook;
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::exceptions::RecursionError;
use super::repr::What;
use super::{PyErr, Result};

#[cfg(panic = "abort")]
compile_error!("owned-py turns panics into Python exceptions and cannot be built with `panic = \"abort\"`");

/// What a C function returns to say that it failed.
///
/// ```
/// use owned::exceptions::Fallback;
///
/// assert_eq!(<i32 as Fallback>::FAILED, -1);
/// assert!(<*mut u8 as Fallback>::FAILED.is_null());
/// ```
pub trait Fallback: PartialEq + Sized {
    /// NULL or -1.
    const FAILED: Self;
}

impl<T> Fallback for *mut T {
    const FAILED: Self = ptr::null_mut();
}
impl Fallback for i32 {
    const FAILED: Self = -1;
}
impl Fallback for isize {
    const FAILED: Self = -1;
}

/// A panic that somebody may catch.
struct Panic {
    message: String,
    /// Where the payload has it: of two panics with the same message that tells one from the other, if it was made for the panic.
    at: *const u8,
    place: String,
}

/// For the message of a panic whose payload is no text.
const NO_TEXT: &str = "a panic without a text message";

/// So many are remembered of a thread.
const PANICS_KEPT: usize = 16;

thread_local! {
    /// The panics that boundaries may catch, with their places. A boundary can lie inside a destructor that an outer
    /// panic runs, so there can be several. Those which the user's own code has caught stay until an outer one is caught.
    static PANICS: RefCell<Vec<Panic>> = const { RefCell::new(Vec::new()) };
}

/// Runs what C has called. On `Err`, and on a panic, the exception is set and the fallback returned. So it is where the
/// stack is nearly full, and `f` is not run.
///
/// Whoever offers C something to call has [noted panics](note_panics) before.
///
/// `f` only looks at what is around it, so it is `Copy`: handed on as a pointer or two, and nothing to clean up where it is not run.
#[inline(always)]
pub(crate) fn boundary<R: Fallback>(py: Python<'_>, f: impl FnOnce() -> Result<R> + Copy) -> R {
    // Only the result itself crosses the boundary of unwinding: an error is raised before.
    enclosed(py, || raised(py, f()))
}

/// A [`boundary`] around what has raised its error, if there was one.
#[inline(always)]
pub(crate) fn enclosed<R: Fallback>(py: Python<'_>, f: impl FnOnce() -> R + Copy) -> R {
    // What is written here is compiled anew for each function of a binding.
    if py.stack_is_nearly_full() {
        return no_room(py);
    }
    anywhere(py, f)
}

/// The same without a look at the stack: nothing is read that one lock is to guard (`raw/under_lock.rs`), for this may be an
/// interpreter with another, in which none of ours is executed.
#[inline(always)]
pub(crate) fn anywhere<R: Fallback>(py: Python<'_>, f: impl FnOnce() -> R + Copy) -> R {
    raw::entered();
    // Whatever `f` has left half done is reported by the exception's doc; no state of ours is shared with it.
    let result = match panic::catch_unwind(AssertUnwindSafe(f)) {
        Ok(result) => result,
        Err(payload) => caught(py, payload),
    };
    raw::left();
    result
}

/// What C gets of a result: of an `Err`, the exception is set and the fallback returned.
#[inline(always)]
pub(crate) fn raised<R: Fallback>(py: Python<'_>, result: Result<R>) -> R {
    match result {
        Ok(result) => {
            // A slot that calls another hands its failure on.
            if result != R::FAILED {
                hook::succeeded();
            }
            result
        }
        Err(error) => failed(py, error),
    }
}

#[cold]
fn no_room<R: Fallback>(py: Python<'_>) -> R {
    failed(py, too_deep())
}

#[cold]
#[inline(never)]
fn too_deep() -> PyErr {
    RecursionError::new("the stack is nearly full: Rust and Python call each other too deeply")
}

#[cold]
fn caught<R: Fallback>(py: Python<'_>, payload: Box<dyn AnyPayload + Send>) -> R {
    failed(py, panicked(payload))
}

#[cold]
#[inline(never)]
fn failed<R: Fallback>(py: Python<'_>, error: PyErr) -> R {
    error.restore(py);
    R::FAILED
}

/// Runs what must not fail (a destructor, a clear): a panic is reported as unraisable, with the object or, where that
/// is as good as gone, its class.
pub(crate) fn quietly(py: Python<'_>, context: BorrowedRef<'_>, f: impl FnOnce()) {
    note_panics();
    raw::entered();
    let outcome = match panic::catch_unwind(AssertUnwindSafe(f)) {
        Ok(()) => Ok(()),
        Err(payload) => Err(panicked(payload)),
    };
    raw::left();
    if let Err(error) = outcome {
        super::write_unraisable(py, error, Some(context));
    }
}

#[cold]
fn panicked(payload: Box<dyn AnyPayload + Send>) -> PyErr {
    let text = message(&*payload);
    let place = take_place(text).unwrap_or_else(|| "unknown place".to_owned());
    let message = text.to_owned();
    // A payload's destructor is user code too: if it panics, that payload is forgotten rather than unwound.
    if let Err(second) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        drop(take_place(self::message(&*second)));
        core::mem::forget(second);
    }
    What::Panic { message, place }.into()
}

/// Where the panic happened that a boundary has caught: the latest with this very message, or else with the same one. `None` also
/// while the thread is being torn down, when its variables are gone.
fn take_place(message: &str) -> Option<String> {
    let take = |panics: &RefCell<Vec<Panic>>| {
        let mut panics = panics.borrow_mut();
        let mut alike = None;
        let mut at = panics.len();
        while at > 0 {
            at -= 1;
            if panics[at].message == message {
                alike = alike.or(Some(at));
                if panics[at].at == message.as_ptr() {
                    alike = Some(at);
                    break;
                }
            }
        }
        // Those above are of panics that the user's own code has caught.
        panics.truncate(alike? + 1);
        panics.pop().map(|panic| panic.place)
    };
    PANICS.try_with(take).ok().flatten()
}

/// Remembers a panic.
fn note(panic: Panic) {
    let _ = PANICS.try_with(|panics| {
        let mut panics = panics.borrow_mut();
        if panics.len() == PANICS_KEPT {
            panics.remove(0);
        }
        panics.push(panic);
    });
}

fn message(payload: &(dyn AnyPayload + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or(NO_TEXT)
}

static HOOK: Once = Once::new();

/// `catch_unwind` does not say where: a hook notes it. Panics that no boundary will catch go to the hook before ours, and so
/// do those of which that is not known: what C runs without any code of Python's, as the end of an interpreter does.
pub(crate) fn note_panics() {
    if !HOOK.is_completed() {
        install_hook();
    }
}

#[cold]
fn install_hook() {
    // A destructor that a panic runs cannot change the hook: std would panic again, which ends the process. Later will do.
    if std::thread::panicking() {
        return;
    }
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map(|at| format!("at {}:{}:{}", at.file(), at.line(), at.column()));
            let message = info.payload_as_str().unwrap_or(NO_TEXT);
            note(Panic {
                message: message.to_owned(),
                at: message.as_ptr(),
                place: place.unwrap_or_else(|| "unknown place".to_owned()),
            });
            if !raw::called_from_c() {
                before(info);
            }
        }));
    });
}

//! The boundary to C: an `Err` becomes the thread's exception, and so does a panic, with its message and place.

use core::any::Any as AnyPayload;
use core::cell::{Cell, RefCell};
use core::ptr;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::raw;
use crate::token::Python;

use super::Result;
use super::exceptions::RecursionError;
use super::pyerr::State;

#[cfg(panic = "abort")]
compile_error!("owned-py turns panics into Python exceptions and cannot be built with `panic = \"abort\"`");

/// What a C function returns to say that it failed.
pub trait Fallback {
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

thread_local! {
    /// How many boundaries are on this thread's stack: only a panic that one of them will catch is recorded.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs what C has called. On `Err`, and on a panic, the exception is set and the fallback returned. So it is where the
/// stack is nearly full, and `f` is not run.
pub(crate) fn boundary<R: Fallback>(py: Python<'_>, f: impl FnOnce() -> Result<R>) -> R {
    let outcome = if raw::stack_is_nearly_full() {
        Err(RecursionError::new("the stack is nearly full: Rust and Python call each other too deeply"))
    } else {
        caught(f)
    };
    outcome.unwrap_or_else(|error| {
        error.restore(py);
        R::FAILED
    })
}

/// Runs what must not fail (a destructor, a clear): a panic is reported as unraisable.
pub(crate) fn quietly(py: Python<'_>, f: impl FnOnce()) {
    if let Err(error) = caught(|| {
        f();
        Ok(())
    }) {
        super::write_unraisable(py, error, None);
    }
}

fn caught<R>(f: impl FnOnce() -> Result<R>) -> Result<R> {
    install_hook();
    let depth = DEPTH.get();
    DEPTH.set(depth + 1);
    // A boundary can lie inside a destructor that an outer panic runs: the place of that one is not ours to take.
    let outer = take_place();
    // Whatever `f` has left half done is reported by the exception's doc; no state of ours is shared with it.
    let outcome = panic::catch_unwind(AssertUnwindSafe(f));
    DEPTH.set(depth);
    let place = take_place();
    set_place(outer);
    outcome.unwrap_or_else(|payload| {
        let place = place.unwrap_or_else(|| "unknown place".to_owned());
        let message = message(&*payload);
        // A payload's destructor is user code too: if it panics, that payload is forgotten rather than unwound.
        if let Err(second) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            core::mem::forget(second);
        }
        Err(State::Panic { message, place }.into())
    })
}

/// `None` also while the thread is being torn down, when its variables are gone.
fn take_place() -> Option<String> {
    PLACE.try_with(RefCell::take).ok().flatten()
}

fn set_place(place: Option<String>) {
    let _ = PLACE.try_with(|slot| slot.replace(place));
}

fn message(payload: &(dyn AnyPayload + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a text message").to_owned()
}

/// `catch_unwind` does not say where: a hook notes it. Panics that no boundary will catch go to the hook before ours.
fn install_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if DEPTH.try_with(Cell::get).unwrap_or(0) == 0 {
                before(info);
                return;
            }
            let place = info.location().map(|at| format!("at {}:{}:{}", at.file(), at.line(), at.column()));
            set_place(place);
        }));
    });
}

//! Carries panics past C.
//!
//! Every function that C calls runs its body in [`catch`]. Every call into C that may have led to one ends with
//! [`resume`], which goes on with the panic on the Rust side of that C frame. A panic that travels through several C
//! frames is caught and resumed at each.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

thread_local! {
    static PENDING: Cell<Option<Box<dyn Any + Send>>> = const { Cell::new(None) };
}

/// Runs what C asked for. When it panics the panic waits for [`resume`], and C gets `otherwise`.
pub(super) fn catch<R>(otherwise: R, body: impl FnOnce() -> R) -> R {
    // Unwind safety: the panic is not swallowed. It goes on as soon as C has returned, so that whoever shares state with
    // the body sees it as with any other call.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| {
        // The first panic is the cause; one that comes while the C frames are left is dropped. At the end of a thread,
        // when its variables are gone, there is nobody left to panic to.
        let _ = PENDING.try_with(|pending| {
            let first = pending.take();
            pending.set(first.or(Some(panic)));
        });
        otherwise
    })
}

/// Goes on with a panic that [`catch`] kept. While another one unwinds, it is dropped: two at once would abort.
pub(super) fn resume() {
    if let Some(panic) = take()
        && !std::thread::panicking()
    {
        resume_unwind(panic);
    }
}

/// Drops a panic that [`catch`] kept, where there is nobody to resume to.
pub(super) fn discard() {
    drop(take());
}

fn take() -> Option<Box<dyn Any + Send>> {
    PENDING.try_with(Cell::take).ok().flatten()
}

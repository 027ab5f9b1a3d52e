//! What C gives and whether an exception is set: the one or the other, never both and never neither.

use core::panic::Location;

use crate::raw::{self, PyObject};

use super::{Level, Violation, level, violated};

/// A C function gave this as a new reference, or NULL, to the line `place`.
#[inline]
pub(crate) fn given(result: *mut PyObject, place: &'static Location<'static>) {
    if level() >= Level::Frames {
        look(!result.is_null(), place);
    }
}

#[cold]
#[inline(never)]
fn look(succeeded: bool, place: &'static Location<'static>) {
    if !raw::is_attached() {
        return; // That is said elsewhere.
    }
    match (succeeded, raw::error_is_set()) {
        (false, false) => nothing_said(place),
        (true, true) => {
            let what = "gave a result, and left an exception set".to_owned();
            note("result with an exception", "a C function", what, Some(place));
        }
        _ => {}
    }
}

/// A C function has failed, by what it returned, and no exception is set.
#[cold]
pub(crate) fn nothing_said(place: &'static Location<'static>) {
    if level() >= Level::Frames {
        let what = "failed without setting an exception".to_owned();
        note("NULL without an exception", "a C function", what, Some(place));
    }
}

/// A function that Python called has ended well.
#[inline]
pub(crate) fn succeeded() {
    if level() >= Level::Frames {
        ended_well();
    }
}

#[cold]
#[inline(never)]
fn ended_well() {
    if raw::is_attached() && raw::error_is_set() {
        let what = "gave a result to Python, and left an exception set".to_owned();
        note("result with an exception", "a function of Rust", what, None);
    }
}

fn note(kind: &'static str, who: &str, what: String, place: Option<&'static Location<'static>>) {
    let place = place.map(|place| (place.file().to_owned(), place.line()));
    violated(Violation { kind, who: who.to_owned(), what, place });
}

//! Lines of Rust in tracebacks, for whoever asks for them by `OWNED_TRACEBACK`.
#![expect(unsafe_code, reason = "adds to the traceback of an exception")]

use core::panic::Location;
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};
use std::ffi::CString;

use crate::raw::{self, BorrowedRef, SavedException};
use crate::token::Python;

/// Where an error was made.
pub(super) type Place = &'static Location<'static>;

/// What the variable says, once it was read.
static ASKED: AtomicU8 = AtomicU8::new(UNKNOWN);
const UNKNOWN: u8 = 0;
const NO: u8 = 1;
const YES: u8 = 2;

/// Whether tracebacks name lines of Rust. It costs a frame for each error, so it is for who looks for one.
#[inline]
pub(super) fn is_asked_for() -> bool {
    match ASKED.load(Relaxed) {
        UNKNOWN => read(),
        known => known == YES,
    }
}

#[cold]
fn read() -> bool {
    let asked = std::env::var_os("OWNED_TRACEBACK").is_some_and(|value| !value.is_empty() && value != "0");
    ASKED.store(if asked { YES } else { NO }, Relaxed);
    asked
}

/// The line that calls, if somebody asks for it.
#[track_caller]
#[inline]
pub(super) fn here() -> Option<Place> {
    let place = Location::caller();
    is_asked_for().then_some(place)
}

/// Puts the line before the traceback of an exception. Where that cannot be made, the traceback is what it was.
#[cold]
pub(super) fn add(_: Python<'_>, exception: BorrowedRef<'_>, place: Place) {
    let (Ok(file), Ok(line)) = (CString::new(place.file()), i32::try_from(place.line())) else { return };
    // SAFETY: attached, by the token.
    let before = unsafe { SavedException::take() };
    // SAFETY: attached; an exception, by who calls.
    unsafe { raw::set_exception(exception.to_new()) };
    // SAFETY: attached, and an exception is set.
    let _ = unsafe { raw::add_traceback_entry(&file, c"<Rust>", line) };
    // It is the same one, with the entry; or what has failed.
    // SAFETY: attached.
    drop(unsafe { raw::take_exception() });
    drop(before);
}

//! Exceptions that a destructor drops: nobody ever hears of them. `PyErr::write_unraisable` tells Python.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use super::records::Record;
use super::{Violation, place, sites, stacks, violated};

/// Whether a handle is what a [`PyErr`](crate::PyErr) has of an exception that was raised.
#[inline]
pub(super) fn is_error(handle: &str) -> bool {
    handle.ends_with("Py<owned::err::exceptions::BaseException>")
}

pub(super) type Known = HashMap<u32, Option<String>>;

/// By the number of a stack: the destructor that it is in, if it is in one.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

pub(super) fn known() -> MutexGuard<'static, Known> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An error that holds an exception was dropped, and not handed on.
pub(super) fn dropped(record: &Record) {
    let stack = stacks::here();
    let found = known().get(&stack.0).cloned();
    let destructor = found.unwrap_or_else(|| {
        let found = destructor(&stack.lines().unwrap_or_default());
        known().insert(stack.0, found.clone());
        found
    });
    let Some(destructor) = destructor else { return };
    let raised = sites::all().get(record.site.0 as usize).map(|site| (site.place.file().to_owned(), site.place.line()));
    let raised = raised.filter(|(file, _)| place::is_of_user(file.as_ref()));
    let mut what =
        "dropped an exception that was raised in it: nobody will hear of it (see `PyErr::write_unraisable`)".to_owned();
    let dropped = place::of_user();
    if let Some((file, line)) = raised.as_ref().filter(|_| raised != dropped) {
        what += &format!("; it came to Rust at {file}:{line}");
    }
    let place = dropped.or(raised);
    violated(Violation { kind: "exception swallowed", who: format!("`{destructor}`"), what, place });
}

/// The innermost destructor of the user's on the stack, as its type.
fn destructor(lines: &[String]) -> Option<String> {
    lines.iter().find_map(|line| {
        let (name, _) = line.split_once(" as core::ops::drop::Drop>::drop")?;
        Some(name.trim_start_matches('<').to_owned())
    })
}

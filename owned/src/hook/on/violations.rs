//! What was seen to go wrong, oldest first.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Place, at_exit};

/// Something that went wrong.
#[derive(Clone, Debug)]
pub(crate) struct Violation {
    /// Of which kind, in a word or two.
    pub(crate) kind: &'static str,
    /// What did it, a function of C's for one.
    pub(crate) who: String,
    /// What it did.
    pub(crate) what: String,
    /// The line that did it, or called what did, where it is known.
    pub(crate) place: Option<Place>,
}

pub(super) type Found = Vec<Violation>;

static FOUND: Mutex<Found> = Mutex::new(Vec::new());
/// Beyond so many they are the same ones again.
const MOST: usize = 1000;

pub(super) fn found() -> MutexGuard<'static, Found> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes one, if there is room.
pub(crate) fn violated(violation: Violation) {
    at_exit::violated(&violation);
    let mut found = found();
    if found.len() < MOST {
        found.push(violation);
    }
}

/// All that were noted.
pub(crate) fn violations() -> Vec<Violation> {
    found().clone()
}

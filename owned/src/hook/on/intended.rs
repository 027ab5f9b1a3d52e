//! Leaks that are meant: how many, by the line and the reason.

use core::panic::Location;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::hook::Intended;

use super::sites::Site;

pub(super) type Reasons = BTreeMap<(&'static str, u32, &'static str, &'static str), u64>;

static INTENDED: Mutex<Reasons> = Mutex::new(BTreeMap::new());

pub(super) fn reasons() -> MutexGuard<'static, Reasons> {
    INTENDED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes one. There are as many entries as lines of code that leak on purpose.
pub(super) fn note(place: &'static Location<'static>, handle: &'static str, reason: &'static str) {
    *reasons().entry((place.file(), place.line(), handle, reason)).or_default() += 1;
}

/// All of them, in order of file and line.
pub(crate) fn intended() -> Vec<Intended> {
    let mut all = Vec::new();
    for (&(file, line, handle, reason), &count) in reasons().iter() {
        let handle = Site::short(handle);
        all.push(Intended { file: file.to_owned(), line, handle, reason: reason.to_owned(), count });
    }
    all
}

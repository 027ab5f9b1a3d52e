//! What error reports of applications have in common: an error, and texts that were put over it on its way.

use core::error::Error;
use std::io;

use crate::err::{PyErr, RuntimeError};

/// What a report is at its top.
pub(super) enum Report {
    /// Exceptions, under so many texts.
    Raised(Vec<String>),
    /// An error of input or output.
    Io,
    /// Another one.
    Other,
}

/// The texts end where the exception is, so nothing of what is under it is lost.
pub(super) fn report<'a>(mut chain: impl Iterator<Item = &'a (dyn Error + 'static)> + Clone) -> Report {
    // As for causes: what an error gives for its source can be anything, also itself.
    const DEEPEST: usize = 64;
    let mut above = chain.clone().take(DEEPEST);
    let texts = above.by_ref().take_while(|link| !link.is::<PyErr>()).map(ToString::to_string).collect::<Vec<_>>();
    if chain.clone().take(DEEPEST).nth(texts.len()).is_some() {
        return Report::Raised(texts);
    }
    if chain.next().is_some_and(|top| top.is::<io::Error>()) { Report::Io } else { Report::Other }
}

/// The exception with the texts over it again, each a `RuntimeError` caused by the next.
#[track_caller]
pub(super) fn under(texts: Vec<String>, raised: PyErr) -> PyErr {
    texts.into_iter().rev().fold(raised, |cause, text| RuntimeError::new(text).caused_by(cause))
}

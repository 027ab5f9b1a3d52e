//! `OSError`, before it is raised.
#![expect(unsafe_code, reason = "makes arguments of C's")]

use core::fmt;
use std::ffi::{OsStr, OsString};

use crate::ptr::Owned;
use crate::raw::{self, ExceptionKind, NewRef};
use crate::token::Python;

use super::Result;
use super::build::{integer, kind, make, text};
use super::exceptions::BaseException;
use super::repr::{Called, Recipe};

/// `OSError(errno, message, filename)`, of which Python makes the subclass that fits. On Windows the number can be the system's own,
/// of which Python makes an errno.
pub(super) struct Os {
    pub(super) number: i32,
    pub(super) windows: bool,
    pub(super) message: String,
    pub(super) path: Option<OsString>,
}

impl Recipe for Os {
    #[inline]
    fn build<'py>(&self, py: Python<'py>) -> Result<Owned<'py, BaseException>> {
        let args = arguments(self.number, self.windows, &self.message, self.path.as_deref())?;
        make(py, kind(ExceptionKind::OSError), &args)
    }

    #[inline]
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.windows { "WinError" } else { "Errno" };
        write!(f, "OSError: [{name} {}] {}", self.number, self.message)?;
        self.path.as_ref().map_or(Ok(()), |path| write!(f, ": '{}'", path.display()))
    }

    #[inline]
    fn number(&self) -> Option<i32> {
        Some(self.number)
    }
}

/// Only built with a token at hand.
#[inline]
fn arguments(number: i32, windows: bool, message: &str, path: Option<&OsStr>) -> Called<Vec<NewRef>> {
    // SAFETY: attached, as above.
    let number = unsafe { raw::long_from_long_long(i64::from(number)) }?;
    let mut args = Vec::with_capacity(4);
    // The system's own number comes last, and an errno that is not known first.
    args.push(if windows { integer(0)? } else { number.borrow().to_new() });
    args.push(text(message)?);
    if let Some(path) = path {
        args.push(raw::path_to_str(path)?);
    } else if windows {
        // SAFETY: attached, as above.
        args.push(unsafe { raw::none() });
    }
    if windows {
        args.push(number);
    }
    Ok(args)
}

//! What an error is made of: a literal with its kind, a key that is not there, an exception that exists, or a recipe for one.
#![expect(unsafe_code, reason = "declares what shows the collector references")]

use core::fmt;
use std::borrow::Cow;
use std::panic::AssertUnwindSafe;

use crate::ptr::{Any, Owned, Py};
use crate::raw::structs::visitproc;
use crate::raw::{ExceptionKind, Failed, NewRef};
use crate::token::Python;

use super::exceptions::BaseException;
use super::packed::{Literal, Packed};
use super::place::{self, Place};
use super::{PyErr, Result};

pub(super) enum Repr {
    /// `ValueError::new("literal")`: nothing is allocated.
    Literal(Literal),
    /// `KeyError::of(key)`: nothing is built yet.
    Key(Py<Any>),
    /// It exists, with its traceback.
    Raised(Py<BaseException>),
    /// It exists, and had a cause when it came to Rust: kept, since `Error::source` lends it.
    Caused(Box<Caused>),
    /// Built on demand.
    Lazy(Box<Lazy>),
}

/// The same, looked at.
pub(super) enum Look<'a> {
    Literal(Literal),
    Key(&'a Py<Any>),
    Raised(&'a Py<BaseException>),
    Caused(&'a Caused),
    Lazy(&'a Lazy),
}

impl From<Repr> for PyErr {
    #[inline]
    fn from(repr: Repr) -> Self {
        PyErr(Packed::new(repr))
    }
}

pub(super) struct Caused {
    pub(super) value: Py<BaseException>,
    pub(super) cause: PyErr,
}

pub(crate) struct Lazy {
    pub(super) what: What,
    /// Becomes the `__cause__`.
    pub(super) cause: Option<PyErr>,
    /// Where it was made, if tracebacks are to say so.
    pub(super) place: Option<Place>,
}

/// What an exception is to be built of.
pub(crate) enum What {
    Message {
        class: Class,
        message: Cow<'static, str>,
    },
    /// What has more in it than a text. That an error may hold references, the compiler says often enough without it.
    Rare(AssertUnwindSafe<Box<dyn Recipe>>),
    /// A panic that was caught at the boundary.
    Panic {
        message: String,
        place: String,
    },
    /// Built by a function from values that it was given, which may hold references.
    Later(Box<dyn Later>),
}

/// The class of an exception that is not built yet.
#[derive(Clone, Copy)]
pub(crate) enum Class {
    Kind(ExceptionKind),
    Found { name: &'static str, find: Find },
}

/// How the class of an exception that is not built in is found.
pub(crate) type Find = for<'py> fn(Python<'py>) -> Result<Owned<'py, Any>>;

/// How an exception is built that is more than a text. Few bindings make one: all of it is `#[inline]`, compiled with those
/// that do, and not with the library.
pub(crate) trait Recipe: Send + Sync {
    /// The exception.
    fn build<'py>(&self, py: Python<'py>) -> Result<Owned<'py, BaseException>>;

    /// What it is, before it is built.
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The errors in it.
    fn errors(&self) -> &[PyErr] {
        &[]
    }

    /// Its `errno`.
    fn number(&self) -> Option<i32> {
        None
    }
}

/// An error that is built in this way.
#[track_caller]
#[inline]
pub(super) fn rare(recipe: impl Recipe + 'static) -> PyErr {
    What::Rare(AssertUnwindSafe(Box::new(recipe))).into()
}

/// The values that an exception will be built of, and how.
pub(crate) trait Later: Send + Sync {
    /// For messages before it is built.
    fn name(&self) -> &'static str;

    /// The class, and its arguments.
    fn build<'py>(&self, py: Python<'py>) -> Result<(Owned<'py, Any>, Vec<NewRef>)>;

    /// Shows the collector the references among the values; what it answers is the result.
    ///
    /// # Safety
    /// The two arguments of a `tp_traverse` that is running.
    unsafe fn visit(&self, visit: visitproc, argument: *mut core::ffi::c_void) -> core::ffi::c_int;
}

/// What of an error the collector is shown.
pub(crate) enum Kept<'a> {
    Object(&'a Py<BaseException>),
    Key(&'a Py<Any>),
    Later(&'a dyn Later),
}

impl Class {
    pub(super) fn name(self) -> &'static str {
        match self {
            Class::Kind(kind) => kind.name(),
            Class::Found { name, .. } => name,
        }
    }
}

impl From<What> for PyErr {
    #[track_caller]
    fn from(what: What) -> Self {
        Repr::Lazy(Box::new(Lazy { what, cause: None, place: place::here() })).into()
    }
}

/// What a function of this floor that calls C gives: the `?` of a `Failed` is for `Result`.
pub(super) type Called<T> = core::result::Result<T, Failed>;

//! Text.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, TypeError};
use crate::object::Str;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

impl<'a> FromPy<'a, '_> for &'a str {
    const ACCEPTS: TypeHint = TypeHint::STR;

    /// Lends the text of a `str`.
    ///
    /// # Errors
    /// `UnicodeEncodeError` for a lone surrogate, which a Rust string cannot hold.
    #[inline(always)] // what functions take most, and a few instructions where it succeeds
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        object.downcast::<Str>()?.as_str()
    }
}

impl<'a> FromPy<'a, '_> for Cow<'a, str> {
    const ACCEPTS: TypeHint = TypeHint::STR;

    /// Lends the text, as `&str` does.
    #[inline]
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        <&str>::from_py(object).map(Cow::Borrowed)
    }
}

/// Copies of the text.
macro_rules! copies {
    ($($text:ty)*) => { $(
        impl FromPy<'_, '_> for $text {
            const ACCEPTS: TypeHint = TypeHint::STR;

            /// Copies the text of a `str`; see `&str`.
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                <&str>::from_py(object).map(Self::from)
            }
        }
    )* };
}
copies!(String Box<str> Rc<str> Arc<str>);

impl FromPy<'_, '_> for char {
    const ACCEPTS: TypeHint = TypeHint::STR;

    /// A `str` of one character.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let mut text = <&str>::from_py(object)?.chars();
        match (text.next(), text.next()) {
            (Some(one), None) => Ok(one),
            _ => Err(TypeError::new("expected a string of one character")),
        }
    }
}

impl<'py> IntoPy<'py> for &str {
    type Target = Str;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
        Str::new(py, self)
    }
}

macro_rules! texts {
    ($($text:ty, |$value:ident| $as_str:expr;)*) => { $(
        impl<'py> IntoPy<'py> for $text {
            type Target = Str;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
                let $value = self;
                Str::new(py, $as_str)
            }
        }
    )* };
}
texts! {
    String, |text| &text;
    &String, |text| text;
    &&str, |text| text;
    Cow<'_, str>, |text| &text;
    &Cow<'_, str>, |text| text;
    Box<str>, |text| &text;
    &Box<str>, |text| text;
    Rc<str>, |text| &text;
    &Rc<str>, |text| text;
    Arc<str>, |text| &text;
    &Arc<str>, |text| text;
    char, |one| one.encode_utf8(&mut [0; 4]);
    &char, |one| one.encode_utf8(&mut [0; 4]);
}

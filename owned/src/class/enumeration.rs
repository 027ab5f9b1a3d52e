//! Enums that Python gets as classes of its module `enum`: one for each copy of the module, owned by its state.
#![expect(unsafe_code, reason = "believes that what the module `enum` makes is a type")]

use core::ffi::CStr;

use crate::err::{Result, RuntimeError, TypeError, ValueError};
use crate::object::{Dict, List, Module, Str, Type};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw;
use crate::token::Python;

use super::{CreatedType, TypeCell};

/// A Rust enum that is a class of Python's module `enum`. Implemented by `#[enumeration]`.
///
/// ```
/// use owned::{Enumeration, enumeration};
///
/// /// What may be done with a file.
/// #[enumeration(IntFlag)]
/// #[derive(Debug, PartialEq)]
/// pub enum Access {
///     Read = 1,
///     Write = 2,
/// }
///
/// assert_eq!(Access::NAME, c"Access");
/// assert_eq!(Access::MEMBERS[Access::Write.member()].number, 2);
/// ```
pub trait Enumeration: Copy + 'static {
    /// The name in Python.
    const NAME: &'static CStr;
    /// The docstring.
    const DOC: &'static CStr;
    /// Which class of the module `enum` it extends: `IntFlag`, say.
    const KIND: &'static str;
    /// Its values, in the order of the variants.
    const MEMBERS: &'static [Member<Self>];

    /// Where the running class is found.
    fn cell() -> &'static TypeCell<Self>;

    /// Which of `MEMBERS` this is.
    fn member(self) -> usize;
}

/// One value.
pub struct Member<E> {
    /// The variant.
    pub variant: E,
    /// Its name in Python.
    pub name: &'static str,
    /// The number of the variant.
    pub number: i64,
    /// Its value in Python, if that is a text.
    pub text: Option<&'static str>,
}

/// Makes the class for `module`, where it is found from then on.
#[inline]
pub(crate) fn build_enumeration<E: Enumeration>(module: &Owned<'_, Module>) -> Result<CreatedType> {
    let py = module.py();
    let name = E::NAME.to_str()?;
    let members = List::empty(py)?;
    for Member { name, number, text, .. } in E::MEMBERS {
        match text {
            Some(text) => members.append((*name, *text))?,
            None => members.append((*name, *number))?,
        }
    }
    let options = Dict::empty(py)?;
    options.set("module", module.name()?)?;
    options.set("qualname", name)?;
    let class = py.import("enum")?.getattr(E::KIND)?.call_with((name, members), &options)?.downcast::<Type>()?;
    class.setattr("__doc__", Str::new(py, E::DOC.to_str()?)?)?;
    let live = &E::cell().live;
    live.set(class.raw());
    Ok(CreatedType::new(class.unbind(), live))
}

/// What type checkers are told of it.
#[doc(hidden)]
pub const fn hint<E: Enumeration>() -> TypeHint {
    TypeHint::class::<E>(match E::NAME.to_str() {
        Ok(name) => name,
        Err(_) => "?",
    })
}

/// The class of the newest live copy of its module.
#[inline]
#[track_caller]
pub(super) fn class_of<E: Enumeration>(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let class = E::cell().live.get().ok_or_else(|| {
        let name = E::NAME.to_string_lossy();
        RuntimeError::new(format!("the module of enum '{name}' is not loaded in this interpreter"))
    })?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, class) })
}

/// Refuses what is no value of any live copy of the class.
#[inline]
pub(super) fn check<E: Enumeration>(object: Borrowed<'_, '_, Any>) -> Result<()> {
    if E::cell().live.covers(raw::type_of(object.raw())) {
        return Ok(());
    }
    Err(TypeError::new(format!("expected {}, got {}", E::NAME.to_string_lossy(), object.type_name())))
}

/// The member of the class. A new reference.
///
/// # Errors
/// `RuntimeError` if its module is not imported (any more).
#[inline]
#[track_caller]
pub fn member_into_py<E: Enumeration>(py: Python<'_>, value: E) -> Result<Owned<'_, Any>> {
    class_of::<E>(py)?.getattr(E::MEMBERS[value.member()].name)
}

/// The variant of a member, by its name.
///
/// # Errors
/// `TypeError` for what is none, `ValueError` for a combination of flags.
#[inline]
pub fn member_from_py<E: Enumeration>(object: Borrowed<'_, '_, Any>) -> Result<E> {
    check::<E>(object)?;
    let name = object.getattr("_name_")?;
    if let Ok(name) = name.downcast::<Str>() {
        let name = name.as_borrowed().as_str()?;
        for member in E::MEMBERS {
            if member.name == name {
                return Ok(member.variant);
            }
        }
    }
    Err(ValueError::new(format!(
        "{} is not one value of {}",
        object.repr()?.to_string_lossy(),
        E::NAME.to_string_lossy()
    )))
}

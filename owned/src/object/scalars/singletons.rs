//! `None`, `...` and `NotImplemented`: types with one object each.
#![expect(unsafe_code, reason = "takes references to the interpreter's constants; a token proves an attached thread")]

use crate::object::builtin_type;
use crate::ptr::Owned;
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// The type of `None`. As an argument it takes `None` and nothing else.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Ellipsis, NoneType, NotImplemented};
    /// Python::attach(|py| {
    ///     assert!(NoneType::get(py).is(&py.none()));
    ///     assert!(py.none().downcast::<NoneType>().is_ok());
    ///     assert_eq!(format!("{:?} {:?}", Ellipsis::get(py), NotImplemented::get(py)), "Ellipsis NotImplemented");
    /// });
    /// ```
    NoneType, "None", raw::is_none
}
builtin_type! {
    /// The type of `...`.
    Ellipsis, "ellipsis", raw::is_ellipsis
}
builtin_type! {
    /// The type of `NotImplemented`, the answer of an operator that does not know its operand.
    NotImplemented, "NotImplementedType", raw::is_not_implemented
}

impl NoneType {
    /// `None`. A new reference.
    #[track_caller]
    #[inline]
    pub fn get(py: Python<'_>) -> Owned<'_, NoneType> {
        // SAFETY: attached, by `py`.
        let none = unsafe { raw::none() };
        // SAFETY: the one object of the type.
        unsafe { Owned::from_ref(py, none) }
    }
}

impl Ellipsis {
    /// `...`. A new reference.
    #[track_caller]
    #[inline]
    pub fn get(py: Python<'_>) -> Owned<'_, Ellipsis> {
        // SAFETY: attached, by `py`.
        let object = unsafe { raw::ellipsis() };
        // SAFETY: the one object of the type.
        unsafe { Owned::from_ref(py, object) }
    }
}

impl NotImplemented {
    /// `NotImplemented`. A new reference.
    #[track_caller]
    #[inline]
    pub fn get(py: Python<'_>) -> Owned<'_, NotImplemented> {
        // SAFETY: attached, by `py`.
        let object = unsafe { raw::not_implemented() };
        // SAFETY: the one object of the type.
        unsafe { Owned::from_ref(py, object) }
    }
}

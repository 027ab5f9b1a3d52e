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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Ellipsis;
    /// Python::attach(|py| {
    ///     assert!(py.eval("...", None)?.downcast::<Ellipsis>().is_ok());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Ellipsis, "ellipsis", raw::is_ellipsis
}
builtin_type! {
    /// The type of `NotImplemented`, the answer of an operator that does not know its operand.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::NotImplemented;
    /// Python::attach(|py| {
    ///     let answer = py.eval("(1).__add__('one')", None)?; // an int does not know how
    ///     assert!(answer.downcast::<NotImplemented>().is_ok());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    NotImplemented, "NotImplementedType", raw::is_not_implemented
}

impl NoneType {
    /// `None`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::NoneType;
    /// assert!(NoneType::get(py).is(&py.none()));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Ellipsis;
    /// assert_eq!(Ellipsis::get(py).repr()?.to_str()?, "Ellipsis");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::NotImplemented;
    /// assert!(NotImplemented::get(py).is(&py.not_implemented()));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn get(py: Python<'_>) -> Owned<'_, NotImplemented> {
        // SAFETY: attached, by `py`.
        let object = unsafe { raw::not_implemented() };
        // SAFETY: the one object of the type.
        unsafe { Owned::from_ref(py, object) }
    }
}

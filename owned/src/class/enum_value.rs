//! Enums as classes: their values are attributes of the class, one object for each, which every conversion gives.
#![expect(unsafe_code, reason = "makes an instance of a class that is being made")]

use core::cell::Cell;
use core::ffi::CStr;
use core::ptr;

use crate::convert::{Args, IntoPy, Param, Signature};
use crate::err::{Result, RuntimeError};
use crate::object::{Str, Type};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{BorrowedRef, PyObject};
use crate::token::Python;

use super::make::instantiate;
use super::{Class, Initial, Method, Unary};

/// Which value of an enum one is.
#[derive(Clone, Copy, Debug)]
pub struct EnumValue {
    /// Its name in Python: an attribute of the class.
    pub name: &'static CStr,
    /// Its number in Rust.
    pub number: i64,
}

thread_local! {
    /// The class that this thread is giving its values, NULL if none. Another thread may be making another copy of it.
    static MAKING: Cell<*mut PyObject> = const { Cell::new(ptr::null_mut()) };
}

/// Runs `f`, which gives the class its values.
#[inline]
pub(super) fn while_making<R>(class: &Owned<'_, Type>, f: impl FnOnce() -> R) -> R {
    struct Before(*mut PyObject);
    impl Drop for Before {
        #[inline]
        fn drop(&mut self) {
            MAKING.set(self.0);
        }
    }
    let _before = Before(MAKING.replace(class.as_ptr()));
    f()
}

/// The object of a value, for the class that is being made.
///
/// # Errors
/// `MemoryError`.
pub fn enum_value<'py, C: Class + Initial<'py, C>>(py: Python<'py>, value: C) -> Result<Owned<'py, Any>> {
    // SAFETY: NULL, or the class that `while_making` borrows on this thread, until it ends.
    let class = unsafe { BorrowedRef::from_ptr(MAKING.get()) };
    let class = class.filter(|class| C::cell().live.covers(*class));
    let class = class.ok_or_else(|| RuntimeError::new("the values of an enum are made with its class"))?;
    // SAFETY: a type of the class, by the line above, held by who makes it.
    Ok(unsafe { instantiate(py, class, value) }?.into_any())
}

/// The object that the class has for it.
///
/// # Errors
/// `RuntimeError` if the module of the class is not imported (any more).
#[inline]
pub(super) fn shared<'py>(class: &Owned<'py, Any>, value: EnumValue) -> Result<Owned<'py, Any>> {
    class.getattr(value.name.to_str()?)
}

/// Which value an instance is.
fn value_of<C: Class>(slf: Borrowed<'_, '_, C>) -> Result<EnumValue> {
    let value = slf.share(super::holder::Holder::Unknown)?.enum_value();
    value.ok_or_else(|| RuntimeError::new("not the value of an enum"))
}

/// `__reduce__`: copies and pickles give the object of the class again.
pub struct ReduceValue;

impl<C: Class> Method<C> for ReduceValue {
    const NAME: &'static CStr = c"__reduce__";
    const DOC: &'static CStr = c"__reduce__($self)\n--\n\n";
    const SIGNATURE: &'static Signature = &Signature {
        class: None,
        function: "__reduce__",
        params: &[] as &[Param],
        positional: 0,
        positional_only: 0,
        least: 0,
        rest: false,
        options: false,
    };

    fn call<'a, 'py>(slf: Borrowed<'a, 'py, C>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let py = slf.py();
        let [] = <Self as Method<C>>::SIGNATURE.required(py, args)?;
        let name = value_of(slf)?.name.to_str()?;
        let getattr = py.import("builtins")?.getattr("getattr")?;
        (getattr, (slf.into_any().type_of(), name)).into_any(py)
    }
}

/// `__repr__`: `Colour.Red`.
pub struct ReprValue;

impl<C: Class> Unary<C> for ReprValue {
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>> {
        let name = value_of(slf)?.name.to_str()?;
        let class = C::NAME.to_str()?;
        Ok(Str::new(slf.py(), &format!("{class}.{name}"))?.into_any())
    }
}

/// `__int__`: the number of the variant.
pub struct IntValue;

impl<C: Class> Unary<C> for IntValue {
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>> {
        value_of(slf)?.number.into_any(slf.py())
    }
}

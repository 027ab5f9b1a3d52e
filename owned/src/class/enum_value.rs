//! Enums as classes: their values are attributes of the class, one object for each, which every conversion gives.

use core::cell::Cell;
use core::ffi::CStr;
use core::ptr;

use crate::err::Result;
use crate::object::Type;
use crate::ptr::{Any, Owned};
use crate::raw::PyObject;

/// Whether a class can be an enum: what is there for those alone is not compiled without.
pub(crate) const HAS_ENUMS: bool = cfg!(feature = "enums");

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
    pub(super) static MAKING: Cell<*mut PyObject> = const { Cell::new(ptr::null_mut()) };
}

/// Runs `f`, which gives the class its values.
#[inline]
pub(super) fn while_making<R>(class: &Owned<'_, Type>, f: impl FnOnce() -> R) -> R {
    struct Before(*mut PyObject);
    impl Drop for Before {
        fn drop(&mut self) {
            MAKING.set(self.0);
        }
    }
    let _before = Before(MAKING.replace(class.as_ptr()));
    f()
}

/// The object that the class has for it.
///
/// # Errors
/// `RuntimeError` if the module of the class is not imported (any more).
#[inline]
pub(super) fn shared<'py>(class: &Owned<'py, Any>, value: EnumValue) -> Result<Owned<'py, Any>> {
    class.getattr(value.name.to_str()?)
}

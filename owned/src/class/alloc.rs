//! Making instances.
#![expect(unsafe_code, reason = "allocates an instance and writes its inside")]

use crate::convert::{FromPy, IntoPy};
use crate::err::{MemoryError, PyErr, Result, RuntimeError};
use crate::ptr::{Any, Borrowed, Derived, Owned, TypeInfo};
use crate::raw::structs::{Py_tp_alloc, PyTypeObject, allocfunc};
use crate::raw::{self, BorrowedRef, NewRef};
use crate::token::Python;

use super::layout::Layout;
use super::{Class, Ref, RefMut, State};

/// A new instance of `class` with `inside`. A new reference.
///
/// # Safety
/// `class` is the class's own type object or a subtype of it, and the caller holds it: allocating may run the
/// collector, which may take a module that nobody else holds.
#[track_caller]
pub(super) unsafe fn instantiate<C: Class>(
    py: Python<'_>,
    class: *mut PyTypeObject,
    inside: C,
) -> Result<Owned<'_, C>> {
    // SAFETY: attached, by `py`; a live type.
    let alloc = unsafe { raw::type_slot(class, Py_tp_alloc) };
    // SAFETY: the slot holds an `allocfunc` or NULL.
    let alloc: Option<allocfunc> = unsafe { core::mem::transmute(alloc) };
    let alloc = alloc.ok_or_else(|| RuntimeError::new("the type has no allocator"))?;
    // SAFETY: attached; zeroed memory of the type's size, or NULL with an exception set. It is tracked by the
    // collector already, but no code runs before the inside is written below.
    let object = unsafe { alloc(class, 0) };
    // SAFETY: `tp_alloc` gives a new reference or NULL.
    let Some(object) = (unsafe { NewRef::from_ptr(object) }) else {
        return Err(PyErr::take(py).unwrap_or_else(|| MemoryError::new("")));
    };
    let place: *mut Layout<C> = object.as_non_null().as_ptr().cast();
    // SAFETY: the instance is ours alone and large enough.
    let inside_place = unsafe { &raw mut (*place).body.inside };
    // SAFETY: in bounds and aligned; nothing was there that would have to be dropped.
    unsafe { inside_place.write(core::cell::UnsafeCell::new(core::mem::MaybeUninit::new(inside))) };
    // SAFETY: the instance is ours alone and large enough.
    let state_place = unsafe { &raw mut (*place).body.state };
    // SAFETY: in bounds and aligned. From here on the inside is present.
    unsafe { state_place.write(C::State::FREE) };
    // SAFETY: an instance of the class.
    Ok(unsafe { Owned::from_ref(py, object) })
}

// SAFETY: an instance of the running type, or of a subclass, has this class's layout.
#[diagnostic::do_not_recommend]
unsafe impl<C: Class> TypeInfo for C {
    const NAME: &'static str = match C::NAME.to_str() {
        Ok(name) => name,
        Err(_) => "?",
    };

    fn is_instance(object: BorrowedRef<'_>) -> bool {
        C::cell().has_instance(object)
    }
}

// SAFETY: an instance of a class is an object.
unsafe impl<C: Class> Derived for C {
    type Base = Any;
}

// A type that is no class should be told what can be converted, not that it is no class.
#[diagnostic::do_not_recommend]
impl<'py, C: Class> IntoPy<'py> for C {
    type Target = C;

    /// A new instance of the class.
    ///
    /// # Errors
    /// `RuntimeError` if the module of the class is not imported (any more).
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, C>> {
        let class = C::cell().get().ok_or_else(|| {
            let name = <C as TypeInfo>::NAME;
            RuntimeError::new(format!("the module of class '{name}' is not loaded in this interpreter"))
        })?;
        let held = class.to_new();
        // SAFETY: the class's own type object, held until the instance holds it.
        unsafe { instantiate(py, held.borrow().as_ptr().cast(), self) }
    }
}

impl<'a, C: Class> FromPy<'a, '_> for Ref<'a, C> {
    /// Looks at the inside of an instance for as long as the result lives.
    ///
    /// # Errors
    /// `TypeError` for another type, `RuntimeError` while a method is changing it.
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        object.downcast::<C>()?.borrow()
    }
}

impl<'a, C: Class<State: super::Exclusive>> FromPy<'a, '_> for RefMut<'a, C> {
    /// Claims the inside of an instance for as long as the result lives.
    ///
    /// # Errors
    /// `TypeError` for another type, `RuntimeError` while anybody else uses it.
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        object.downcast::<C>()?.borrow_mut()
    }
}

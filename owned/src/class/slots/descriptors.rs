//! Descriptors: objects that guard an attribute of the class that they are put into.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use crate::err::{Result, boundary};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::{into_c, this};
use super::pairs::{assign, keep, remove};
use super::table::Part;
use super::{Erase, Slot, Store, lend_or};

/// `__get__`.
pub trait DescriptorGet<C: Class> {
    /// The attribute of the instance, which is `None` where the class itself is asked, and of its class.
    fn get<'a, 'py>(
        slf: Borrowed<'a, 'py, C>,
        instance: Borrowed<'a, 'py, Any>,
        owner: Borrowed<'a, 'py, Any>,
    ) -> Result<Owned<'py, Any>>;
}

impl<C: Class> Slot<C> {
    /// `__get__`.
    pub const fn descriptor_get<M: DescriptorGet<C>>() -> Self {
        Slot::of(place::Py_tp_descr_get, get::<C, M> as *const ())
    }

    /// `__set__`.
    pub const fn descriptor_set<M: Store<C>>() -> Self {
        Slot::of(place::Py_tp_descr_set, assign::<C, { place::Py_tp_descr_set }> as *const ())
            .part(Part::Ternary(keep::<C, M>))
    }

    /// `__delete__`.
    pub const fn descriptor_delete<M: Erase<C>>() -> Self {
        Slot::of(place::Py_tp_descr_set, assign::<C, { place::Py_tp_descr_set }> as *const ())
            .part(Part::Counterpart(remove::<C, M>))
    }
}

unsafe extern "C" fn get<C: Class, M: DescriptorGet<C>>(
    object: *mut PyObject,
    instance: *mut PyObject,
    owner: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        let none = py.none();
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live object or NULL.
        let instance = unsafe { lend_or(&none, instance) };
        // SAFETY: Python passes a live object or NULL.
        let owner = unsafe { lend_or(&none, owner) };
        M::get(slf.lend(), instance, owner).map(into_c)
    })
}

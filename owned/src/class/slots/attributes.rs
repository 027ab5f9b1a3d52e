//! Attributes. Setting is left to CPython's own function, which finds the methods by name: `object.__setattr__` is
//! refused for a class with another one, and it is how `__setattr__` of a class of Python's stores a value.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use crate::err::{AttributeError, PyErr, Result, TypeError, boundary};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::structs::{METH_FASTCALL, METH_O, PyMethodDefPointer};
use crate::raw::{self, PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::{into_c, this};
use super::operators::Named;
use super::pairs::{keep, remove};
use super::table::{self, Part, shown};
use super::{Binary, Erase, Slot, Store, lend, lend_array};

const GETATTRIBUTE: Named =
    Named::new(c"__getattribute__", c"__getattribute__($self, name, /)\n--\n\nReturn getattr(self, name).");
const SETATTR: Named =
    Named::new(c"__setattr__", c"__setattr__($self, name, value, /)\n--\n\nImplement setattr(self, name, value).");
const DELATTR: Named = Named::new(c"__delattr__", c"__delattr__($self, name, /)\n--\n\nImplement delattr(self, name).");
const GETATTR: Named =
    Named::new(c"__getattr__", c"__getattr__($self, name, /)\n--\n\nReturn an attribute that is not found.");

impl<C: Class> Slot<C> {
    /// `__getattribute__`: asked for every attribute.
    pub const fn getattribute<M: Binary<C>>() -> Self {
        let method = shown(GETATTRIBUTE, PyMethodDefPointer { PyCFunction: by_name::<C, M> }, METH_O);
        Slot::of(place::Py_tp_getattro, getattro::<C> as *const ()).part(Part::Binary(found::<C, M>)).method(method)
    }

    /// `__getattr__`: asked when the attribute is not found in the usual way.
    pub const fn getattr<M: Binary<C>>() -> Self {
        let method = shown(GETATTR, PyMethodDefPointer { PyCFunction: by_name::<C, M> }, METH_O);
        Slot::of(place::Py_tp_getattro, getattro::<C> as *const ())
            .part(Part::Counterpart(found::<C, M>))
            .method(method)
            .alone(shown(GETATTRIBUTE, PyMethodDefPointer { PyCFunction: usual }, METH_O))
    }

    /// `__setattr__`.
    pub const fn setattr<M: Store<C>>() -> Self {
        let method = shown(SETATTR, PyMethodDefPointer { PyCFunctionFast: store_by_name::<C, M> }, METH_FASTCALL);
        Slot::left_to_python(place::Py_tp_setattro).part(Part::Ternary(keep::<C, M>)).method(method).alone(shown(
            DELATTR,
            PyMethodDefPointer { PyCFunction: usual_erase },
            METH_O,
        ))
    }

    /// `__delattr__`.
    pub const fn delattr<M: Erase<C>>() -> Self {
        let method = shown(DELATTR, PyMethodDefPointer { PyCFunction: erase_by_name::<C, M> }, METH_O);
        Slot::left_to_python(place::Py_tp_setattro).part(Part::Counterpart(remove::<C, M>)).method(method).alone(shown(
            SETATTR,
            PyMethodDefPointer { PyCFunctionFast: usual_store },
            METH_FASTCALL,
        ))
    }
}

fn found<'a, 'py, C: Class, M: Binary<C>>(
    slf: Borrowed<'a, 'py, C>,
    name: Borrowed<'a, 'py, Any>,
) -> Result<Option<Owned<'py, Any>>> {
    M::binary(slf, name).map(Some)
}

/// `__getattribute__`, or what `object` has for it, then `__getattr__`.
unsafe extern "C" fn getattro<C: Class>(object: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this::<C>(py, object) };
        // SAFETY: Python passes a str.
        let name = unsafe { lend(py, name) };
        let found = match const { table::binary::<C>(place::Py_tp_getattro) } {
            Some(ask) => ask(slf.lend(), name),
            // SAFETY: attached; a live object and a str.
            None => unsafe { raw::object_generic_get_attr(slf.lend().raw(), name.raw()) }
                // SAFETY: any object is an `Any`.
                .map(|found| Some(unsafe { Owned::from_ref(py, found) }))
                .map_err(PyErr::from),
        };
        let found = match (found, const { table::counterpart::<C>(place::Py_tp_getattro) }) {
            (Err(error), Some(ask)) if error.is::<AttributeError>(py) => ask(slf.lend(), name)?,
            (found, _) => found?,
        };
        Ok(into_c(found.expect("a result")))
    })
}

/// A method of attributes, called by its name.
unsafe extern "C" fn by_name<C: Class, M: Binary<C>>(object: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance: the method's descriptor checks it.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live object.
        M::binary(slf.lend(), unsafe { lend(py, name) }).map(into_c)
    })
}

/// `object.__getattribute__`, where the class has only `__getattr__`: what C would show asks that one too.
#[inline]
unsafe extern "C" fn usual(object: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live object.
        let object = unsafe { this::<Any>(py, object) };
        // SAFETY: Python passes a live object.
        let name = unsafe { this::<Any>(py, name) };
        if !raw::is_str(name.lend().raw()) {
            let found = raw::type_name(raw::type_of(name.lend().raw()));
            return Err(TypeError::new(format!("attribute name must be string, not '{found}'")));
        }
        // SAFETY: attached; a live object and a str.
        let found = unsafe { raw::object_generic_get_attr(object.lend().raw(), name.lend().raw()) }?;
        Ok(found.into_non_null().as_ptr())
    })
}

/// `__setattr__`, called by its name, as the function in the slot does too.
unsafe extern "C" fn store_by_name<C: Class, M: Store<C>>(
    object: *mut PyObject,
    args: *mut *mut PyObject,
    count: isize,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes so many arguments.
        let [name, value] = unsafe { lend_array(py, "__setattr__", args, count) }?;
        // SAFETY: Python passes an instance: the method's descriptor checks it.
        M::store(unsafe { this(py, object) }.lend(), name, value)?;
        Ok(into_c(py.none()))
    })
}

/// `__delattr__`, called by its name.
unsafe extern "C" fn erase_by_name<C: Class, M: Erase<C>>(object: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance: the method's descriptor checks it.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live object.
        M::erase(slf.lend(), unsafe { lend(py, name) })?;
        Ok(into_c(py.none()))
    })
}

/// `object.__setattr__`, where the class has only `__delattr__`.
#[inline]
unsafe extern "C" fn usual_store(object: *mut PyObject, args: *mut *mut PyObject, count: isize) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes so many arguments.
        let [name, value] = unsafe { lend_array(py, "__setattr__", args, count) }?;
        // SAFETY: Python passes a live object.
        let object = unsafe { this::<Any>(py, object) };
        // SAFETY: attached; live objects. A name that is no str is refused.
        unsafe { raw::object_generic_set_attr(object.lend().raw(), name.raw(), Some(value.raw())) }?;
        Ok(into_c(py.none()))
    })
}

/// `object.__delattr__`, where the class has only `__setattr__`.
#[inline]
unsafe extern "C" fn usual_erase(object: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live object.
        let object = unsafe { this::<Any>(py, object) };
        // SAFETY: Python passes a live object.
        let name = unsafe { lend(py, name) };
        // SAFETY: attached; live objects. A name that is no str is refused.
        unsafe { raw::object_generic_set_attr(object.lend().raw(), name.raw(), None) }?;
        Ok(into_c(py.none()))
    })
}

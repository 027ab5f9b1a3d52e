//! Static properties: attributes of the class itself that functions read and set.
//!
//! Python asks the class of a class for such a thing. So a class with static properties has a metaclass of its own, over
//! that of what it extends, with an entry for each of them; classes without any are of `type` as ever. What is set on a
//! class goes through the metaclass too, and so reaches the entries though Python code cannot change the class, and where
//! it could, in a class of its own over this one.
//!
//! All is `#[inline]`: compiled with the bindings that have such a class, and not with the library.
#![expect(unsafe_code, reason = "makes types of types, and is entered from C")]

use core::ffi::{CStr, c_int, c_uint, c_void};
use std::ffi::CString;

use crate::err::{AttributeError, PyErr, Result, RuntimeError, TypeError, boundary};
use crate::gc::{Stop, Visited, Visitor};
use crate::object::{Dict, Str, Tuple, Type};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::structs::{
    self, PyGetSetDef, PyType_Slot, PyType_Spec, descrsetfunc, inquiry, setattrofunc, visitproc,
};
use crate::raw::{self, BorrowedRef, PyObject, place};
use crate::token::Python;

use super::base::slot;
use super::built_in;
use super::call::{into_c, this};
use super::initial::fetched;

/// The reading half of a static property.
pub trait StaticGetter {
    /// The property's name in Python.
    const NAME: &'static CStr;
    /// Its docstring.
    const DOC: &'static CStr;
    /// Reads it.
    fn get(py: Python<'_>) -> Result<Owned<'_, Any>>;
}

/// The writing half of a static property.
pub trait StaticSetter {
    /// The property's name in Python.
    const NAME: &'static CStr;
    /// Writes it.
    fn set<'py>(py: Python<'py>, value: Borrowed<'_, 'py, Any>) -> Result<()>;
}

/// What C calls to read one, of the class or of an instance: it is the same.
pub(super) unsafe extern "C" fn getter<G: StaticGetter>(_: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || G::get(py).map(into_c))
}

/// What C calls to set or to delete one.
pub(super) unsafe extern "C" fn setter<S: StaticSetter>(
    _: *mut PyObject,
    value: *mut PyObject,
    _: *mut c_void,
) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live value, or NULL for `del`.
        let Some(value) = (unsafe { Borrowed::<Any>::from_ptr(py, value) }) else {
            let name = S::NAME.to_string_lossy();
            return Err(AttributeError::new(format!("cannot delete attribute '{name}'")));
        };
        S::set(py, value).map(|()| 0)
    })
}

/// [`give`], for those classes alone that have a metaclass.
pub(super) type Give = fn(&Owned<'_, Type>, &Owned<'_, Type>, &Owned<'_, Str>, &CStr, &[PyGetSetDef]) -> Result<()>;

/// Gives the class, which nobody else has seen, the metaclass of its base or, if it has static properties, one over that.
#[inline]
pub(super) fn give(
    class: &Owned<'_, Type>,
    base: &Owned<'_, Type>,
    module: &Owned<'_, Str>,
    name: &CStr,
    properties: &[PyGetSetDef],
) -> Result<()> {
    let mut metaclass = Type::of(base);
    if !properties.is_empty() {
        let name = format!("{}.{}", module.to_str()?, name_for(&name.to_string_lossy()));
        metaclass = make(&metaclass, &CString::new(name)?, properties)?;
    }
    if !metaclass.is(&Type::of(class)) {
        // SAFETY: attached; a type that was just made from a spec, which nobody else has; the metaclass adds nothing to
        // the layout of the one before.
        unsafe { raw::type_set_metaclass(class.raw(), metaclass.into_ref()) };
    }
    Ok(())
}

/// What the metaclass is called, in the messages about its properties: `type[Counter]`.
#[inline]
fn name_for(class: &str) -> String {
    format!("type[{class}]")
}

/// A metaclass with these properties. C's table of them is static.
#[inline]
fn make<'py>(base: &Owned<'py, Type>, name: &CStr, properties: &[PyGetSetDef]) -> Result<Owned<'py, Type>> {
    // SAFETY: attached, by the handle.
    let of_types = unsafe { raw::type_type() };
    // SAFETY: a static type; an `inquiry` stands in that slot.
    let clear: Option<inquiry> = unsafe { slot(of_types, structs::Py_tp_clear) };
    let clear = clear.ok_or_else(|| RuntimeError::new("types cannot be cleared"))?;
    let mut slots = [
        PyType_Slot { slot: structs::Py_tp_traverse, pfunc: traverse as *mut c_void },
        PyType_Slot { slot: structs::Py_tp_clear, pfunc: clear as *mut c_void },
        PyType_Slot { slot: place::Py_tp_setattro, pfunc: set_attribute as *mut c_void },
        PyType_Slot { slot: structs::Py_tp_getset, pfunc: properties.as_ptr().cast_mut().cast() },
        PyType_Slot { slot: 0, pfunc: core::ptr::null_mut() },
    ];
    let flags = structs::Py_TPFLAGS_DEFAULT
        | structs::Py_TPFLAGS_HAVE_GC
        | structs::Py_TPFLAGS_BASETYPE
        | structs::Py_TPFLAGS_IMMUTABLETYPE;
    // A size of 0 is that of the base.
    let mut spec = PyType_Spec {
        name: name.as_ptr(),
        basicsize: 0,
        itemsize: 0,
        flags: flags as c_uint,
        slots: slots.as_mut_ptr(),
    };
    // SAFETY: attached; name and slots live during the call, which copies them; the properties are kept for ever.
    let class = unsafe { raw::type_from_module_and_spec(None, &mut spec, Some(base.raw())) }?;
    // SAFETY: the function makes a type.
    Ok(unsafe { Owned::from_ref(base.py(), class) })
}

/// `tp_traverse` of a class with static properties: as of any class, and the metaclass, which `type` does not show.
#[inline]
unsafe extern "C" fn traverse(class: *mut PyObject, visit: visitproc, argument: *mut c_void) -> c_int {
    // SAFETY: the two arguments of this traversal.
    let mut visitor = unsafe { Visitor::new(visit, argument) };
    // SAFETY: the collector passes a live class.
    match unsafe { show(class, &mut visitor) } {
        Ok(()) => 0,
        Err(Stop(stop)) => stop,
    }
}

/// # Safety
/// A live class with static properties, during a traversal.
#[inline]
unsafe fn show(class: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
    // SAFETY: the class is alive.
    let metaclass = raw::type_of(unsafe { BorrowedRef::from_ptr(class) }.expect("not NULL"));
    // SAFETY: an instance of a heap type, which a metaclass of ours is, owns a reference to it.
    unsafe { visitor.object(metaclass.as_ptr()) }?;
    // SAFETY: the collector runs on an attached thread.
    let of_types = unsafe { raw::type_type() };
    // SAFETY: a class is a type.
    unsafe { built_in::show(of_types, class, visitor) }
}

/// `tp_setattro` of a class with static properties. What its metaclass has a descriptor for is set by that; the rest is
/// left to `type`, which would refuse all alike where Python code cannot change the class.
#[inline]
unsafe extern "C" fn set_attribute(class: *mut PyObject, name: *mut PyObject, value: *mut PyObject) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live class.
        let this_class = unsafe { this::<Type>(py, class) };
        // SAFETY: Python passes a live name.
        let this_name = unsafe { this::<Any>(py, name) };
        let outcome = match descriptor(&Type::of(&this_class.lend()), this_name.lend())? {
            // SAFETY: attached; a descriptor, an object whose class has it, and a live value or NULL.
            Some((found, set)) => unsafe { set(found.as_ptr(), class, value) },
            None => {
                let set = of_type(py)?;
                // SAFETY: attached; a class, a live name, and a live value or NULL.
                unsafe { set(class, name, value) }
            }
        };
        if outcome < 0 { Err(fetched(py)) } else { Ok(0) }
    })
}

/// What the metaclass has of this name, and how it is set, if that is a descriptor that can be.
#[inline]
fn descriptor<'py>(
    metaclass: &Owned<'py, Type>,
    name: Borrowed<'_, 'py, Any>,
) -> Result<Option<(Owned<'py, Any>, descrsetfunc)>> {
    let py = metaclass.py();
    // SAFETY: attached; live objects. A name that is no str is refused.
    let found = match unsafe { raw::object_get_attr(metaclass.raw(), name.raw()) } {
        // SAFETY: any object is an `Any`.
        Ok(found) => unsafe { Owned::<Any>::from_ref(py, found) },
        Err(failed) => {
            let error = PyErr::from(failed);
            return if error.is::<AttributeError>(py) { Ok(None) } else { Err(error) };
        }
    };
    // SAFETY: a live type; a `descrsetfunc` stands in that slot.
    let set = unsafe { slot::<descrsetfunc>(raw::type_of(found.raw()), place::Py_tp_descr_set) };
    Ok(set.map(|set| (found, set)))
}

/// How `type` sets an attribute.
#[inline]
fn of_type(_: Python<'_>) -> Result<setattrofunc> {
    // SAFETY: attached, by the token.
    let of_types = unsafe { raw::type_type() };
    // SAFETY: a static type; a `setattrofunc` stands in that slot.
    let set: Option<setattrofunc> = unsafe { slot(of_types, place::Py_tp_setattro) };
    set.ok_or_else(|| RuntimeError::new("types cannot set attributes"))
}

/// The metaclass of a class that Python completes: that of ours, `own`, joined with the one that is asked for.
///
/// # Errors
/// `TypeError` where both set attributes in a way of their own.
#[inline]
pub(super) fn joined<'py>(
    own: Owned<'py, Type>,
    other: Owned<'py, Type>,
    module: &Owned<'py, Str>,
    name: &CStr,
) -> Result<Owned<'py, Type>> {
    let py = own.py();
    if other.is_subtype_of(&own) {
        return Ok(other);
    }
    if own.is_subtype_of(&other) {
        return Ok(own);
    }
    // SAFETY: a live type; a `setattrofunc` stands in that slot.
    let set: Option<setattrofunc> = unsafe { slot(other.raw(), place::Py_tp_setattro) };
    let usual = of_type(py)?;
    if !set.is_some_and(|set| core::ptr::fn_addr_eq(set, usual)) {
        return Err(TypeError::new(format!(
            "class '{}' has static properties, and its metaclass '{}' a __setattr__ of its own",
            name.to_string_lossy(),
            other.name()
        )));
    }
    let members = Dict::empty(py)?;
    members.set("__module__", module)?;
    members.set("__slots__", Tuple::empty(py)?)?;
    let name = Str::new(py, &name_for(&name.to_string_lossy()))?;
    Type::new(&name, &Tuple::from_vec(py, vec![own.into_any(), other.into_any()])?, &members)
}

//! What every object can be asked.
#![expect(unsafe_code, reason = "calls the object protocol; a handle proves an attached thread and a live object")]

use core::fmt;

use crate::err::{AttributeError, PyErr, Result};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::{CompareOp, Iter, Str, Type};

impl<'py> Python<'py> {
    /// `None`. A new reference.
    #[track_caller]
    pub fn none(self) -> Owned<'py, Any> {
        // SAFETY: attached, by `self`.
        let none = unsafe { raw::none() };
        // SAFETY: any object is an `Any`.
        unsafe { Owned::from_ref(self, none) }
    }

    /// `NotImplemented`, the answer of an operator that does not know its operand. A new reference.
    #[track_caller]
    pub fn not_implemented(self) -> Owned<'py, Any> {
        // SAFETY: attached, by `self`.
        let object = unsafe { raw::not_implemented() };
        // SAFETY: any object is an `Any`.
        unsafe { Owned::from_ref(self, object) }
    }
}

impl<'py> Owned<'py, Any> {
    /// `repr(self)`.
    #[track_caller]
    pub fn repr(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle: attached and alive.
        let text = unsafe { raw::object_repr(self.raw()) }?;
        // SAFETY: `PyObject_Repr` gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), text) })
    }

    /// `str(self)`.
    #[track_caller]
    pub fn str(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle: attached and alive.
        let text = unsafe { raw::object_str(self.raw()) }?;
        // SAFETY: `PyObject_Str` gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), text) })
    }

    /// `hash(self)`.
    #[track_caller]
    pub fn hash(&self) -> Result<isize> {
        // SAFETY: a handle: attached and alive.
        match unsafe { raw::object_hash(self.raw()) } {
            -1 => Err(PyErr::from(raw::Failed::set())),
            hash => Ok(hash),
        }
    }

    /// `len(self)`.
    #[track_caller]
    pub fn length(&self) -> Result<usize> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::object_size(self.raw()) }?)
    }

    /// `bool(self)`.
    #[track_caller]
    pub fn is_true(&self) -> Result<bool> {
        // SAFETY: a handle: attached and alive.
        Ok(unsafe { raw::object_is_true(self.raw()) }?)
    }

    /// Whether it is `None`.
    pub fn is_none(&self) -> bool {
        raw::is_none(self.raw())
    }

    /// `callable(self)`.
    pub fn is_callable(&self) -> bool {
        // SAFETY: a handle: attached and alive.
        unsafe { raw::callable_check(self.raw()) != 0 }
    }

    /// `type(self)`. A new reference.
    #[track_caller]
    pub fn type_of(&self) -> Owned<'py, Type> {
        // SAFETY: an object's type is a type.
        unsafe { Owned::from_ref(self.py(), raw::type_of(self.raw()).to_new()) }
    }

    /// The name of the type, such as `str` or `inkface.element`, for messages.
    pub fn type_name(&self) -> String {
        raw::type_name(raw::type_of(self.raw()))
    }

    /// `isinstance(self, class)`, which may run Python code; [`downcast`](Owned::downcast) never does.
    #[track_caller]
    pub fn is_instance(&self, class: &Owned<'py, Any>) -> Result<bool> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_is_instance(self.raw(), class.raw()) }?)
    }

    /// Whether the object is a `T`, by its type alone.
    pub fn is_a<T: TypeInfo>(&self) -> bool {
        T::is_instance(self.raw())
    }

    /// The reference count at this moment, this handle's included (`Py_REFCNT`).
    pub fn refcount(&self) -> usize {
        raw::refcount(self.raw())
    }

    /// `getattr(self, name)`.
    #[track_caller]
    pub fn getattr(&self, name: &str) -> Result<Owned<'py, Any>> {
        let name = Str::new(self.py(), name)?;
        // SAFETY: handles: attached and alive.
        let value = unsafe { raw::object_get_attr(self.raw(), name.raw()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), value) })
    }

    /// `getattr(self, name, None)`, told apart from an attribute that is `None`.
    #[track_caller]
    pub fn getattr_opt(&self, name: &str) -> Result<Option<Owned<'py, Any>>> {
        match self.getattr(name) {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is::<AttributeError>(self.py()) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// `self[key]`.
    #[track_caller]
    pub fn get_item(&self, key: &Owned<'py, Any>) -> Result<Owned<'py, Any>> {
        // SAFETY: handles: attached and alive.
        let value = unsafe { raw::object_get_item(self.raw(), key.raw()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), value) })
    }

    /// `self[key] = value`; the container takes its own references.
    #[track_caller]
    pub fn set_item(&self, key: &Owned<'py, Any>, value: &Owned<'py, Any>) -> Result<()> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_set_item(self.raw(), key.raw(), value.raw()) }?)
    }

    /// `del self[key]`.
    #[track_caller]
    pub fn del_item(&self, key: &Owned<'py, Any>) -> Result<()> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_del_item(self.raw(), key.raw()) }?)
    }

    /// `item in self`.
    #[track_caller]
    pub fn contains(&self, item: &Owned<'py, Any>) -> Result<bool> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::sequence_contains(self.raw(), item.raw()) }?)
    }

    /// `iter(self)`.
    #[track_caller]
    pub fn iter(&self) -> Result<Owned<'py, Iter>> {
        // SAFETY: a handle: attached and alive.
        let iterator = unsafe { raw::object_get_iter(self.raw()) }?;
        // SAFETY: `PyObject_GetIter` gives an iterator or fails.
        Ok(unsafe { Owned::from_ref(self.py(), iterator) })
    }

    /// `self < other` and so on, as the object that the operator gives.
    #[track_caller]
    pub fn compare(&self, other: &Owned<'py, Any>, op: CompareOp) -> Result<Owned<'py, Any>> {
        // SAFETY: handles: attached and alive.
        let answer = unsafe { raw::object_rich_compare(self.raw(), other.raw(), op.to_c()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), answer) })
    }

    /// Whether the comparison holds; identical objects are equal without being asked, as in a list's `in`.
    #[track_caller]
    pub fn compare_bool(&self, other: &Owned<'py, Any>, op: CompareOp) -> Result<bool> {
        // SAFETY: handles: attached and alive.
        Ok(unsafe { raw::object_rich_compare_bool(self.raw(), other.raw(), op.to_c()) }?)
    }
}

impl<T: TypeInfo> fmt::Debug for Owned<'_, T> {
    /// The `repr` of the object; never fails.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match repr_text(self) {
            Ok(text) => f.write_str(&text),
            Err(_) => write!(f, "<{} at {:p}, whose repr failed>", T::NAME, self.as_ptr()),
        }
    }
}

impl<T: TypeInfo> fmt::Debug for crate::ptr::Borrowed<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

fn repr_text<T: TypeInfo>(object: &Owned<'_, T>) -> Result<String> {
    // SAFETY: a handle: attached and alive.
    let text = unsafe { raw::object_repr(object.raw()) }?;
    // SAFETY: `PyObject_Repr` gives a str.
    Ok(unsafe { raw::unicode_utf8(text.borrow()) }?.to_owned())
}

//! What Python does with a field: to one that changes through `&self`, and to any other, which takes the object's word.

use core::ffi::CStr;
use core::marker::PhantomData;

use crate::convert::{FromPy, IntoPy, IntoReturn, ret, value};
use crate::err::{AttributeError, PyErr, Result};
use crate::gc::{Atomic, AtomicCell, Slot};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::SectionPlace;
use crate::token::Python;

use super::borrow::{hold, hold_mut};
use super::holder::MethodName;
use super::{Class, Exclusive};

/// A field that changes through `&self`.
pub trait InPlace: Sized {
    /// What Python sets.
    type Value;
    /// Whether it begins with a pointer that C's member descriptors can read and write.
    const IS_OBJECT: bool;

    /// What it is to Python; `None` if there is nothing.
    fn read<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>>;
    /// Puts the value there, and gives the object that was.
    fn write<'py>(&self, py: Python<'py>, value: Self::Value) -> Option<Owned<'py, Any>>;
    /// Leaves nothing there, and gives the object that was. An error if something must be there.
    fn delete<'py>(&self, py: Python<'py>, name: &CStr) -> Result<Option<Owned<'py, Any>>>;
}

impl InPlace for Slot {
    type Value = Slot;
    const IS_OBJECT: bool = true;

    #[inline]
    fn read<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        Ok(self.get(py))
    }

    #[inline]
    fn write<'py>(&self, py: Python<'py>, value: Slot) -> Option<Owned<'py, Any>> {
        match value.take(py) {
            Some(value) => self.replace(value),
            None => self.take(py),
        }
    }

    #[inline]
    fn delete<'py>(&self, py: Python<'py>, _: &CStr) -> Result<Option<Owned<'py, Any>>> {
        Ok(self.take(py))
    }
}

impl<T: Atomic + for<'py> IntoPy<'py>> InPlace for AtomicCell<T> {
    type Value = Self;
    const IS_OBJECT: bool = false;

    #[inline]
    fn read<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.into_any(py).map(Some)
    }

    #[inline]
    fn write<'py>(&self, _: Python<'py>, value: Self) -> Option<Owned<'py, Any>> {
        self.set(value.get());
        None
    }

    #[inline]
    fn delete<'py>(&self, _: Python<'py>, name: &CStr) -> Result<Option<Owned<'py, Any>>> {
        Err(cannot_delete(name))
    }
}

/// What Python does with a field of this type: by the functions of this type itself where it changes through `&self`, and else
/// by those of [`OwnField`].
#[derive(Debug)]
pub struct FieldOf<T>(PhantomData<T>);

impl<T: InPlace> FieldOf<T> {
    /// Whether setting it leaves the object's word alone.
    pub const IN_PLACE: bool = true;

    /// Whether C's member descriptors can read and write it.
    pub const IS_OBJECT: bool = T::IS_OBJECT;

    /// What it is to Python.
    #[track_caller]
    #[inline]
    pub fn read<'py, C: Class>(field: &T, slf: Borrowed<'_, 'py, C>, name: &CStr) -> Result<Owned<'py, Any>> {
        field.read(slf.py())?.ok_or_else(|| no_attribute(slf.into_any(), name))
    }

    /// Sets it, or deletes it.
    #[track_caller]
    #[inline]
    pub fn write<'a, 'py, C: Class>(
        slf: Borrowed<'a, 'py, C>,
        new: Option<Borrowed<'a, 'py, Any>>,
        (name, method): (&CStr, &'static MethodName),
        field: impl FnOnce(&C) -> &T,
        _: impl FnOnce(&mut C) -> &mut T,
    ) -> Result<()>
    where
        T: InPlace<Value: FromPy<'a, 'py>>,
    {
        let new = new.map(|new| value(new, method.0)).transpose()?;
        // Declared first, so that it is dropped when the object is free again: that may run Python code.
        let _old;
        let mut section = SectionPlace::new();
        let this = hold(slf, method, &mut section)?;
        _old = match new {
            Some(new) => field(&this).write(slf.py(), new),
            None => match field(&this).delete(slf.py(), name)? {
                None => return Err(no_attribute(slf.into_any(), name)),
                deleted => deleted,
            },
        };
        Ok(())
    }
}

/// What Python does with a field of any other type.
pub trait OwnField<T> {
    /// No.
    const IN_PLACE: bool = false;

    /// No.
    const IS_OBJECT: bool = false;

    /// What it is to Python.
    #[track_caller]
    #[inline]
    fn read<'a, 'py, C: Class>(field: &'a T, slf: Borrowed<'_, 'py, C>, _: &CStr) -> Result<Owned<'py, Any>>
    where
        &'a T: IntoReturn<'py>,
    {
        ret(slf.py(), field)
    }

    /// Sets it. It cannot be deleted.
    #[track_caller]
    #[inline]
    fn write<'a, 'py, C: Class<State: Exclusive>>(
        slf: Borrowed<'a, 'py, C>,
        new: Option<Borrowed<'a, 'py, Any>>,
        (name, method): (&CStr, &'static MethodName),
        _: impl FnOnce(&C) -> &T,
        field: impl FnOnce(&mut C) -> &mut T,
    ) -> Result<()>
    where
        T: FromPy<'a, 'py>,
    {
        let new = value(present(new, name)?, method.0)?;
        // As above.
        let _old;
        let mut section = SectionPlace::new();
        let mut this = hold_mut(slf, method, &mut section)?;
        _old = core::mem::replace(field(&mut this), new);
        Ok(())
    }
}

impl<T> OwnField<T> for FieldOf<T> {}

/// Where C's member descriptors find a field, if they can.
#[must_use]
pub const fn place_of(is_object: bool, offset: usize) -> Option<usize> {
    if is_object { Some(offset) } else { None }
}

/// The value that is set, where the attribute cannot be deleted.
#[inline]
pub fn present<'a, 'py>(value: Option<Borrowed<'a, 'py, Any>>, name: &CStr) -> Result<Borrowed<'a, 'py, Any>> {
    value.ok_or_else(|| cannot_delete(name))
}

#[cold]
fn no_attribute(slf: Borrowed<'_, '_, Any>, name: &CStr) -> PyErr {
    AttributeError::new(format!("'{}' object has no attribute '{}'", slf.type_name(), name.to_string_lossy()))
}

#[cold]
fn cannot_delete(name: &CStr) -> PyErr {
    AttributeError::new(format!("cannot delete attribute '{}'", name.to_string_lossy()))
}

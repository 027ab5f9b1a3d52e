//! An object as text and as bytes.
#![expect(unsafe_code, reason = "calls the object protocol; a handle proves an attached thread and a live object")]

use core::fmt;

use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned, TypeInfo};
use crate::raw;

use super::super::{Bytes, Str};

impl<'py> Owned<'py, Any> {
    /// `repr(self)` (`PyObject_Repr`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ink")?.repr()?.to_str()?, "'ink'");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__repr__` raises, or `TypeError` if it gives no str.
    #[track_caller]
    #[inline]
    pub fn repr(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle: attached and alive.
        let text = unsafe { raw::object_repr(self.raw()) }?;
        // SAFETY: `PyObject_Repr` gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), text) })
    }

    /// `str(self)` (`PyObject_Str`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(List::new(py, [1])?.str()?.to_str()?, "[1]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__str__` raises, or `TypeError` if it gives no str.
    #[track_caller]
    #[inline]
    pub fn str(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle: attached and alive.
        let text = unsafe { raw::object_str(self.raw()) }?;
        // SAFETY: `PyObject_Str` gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), text) })
    }

    /// `ascii(self)` (`PyObject_ASCII`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "été")?.ascii()?.to_str()?, "'\\xe9t\\xe9'");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As for [`repr`](Owned::repr).
    #[track_caller]
    #[inline]
    pub fn ascii(&self) -> Result<Owned<'py, Str>> {
        // SAFETY: a handle: attached and alive.
        let text = unsafe { raw::object_ascii(self.raw()) }?;
        // SAFETY: `PyObject_ASCII` gives a str.
        Ok(unsafe { Owned::from_ref(self.py(), text) })
    }

    /// `bytes(self)`, but that an int is a `TypeError` (`PyObject_Bytes`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(List::new(py, [1, 2])?.to_bytes()?.as_slice(), [1, 2]);
    /// assert!(Int::from_i64(py, 3)?.into_any().to_bytes().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` for what has neither `__bytes__`, nor a buffer, nor items that are small ints; what those raise.
    #[track_caller]
    #[inline]
    pub fn to_bytes(&self) -> Result<Owned<'py, Bytes>> {
        // SAFETY: a handle: attached and alive.
        let bytes = unsafe { raw::object_bytes(self.raw()) }?;
        // SAFETY: `PyObject_Bytes` gives bytes: it checks what `__bytes__` returns.
        Ok(unsafe { Owned::from_ref(self.py(), bytes) })
    }

    /// `format(self, spec)` (`PyObject_Format`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Float::new(py, 0.5)?.format(".2f")?.to_str()?, "0.50");
    /// assert!(Float::new(py, 0.5)?.format("?").unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__format__` raises, such as `ValueError` for a specification that it does not know.
    #[track_caller]
    #[inline]
    pub fn format(&self, spec: &str) -> Result<Owned<'py, Str>> {
        let spec = Str::new(self.py(), spec)?;
        // SAFETY: handles: attached and alive.
        let text = unsafe { raw::object_format(self.raw(), Some(spec.raw())) }?;
        // SAFETY: `PyObject_Format` gives a str: it checks what `__format__` returns.
        Ok(unsafe { Owned::from_ref(self.py(), text) })
    }
}

impl<T: TypeInfo> fmt::Debug for Owned<'_, T> {
    /// The `repr` of the object; never fails.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match repr_text(self) {
            Ok(text) => f.write_str(&text),
            Err(_) => write!(f, "<{} at {:#x}, whose repr failed>", T::NAME, self.as_ptr().addr()),
        }
    }
}

impl<T: TypeInfo> fmt::Debug for Borrowed<'_, '_, T> {
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

//! The methods of objects that take or give converted values.
#![expect(unsafe_code, reason = "calls the attribute API; handles prove an attached thread and live objects")]

mod arithmetic;
mod compare;
mod dict;
mod each;
mod items;
mod list;
mod set;
mod tuple;

pub use each::Values;

use crate::err::Result;
use crate::object::{Name, Reply};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;

use super::{FromPy, IntoPy};

impl<'py> Owned<'py, Any> {
    /// Converts to a value of Rust that does not borrow from the object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let number = py.eval("7", None)?;
    /// assert_eq!(number.extract::<u8>()?, 7);
    /// assert!(number.extract::<String>().unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn extract<T: for<'x> FromPy<'x, 'py>>(&self) -> Result<T> {
        T::from_py(self.as_borrowed())
    }

    /// `setattr(self, name, value)`; the object takes its own reference (`PyObject_SetAttr`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object = py.eval("type('Face', (), {})()", None)?;
    /// object.setattr("width", 12)?;
    /// assert_eq!(object.getattr("width")?.extract::<i32>()?, 12);
    /// assert!(py.none().setattr("width", 12).unwrap_err().is::<AttributeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if it cannot be set; what a property or `__setattr__` raises.
    #[track_caller]
    pub fn setattr(&self, name: impl Name<'py>, value: impl IntoPy<'py>) -> Result<()> {
        let value = value.into_py(self.py())?;
        // SAFETY: handles: attached and alive.
        Ok(name.lend(self.py(), |name| unsafe { raw::object_set_attr(self.raw(), name, value.raw()) })??)
    }

    /// Sends a value into a generator, a coroutine, or anything with a method `send`; `()`, that is `None`, starts one
    /// (`PyIter_Send`). No `StopIteration` is made for the value that it returns.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Reply;
    /// Python::attach(|py| {
    ///     let globals = Dict::empty(py)?;
    ///     py.import("builtins")?.call_method("exec", ("def double(n):\n while n: n = yield 2 * n", &globals))?;
    ///     let doubling = globals.require("double")?.call((1,))?;
    ///     assert!(matches!(doubling.send(())?, Reply::Yielded(two) if two.extract::<i64>()? == 2));
    ///     assert!(matches!(doubling.send(4)?, Reply::Yielded(eight) if eight.extract::<i64>()? == 8));
    ///     assert!(matches!(doubling.send(0)?, Reply::Returned(none) if none.is_none()));
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Errors
    /// What it raises; `TypeError` for another value than `None` at the start, `AttributeError` if it has no `send`.
    #[track_caller]
    pub fn send(&self, value: impl IntoPy<'py>) -> Result<Reply<'py>> {
        self.send_object(&value.into_py(self.py())?)
    }
}

impl<'a, 'py> Borrowed<'a, 'py, Any> {
    /// Converts to a value of Rust, which may borrow from the object's owner.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object = Str::new(py, "ink")?.into_any();
    /// let text: &str = object.as_borrowed().extract()?; // lent by the object
    /// assert_eq!(text, "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn extract<T: FromPy<'a, 'py>>(self) -> Result<T> {
        T::from_py(self)
    }
}

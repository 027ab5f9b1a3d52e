//! Objects whose text contains their own.
#![expect(unsafe_code, reason = "enters an object and leaves it; a handle proves an attached thread and a live object")]

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;

/// Says, as long as it lives, that this thread is writing an object's text: see [`Owned::enter_repr`].
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let list = List::empty(py)?;
///     let entered = list.enter_repr()?.unwrap();
///     assert!(list.enter_repr()?.is_none()); // its text is being written
///     drop(entered);
///     assert!(list.enter_repr()?.is_some());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub struct ReprGuard<'py>(Owned<'py, Any>);

impl<'py> Owned<'py, Any> {
    /// Begins to write the object's text, in its `__repr__` (`Py_ReprEnter`): `None` if this thread is at it already,
    /// since the object contains itself. Python's own types write `...` then.
    ///
    /// ```
    /// use owned::prelude::*;
    ///
    /// #[class]
    /// pub struct Pair {
    ///     #[field(get, set)]
    ///     other: Option<Py<Any>>,
    /// }
    ///
    /// #[methods]
    /// impl Pair {
    ///     #[new]
    ///     fn new() -> Self {
    ///         Pair { other: None }
    ///     }
    ///
    ///     fn __repr__(slf: &Owned<'_, Self>) -> Result<String> {
    ///         let Some(_entered) = slf.enter_repr()? else { return Ok("...".into()) };
    ///         let other = slf.borrow()?.other.as_ref().map(|other| other.clone_ref(slf.py()));
    ///         Ok(format!("Pair({:?})", other.map(|other| other.into_bound(slf.py()))))
    ///     }
    /// }
    ///
    /// #[owned::module]
    /// mod pairs {
    ///     #[export]
    ///     pub use super::Pair;
    /// }
    ///
    /// # fn main() -> Result<()> {
    /// #     Python::initialize();
    /// #     Python::attach(|py| {
    /// let pair = owned::load!(py, pairs)?.call_method("Pair", ())?;
    /// pair.setattr("other", &pair)?;
    /// assert_eq!(pair.repr()?.to_string_lossy(), "Pair(Some(...))");
    /// #         Ok(())
    /// #     })
    /// # }
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[track_caller]
    #[inline]
    pub fn enter_repr(&self) -> Result<Option<ReprGuard<'py>>> {
        // SAFETY: a handle: attached and alive.
        let there = unsafe { raw::repr_enter(self.raw()) }?;
        Ok((!there).then(|| ReprGuard(self.clone())))
    }
}

impl Drop for ReprGuard<'_> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: a handle: attached and alive; it was entered on this thread, where handles stay.
        unsafe { raw::repr_leave(self.0.raw()) };
    }
}

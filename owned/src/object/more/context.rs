//! Context variables (PEP 567).
#![expect(unsafe_code, reason = "calls the context API; a handle proves an attached thread and the type")]

use core::panic::Location;
use std::ffi::CString;

use crate::err::{Result, ValueError};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use crate::object::builtin_type;

builtin_type! {
    /// A variable of which each context has a value of its own (`contextvars.ContextVar`).
    ///
    /// Python never frees one that has been set: make them once, and keep them.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Context, ContextVar};
    ///
    /// Python::attach(|py| {
    ///     let user = ContextVar::new(py, "user")?;
    ///     Context::current(py)?.run(|| user.set(&Str::new(py, "ada")?).map(drop))??;
    ///     assert!(user.get()?.is_none()); // set only in the copy
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ContextVar, "ContextVar", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::context_var_check_exact(object) }
    }
}
builtin_type! {
    /// What setting a [`ContextVar`] gives, to undo it (`contextvars.Token`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{ContextToken, ContextVar};
    /// Python::attach(|py| {
    ///     let user = ContextVar::new(py, "user")?;
    ///     let before: Owned<'_, ContextToken> = user.set(&Str::new(py, "ada")?)?;
    ///     user.reset(&before)?;
    ///     assert!(user.get()?.is_none());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ContextToken, "Token", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::context_token_check_exact(object) }
    }
}
builtin_type! {
    /// The values of all context variables (`contextvars.Context`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Context, ContextVar};
    /// Python::attach(|py| {
    ///     let (user, context) = (ContextVar::new(py, "user")?, Context::empty(py)?);
    ///     context.run(|| user.set(&Str::new(py, "ada")?).map(drop))??;
    ///     assert!(user.get()?.is_none()); // it is set in the context alone
    ///     assert_eq!(context.get_item(&user)?.str()?.to_str()?, "ada");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Context, "Context", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::context_check_exact(object) }
    }
}

impl ContextVar {
    /// A new variable without a default (`PyContextVar_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ContextVar;
    /// let user = ContextVar::new(py, "user")?;
    /// assert_eq!(user.getattr("name")?.str()?.to_str()?, "user");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the name has a NUL in it.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(py: Python<'py>, name: &str) -> Result<Owned<'py, ContextVar>> {
        let name = CString::new(name).map_err(|_| ValueError::new("the name contains a null character"))?;
        // SAFETY: attached, by `py`; a C string.
        let variable = unsafe { raw::context_var_new(name.as_ptr(), None) }?;
        // SAFETY: the function makes a context variable.
        Ok(unsafe { Owned::from_ref(py, variable) })
    }
}

impl<'py> Owned<'py, ContextVar> {
    /// Its value in the current context, if it has one there, or its default. A new reference (`PyContextVar_Get`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ContextVar;
    /// let user = ContextVar::new(py, "user")?;
    /// assert!(user.get()?.is_none());
    /// user.set(&Str::new(py, "ada")?)?;
    /// assert_eq!(user.get()?.unwrap().str()?.to_str()?, "ada");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn get(&self) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: a handle to a context variable.
        let value = unsafe { raw::context_var_get(self.raw(), None) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(value.map(|value| unsafe { Owned::from_ref_at(self.py(), value, place) }))
    }

    /// Sets it in the current context, which takes its own reference to the value (`PyContextVar_Set`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ContextVar;
    /// let user = ContextVar::new(py, "user")?;
    /// user.set(&Str::new(py, "ada")?)?;
    /// assert!(user.get()?.is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn set<T: TypeInfo>(&self, value: &Owned<'py, T>) -> Result<Owned<'py, ContextToken>> {
        // SAFETY: handles: attached; a context variable.
        let token = unsafe { raw::context_var_set(self.raw(), value.raw()) }?;
        // SAFETY: the function makes a token.
        Ok(unsafe { Owned::from_ref(self.py(), token) })
    }

    /// Makes it what it was before `token` was made (`PyContextVar_Reset`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ContextVar;
    /// let user = ContextVar::new(py, "user")?;
    /// let token = user.set(&Str::new(py, "ada")?)?;
    /// user.reset(&token)?;
    /// assert!(user.reset(&token).unwrap_err().is::<RuntimeError>(py)); // it is used up
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` if the token was used before, `ValueError` if it is of another variable or context.
    #[track_caller]
    #[inline]
    pub fn reset(&self, token: &Owned<'py, ContextToken>) -> Result<()> {
        // SAFETY: handles: attached; a context variable and a token.
        Ok(unsafe { raw::context_var_reset(self.raw(), token.raw()) }?)
    }
}

impl Context {
    /// A new empty context (`PyContext_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Context;
    /// assert_eq!(Context::empty(py)?.length()?, 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Context>> {
        // SAFETY: attached, by `py`.
        let context = unsafe { raw::context_new() }?;
        // SAFETY: the function makes a context.
        Ok(unsafe { Owned::from_ref(py, context) })
    }

    /// A copy of the current context (`PyContext_CopyCurrent`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Context, ContextVar};
    /// let user = ContextVar::new(py, "user")?;
    /// user.set(&Str::new(py, "ada")?)?;
    /// assert!(Context::current(py)?.contains(&user)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn current(py: Python<'_>) -> Result<Owned<'_, Context>> {
        // SAFETY: attached, by `py`.
        let context = unsafe { raw::context_copy_current() }?;
        // SAFETY: the function makes a context.
        Ok(unsafe { Owned::from_ref(py, context) })
    }
}

impl<'py> Owned<'py, Context> {
    /// A copy: what is set in one is not set in the other (`PyContext_Copy`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Context, ContextVar};
    /// let (user, context) = (ContextVar::new(py, "user")?, Context::empty(py)?);
    /// context.copy()?.run(|| user.set(&py.none()).map(drop))??;
    /// assert!(!context.contains(&user)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn copy(&self) -> Result<Owned<'py, Context>> {
        // SAFETY: a handle to a context.
        let context = unsafe { raw::context_copy(self.raw()) }?;
        // SAFETY: the function makes a context.
        Ok(unsafe { Owned::from_ref(self.py(), context) })
    }

    /// Runs `body` with this context as the current one, which it is no more afterwards, also after a panic
    /// (`PyContext_Enter`, `PyContext_Exit`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Context, ContextVar};
    /// let (user, context) = (ContextVar::new(py, "user")?, Context::empty(py)?);
    /// context.run(|| user.set(&Str::new(py, "ada")?).map(drop))??;
    /// assert!(context.contains(&user)? && user.get()?.is_none());
    /// let twice = context.run(|| context.run(|| ()))?;
    /// assert!(twice.unwrap_err().is::<RuntimeError>(py)); // entered already
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` if some thread has entered the context already, or `body` has left another one entered.
    #[cfg(not(feature = "abi3"))]
    #[track_caller]
    pub fn run<R>(&self, body: impl FnOnce() -> R) -> Result<R> {
        // SAFETY: a handle to a context.
        unsafe { raw::context_enter(self.raw()) }?;
        let entered = Entered(Some(self));
        let result = body();
        entered.leave()?;
        Ok(result)
    }
}

/// The context is the current one of this thread until this is dropped.
#[cfg(not(feature = "abi3"))]
struct Entered<'a, 'py>(Option<&'a Owned<'py, Context>>);

#[cfg(not(feature = "abi3"))]
impl Entered<'_, '_> {
    #[inline]
    fn leave(mut self) -> Result<()> {
        match self.0.take() {
            // SAFETY: a handle to a context, which `run` has entered.
            Some(context) => Ok(unsafe { raw::context_exit(context.raw()) }?),
            None => Ok(()),
        }
    }
}

#[cfg(not(feature = "abi3"))]
impl Drop for Entered<'_, '_> {
    #[inline]
    fn drop(&mut self) {
        // Only a panic comes here: it is what is reported, not what leaving may raise besides.
        if let Some(context) = self.0.take() {
            // SAFETY: a handle to a context, which `run` has entered.
            drop(unsafe { raw::context_exit(context.raw()) }.map_err(crate::err::PyErr::from));
        }
    }
}

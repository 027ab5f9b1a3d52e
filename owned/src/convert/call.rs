//! Calling Python with values of Rust.
#![expect(unsafe_code, reason = "calls the call protocol; handles prove an attached thread and live objects")]

use crate::err::Result;
use crate::object::Dict;
use crate::ptr::{Any, Derived, Owned};
use crate::raw;
use crate::token::Python;

use super::IntoPy;

/// The positional arguments of a call: a tuple of values, `()` for none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tuple of arguments",
    label = "not a tuple of values",
    note = "write `()` for no argument, `(value,)` for one; each value is one that becomes a Python object, six at most"
)]
pub trait IntoArgs<'py> {
    /// Converts each value and calls; the arguments are released when the call is over, however it ends.
    #[track_caller]
    fn call(self, callable: &Owned<'py, Any>) -> Result<Owned<'py, Any>>;

    /// The arguments, each a new reference.
    #[track_caller]
    fn into_vec(self, py: Python<'py>) -> Result<Vec<Owned<'py, Any>>>;
}

macro_rules! arguments {
    ($($($name:ident $at:tt),*;)*) => { $(
        impl<'py, $($name: IntoPy<'py>),*> IntoArgs<'py> for ($($name,)*) {
            #[track_caller]
            fn call(self, callable: &Owned<'py, Any>) -> Result<Owned<'py, Any>> {
                let args: [Owned<'py, Any>; _] = [$(self.$at.into_any(callable.py())?),*];
                // SAFETY: handles: attached, and alive until the call is over.
                let result = unsafe { raw::vectorcall(callable.raw(), &args.each_ref().map(Owned::raw)) }?;
                // SAFETY: any object is an `Any`.
                Ok(unsafe { Owned::from_ref(callable.py(), result) })
            }

            #[track_caller]
            fn into_vec(self, _py: Python<'py>) -> Result<Vec<Owned<'py, Any>>> {
                Ok(vec![$(self.$at.into_any(_py)?),*])
            }
        }
    )* };
}
arguments! {
    ;
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
}

impl<'py> Owned<'py, Any> {
    /// `self(*args)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let max = py.import("builtins")?.getattr("max")?;
    ///     assert_eq!(max.call((3, 5))?.extract::<i64>()?, 5);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    pub fn call(&self, args: impl IntoArgs<'py>) -> Result<Owned<'py, Any>> {
        args.call(self)
    }

    /// `self(*args, **kwargs)`.
    #[track_caller]
    pub fn call_with(&self, args: impl IntoArgs<'py>, kwargs: &Owned<'py, Dict>) -> Result<Owned<'py, Any>> {
        let args = crate::object::Tuple::from_vec(self.py(), args.into_vec(self.py())?)?;
        // SAFETY: handles: attached and alive; a tuple and a dict.
        let result = unsafe { raw::call_function_dict(self.raw(), args.raw(), kwargs.as_ptr()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), result) })
    }

    /// `self.name(*args)`.
    #[track_caller]
    pub fn call_method(&self, name: &str, args: impl IntoArgs<'py>) -> Result<Owned<'py, Any>> {
        self.getattr(name)?.call(args)
    }
}

/// So that a handle's own type needs no cast before it is called.
impl<'py, T: Derived<Base = Any>> Owned<'py, T> {
    /// The handle as an object, lent.
    pub fn as_any(&self) -> &Owned<'py, Any> {
        self
    }
}

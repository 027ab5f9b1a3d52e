//! Generators and coroutines: functions that wait in the middle.
#![expect(unsafe_code, reason = "calls the generator API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::object::{Iter, builtin_type, calls};
use crate::ptr::{Derived, Owned, TypeInfo};
use crate::raw;

/// A generator (`types.GeneratorType`). It is an iterator: see [`Iter`].
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::Generator;
///
/// Python::attach(|py| {
///     let squares = py.eval("(n * n for n in range(3))", None)?.downcast::<Generator>()?;
///     let squares: Vec<i64> = squares.into_base().map(|item| item?.extract()).collect::<Result<_>>()?;
///     assert_eq!(squares, [0, 1, 4]);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub enum Generator {}

// SAFETY: CPython's own check, of the type.
unsafe impl TypeInfo for Generator {
    const NAME: &'static str = "generator";

    #[inline]
    fn is_instance(object: raw::BorrowedRef<'_>) -> bool {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::gen_check(object) != 0 }
    }
}

// SAFETY: the type has `tp_iternext`.
unsafe impl Derived for Generator {
    type Base = Iter;
}

builtin_type! {
    /// What calling an `async def` gives (`types.CoroutineType`).
    Coroutine, "coroutine", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::coro_check_exact(object) != 0 }
    }
}
builtin_type! {
    /// What calling an `async def` that yields gives (`types.AsyncGeneratorType`).
    AsyncGenerator, "async_generator", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::async_gen_check_exact(object) != 0 }
    }
}

impl Owned<'_, Generator> {
    /// Ends it where it waits: its `finally` blocks run (`close`).
    ///
    /// # Errors
    /// What they raise; `RuntimeError` if it yields instead of ending, `ValueError` if it is running.
    #[track_caller]
    #[inline]
    pub fn close(&self) -> Result<()> {
        calls::call(&self.getattr("close")?, &[]).map(drop)
    }
}

impl Owned<'_, Coroutine> {
    /// Ends it where it waits, and keeps it from warning that it was never awaited (`close`).
    ///
    /// # Errors
    /// What its `finally` blocks raise; `RuntimeError` if it awaits instead of ending.
    #[track_caller]
    #[inline]
    pub fn close(&self) -> Result<()> {
        calls::call(&self.getattr("close")?, &[]).map(drop)
    }
}

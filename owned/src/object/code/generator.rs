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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Coroutine, Reply};
    /// Python::attach(|py| {
    ///     let names = Dict::empty(py)?;
    ///     py.run("async def answer(): return 42", Some(&names))?;
    ///     let coroutine = names.require("answer")?.call(())?.downcast::<Coroutine>()?;
    ///     let Reply::Returned(value) = coroutine.send_object(&py.none())? else { panic!("it awaits nothing") };
    ///     assert_eq!(value.extract::<i32>()?, 42);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Coroutine, "coroutine", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::coro_check_exact(object) != 0 }
    }
}
builtin_type! {
    /// What calling an `async def` that yields gives (`types.AsyncGeneratorType`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::AsyncGenerator;
    /// Python::attach(|py| {
    ///     let names = Dict::empty(py)?;
    ///     py.run("async def numbers():\n    yield 1", Some(&names))?;
    ///     assert!(names.require("numbers")?.call(())?.downcast::<AsyncGenerator>().is_ok());
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    AsyncGenerator, "async_generator", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::async_gen_check_exact(object) != 0 }
    }
}

impl Owned<'_, Generator> {
    /// Ends it where it waits: its `finally` blocks run (`close`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Generator;
    /// let generator = py.eval("(n for n in range(3))", None)?.downcast::<Generator>()?;
    /// generator.close()?;
    /// assert_eq!(generator.to_list()?.len(), 0); // it has ended
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Coroutine;
    /// let module = Dict::empty(py)?;
    /// py.run("async def play(): pass", Some(&module))?;
    /// let coroutine = module.require("play")?.call(())?.downcast::<Coroutine>()?;
    /// coroutine.close()?; // and no warning that nobody has awaited it
    /// assert!(coroutine.send_object(&py.none()).unwrap_err().is::<RuntimeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What its `finally` blocks raise; `RuntimeError` if it awaits instead of ending.
    #[track_caller]
    #[inline]
    pub fn close(&self) -> Result<()> {
        calls::call(&self.getattr("close")?, &[]).map(drop)
    }
}

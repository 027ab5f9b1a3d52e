//! The future of a coroutine: what it must be, and how its result becomes Python's.

use core::future::Future;
use core::panic::RefUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll};

use crate::convert::{IntoNext, IntoReturn, ret, ret_next};
use crate::err::{ExceptionType as _, PyErr, Result, StopAsyncIteration};
use crate::ptr::{Any, Owned, Py};
use crate::token::Python;

use super::context::Async;
use super::object::Coroutine;
use super::table::Table;

/// A future in which the compiler can see no Python reference that is held across an `.await`: a `Py` takes
/// `RefUnwindSafe` from what holds it, and a future from its variables.
///
/// ```
/// use owned::coroutine::HoldsNoReference;
///
/// fn may_be_suspended<F: Future + HoldsNoReference>(_: &F) -> bool {
///     true
/// }
/// let text = String::from("no object of Python's");
/// assert!(may_be_suspended(&async {
///     std::future::ready(()).await;
///     text.len()
/// }));
/// ```
#[diagnostic::on_unimplemented(
    message = "a Python reference is held across an `.await`, where the collector cannot see it, or may be",
    label = "the references of an `async fn` are kept in its table",
    note = "keep it: `let kept = cx.keep(&object);` before the `.await`, and `kept.get(py)?` after it; an error is kept by `cx.keep_error(error)`; an argument is a `Kept<T>`",
    note = "cells and boxed trait objects look the same to the compiler: let go of them before the `.await`, or wrap what holds no reference in `std::panic::AssertUnwindSafe`"
)]
pub trait HoldsNoReference {}

// The author should read of references, not of the auto trait that betrays them.
#[diagnostic::do_not_recommend]
impl<F: RefUnwindSafe> HoldsNoReference for F {}

/// The future of an `async fn`, as it is. Asks for [`HoldsNoReference`], which says what is wrong and what to do.
#[inline]
pub fn suspended<F: Future + HoldsNoReference>(future: F) -> F {
    future
}

/// The same again, by the auto trait itself, of which rustc says which variable it is that has not got it.
#[inline]
pub fn placed<F: RefUnwindSafe>(_: &F) {}

/// A future, seen as a type of ours, so that rustc speaks of [`HoldsNoReference`] where it names the block itself.
#[derive(Debug)]
pub struct Held<F>(F);

/// A future whose type is forgotten.
pub(super) type Body = Pin<Box<dyn Run>>;

/// What a coroutine polls.
pub(super) trait Run: Send {
    fn run<'py>(self: Pin<&mut Self>, py: Python<'py>, context: &mut Context<'_>) -> Poll<Result<Owned<'py, Any>>>;
}

impl<F> Run for F
where
    F: Future + Send,
    F::Output: for<'py> IntoReturn<'py>,
{
    #[inline]
    fn run<'py>(self: Pin<&mut Self>, py: Python<'py>, context: &mut Context<'_>) -> Poll<Result<Owned<'py, Any>>> {
        self.poll(context).map(|value| ret(py, value))
    }
}

/// What a coroutine is called.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The class, of a method.
    pub class: Option<&'static str>,
    /// The function.
    pub name: &'static str,
}

/// A coroutine with the future that `body` gives, which also converts the arguments: what they keep goes into the table.
/// A new reference.
///
/// # Errors
/// What `body` gives; `MemoryError`.
#[inline]
pub fn start<'py, F>(py: Python<'py>, names: Names, body: impl FnOnce(&Async) -> Result<F>) -> Result<Owned<'py, Any>>
where
    F: Future + Send + 'static,
    F::Output: for<'a> IntoReturn<'a>,
{
    let cx = Async(Table::new());
    let made = {
        let _entered = cx.0.enter();
        body(&cx)
    };
    match made {
        Ok(future) => Coroutine::make(py, names, cx.0, Box::pin(future)),
        Err(error) => {
            cx.0.end(py);
            Err(error)
        }
    }
}

/// The future of an `async fn __anext__`: `None` ends the iteration.
#[inline]
pub async fn item<F>(future: F) -> Result<Py<Any>>
where
    F: Future,
    F::Output: for<'a> IntoNext<'a>,
{
    let item = future.await;
    Python::attach(|py| match ret_next(py, item)? {
        Some(item) => Ok(item.unbind()),
        None => Err(PyErr::from_value(StopAsyncIteration::type_object(py).call(())?)),
    })
}

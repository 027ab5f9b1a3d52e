//! [`Async`]: what the body of a coroutine is given.

use core::fmt;
use core::future::Future;
use std::sync::Arc;

use crate::convert::{FromPy, IntoReturn};
use crate::err::{BaseException, PyErr, Result};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::token::Python;

use super::catch::Catch;
use super::future::{Held, HoldsNoReference, Names, start};
use super::kept::Kept;
use super::spawned::Spawned;
use super::table::{Entry, Table};
use super::wait::Wait;

/// A coroutine as its own body sees it: the parameter `cx: Async` of an `async fn`.
///
/// It gives a token between two awaits, keeps references over them, and awaits what Python awaits. It can be cloned,
/// and passed on to other functions of Rust.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// /// Asks `fetch` for the text behind `url`, and counts its words.
/// #[function]
/// pub async fn words(cx: Async, url: String, fetch: Kept<Callable>) -> Result<usize> {
///     let text: String = cx.wait(|py| fetch.get(py)?.call((url,))).await?;
///     Ok(text.split_whitespace().count())
/// }
/// # #[owned::module]
/// # mod pages {
/// #     #[export]
/// #     pub use super::words;
/// # }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// # Python::attach(|py| {
/// #     let globals = Dict::empty(py)?;
/// #     globals.set("pages", owned::load!(py, pages)?)?;
/// #     py.run(
/// #         "import asyncio\n\
/// #          async def fetch(url):\n    await asyncio.sleep(0)\n    return 'the text of ' + url\n\
/// #          assert asyncio.run(pages.words('a page', fetch)) == 5",
/// #         Some(&globals),
/// #     )
/// # })
/// # }
/// ```
#[derive(Clone)]
pub struct Async(pub(super) Arc<Table>);

impl Async {
    /// A coroutine that runs `body`: what a call of an `async fn` gives, for Rust code that makes one itself. A new
    /// reference.
    ///
    /// `name` is its `__name__`. The body runs when the coroutine is awaited, and is dropped when that is over; it is
    /// held to what holds for an `async fn`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// Python::attach(|py| {
    ///     let coroutine = Async::coroutine(py, "answer", |cx| async move {
    ///         let slept = cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await;
    ///         slept.map(|()| 42)
    ///     })?;
    ///     let answer = py.import("asyncio")?.call_method("run", (coroutine,))?;
    ///     assert_eq!(answer.extract::<i64>()?, 42);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn coroutine<'py, F>(
        py: Python<'py>,
        name: &'static str,
        body: impl FnOnce(Async) -> F,
    ) -> Result<Owned<'py, Any>>
    where
        F: Future + Send + 'static,
        F::Output: for<'a> IntoReturn<'a>,
        Held<F>: HoldsNoReference,
    {
        start(py, Names { class: None, name }, |cx| Ok(body(cx.clone())))
    }

    /// Runs `f` with a token: between two awaits the coroutine is polled on an attached thread. Nothing that is bound
    /// to the token leaves `f`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let coroutine = Async::coroutine(py, "length", |cx| async move {
    ///     cx.with(|py| Str::new(py, "ink").map(|text| text.len()))
    /// })?;
    /// assert_eq!(py.import("asyncio")?.call_method("run", (coroutine,))?.extract::<usize>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Panics
    /// Where no interpreter runs, on a thread to which the `Async` was sent.
    #[inline]
    pub fn with<R>(&self, f: impl for<'py> FnOnce(Python<'py>) -> R) -> R {
        Python::attach(f)
    }

    /// Keeps an object over the next awaits, in the coroutine's table. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let coroutine = Async::coroutine(py, "length", |cx| async move {
    ///     let kept = cx.with(|py| Str::new(py, "ink").map(|text| cx.keep(&text)))?;
    ///     cx.wait::<()>(|py| py.import("asyncio")?.call_method("sleep", (0,))).await?;
    ///     cx.with(|py| kept.get(py).map(|text| text.len()))
    /// })?;
    /// assert_eq!(py.import("asyncio")?.call_method("run", (coroutine,))?.extract::<usize>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    #[track_caller]
    pub fn keep<T: TypeInfo>(&self, object: &Owned<'_, T>) -> Kept<T> {
        Kept::new(&self.0, object.clone())
    }

    /// Keeps an error over the next awaits: what it holds, a traceback above all, is a reference too.
    /// [`Kept::into_error`] gives it back.
    ///
    /// ```
    /// use owned::prelude::*;
    ///
    /// /// Awaits `after` however `first` ends, and then ends as that did.
    /// #[function]
    /// async fn both(cx: Async, first: Kept<Any>, after: Kept<Any>) -> Result<Kept<Any>> {
    ///     let outcome = cx.wait(|py| first.get(py)).await.map_err(|error| cx.keep_error(error));
    ///     cx.wait::<Kept<Any>>(|py| after.get(py)).await?;
    ///     outcome.map_err(|error| cx.with(|py| error.into_error(py)))
    /// }
    /// # fn main() {}
    /// ```
    #[inline]
    pub fn keep_error(&self, error: PyErr) -> Kept<BaseException> {
        Python::attach(|py| Kept::new(&self.0, error.into_value(py)))
    }

    /// Awaits what `f` gives, which it calls at once, as `await f()` does: a coroutine, a future, a task, anything with
    /// `__await__`. What that comes to is converted to a `T`; as a [`Kept`], it stays the object that it is.
    ///
    /// What is thrown into the coroutine meanwhile, as asyncio throws `CancelledError`, is thrown into what it awaits,
    /// and what that raises is the `Err`.
    ///
    /// One at a time: a coroutine yields to one event loop. Of two that are joined in Rust, the second is a
    /// `RuntimeError`; and while one is awaited, a waker waits too. What is to run beside others is [spawned](Async::spawn).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let coroutine = Async::coroutine(py, "answer", |cx| async move {
    ///     assert!(cx.wait::<i64>(|py| Ok(py.none())).await.is_err()); // `None` cannot be awaited
    ///     cx.wait::<i64>(|py| py.import("asyncio")?.call_method("sleep", (0, 42))).await
    /// })?;
    /// assert_eq!(py.import("asyncio")?.call_method("run", (coroutine,))?.extract::<i64>()?, 42);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// When it is awaited: what `f` returns as an error, `TypeError` if what it returns cannot be awaited, what comes
    /// out of that, and what the conversion raises.
    #[inline]
    pub fn wait<T>(&self, f: impl for<'py> FnOnce(Python<'py>) -> Result<Owned<'py, Any>>) -> Wait<T>
    where
        T: for<'a, 'py> FromPy<'a, 'py>,
    {
        Python::attach(|py| {
            let entry = match f(py) {
                Ok(awaitable) => Entry::Object(awaitable.unbind()),
                Err(error) => Entry::Error(error),
            };
            Wait::new(self.0.clone(), self.0.keep(py, entry).ok())
        })
    }

    /// Has what `f` gives run as a task of its own (`asyncio.ensure_future`), from now on: many of them, and futures of
    /// Rust beside them, can be joined or selected. What it comes to is converted as by [`Async::wait`]. A future that is
    /// dropped before it is ready cancels its task.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use std::future::Future;
    /// use std::pin::Pin;
    /// use std::task::Poll;
    ///
    /// use owned::prelude::*;
    ///
    /// Python::attach(|py| {
    ///     let first = Async::coroutine(py, "first", |cx| async move {
    ///         let mut tasks = [60.0, 0.001].map(|seconds| {
    ///             cx.spawn::<f64>(|py| py.import("asyncio")?.call_method("sleep", (seconds, seconds)))
    ///         });
    ///         std::future::poll_fn(|context| {
    ///             let mut polled = tasks.iter_mut().map(|task| Pin::new(task).poll(context));
    ///             polled.find(Poll::is_ready).unwrap_or(Poll::Pending)
    ///         })
    ///         .await
    ///     })?;
    ///     assert_eq!(py.import("asyncio")?.call_method("run", (first,))?.extract::<f64>()?, 0.001);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Errors
    /// When it is awaited: as [`Async::wait`]; `RuntimeError` if no event loop of asyncio runs; `CancelledError` if
    /// somebody else has cancelled the task.
    pub fn spawn<T>(&self, f: impl for<'py> FnOnce(Python<'py>) -> Result<Owned<'py, Any>>) -> Spawned<T>
    where
        T: for<'a, 'py> FromPy<'a, 'py>,
    {
        Python::attach(|py| Spawned::new(py, self.0.clone(), f(py)))
    }

    /// Awaits a future of Rust, and whatever is thrown into the coroutine meanwhile: that is the `Err`.
    ///
    /// Elsewhere, an exception that is thrown in while the coroutine waits for a future of Rust ends it: the body is
    /// dropped where it waits, and the exception goes on.
    ///
    /// ```
    /// use owned::prelude::*;
    ///
    /// /// Waits for ever, or until somebody throws in an exception.
    /// #[function]
    /// async fn sleep(cx: Async) -> &'static str {
    ///     match cx.catch(std::future::pending::<()>()).await {
    ///         Ok(()) => "woken",
    ///         Err(_cancelled) => "cancelled",
    ///     }
    /// }
    /// # fn main() {}
    /// ```
    #[inline]
    pub fn catch<F: Future>(&self, future: F) -> Catch<F> {
        Catch::new(self.0.clone(), future)
    }
}

impl fmt::Debug for Async {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Async").finish_non_exhaustive()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Async: Send, Sync, Unpin, core::panic::UnwindSafe, core::panic::RefUnwindSafe);

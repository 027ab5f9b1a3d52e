//! [`Catch`]: a future of Rust, or what is thrown into the coroutine meanwhile.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use crate::err::Result;
use crate::token::Python;

use super::table::Table;

/// What [`Async::catch`](super::Async::catch) gives.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::coroutine::Catch;
/// Python::attach(|py| {
///     let coroutine = Async::coroutine(py, "patient", |cx| async move {
///         let waiting: Catch<_> = cx.catch(std::future::ready(42));
///         waiting.await // an `Err` is what was thrown meanwhile, such as a cancellation
///     })?;
///     let answer = py.import("asyncio")?.call_method("run", (coroutine,))?;
///     assert_eq!(answer.extract::<i64>()?, 42);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[must_use = "nothing is awaited without `.await`"]
pub struct Catch<F> {
    // Boxed, so that it can be reached without `unsafe`.
    future: Pin<Box<F>>,
    catching: Catching,
}

struct Catching {
    table: Arc<Table>,
    /// Counted in the table as one who takes what is thrown.
    counted: bool,
}

impl<F> Catch<F> {
    #[inline]
    pub(super) fn new(table: Arc<Table>, future: F) -> Self {
        Catch { future: Box::pin(future), catching: Catching { table, counted: false } }
    }
}

impl<F: Future> Future for Catch<F> {
    type Output = Result<F::Output>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let thrown = Python::attach(|py| self.catching.table.take_thrown(py));
        if let Some(error) = thrown.transpose() {
            self.catching.count(false);
            return Poll::Ready(Err(error.unwrap_or_else(|gone| gone)));
        }
        let polled = self.future.as_mut().poll(context);
        self.catching.count(polled.is_pending());
        polled.map(Ok)
    }
}

impl Catching {
    #[inline]
    fn count(&mut self, counted: bool) {
        if counted != self.counted {
            self.counted = counted;
            let _ = self.table.at_home(|py| self.table.catching(py, counted));
        }
    }
}

impl Drop for Catching {
    #[inline]
    fn drop(&mut self) {
        self.count(false);
    }
}

impl<F> fmt::Debug for Catch<F> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catch").finish_non_exhaustive()
    }
}

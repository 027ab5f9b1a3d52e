//! [`Action`]: a Rust function with what it captured.
#![expect(unsafe_code, reason = "implements Traverse for what was captured")]

use core::fmt;

use crate::token::Python;

use super::{Traverse, Visited, Visitor};

/// What an action does: with what it captured, the token, and its argument.
type Run<C, A, R> = for<'a, 'py> fn(&'a C, Python<'py>, A) -> R;

/// A Rust function that is kept in a field, with what it needs besides its argument: what a `Box<dyn Fn(A) -> R>` is
/// elsewhere. The captures are given explicitly, and the collector sees them; a closure that captures anything by itself
/// does not compile. To hand Rust code to Python, see [`Callable::from_rust`](crate::types::Callable::from_rust).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::Action;
///
/// Python::attach(|py| {
///     let seen = List::empty(py)?;
///     let action: Action<i64> = Action::new(seen.clone().unbind(), |seen, py, number| seen.bind(py).append(number));
///     action.run(py, 42)?;
///     assert_eq!(seen.get(0)?.extract::<i64>()?, 42);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Action<A = (), R = crate::err::Result<()>>(Box<dyn Body<A, R>>);

trait Body<A, R>: Traverse + Send + Sync {
    fn run(&self, py: Python<'_>, argument: A) -> R;
}

struct Captured<C, A, R> {
    captures: C,
    run: Run<C, A, R>,
}

impl<C: Traverse + Send + Sync, A, R> Body<A, R> for Captured<C, A, R> {
    fn run(&self, py: Python<'_>, argument: A) -> R {
        (self.run)(&self.captures, py, argument)
    }
}

// SAFETY: the captures are owned once; a `fn` holds nothing.
unsafe impl<C: Traverse, A, R> Traverse for Captured<C, A, R> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.captures.traverse(visitor)
    }

    fn clear_cells(&self, py: Python<'_>) {
        self.captures.clear_cells(py);
    }
}

impl<A: 'static, R: 'static> Action<A, R> {
    /// An action that runs `run` with `captures`: a handle, a tuple, a struct with `#[derive(Traverse)]`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::Action;
    /// let seen = List::empty(py)?.unbind();
    /// let action: Action<&'static str> = Action::new(seen.clone_ref(py), |seen, py, text| seen.bind(py).append(text));
    /// action.run(py, "ink")?;
    /// assert_eq!(seen.bind(py).len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn new<C: Traverse + Send + Sync + 'static>(captures: C, run: Run<C, A, R>) -> Self {
        Action(Box::new(Captured { captures, run }))
    }
}

impl<A, R> Action<A, R> {
    /// Runs it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::Action;
    /// let double: Action<i64, i64> = Action::new((), |_, _, number| number * 2);
    /// assert_eq!(double.run(py, 21), 42);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn run(&self, py: Python<'_>, argument: A) -> R {
        self.0.run(py, argument)
    }
}

// SAFETY: the box is owned once.
unsafe impl<A, R> Traverse for Action<A, R> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.0.traverse(visitor)
    }

    fn clear_cells(&self, py: Python<'_>) {
        self.0.clear_cells(py);
    }
}

impl<A, R> fmt::Debug for Action<A, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Action").finish_non_exhaustive()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Action: Send, Sync);

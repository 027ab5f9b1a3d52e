//! Floor 11: tests that fail when handles are left. [`#[owned::test]`](crate::test) runs them.

use core::fmt::Debug;
use std::sync::{Mutex, PoisonError};

use crate::err::Result as PyResult;
use crate::report::{Level, Site, Snapshot, level, set_level, snapshot, violations};
use crate::token::Python;

/// Runs of a body that has left something, before it is said to leak: what a first use caches grows once.
const MORE: usize = 3;

/// What a test gives: nothing, or a `Result`.
///
/// ```
/// use owned::testing::Outcome;
///
/// assert_eq!(().failure(), None);
/// assert_eq!(Err::<(), _>("no ink").failure().as_deref(), Some("\"no ink\""));
/// ```
pub trait Outcome {
    /// Why it has failed, if it has.
    ///
    /// ```
    /// use owned::testing::Outcome as _;
    ///
    /// assert_eq!("7".parse::<i32>().map(drop).failure(), None);
    /// assert!("ink".parse::<i32>().map(drop).failure().is_some());
    /// ```
    fn failure(self) -> Option<String>;
}

impl Outcome for () {
    #[inline]
    fn failure(self) -> Option<String> {
        None
    }
}

impl<T: Outcome, E: Debug> Outcome for Result<T, E> {
    #[inline]
    fn failure(self) -> Option<String> {
        match self {
            Ok(outcome) => outcome.failure(),
            Err(error) => Some(format!("{error:?}")),
        }
    }
}

/// Starts Python if it does not run, wakes the ledger if it sleeps, and runs the body attached, one body at a time.
///
/// A body that leaves handles is run three times more: it leaks if some line has more of them after each run. So it may not
/// depend on what a run before has changed.
///
/// ```
/// use owned::prelude::*;
///
/// owned::testing::run(|py| {
///     let list = List::new(py, [1, 2])?;
///     assert_eq!(list.len(), 2);
///     Ok::<(), PyErr>(())
/// }); // fails if the body does, or leaves a handle
/// ```
///
/// # Panics
/// If the body fails, if it leaks (with the lines), or if something was seen to go wrong meanwhile (see [`violations`]).
/// Without the feature `ledger` only the first can be seen.
#[track_caller]
#[inline]
pub fn run<O: Outcome>(body: impl for<'py> Fn(Python<'py>) -> O) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    Python::initialize();
    if level() == Level::Off {
        set_level(Level::Sites);
    }
    let before = violations().len();
    let once = || Python::attach(|py| left_by(py, || body(py).failure()));
    let (failure, mut left) = once();
    if let Some(failure) = failure {
        panic!("{failure}");
    }
    let found = violations().split_off(before);
    assert!(found.is_empty(), "the test does what it may not:\n{}", lines(&found));
    for _ in 0..MORE {
        if left.is_empty() {
            return;
        }
        let (failure, next) = once();
        if let Some(failure) = failure {
            let lines = lines(&left);
            panic!("the test leaves handles:\n{lines}\nrun again, to see whether it always does, it fails: {failure}");
        }
        left.retain(|site| next.iter().any(|other| Site { live: site.live, ..other.clone() } == *site));
    }
    assert!(left.is_empty(), "the test leaves handles each time that it runs:\n{}", lines(&left));
}

#[inline]
fn lines(all: &[impl ToString]) -> String {
    let mut lines = String::new();
    for one in all {
        lines.push_str(&one.to_string());
        lines.push('\n');
    }
    lines
}

/// What `body` gives, and the lines that have more live handles after it than before, when cycles have been collected both
/// times.
#[inline]
fn left_by<R>(py: Python<'_>, body: impl FnOnce() -> R) -> (R, Vec<Site>) {
    let before = count(py);
    let given = body();
    (given, more_than(py, &before))
}

/// The lines that have more live handles than before, when cycles have been collected.
#[inline]
fn more_than(py: Python<'_>, before: &Snapshot) -> Vec<Site> {
    count(py).since(before).sites().iter().filter(|site| site.live > 0).cloned().collect()
}

/// Collects cycles; what cannot be collected now is counted as it is.
#[inline]
fn collect(py: Python<'_>) {
    let collected = || -> PyResult<()> { py.import("gc")?.call_method("collect", ()).map(drop) };
    if let Err(error) = collected() {
        crate::err::write_unraisable(py, error, None);
    }
}

/// Fails unless evaluating the expression, and dropping what it gives, leaves as many live handles as there were, line by
/// line, when cycles have been collected.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
///
/// Python::attach(|py| {
///     owned::assert_no_handles!(py, List::new(py, [1, 2, 3])?.len());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// Without the feature `ledger` nothing is counted. A test that may cache something at its first use is better an
/// [`#[owned::test]`](crate::test).
///
/// # Panics
/// With the lines that have more handles than before.
#[macro_export]
macro_rules! assert_no_handles {
    ($py:expr, $body:expr $(,)?) => {{
        if $crate::report::level() == $crate::report::Level::Off {
            $crate::report::set_level($crate::report::Level::Sites);
        }
        let before = $crate::testing::count($py);
        ::core::mem::drop($body);
        $crate::testing::assert_same($py, &before);
    }};
}

/// The live handles, when cycles have been collected.
#[doc(hidden)]
#[inline]
pub fn count(py: Python<'_>) -> Snapshot {
    collect(py);
    snapshot()
}

#[doc(hidden)]
#[track_caller]
#[inline]
pub fn assert_same(py: Python<'_>, before: &Snapshot) {
    let left = more_than(py, before);
    assert!(left.is_empty(), "handles are left:\n{}", lines(&left));
}

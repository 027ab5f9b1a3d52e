//! Live handles one by one.

pub use crate::hook::{Intended, LiveHandle};

/// The handles that are alive and were made at the level [`Frames`](super::Level::Frames) or
/// [`Stacks`](super::Level::Stacks), the oldest first.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::report::{ENABLED, Level, handles, set_level};
///
/// let former = set_level(Level::Frames);
/// Python::attach(|py| {
///     let list = List::empty(py)?;
///     let found = handles().into_iter().find(|handle| handle.object == list.as_ptr() as usize);
///     assert_eq!(found.is_some_and(|handle| handle.handle == "Owned<List>"), ENABLED);
///     Ok::<(), PyErr>(())
/// })?;
/// set_level(former);
/// # Ok::<(), PyErr>(())
/// ```
#[inline]
pub fn handles() -> Vec<LiveHandle> {
    #[cfg(feature = "ledger")]
    return crate::hook::handles();
    #[cfg(not(feature = "ledger"))]
    Vec::new()
}

/// How many handles have been counted by their site alone since the program began, though more was asked for: the records
/// of the others had taken up what memory they may (`OWNED_LEDGER_MEMORY`, in MiB; 256 if it is not set).
///
/// ```
/// assert_eq!(owned::report::unrecorded(), 0); // all that was asked for was kept
/// ```
#[inline]
pub fn unrecorded() -> u64 {
    #[cfg(feature = "ledger")]
    return crate::hook::unrecorded();
    #[cfg(not(feature = "ledger"))]
    0
}

/// The references that were given up for good while the ledger was awake, by `leak_forever`: no leaks, for they are meant.
///
/// ```
/// # owned::Python::initialize();
/// # use owned::prelude::*;
/// # Python::attach(|py| {
/// use owned::report::{ENABLED, Level, intended, set_level};
/// set_level(Level::Sites);
/// Str::new(py, "a name that C keeps")?.leak_forever("C keeps a pointer to it");
/// assert_eq!(intended().len(), usize::from(ENABLED));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub fn intended() -> Vec<Intended> {
    #[cfg(feature = "ledger")]
    return crate::hook::intended();
    #[cfg(not(feature = "ledger"))]
    Vec::new()
}

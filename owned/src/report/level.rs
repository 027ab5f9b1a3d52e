//! How much the ledger keeps of each handle.

pub use crate::hook::{Level, UnknownLevel};

/// The level of handles that are made from now on. `Off` without the feature `ledger`.
///
/// ```
/// use owned::report::{ENABLED, Level, level, set_level};
///
/// set_level(Level::Sites);
/// assert_eq!(level(), if ENABLED { Level::Sites } else { Level::Off });
/// ```
#[inline]
pub fn level() -> Level {
    #[cfg(feature = "ledger")]
    return crate::hook::level();
    #[cfg(not(feature = "ledger"))]
    Level::Off
}

/// Sets the level of handles that are made from now on, in this extension or program, and gives the former one. Those that
/// are alive stay as they were made: one made while the ledger slept is not missed when it goes. Without the feature
/// `ledger` nothing happens.
///
/// ```
/// use owned::report::{ENABLED, Level, level, set_level};
///
/// let former = set_level(Level::Frames);
/// assert_eq!(level(), if ENABLED { Level::Frames } else { Level::Off });
/// set_level(former);
/// ```
#[inline]
pub fn set_level(new: Level) -> Level {
    #[cfg(feature = "ledger")]
    return crate::hook::set_level(new);
    #[cfg(not(feature = "ledger"))]
    {
        let _ = new;
        Level::Off
    }
}

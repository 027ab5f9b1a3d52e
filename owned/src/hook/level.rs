//! How much the ledger keeps of each handle.

use core::fmt;
use core::str::FromStr;

/// How much the ledger keeps of each handle that is made. What is kept of one goes by the level at that moment.
///
/// ```
/// use owned::report::Level;
///
/// assert_eq!("sites".parse(), Ok(Level::Sites));
/// assert!(Level::Sites < Level::Stacks); // each keeps what those below it keep
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Nothing: the ledger sleeps.
    #[default]
    Off,
    /// The line that made it, and its type: counted, handle by handle not known.
    Sites,
    /// Each handle by a number of its own, with the Python line that ran, the thread and the interpreter.
    Frames,
    /// The native stack as well.
    Stacks,
}

impl Level {
    const NAMES: [(&str, Level); 4] =
        [("off", Level::Off), ("sites", Level::Sites), ("frames", Level::Frames), ("stacks", Level::Stacks)];

    /// Its name.
    #[inline]
    pub(crate) fn name(self) -> &'static str {
        Level::NAMES[self as usize].0
    }
}

/// There is no level of that name.
///
/// ```
/// use owned::report::Level;
///
/// let error = "all".parse::<Level>().unwrap_err();
/// assert_eq!(error.to_string(), "no level `all`: write `off`, `sites`, `frames` or `stacks`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLevel(String);

impl fmt::Display for UnknownLevel {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no level `{}`: write `off`, `sites`, `frames` or `stacks`", self.0)
    }
}

impl core::error::Error for UnknownLevel {}

/// The level of that name: `off`, `sites`, `frames` or `stacks`.
impl FromStr for Level {
    type Err = UnknownLevel;

    #[inline]
    fn from_str(name: &str) -> Result<Level, UnknownLevel> {
        for (known, level) in Level::NAMES {
            if known == name {
                return Ok(level);
            }
        }
        Err(UnknownLevel(name.to_owned()))
    }
}

impl fmt::Display for Level {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

//! What was seen to go wrong.

use core::fmt;

/// Something that was seen to go wrong: a C function did something else with a reference than
/// [`foreign::import!`](crate::foreign::import) declares (`declaration`), or `unsafe` code did what it promised not to do. The
/// kinds are listed in the guide's page on the ledger (`guide/ledger.md`).
///
/// ```
/// for violation in owned::report::violations() {
///     panic!("{}: {violation}", violation.kind); // `lent: `f` kept a reference of `x` that was only lent, called at …`
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Of which kind.
    pub kind: &'static str,
    /// What did it: the C function, in backquotes, or the handle.
    pub who: String,
    /// What it did: `kept a reference of `x` that was only lent`.
    pub what: String,
    /// The file and the line of the user's code, from 1: where they are known, which for some kinds takes debugging
    /// information.
    pub place: Option<(String, u32)>,
}

impl fmt::Display for Violation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.who, self.what)?;
        match &self.place {
            Some((file, line)) => write!(f, ", called at {file}:{line}"),
            None => Ok(()),
        }
    }
}

/// What was seen to go wrong while the ledger was awake, in the order in which it was found. Without the feature `ledger`
/// nobody looks.
///
/// ```
/// assert!(owned::report::violations().is_empty());
/// ```
#[inline]
pub fn violations() -> Vec<Violation> {
    #[cfg(feature = "ledger")]
    return crate::hook::violations()
        .into_iter()
        .map(|found| Violation { kind: found.kind, who: found.who, what: found.what, place: found.place })
        .collect();
    #[cfg(not(feature = "ledger"))]
    Vec::new()
}

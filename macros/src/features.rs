//! What was left out of the library, whose features these are: it is refused where it is asked for, by one message.

use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::stream::ToTokens;

/// Whether what stub files say is written. In the tests of this crate whoever asks says so, for both are looked at.
pub(crate) fn stubs() -> bool {
    #[cfg(test)]
    return tests::STUBS.get();
    #[cfg(not(test))]
    cfg!(feature = "stubs")
}

/// A feature of `owned-py` without which a macro takes less. (Without `derive` two of them do nothing, see `drive`; without
/// `enums` others do, see `parse`; without `stubs` nothing is written for stub files, see `expand`.)
pub(crate) enum Feature {
    Adopt,
    Async,
    Buffers,
}

impl Feature {
    /// Refuses what needs the feature, if it is off. `what` is what was asked for, and its verb.
    pub(crate) fn require(self, what: &str, at: &dyn ToTokens, dcx: &mut Diagnostics) -> Result<(), Reported> {
        let (name, is_on) = match self {
            Feature::Adopt => ("adopt", cfg!(feature = "adopt")),
            Feature::Async => ("async", cfg!(feature = "async")),
            Feature::Buffers => ("buffers", cfg!(feature = "buffers")),
        };
        if is_on { Ok(()) } else { Err(dcx.error(at, messages::needs_feature(what, name))) }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::Cell;

    thread_local! {
        /// Whether the feature is on, for the test that runs.
        pub(crate) static STUBS: Cell<bool> = const { Cell::new(false) };
    }
}

//! What the tests of the ledger's levels share.

use owned::prelude::*;
use owned::report::{Level, LiveHandle, handles, set_level};

/// Sets a level as long as it lives.
pub(crate) struct At(Level);

impl At {
    pub(crate) fn level(level: Level) -> Self {
        At(set_level(level))
    }
}

impl Drop for At {
    fn drop(&mut self) {
        set_level(self.0);
    }
}

/// The records of handles to one object.
#[allow(dead_code, reason = "not every test binary asks for it")]
pub(crate) fn of(object: &Owned<'_, Any>) -> Vec<LiveHandle> {
    handles().into_iter().filter(|handle| handle.object == object.as_ptr().addr()).collect()
}

//! The names that arguments were given by.

use crate::raw::Seen;

/// Of each parameter of a function the object that was the name of its argument, if that is one which lives as long as the
/// interpreter: a call compares one address instead of two texts. A static of each function with arguments by name.
#[derive(Debug)]
pub struct SeenNames<const N: usize>([Seen; N]);

impl<const N: usize> SeenNames<N> {
    /// None yet.
    #[expect(clippy::new_without_default, reason = "names are a static")]
    pub const fn new() -> Self {
        SeenNames([const { Seen::nothing() }; N])
    }

    #[inline]
    pub(super) fn as_ptr(&'static self) -> *const Seen {
        self.0.as_ptr()
    }
}

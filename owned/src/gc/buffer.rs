//! Buffers as fields.
#![expect(unsafe_code, reason = "implements Traverse for the handle that a buffer holds")]

use crate::object::PyBuffer;

use super::{Traverse, Visited, Visitor};

// SAFETY: a lent buffer owns one reference, to the view that holds the memory.
unsafe impl<T> Traverse for PyBuffer<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        visitor.handle(self.view())
    }
}

//! A heap type of C's, some of whose methods are Rust's.

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;

/// C's `Box`.
#[class(name = "Box", unsafe(adopt(Box, spec = box_spec)))]
#[repr(C)]
pub struct Boxed {
    held: OwnedField<Any>,
    flags: PlainField<u8>,
    ratio: PlainField<f32>,
}

#[methods]
impl Boxed {
    fn who(&self) -> &'static str {
        "Rust"
    }

    /// In its place.
    fn swap<'py>(&self, py: Python<'py>, new: Borrowed<'_, 'py, Any>) -> Option<Owned<'py, Any>> {
        self.flags.set(py, self.flags.get(py).wrapping_add(1));
        self.ratio.set(py, 1.5);
        self.held.replace(py, Some(new.to_owned()))
    }

    #[getter]
    fn held<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.held.get(py)
    }

    fn facts(&self, py: Python<'_>) -> (u8, f32) {
        (self.flags.get(py), self.ratio.get(py))
    }

    fn __eq__(&self, other: Borrowed<'_, '_, Boxed>, py: Python<'_>) -> bool {
        self.flags.get(py) == other.get().flags.get(py)
    }
}

#[owned::module(adopt)]
pub mod heap {
    use owned::prelude::*;

    #[export]
    pub use super::Boxed;

    /// Whether it is one of the newest copy, or of any.
    #[function]
    fn is_box(object: Borrowed<'_, '_, Any>) -> bool {
        object.downcast::<super::Boxed>().is_ok()
    }
}

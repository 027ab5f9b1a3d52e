//! Buffers as arguments.

use crate::err::Result;
use crate::object::{Buffer, BufferMut, Element};
use crate::ptr::{Any, Borrowed, TypeHint};

use super::FromPy;

impl<'py, T: Element> FromPy<'_, 'py> for Buffer<'py, T> {
    const ACCEPTS: TypeHint = TypeHint::named("typing_extensions", "Buffer");

    /// The memory of the object, for reading, as [`Buffer::of`].
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        Buffer::of(&object)
    }
}

impl<'py, T: Element> FromPy<'_, 'py> for BufferMut<'py, T> {
    const ACCEPTS: TypeHint = TypeHint::named("typing_extensions", "Buffer");

    /// The memory of the object, for reading and writing, as [`BufferMut::of`].
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        BufferMut::of(&object)
    }
}

//! The hooks when nobody listens: no data, no code.

use core::panic::Location;
use core::ptr::NonNull;

use crate::raw::PyObject;

/// What the ledger knows of a handle: nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag;

impl Tag {
    #[inline(always)]
    pub(crate) fn released(self) {}

    #[inline(always)]
    pub(crate) fn escaped<Handle>(self, _: NonNull<PyObject>, _: &'static Location<'static>) {}
}

#[expect(clippy::extra_unused_type_parameters, reason = "the ledger wants the type's name")]
#[inline(always)]
pub(crate) fn acquired<Handle>(_: &'static Location<'static>) -> Tag {
    Tag
}

#[inline(always)]
pub(crate) fn taken_back(_: NonNull<PyObject>) {}

static_assertions::assert_eq_size!(Tag, ());

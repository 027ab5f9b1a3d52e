//! The hooks when nobody listens: no data, no code.

use core::panic::Location;
use core::ptr::NonNull;

use crate::raw::{LivePointer, PyObject};

/// What the ledger knows of a handle: nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag;

impl Tag {
    /// That of a borrowed reference.
    pub(crate) const NOBODY: Tag = Tag;

    #[inline(always)]
    pub(crate) fn released(self) {}

    #[inline(always)]
    pub(crate) fn dropped(self) -> bool {
        true
    }

    #[inline(always)]
    pub(crate) fn waits(self, _: LivePointer) {}

    #[expect(clippy::extra_unused_type_parameters, reason = "the ledger wants the type's name")]
    #[inline(always)]
    pub(crate) fn renewed<Handle>(self, _: &'static Location<'static>) -> Tag {
        Tag
    }

    #[inline(always)]
    pub(crate) fn intended<Handle>(self, _: &'static Location<'static>, _: &'static str) {}

    #[inline(always)]
    pub(crate) fn escaped<Handle>(self, _: NonNull<PyObject>, _: &'static Location<'static>) {}
}

#[expect(clippy::extra_unused_type_parameters, reason = "the ledger wants the type's name")]
#[inline(always)]
pub(crate) fn acquired<Handle>(_: NonNull<PyObject>, _: &'static Location<'static>) -> Tag {
    Tag
}

#[inline(always)]
pub(crate) fn used(_: NonNull<PyObject>) {}

#[inline(always)]
pub(crate) fn given(_: *mut PyObject, _: &'static Location<'static>) {}

#[inline(always)]
pub(crate) fn nothing_said(_: &'static Location<'static>) {}

#[inline(always)]
pub(crate) fn succeeded() {}

#[inline(always)]
pub(crate) fn taken_back(_: NonNull<PyObject>) {}

/// A module is imported: nobody listens.
#[inline(always)]
pub(crate) fn module_is_called(_: Option<&str>) {}

/// An instance is gone whose memory its class keeps: nobody listens.
#[expect(unsafe_code, reason = "the ledger reads where the memory begins; here nothing is read")]
#[inline(always)]
pub(crate) unsafe fn memory_is_kept(_: NonNull<PyObject>) {}

const _: () = assert!(size_of::<Tag>() == 0);

//! The parts of an error in two words, the second of which is never zero: so whether a result is an error is one comparison, and
//! what is dropped goes by one function, wherever that is.
#![expect(unsafe_code, reason = "keeps what it is in the word behind it")]

use core::mem::{ManuallyDrop, transmute};
use core::num::NonZeroUsize;
use core::ptr::{self, NonNull};

use crate::ptr::{Any, Py};
use crate::raw::ExceptionKind;

use super::exceptions::BaseException;
use super::repr::{Caused, Lazy, Look, Repr};

/// A [`Repr`]. Invariant: the payload is what the tag says.
pub(super) struct Packed {
    payload: Payload,
    /// One of the numbers below; of a literal, behind it its kind and the length of its text.
    tag: NonZeroUsize,
}

union Payload {
    literal: Text,
    key: ManuallyDrop<Py<Any>>,
    raised: ManuallyDrop<Py<BaseException>>,
    caused: ManuallyDrop<Box<Caused>>,
    lazy: ManuallyDrop<Box<Lazy>>,
}

const LITERAL: usize = 1;
const KEY: NonZeroUsize = NonZeroUsize::new(2).unwrap();
const RAISED: NonZeroUsize = NonZeroUsize::new(3).unwrap();
const CAUSED: NonZeroUsize = NonZeroUsize::new(4).unwrap();
const LAZY: NonZeroUsize = NonZeroUsize::new(5).unwrap();

/// Where in the tag the kind of a literal is, and where the length of its text.
const KIND_AT: u32 = 8;
const LEN_AT: u32 = 16;

/// Where a `&'static str` begins.
#[derive(Clone, Copy)]
struct Text(NonNull<u8>);

// SAFETY: it stands for a `&'static str`, which is `Send`.
unsafe impl Send for Text {}
// SAFETY: as above, `Sync`.
unsafe impl Sync for Text {}

/// A kind and a static text. Invariant: `tag` has the kind, and the length of the text.
#[derive(Clone, Copy)]
pub(super) struct Literal {
    text: Text,
    tag: NonZeroUsize,
}

impl Literal {
    /// `None` for a text that is too long for it.
    #[inline]
    pub(super) fn new(kind: ExceptionKind, text: &'static str) -> Option<Self> {
        let tag = text.len() << LEN_AT | (kind as usize) << KIND_AT | LITERAL;
        let fits = tag >> LEN_AT == text.len();
        fits.then_some(Literal { text: Text(NonNull::from(text).cast()), tag: NonZeroUsize::new(tag)? })
    }

    pub(super) fn kind(self) -> ExceptionKind {
        let kind = (self.tag.get() >> KIND_AT).to_le_bytes()[0];
        // SAFETY: the invariant: it was one.
        unsafe { transmute::<u8, ExceptionKind>(kind) }
    }

    pub(super) fn text(self) -> &'static str {
        // SAFETY: the invariant: a pointer and length that came from one `&'static str`.
        let bytes = unsafe { core::slice::from_raw_parts(self.text.0.as_ptr(), self.tag.get() >> LEN_AT) };
        // SAFETY: the invariant: they were a str.
        unsafe { core::str::from_utf8_unchecked(bytes) }
    }
}

impl Packed {
    #[inline]
    pub(super) fn new(repr: Repr) -> Self {
        let (payload, tag) = match repr {
            Repr::Literal(literal) => return Packed { payload: Payload { literal: literal.text }, tag: literal.tag },
            Repr::Key(key) => (Payload { key: ManuallyDrop::new(key) }, KEY),
            Repr::Raised(raised) => (Payload { raised: ManuallyDrop::new(raised) }, RAISED),
            Repr::Caused(caused) => (Payload { caused: ManuallyDrop::new(caused) }, CAUSED),
            Repr::Lazy(lazy) => (Payload { lazy: ManuallyDrop::new(lazy) }, LAZY),
        };
        Packed { payload, tag }
    }

    pub(super) fn look(&self) -> Look<'_> {
        match self.tag {
            // SAFETY: the tag says so.
            KEY => Look::Key(unsafe { &self.payload.key }),
            // SAFETY: as above.
            RAISED => Look::Raised(unsafe { &self.payload.raised }),
            // SAFETY: as above.
            CAUSED => Look::Caused(unsafe { &self.payload.caused }),
            // SAFETY: as above.
            LAZY => Look::Lazy(unsafe { &self.payload.lazy }),
            // SAFETY: as above; there is no other.
            _ => Look::Literal(Literal { text: unsafe { self.payload.literal }, tag: self.tag }),
        }
    }

    #[inline]
    pub(super) fn open(self) -> Repr {
        let this = ManuallyDrop::new(self);
        // SAFETY: it is not used again.
        unsafe { this.take() }
    }

    /// # Safety
    /// It is not used again.
    unsafe fn take(&self) -> Repr {
        // SAFETY: moved out, by the caller.
        let payload = unsafe { ptr::read(&raw const self.payload) };
        match self.tag {
            // SAFETY: the tag says so.
            KEY => Repr::Key(ManuallyDrop::into_inner(unsafe { payload.key })),
            // SAFETY: as above.
            RAISED => Repr::Raised(ManuallyDrop::into_inner(unsafe { payload.raised })),
            // SAFETY: as above.
            CAUSED => Repr::Caused(ManuallyDrop::into_inner(unsafe { payload.caused })),
            // SAFETY: as above.
            LAZY => Repr::Lazy(ManuallyDrop::into_inner(unsafe { payload.lazy })),
            // SAFETY: as above; there is no other.
            tag => Repr::Literal(Literal { text: unsafe { payload.literal }, tag }),
        }
    }
}

impl Drop for Packed {
    /// Out of line: errors are seldom dropped, and in many places.
    #[inline(never)]
    fn drop(&mut self) {
        // SAFETY: it is being dropped.
        drop(unsafe { self.take() });
    }
}

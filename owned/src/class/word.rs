//! The state word: who may look at, or change, the inside of an object just now.
#![expect(unsafe_code, reason = "keeps the address of a name in a part of the word")]

use core::sync::atomic::{AtomicUsize, Ordering};

use crate::err::{PyErr, ReferenceError, RuntimeError};

use super::holder::Holder;
use super::state::{Exclusive, State};

/// Why the inside of an object cannot be used now.
#[derive(Clone, Copy, Debug)]
pub enum Unavailable {
    /// Somebody may be changing it.
    Exclusive(Holder),
    /// Somebody is looking at it, so it cannot be changed.
    Shared(Holder),
    /// The collector has cleared it.
    Gone,
}

impl Unavailable {
    #[cold]
    #[inline]
    pub(crate) fn error(self, class: &str) -> PyErr {
        match self {
            Unavailable::Exclusive(holder) => RuntimeError::new(format!("{class} object is being changed by {holder}")),
            Unavailable::Shared(holder) => RuntimeError::new(format!("{class} object is in use by {holder}")),
            Unavailable::Gone => {
                ReferenceError::new(format!("{class} object has been cleared by the garbage collector"))
            }
        }
    }
}

/// One word. Its low 16 bits say gone (0, which is also what fresh memory holds), free (1), *n* users who look (1 + *n*)
/// or one who changes ([`EXCLUSIVE`]); the others, who that is, as far as it is known: the first of those who look.
#[derive(Debug)]
#[repr(transparent)]
pub struct Mutable(AtomicUsize);

const COUNT: u32 = 16;
const MASK: usize = (1 << COUNT) - 1;
const GONE: usize = 0;
const FREE: usize = 1;
const EXCLUSIVE: usize = MASK;
/// As many users as fit; nobody has so many.
const MOST: usize = EXCLUSIVE - 1;

#[inline]
fn holder(word: usize) -> Holder {
    // SAFETY: what is above the count was packed by `share` or `exclude`.
    unsafe { Holder::unpack(word >> COUNT) }
}

/// The word of one user.
#[inline]
fn one(count: usize, holder: Holder) -> usize {
    holder.pack(usize::BITS - COUNT) << COUNT | count
}

#[cold]
#[inline]
fn unavailable(word: usize) -> Unavailable {
    match word & MASK {
        GONE => Unavailable::Gone,
        EXCLUSIVE => Unavailable::Exclusive(holder(word)),
        _ => Unavailable::Shared(holder(word)),
    }
}

impl State for Mutable {
    const FREE: Self = Mutable(AtomicUsize::new(FREE));
    const CLEARS: bool = true;

    #[inline]
    fn share(&self, holder: Holder) -> Result<(), Unavailable> {
        let add = |now: usize| match now & MASK {
            FREE => Some(one(FREE + 1, holder)),
            GONE | MOST | EXCLUSIVE => None,
            _ => Some(now + 1),
        };
        self.0.fetch_update(Ordering::Acquire, Ordering::Relaxed, add).map(drop).map_err(unavailable)
    }

    #[inline]
    fn unshare(&self, holder: Holder) {
        let mine = one(0, holder) >> COUNT;
        let subtract = |now: usize| match (now & MASK) - 1 {
            FREE => Some(FREE),
            // Others look on, and who they are is not known.
            left if now >> COUNT == mine => Some(left),
            _ => Some(now - 1),
        };
        let _ = self.0.fetch_update(Ordering::Release, Ordering::Relaxed, subtract);
    }

    #[inline]
    fn visible(&self) -> bool {
        !matches!(self.0.load(Ordering::Acquire) & MASK, GONE | EXCLUSIVE)
    }

    #[inline]
    fn present(&self) -> bool {
        self.0.load(Ordering::Acquire) & MASK != GONE
    }

    #[inline]
    fn claim(&self) -> bool {
        self.exclude(Holder::Unknown).is_ok()
    }

    #[inline]
    fn set_gone(&self) {
        self.0.store(GONE, Ordering::Release);
    }

    #[inline]
    fn include(&self) {
        self.0.store(FREE, Ordering::Release);
    }
}

impl Exclusive for Mutable {
    #[inline]
    fn exclude(&self, holder: Holder) -> Result<(), Unavailable> {
        let now = self.0.compare_exchange(FREE, one(EXCLUSIVE, holder), Ordering::Acquire, Ordering::Relaxed);
        now.map(drop).map_err(unavailable)
    }
}

static_assertions::assert_eq_size!(Mutable, *mut u8);

//! The state word: who may look at, or change, the inside of an object just now.
#![expect(unsafe_code, reason = "keeps the address of a name in a part of the word")]

use core::sync::atomic::{AtomicUsize, Ordering};

use crate::err::{PyErr, ReferenceError, RuntimeError};
use crate::raw::UsedBy;

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
///
/// Where there is no GIL it is followed by a hint of which thread that is, so that others wait for it and it not for itself.
#[derive(Debug)]
#[repr(C)]
pub struct Mutable {
    word: AtomicUsize,
    by: UsedBy,
}

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
    const FREE: Self = Mutable { word: AtomicUsize::new(FREE), by: UsedBy::NOBODY };
    const CLEARS: bool = true;

    #[inline]
    fn share(&self, holder: Holder) -> Result<(), Unavailable> {
        let add = |now: usize| match now & MASK {
            FREE => Some(one(FREE + 1, holder)),
            GONE | MOST | EXCLUSIVE => None,
            _ => Some(now + 1),
        };
        self.word.fetch_update(Ordering::Acquire, Ordering::Acquire, add).map_err(unavailable)?;
        self.by.enter();
        Ok(())
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
        self.by.leave(|| self.word.load(Ordering::Relaxed) & MASK == FREE + 1);
        let _ = self.word.fetch_update(Ordering::Release, Ordering::Relaxed, subtract);
    }

    #[inline]
    fn visible(&self) -> bool {
        !matches!(self.word.load(Ordering::Acquire) & MASK, GONE | EXCLUSIVE)
    }

    #[inline]
    fn present(&self) -> bool {
        self.word.load(Ordering::Acquire) & MASK != GONE
    }

    #[inline]
    fn claim(&self) -> bool {
        self.exclude(Holder::Unknown).is_ok()
    }

    #[inline]
    fn set_gone(&self) {
        self.by.leave(|| true);
        self.word.store(GONE, Ordering::Release);
    }

    #[inline]
    fn include(&self) {
        self.by.leave(|| true);
        self.word.store(FREE, Ordering::Release);
    }

    #[inline]
    fn is_elsewhere(&self) -> bool {
        self.by.is_elsewhere()
    }
}

impl Exclusive for Mutable {
    #[inline]
    fn exclude(&self, holder: Holder) -> Result<(), Unavailable> {
        let now = self.word.compare_exchange(FREE, one(EXCLUSIVE, holder), Ordering::Acquire, Ordering::Acquire);
        now.map_err(unavailable)?;
        self.by.enter();
        Ok(())
    }
}

static_assertions::const_assert!(size_of::<Mutable>() == size_of::<usize>() + size_of::<UsedBy>());

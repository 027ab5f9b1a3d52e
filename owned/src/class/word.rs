//! The state word: who may look at, or change, the inside of an object just now.
#![expect(unsafe_code, reason = "keeps the address of a name in a part of the word")]

use core::sync::atomic::{AtomicUsize, Ordering};

use crate::err::{PyErr, ReferenceError, RuntimeError};
use crate::raw::{self, UsedBy};

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

/// One word. Its lowest three bits say what is: gone, free, one user who looks, one who changes, several who look. The
/// others say who that is, by the address of a static, which is a multiple of eight; with several, the first of them, in
/// the bits below those that say how many.
///
/// So what a method writes before it looks, and finds when it is done, is a constant.
///
/// A user begins on an attached thread; but one who looks may be done on any (a `Ref` is `Send`). So where one thread at a
/// time is attached, nobody else writes to a word that is free, for there is nobody to be done; nor to that of one user
/// who looks, if that user is done on the attached thread. These two need no read-modify-write.
///
/// Where there is no GIL it is followed by a hint of which thread that is, so that others wait for it and it not for itself.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// #[class]
/// pub struct Tally {
///     #[field(get, set)]
///     count: u64,
/// }
///
/// #[methods]
/// impl Tally {
///     #[new]
///     fn new(count: u64) -> Self {
///         Tally { count }
///     }
/// }
///
/// # #[owned::module]
/// # mod tallies {
/// #     #[export]
/// #     pub use super::Tally;
/// # }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// # Python::attach(|py| {
/// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
/// use owned::{Class, Mutable};
///
/// /// For classes in which something can change, as in this one.
/// fn is_in_use(object: &Owned<'_, impl Class<State = Mutable>>) -> bool {
///     object.borrow_mut().is_err()
/// }
/// assert!(!is_in_use(&tally));
/// let look = tally.borrow()?;
/// assert!(is_in_use(&tally));
/// drop(look);
/// # Ok(())
/// # })
/// # }
/// ```
#[derive(Debug)]
#[repr(C)]
pub struct Mutable {
    word: AtomicUsize,
    by: UsedBy,
}

/// The inside is not there. This is also what fresh memory holds.
const GONE: usize = 0;
const FREE: usize = 1;
/// One user who looks. One more is the same of a place, here and below.
const LOOK: usize = 2;
/// One who changes.
const CHANGE: usize = 4;
/// Several who look.
const SEVERAL: usize = 6;
const KIND: usize = 7;
/// Where the number of those who look begins, if there are several.
const COUNT: u32 = usize::BITS - 16;
/// As many users as fit; nobody has so many.
const MOST: usize = usize::MAX >> COUNT;

/// Who the word speaks of: not gone, not free.
#[inline]
fn holder(word: usize) -> Holder {
    let several = word & KIND >= SEVERAL;
    let holder = if several { word & !(usize::MAX << COUNT) } else { word };
    // SAFETY: what a holder was packed as, and a kind, of which only the lowest bit belongs to that.
    unsafe { Holder::unpack(holder & (!KIND | 1)) }
}

#[cold]
#[inline]
fn unavailable(word: usize) -> Unavailable {
    match word & KIND {
        GONE => Unavailable::Gone,
        CHANGE | 5 => Unavailable::Exclusive(holder(word)),
        _ => Unavailable::Shared(holder(word)),
    }
}

/// The word of so many users who look, the first of whom is that of `look`.
#[inline]
fn several(look: usize, count: usize) -> usize {
    if count == 1 {
        return look;
    }
    // An address that is too long for its place is not kept.
    let first = if look >> COUNT == 0 { look + (SEVERAL - LOOK) } else { SEVERAL };
    count << COUNT | first
}

/// How many look, and the word of the first.
#[inline]
fn counted(word: usize) -> (usize, usize) {
    (word >> COUNT, (word & !(usize::MAX << COUNT)) - (SEVERAL - LOOK))
}

impl Mutable {
    /// Writes what is to be instead of free, or says what else is. On an attached thread.
    #[inline]
    fn leave_free(&self, new: usize) -> Result<(), usize> {
        if !raw::HAS_GIL {
            return self.word.compare_exchange(FREE, new, Ordering::Acquire, Ordering::Acquire).map(drop);
        }
        match self.word.load(Ordering::Acquire) {
            FREE => {
                self.word.store(new, Ordering::Relaxed);
                Ok(())
            }
            now => Err(now),
        }
    }

    /// `State::share` where others look already, or nobody may.
    #[cold]
    #[inline]
    fn join(&self, look: usize) -> Result<(), Unavailable> {
        let add = |now: usize| match now & KIND {
            FREE => Some(look),
            LOOK | 3 => Some(several(now, 2)),
            SEVERAL | 7 => {
                let (count, first) = counted(now);
                (count < MOST).then(|| several(first, count + 1))
            }
            _ => None,
        };
        self.word.fetch_update(Ordering::Acquire, Ordering::Acquire, add).map(drop).map_err(unavailable)
    }

    /// `State::unshare` where others have looked too.
    #[cold]
    #[inline]
    fn leave(&self, look: usize) {
        let subtract = |now: usize| match now & KIND {
            SEVERAL | 7 => {
                let (count, first) = counted(now);
                // If it was the first, others look on, and who they are is not known.
                Some(several(if first == look { LOOK } else { first }, count - 1))
            }
            _ => Some(FREE),
        };
        let _ = self.word.fetch_update(Ordering::Release, Ordering::Relaxed, subtract);
    }
}

impl State for Mutable {
    const FREE: Self = Mutable { word: AtomicUsize::new(FREE), by: UsedBy::NOBODY };
    const CLEARS: bool = true;

    /// What the word says while this user is the only one.
    type Look = usize;

    #[inline]
    fn share(&self, holder: Holder) -> Result<usize, Unavailable> {
        let look = holder.pack() + LOOK;
        // Nobody else looks, nearly always.
        if self.leave_free(look).is_err() {
            self.join(look)?;
        }
        self.by.enter();
        Ok(look)
    }

    #[inline]
    fn unshare(&self, look: usize) {
        self.by.leave(|| self.word.load(Ordering::Relaxed) & KIND < SEVERAL);
        if self.word.compare_exchange(look, FREE, Ordering::Release, Ordering::Relaxed).is_err() {
            self.leave(look);
        }
    }

    #[inline]
    fn unshare_attached(&self, look: usize) {
        if !raw::HAS_GIL {
            self.unshare(look);
        } else if self.word.load(Ordering::Relaxed) == look {
            self.word.store(FREE, Ordering::Release);
        } else {
            self.leave(look);
        }
    }

    #[inline]
    fn peek(&self) -> Result<(), Unavailable> {
        let now = self.word.load(Ordering::Acquire);
        match now & KIND {
            GONE | CHANGE | 5 => Err(unavailable(now)),
            _ => Ok(()),
        }
    }

    #[inline]
    fn visible(&self) -> bool {
        self.peek().is_ok()
    }

    #[inline]
    fn present(&self) -> bool {
        self.word.load(Ordering::Acquire) != GONE
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
        self.leave_free(holder.pack() + CHANGE).map_err(unavailable)?;
        self.by.enter();
        Ok(())
    }
}

const _: () = assert!(size_of::<Mutable>() == size_of::<usize>() + size_of::<UsedBy>());

#[cfg(test)]
mod tests {
    use super::super::holder::MethodName;
    use super::*;

    static ONE: MethodName = MethodName("one");
    static OTHER: MethodName = MethodName("other");

    /// Who is in the way of a change.
    fn in_the_way(word: &Mutable) -> String {
        match word.exclude(Holder::Unknown) {
            Ok(()) => {
                word.include();
                "nobody".to_owned()
            }
            Err(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn the_first_who_looks_is_known_until_it_is_done() {
        let word = Mutable::FREE;
        let one = word.share(Holder::Method(&ONE)).expect("free");
        assert!(in_the_way(&word).contains("one"));
        let other = word.share(Holder::Method(&OTHER)).expect("others may look");
        let place = word.share(Holder::here()).expect("others may look");
        assert!(in_the_way(&word).contains("one") && word.visible());
        word.unshare(other);
        assert!(in_the_way(&word).contains("one"));
        word.unshare_attached(one);
        assert_eq!(in_the_way(&word), "Shared(Unknown)");
        word.unshare_attached(place);
        assert_eq!(in_the_way(&word), "nobody");
    }

    #[test]
    fn those_who_look_are_counted() {
        let word = Mutable::FREE;
        let looks: Vec<_> = (0..MOST).map(|_| word.share(Holder::here()).expect("others may look")).collect();
        assert!(word.share(Holder::Method(&ONE)).is_err(), "no more fit");
        for look in looks {
            assert!(word.exclude(Holder::Unknown).is_err());
            word.unshare(look);
        }
        assert_eq!(in_the_way(&word), "nobody");
    }

    #[test]
    fn one_who_changes_is_alone() {
        let word = Mutable::FREE;
        word.exclude(Holder::Method(&ONE)).expect("free");
        assert!(in_the_way(&word).contains("one") && word.present() && !word.visible());
        assert!(word.share(Holder::Unknown).is_err() && !word.claim());
        word.include();
        word.exclude(Holder::here()).expect("free");
        assert!(in_the_way(&word).contains(file!()));
        word.set_gone();
        assert!(!word.present() && !word.visible() && word.share(Holder::Unknown).is_err());
    }
}

//! The state word: who may look at, or change, the inside of an object just now.

use core::sync::atomic::{AtomicIsize, Ordering};

use crate::err::{PyErr, ReferenceError, RuntimeError};

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Mutable {}
    impl Sealed for super::Frozen {}
}

/// Whether, and how, an object keeps track of who uses its inside: [`Mutable`] or [`Frozen`].
pub trait State: sealed::Sealed + Send + Sync + 'static {
    /// For an object whose inside has just been written.
    const FREE: Self;
    /// Whether the collector may move the inside out.
    const CLEARS: bool;

    /// One more user who only looks.
    fn share(&self) -> Result<(), Unavailable>;
    /// One such user less.
    fn unshare(&self);
    /// Whether the inside is there and nobody changes it: the collector may look.
    fn visible(&self) -> bool;
    /// Whether the inside is there: true from the first write until it is moved out.
    fn present(&self) -> bool;
    /// Claims the inside for moving it out, if nobody uses it.
    fn claim(&self) -> bool;
    /// The claimed inside is gone for good.
    fn set_gone(&self);
    /// The user with exclusive access is done.
    fn include(&self);
}

/// Whether exclusive access can be had: only of a class in which something can change.
#[diagnostic::on_unimplemented(
    message = "this class cannot change, so its objects keep no state word",
    label = "no exclusive access",
    note = "a class has a state word if it has a `&mut self` method or a `#[field(get, set)]`"
)]
pub trait Exclusive: State {
    /// Claims the inside for one user who may change it.
    fn exclude(&self) -> Result<(), Unavailable>;
}

/// Whether the inside can be read without a guard: only of a class in which nothing can change.
#[diagnostic::on_unimplemented(
    message = "this class can change, so its inside is reached through a guard",
    label = "a guard is needed",
    note = "write `.borrow()?` to look at the inside, `.borrow_mut()?` to change it"
)]
pub trait Unchanging: State {}

impl Unchanging for Frozen {}

/// Why the inside of an object cannot be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// Somebody may be changing it.
    Exclusive,
    /// Somebody is looking at it, so it cannot be changed.
    Shared,
    /// The collector has cleared it.
    Gone,
}

impl Unavailable {
    pub(crate) fn error(self, class: &str) -> PyErr {
        match self {
            Unavailable::Exclusive => {
                RuntimeError::new(format!("{class} object is being changed by a method that has not returned yet"))
            }
            Unavailable::Shared => {
                RuntimeError::new(format!("{class} object is in use by a method that has not returned yet"))
            }
            Unavailable::Gone => {
                ReferenceError::new(format!("{class} object has been cleared by the garbage collector"))
            }
        }
    }
}

const GONE: isize = 0;
const FREE: isize = 1;
const EXCLUSIVE: isize = -1;

/// One word: gone (0, which is also what fresh memory holds), free (1), n users (1 + n), or exclusive (-1).
#[derive(Debug)]
#[repr(transparent)]
pub struct Mutable(AtomicIsize);

impl State for Mutable {
    const FREE: Self = Mutable(AtomicIsize::new(FREE));
    const CLEARS: bool = true;

    fn share(&self) -> Result<(), Unavailable> {
        let add = |now: isize| (FREE..isize::MAX).contains(&now).then_some(now + 1);
        match self.0.fetch_update(Ordering::Acquire, Ordering::Relaxed, add) {
            Ok(_) => Ok(()),
            Err(GONE) => Err(Unavailable::Gone),
            Err(EXCLUSIVE) => Err(Unavailable::Exclusive),
            Err(_) => Err(Unavailable::Shared),
        }
    }

    fn unshare(&self) {
        self.0.fetch_sub(1, Ordering::Release);
    }

    fn visible(&self) -> bool {
        self.0.load(Ordering::Acquire) >= FREE
    }

    fn present(&self) -> bool {
        self.0.load(Ordering::Acquire) != GONE
    }

    fn claim(&self) -> bool {
        self.exclude().is_ok()
    }

    fn set_gone(&self) {
        self.0.store(GONE, Ordering::Release);
    }

    fn include(&self) {
        self.0.store(FREE, Ordering::Release);
    }
}

impl Exclusive for Mutable {
    fn exclude(&self) -> Result<(), Unavailable> {
        match self.0.compare_exchange(FREE, EXCLUSIVE, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => Ok(()),
            Err(GONE) => Err(Unavailable::Gone),
            Err(EXCLUSIVE) => Err(Unavailable::Exclusive),
            Err(_) => Err(Unavailable::Shared),
        }
    }
}

/// No word at all: nothing in the object can change, so anybody may look at any time, and the collector leaves the
/// inside in place. As with a `tuple`, another member of its cycle clears.
#[derive(Debug)]
pub struct Frozen;

impl State for Frozen {
    const FREE: Self = Frozen;
    const CLEARS: bool = false;

    fn share(&self) -> Result<(), Unavailable> {
        Ok(())
    }

    fn unshare(&self) {}

    fn visible(&self) -> bool {
        true
    }

    fn present(&self) -> bool {
        true
    }

    fn claim(&self) -> bool {
        false
    }

    fn set_gone(&self) {}

    fn include(&self) {}
}

/// Picks the state by a constant that the macros compute: see [`Choice`].
#[derive(Debug)]
pub struct Choose<const MUTATES: bool>;

/// `<Choose<true> as Choice>::State` is [`Mutable`], of `false` it is [`Frozen`].
pub trait Choice {
    /// The state.
    type State: State;
}

impl Choice for Choose<true> {
    type State = Mutable;
}

impl Choice for Choose<false> {
    type State = Frozen;
}

static_assertions::assert_eq_size!(Mutable, *mut u8);
static_assertions::assert_eq_size!(Frozen, ());

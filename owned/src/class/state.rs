//! Whether an object keeps track of who looks at, or changes, its inside.

use super::holder::Holder;
use super::word::{Mutable, Unavailable};

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

    /// What a user who only looks remembers until it is done.
    type Look: Copy + Send + Sync;

    /// One more user who only looks. On an attached thread.
    fn share(&self, holder: Holder) -> Result<Self::Look, Unavailable>;
    /// One such user less.
    fn unshare(&self, look: Self::Look);
    /// [`State::unshare`] on an attached thread.
    fn unshare_attached(&self, look: Self::Look);
    /// Whether one could look: for who is done before anybody else can do anything.
    fn peek(&self) -> Result<(), Unavailable>;
    /// Whether the inside is there and nobody changes it: the collector may look.
    fn visible(&self) -> bool;
    /// Whether the inside is there: true from the first write until it is moved out.
    fn present(&self) -> bool;
    /// Claims the inside for moving it out, if nobody uses it. On an attached thread.
    fn claim(&self) -> bool;
    /// The claimed inside is gone for good.
    fn set_gone(&self);
    /// The user with exclusive access is done.
    fn include(&self);
    /// Whether another thread is in the way, which will be done with it without this one: never so where there is a GIL.
    fn is_elsewhere(&self) -> bool;
}

/// Whether exclusive access can be had: only of a class in which something can change.
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
/// use owned::{Class, Exclusive};
///
/// fn exchange<C: Class<State: Exclusive>>(object: &Owned<'_, C>, value: C) -> Result<C> {
///     Ok(std::mem::replace(&mut *object.borrow_mut()?, value))
/// }
/// assert_eq!(exchange(&tally, Tally { count: 9 })?.count, 3);
/// # Ok(())
/// # })
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "this class cannot change, so its objects keep no state word",
    label = "no exclusive access",
    note = "a class has a state word if it has a `&mut self` method, or a `#[field(get, set)]` that is no `Slot` or `AtomicCell`",
    note = "one that adopts a type of C's has none, for C reaches the object at any time: take `&self`, and change its fields by `set`"
)]
pub trait Exclusive: State {
    /// Claims the inside for one user who may change it. On an attached thread.
    fn exclude(&self, holder: Holder) -> Result<(), Unavailable>;
}

/// Whether the inside can be read without a guard: only of a class in which nothing can change.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// #[class]
/// pub struct Tally {
///     #[field(get)]
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
/// use owned::{Class, Unchanging};
///
/// fn inside<'a, C: Class<State: Unchanging>>(object: &'a Owned<'_, C>) -> &'a C {
///     object.get() // no guard, no error
/// }
/// assert_eq!(inside(&tally).count, 3);
/// # Ok(())
/// # })
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "this class can change, so its inside is reached through a guard",
    label = "a guard is needed",
    note = "write `.borrow()?` to look at the inside, `.borrow_mut()?` to change it"
)]
pub trait Unchanging: State {}

impl Unchanging for Frozen {}

/// No word at all: nothing in the object can change, so anybody may look at any time, and the collector leaves the
/// inside in place. As with a `tuple`, another member of its cycle clears.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// #[class]
/// pub struct Tally {
///     #[field(get)]
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
/// use owned::{Class, Frozen};
///
/// /// For classes in which nothing can change, as in this one.
/// fn never_changes(_: &Owned<'_, impl Class<State = Frozen>>) -> bool {
///     true
/// }
/// assert!(never_changes(&tally));
/// # Ok(())
/// # })
/// # }
/// ```
#[derive(Debug)]
pub struct Frozen;

impl State for Frozen {
    const FREE: Self = Frozen;
    const CLEARS: bool = false;

    type Look = ();

    #[inline]
    fn share(&self, _: Holder) -> Result<(), Unavailable> {
        Ok(())
    }

    #[inline]
    fn unshare(&self, (): ()) {}

    #[inline]
    fn unshare_attached(&self, (): ()) {}

    #[inline]
    fn peek(&self) -> Result<(), Unavailable> {
        Ok(())
    }

    #[inline]
    fn visible(&self) -> bool {
        true
    }

    #[inline]
    fn present(&self) -> bool {
        true
    }

    #[inline]
    fn claim(&self) -> bool {
        false
    }

    #[inline]
    fn set_gone(&self) {}

    #[inline]
    fn include(&self) {}

    #[inline]
    fn is_elsewhere(&self) -> bool {
        false
    }
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

const _: () = assert!(size_of::<Frozen>() == 0);

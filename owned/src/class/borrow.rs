//! Reaching the inside of an object: to look ([`Ref`]) or to change ([`RefMut`]).
#![expect(unsafe_code, reason = "hands out references to the inside under the state word")]

use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use crate::err::Result;
use crate::ptr::{Borrowed, Owned, TypeInfo};
use crate::raw::{self, Section, SectionPlace};
use crate::token::Python;

use super::holder::{Holder, MethodName};
use super::layout::Body;
use super::word::Unavailable;
use super::{Class, Exclusive, State, Unchanging};

/// A look at the inside of an instance. While it lives, a call that wants to change the object raises.
///
/// `Send` as `&C` is, so the inside can be read in a detached section.
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
/// let look: Ref<'_, Tally> = tally.borrow()?;
/// assert_eq!(look.count, 3);
/// assert!(tally.setattr("count", 4).unwrap_err().is::<RuntimeError>(py)); // in use
/// drop(look);
/// tally.setattr("count", 4)?;
/// # Ok(())
/// # })
/// # }
/// ```
pub struct Ref<'a, C: Class> {
    body: &'a Body<C>,
    look: <C::State as State>::Look,
}

/// Exclusive access to the inside of an instance, which only a class that can change gives (see `borrow_mut`). While it
/// lives, every other call that uses the inside raises, and the collector takes what it holds to be alive.
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
/// let mut change: RefMut<'_, Tally> = tally.borrow_mut()?;
/// change.count += 1;
/// assert!(tally.borrow().is_err()); // nobody else gets at it meanwhile
/// drop(change);
/// assert_eq!(tally.getattr("count")?.extract::<u64>()?, 4);
/// # Ok(())
/// # })
/// # }
/// ```
pub struct RefMut<'a, C: Class> {
    body: &'a Body<C>,
}

// SAFETY: the layout's header is not touched through the guard; what is reached is the state word, which is atomic,
// and the inside, shared: `C` is `Sync`.
unsafe impl<C: Class> Send for Ref<'_, C> {}
// SAFETY: as above.
unsafe impl<C: Class> Sync for Ref<'_, C> {}
// SAFETY: as above; the inside is reached exclusively: `C` is `Send`.
unsafe impl<C: Class> Send for RefMut<'_, C> {}
// SAFETY: through a shared guard the inside is only looked at: `C` is `Sync`.
unsafe impl<C: Class> Sync for RefMut<'_, C> {}

/// Tries until it can be had. Where threads run at the same time, most of what is in the way is a call of another thread
/// that is about to return, and no error of anybody's: that is waited for, up to a second. What this thread itself has in
/// use, or where there is a GIL whoever has let others run meanwhile, is a conflict at once.
#[inline]
fn wait_for<C: Class, L>(
    _: Python<'_>,
    state: &C::State,
    attempt: impl Fn(&C::State) -> Result<L, Unavailable>,
) -> Result<L> {
    let mut patience = raw::Patience::new();
    loop {
        let why = match attempt(state) {
            Ok(look) => return Ok(look),
            Err(why) => why,
        };
        let may_pass = !matches!(why, Unavailable::Gone) && state.is_elsewhere();
        // SAFETY: attached, by the token.
        if !may_pass || !unsafe { patience.wait() } {
            return Err(why.error(<C as TypeInfo>::NAME));
        }
    }
}

impl<'a, C: Class> Borrowed<'a, '_, C> {
    /// Looks at the inside, for as long as the object's owner lives.
    ///
    /// ```standalone_crate
    /// # use owned::prelude::*;
    /// # #[class]
    /// # pub struct Tally {
    /// #     #[field(get, set)]
    /// #     count: u64,
    /// # }
    /// # #[methods]
    /// # impl Tally {
    /// #     #[new]
    /// #     fn new(count: u64) -> Self {
    /// #         Tally { count }
    /// #     }
    /// # }
    /// # #[owned::module]
    /// # mod tallies {
    /// #     #[export]
    /// #     pub use super::Tally;
    /// # }
    /// # fn main() -> Result<()> {
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
    /// let kept = tally.unbind();
    /// assert_eq!(kept.bind(py).borrow()?.count, 3);
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    ///
    /// # Errors
    /// `RuntimeError`, which names the method or the line, while somebody has exclusive access, `ReferenceError` when the collector has cleared it.
    #[inline]
    #[track_caller]
    pub fn borrow(self) -> Result<Ref<'a, C>> {
        self.share(Holder::here())
    }

    #[inline]
    pub(super) fn share(self, holder: Holder) -> Result<Ref<'a, C>> {
        // SAFETY: an instance, alive for `'a`.
        let body = unsafe { Body::<C>::of(self.inner().as_ptr()) };
        let look = wait_for::<C, _>(self.py(), &body.state, |state| state.share(holder))?;
        Ok(Ref { body, look })
    }

    /// Claims the inside, for as long as the object's owner lives.
    ///
    /// ```standalone_crate
    /// # use owned::prelude::*;
    /// # #[class]
    /// # pub struct Tally {
    /// #     #[field(get, set)]
    /// #     count: u64,
    /// # }
    /// # #[methods]
    /// # impl Tally {
    /// #     #[new]
    /// #     fn new(count: u64) -> Self {
    /// #         Tally { count }
    /// #     }
    /// # }
    /// # #[owned::module]
    /// # mod tallies {
    /// #     #[export]
    /// #     pub use super::Tally;
    /// # }
    /// # fn main() -> Result<()> {
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
    /// let kept = tally.unbind();
    /// kept.bind(py).borrow_mut()?.count += 1;
    /// assert_eq!(kept.bind(py).borrow()?.count, 4);
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    ///
    /// # Errors
    /// `RuntimeError`, which names the method or the line, while anybody uses it, `ReferenceError` when the collector has cleared it.
    #[inline]
    #[track_caller]
    pub fn borrow_mut(self) -> Result<RefMut<'a, C>>
    where
        C::State: Exclusive,
    {
        self.exclude(Holder::here())
    }

    #[inline]
    pub(super) fn exclude(self, holder: Holder) -> Result<RefMut<'a, C>>
    where
        C::State: Exclusive,
    {
        // SAFETY: an instance, alive for `'a`.
        let body = unsafe { Body::<C>::of(self.inner().as_ptr()) };
        wait_for::<C, _>(self.py(), &body.state, |state| state.exclude(holder))?;
        Ok(RefMut { body })
    }

    /// The inside of an object that cannot change: no guard is needed.
    ///
    /// ```standalone_crate
    /// # use owned::prelude::*;
    /// # #[class]
    /// # pub struct Tally {
    /// #     #[field(get)]
    /// #     count: u64,
    /// # }
    /// # #[methods]
    /// # impl Tally {
    /// #     #[new]
    /// #     fn new(count: u64) -> Self {
    /// #         Tally { count }
    /// #     }
    /// # }
    /// # #[owned::module]
    /// # mod tallies {
    /// #     #[export]
    /// #     pub use super::Tally;
    /// # }
    /// # fn main() -> Result<()> {
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
    /// let kept = tally.unbind();
    /// let inside: &Tally = kept.bind(py).get(); // as long as `kept`
    /// assert_eq!(inside.count, 3);
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    pub fn get(self) -> &'a C
    where
        C::State: Unchanging,
    {
        // SAFETY: an instance, alive for `'a`.
        let body = unsafe { Body::<C>::of(self.inner().as_ptr()) };
        // SAFETY: a frozen inside is present as long as the object is alive, and nobody changes it.
        unsafe { body.shared() }
    }
}

impl<C: Class> Owned<'_, C> {
    /// Looks at the inside. As [`Borrowed::borrow`].
    ///
    /// ```standalone_crate
    /// # use owned::prelude::*;
    /// # #[class]
    /// # pub struct Tally {
    /// #     #[field(get, set)]
    /// #     count: u64,
    /// # }
    /// # #[methods]
    /// # impl Tally {
    /// #     #[new]
    /// #     fn new(count: u64) -> Self {
    /// #         Tally { count }
    /// #     }
    /// # }
    /// # #[owned::module]
    /// # mod tallies {
    /// #     #[export]
    /// #     pub use super::Tally;
    /// # }
    /// # fn main() -> Result<()> {
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
    /// assert_eq!(tally.borrow()?.count, 3);
    /// let change = tally.borrow_mut()?;
    /// assert!(tally.borrow().is_err_and(|error| error.is::<RuntimeError>(py)));
    /// # drop(change);
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    ///
    /// # Errors
    /// `RuntimeError`, which names the method or the line, while somebody has exclusive access, `ReferenceError` when the collector has cleared it.
    #[inline]
    #[track_caller]
    pub fn borrow(&self) -> Result<Ref<'_, C>> {
        self.as_borrowed().borrow()
    }

    /// Claims the inside. As [`Borrowed::borrow_mut`].
    ///
    /// ```standalone_crate
    /// # use owned::prelude::*;
    /// # #[class]
    /// # pub struct Tally {
    /// #     #[field(get, set)]
    /// #     count: u64,
    /// # }
    /// # #[methods]
    /// # impl Tally {
    /// #     #[new]
    /// #     fn new(count: u64) -> Self {
    /// #         Tally { count }
    /// #     }
    /// # }
    /// # #[owned::module]
    /// # mod tallies {
    /// #     #[export]
    /// #     pub use super::Tally;
    /// # }
    /// # fn main() -> Result<()> {
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
    /// tally.borrow_mut()?.count += 1;
    /// assert_eq!(tally.borrow()?.count, 4);
    /// let look = tally.borrow()?;
    /// assert!(tally.borrow_mut().is_err_and(|error| error.is::<RuntimeError>(py)));
    /// # drop(look);
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    ///
    /// # Errors
    /// `RuntimeError`, which names the method or the line, while anybody uses it, `ReferenceError` when the collector has cleared it.
    #[inline]
    #[track_caller]
    pub fn borrow_mut(&self) -> Result<RefMut<'_, C>>
    where
        C::State: Exclusive,
    {
        self.as_borrowed().borrow_mut()
    }

    /// The inside of an object that cannot change: no guard is needed.
    ///
    /// ```standalone_crate
    /// # use owned::prelude::*;
    /// # #[class]
    /// # pub struct Tally {
    /// #     #[field(get)]
    /// #     count: u64,
    /// # }
    /// # #[methods]
    /// # impl Tally {
    /// #     #[new]
    /// #     fn new(count: u64) -> Self {
    /// #         Tally { count }
    /// #     }
    /// # }
    /// # #[owned::module]
    /// # mod tallies {
    /// #     #[export]
    /// #     pub use super::Tally;
    /// # }
    /// # fn main() -> Result<()> {
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
    /// assert_eq!(tally.get().count, 3);
    /// # Ok(())
    /// # })
    /// # }
    /// ```
    pub fn get(&self) -> &C
    where
        C::State: Unchanging,
    {
        self.as_borrowed().get()
    }
}

/// What a method that looks has of its object while it runs: a [`Ref`] that stays on its attached thread, and without a GIL
/// a critical section around it. Methods of one object then take turns, as those of a list do, and wait for each other
/// without trying again and again.
///
/// Refused, with the attack: `Send` (a word is given back here by a plain store, which only the attached thread may do).
pub struct Held<'a, 'py, C: Class> {
    body: &'a Body<C>,
    look: <C::State as State>::Look,
    // Left when the word has been given back, by `drop`.
    _section: Option<Section<'a>>,
    // Neither `Send` nor `Sync`, like the token.
    attached: PhantomData<Python<'py>>,
}

/// [`Borrowed::borrow`] for a method, by which messages call it while it runs.
#[inline]
pub fn hold<'a, 'py, C: Class>(
    object: Borrowed<'a, 'py, C>,
    method: &'static MethodName,
    place: &'a mut SectionPlace,
) -> Result<Held<'a, 'py, C>> {
    let _section = section::<C>(object, place);
    // SAFETY: an instance, alive for `'a`.
    let body = unsafe { Body::<C>::of(object.inner().as_ptr()) };
    let look = wait_for::<C, _>(object.py(), &body.state, |state| state.share(Holder::Method(method)))?;
    Ok(Held { body, look, _section, attached: PhantomData })
}

/// The same of a method that changes its object.
pub struct HeldMut<'a, C: Class> {
    // The first to be dropped.
    guard: RefMut<'a, C>,
    _section: Option<Section<'a>>,
}

/// [`Borrowed::borrow_mut`] for a method.
#[inline]
pub fn hold_mut<'a, C: Class<State: Exclusive>>(
    object: Borrowed<'a, '_, C>,
    method: &'static MethodName,
    place: &'a mut SectionPlace,
) -> Result<HeldMut<'a, C>> {
    let _section = section::<C>(object, place);
    Ok(HeldMut { guard: object.exclude(Holder::Method(method))?, _section })
}

/// Nobody waits for an object that cannot change.
#[inline]
fn section<'a, C: Class>(object: Borrowed<'a, '_, C>, place: &'a mut SectionPlace) -> Option<Section<'a>> {
    // SAFETY: attached, by the handle. What the macros write has it in a variable of a frame of Python's call, which is
    // left on the same thread, after all frames that were entered from there.
    C::State::CLEARS.then(|| unsafe { place.enter(object.inner()) })
}

impl<C: Class> Deref for HeldMut<'_, C> {
    type Target = C;

    #[inline]
    fn deref(&self) -> &C {
        &self.guard
    }
}

impl<C: Class> DerefMut for HeldMut<'_, C> {
    #[inline]
    fn deref_mut(&mut self) -> &mut C {
        &mut self.guard
    }
}

/// Reads a field for Python. If `QUIET`, reading runs no code of anybody's, and then only needs that nobody is changing
/// the object now: nobody begins to before it is over, for that takes an attached thread, which is this one.
#[inline(always)]
pub fn read<'a, 'py, C: Class, const QUIET: bool, R>(
    object: Borrowed<'a, 'py, C>,
    method: &'static MethodName,
    read: impl FnOnce(&C) -> Result<R>,
) -> Result<R> {
    if !QUIET || !raw::HAS_GIL {
        let mut place = SectionPlace::new();
        return read(&*hold(object, method, &mut place)?);
    }
    // SAFETY: an instance, alive for `'a`.
    let body = unsafe { Body::<C>::of(object.inner().as_ptr()) };
    body.state.peek().map_err(|why| why.error(<C as TypeInfo>::NAME))?;
    // SAFETY: present and not being changed, by the line above; that stays so while this thread, which is the attached
    // one, runs nothing else.
    read(unsafe { body.shared() })
}

impl<C: Class> Deref for Ref<'_, C> {
    type Target = C;

    fn deref(&self) -> &C {
        // SAFETY: counted in the state word as a user who looks, so it is present and nobody changes it.
        unsafe { self.body.shared() }
    }
}

impl<C: Class> Drop for Ref<'_, C> {
    #[inline]
    fn drop(&mut self) {
        self.body.state.unshare(self.look);
    }
}

impl<C: Class> Deref for Held<'_, '_, C> {
    type Target = C;

    #[inline]
    fn deref(&self) -> &C {
        // SAFETY: counted in the state word as a user who looks, so it is present and nobody changes it.
        unsafe { self.body.shared() }
    }
}

impl<C: Class> Drop for Held<'_, '_, C> {
    #[inline]
    fn drop(&mut self) {
        self.body.state.unshare_attached(self.look);
    }
}

impl<C: Class> Deref for RefMut<'_, C> {
    type Target = C;

    fn deref(&self) -> &C {
        // SAFETY: the state word says exclusive, which is this guard; through `&self` it is only looked at.
        unsafe { self.body.shared() }
    }
}

impl<C: Class> DerefMut for RefMut<'_, C> {
    fn deref_mut(&mut self) -> &mut C {
        // SAFETY: the state word says exclusive, which is this guard, borrowed mutably.
        let inside = unsafe { &mut *self.body.inside.get() };
        // SAFETY: present, so initialised.
        unsafe { inside.assume_init_mut() }
    }
}

impl<C: Class> Drop for RefMut<'_, C> {
    fn drop(&mut self) {
        self.body.state.include();
    }
}

impl<C: Class + fmt::Debug> fmt::Debug for Ref<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<C: Class + fmt::Debug> fmt::Debug for RefMut<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

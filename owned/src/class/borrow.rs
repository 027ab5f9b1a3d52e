//! Reaching the inside of an object: to look ([`Ref`]) or to change ([`RefMut`]).
#![expect(unsafe_code, reason = "hands out references to the inside under the state word")]

use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use crate::err::Result;
use crate::ptr::{Borrowed, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

use super::holder::{Holder, MethodName};
use super::layout::Body;
use super::{Class, Exclusive, State, Unchanging};

/// A look at the inside of an instance. While it lives, a call that wants to change the object raises.
///
/// `Send` as `&C` is, so the inside can be read in a detached section.
pub struct Ref<'a, C: Class> {
    body: &'a Body<C>,
    look: <C::State as State>::Look,
}

/// Exclusive access to the inside of an instance, which only a class that can change gives (see `borrow_mut`). While it
/// lives, every other call that uses the inside raises, and the collector takes what it holds to be alive.
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

impl<'a, C: Class> Borrowed<'a, '_, C> {
    /// Looks at the inside, for as long as the object's owner lives.
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
        let look = body.state.share(holder).map_err(|why| why.error(<C as TypeInfo>::NAME))?;
        Ok(Ref { body, look })
    }

    /// Claims the inside, for as long as the object's owner lives.
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
        body.state.exclude(holder).map_err(|why| why.error(<C as TypeInfo>::NAME))?;
        Ok(RefMut { body })
    }

    /// The inside of an object that cannot change: no guard is needed.
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
    /// # Errors
    /// `RuntimeError`, which names the method or the line, while somebody has exclusive access, `ReferenceError` when the collector has cleared it.
    #[inline]
    #[track_caller]
    pub fn borrow(&self) -> Result<Ref<'_, C>> {
        self.as_borrowed().borrow()
    }

    /// Claims the inside. As [`Borrowed::borrow_mut`].
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
    pub fn get(&self) -> &C
    where
        C::State: Unchanging,
    {
        self.as_borrowed().get()
    }
}

/// A [`Ref`] that stays in the method that took it, on its attached thread.
///
/// Refused, with the attack: `Send` (a word is given back here by a plain store, which only the attached thread may do).
pub struct Held<'a, 'py, C: Class> {
    body: &'a Body<C>,
    look: <C::State as State>::Look,
    // Neither `Send` nor `Sync`, like the token.
    attached: PhantomData<Python<'py>>,
}

/// [`Borrowed::borrow`] for a method, by which messages call it while it runs.
#[inline]
pub fn hold<'a, 'py, C: Class>(object: Borrowed<'a, 'py, C>, method: &'static MethodName) -> Result<Held<'a, 'py, C>> {
    // SAFETY: an instance, alive for `'a`.
    let body = unsafe { Body::<C>::of(object.inner().as_ptr()) };
    let look = body.state.share(Holder::Method(method)).map_err(|why| why.error(<C as TypeInfo>::NAME))?;
    Ok(Held { body, look, attached: PhantomData })
}

/// [`Borrowed::borrow_mut`] for a method.
#[inline]
pub fn hold_mut<'a, C: Class<State: Exclusive>>(
    object: Borrowed<'a, '_, C>,
    method: &'static MethodName,
) -> Result<RefMut<'a, C>> {
    object.exclude(Holder::Method(method))
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
        return read(&*hold(object, method)?);
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

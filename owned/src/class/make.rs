//! Making instances: for `#[new]`, and of values of Rust.
#![expect(unsafe_code, reason = "makes instances of types that it knows to be right")]

use core::marker::PhantomData;

use crate::convert::IntoPy;
use crate::err::{PyErr, Result};
use crate::gc::Visitor;
use crate::object::Type;
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::completed::refuse_abstract;
use super::initial::{Allocated, refuse_left, write_own};
use super::layout::Layout;
use super::{Base as _, Class, Extended, HAS_ENUMS, Initial, enum_value, freelist};

/// A new instance of `class`. A new reference.
///
/// # Safety
/// As [`Initial::allocate`].
#[inline(always)]
#[track_caller]
pub(super) unsafe fn instantiate<'py, C: Class, I: Initial<'py, C>>(
    py: Python<'py>,
    class: BorrowedRef<'_>,
    initial: I,
) -> Result<Owned<'py, C>> {
    if const { C::OPTIONS.completed() } {
        // SAFETY: the type of `C` or a subtype of it, by the caller, who holds it.
        refuse_abstract(&unsafe { Owned::from_ref(py, class.to_new()) })?;
    }
    // SAFETY: the caller's.
    let Allocated { object, parts, untracked } = unsafe { initial.allocate(py, class) };
    let object = object?;
    // SAFETY: both come from the line above.
    unsafe { I::write(parts, object.borrow().as_ptr()) };
    if raw::SUBINTERPRETERS && C::NEEDS_HEADER {
        // Before any other thread can reach it, its cells are of this interpreter.
        // SAFETY: a live instance, whole by the line above; nothing is counted.
        let _ = unsafe { C::show(object.borrow().as_ptr(), &mut Visitor::nobody()) };
    }
    if untracked {
        // SAFETY: attached, by the token; whole, by the lines above, with a header, and not tracked yet.
        unsafe { raw::gc_track(object.borrow().as_ptr()) };
    }
    if const { freelist::keeps::<C>() } {
        // SAFETY: attached, by the token; whole, by the lines above.
        unsafe { raw::ensure_tracked(object.borrow().as_ptr()) };
    }
    // SAFETY: an instance of the class.
    Ok(unsafe { Owned::from_ref(py, object) })
}

/// What `#[new]` may return: an [`Initial`], or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "`#[new]` of `{C}` cannot return `{Self}`",
    label = "not what a new `{C}` is made of",
    note = "return `Self`, or `Extended<…>` where the class extends another, or a `Result` of it"
)]
pub trait IntoInitial<'py, C: Class> {
    /// What the instance is made of.
    type Initial: Initial<'py, C>;

    /// Converts.
    ///
    /// # Errors
    /// What the constructor returned.
    fn into_initial(self) -> Result<Self::Initial>;
}

#[diagnostic::do_not_recommend]
impl<'py, C: Class + Initial<'py, C>> IntoInitial<'py, C> for C {
    type Initial = C;

    fn into_initial(self) -> Result<C> {
        Ok(self)
    }
}

impl<'py, C: Class, B> IntoInitial<'py, C> for Extended<B, C>
where
    Extended<B, C>: Initial<'py, C>,
{
    type Initial = Self;

    fn into_initial(self) -> Result<Self> {
        Ok(self)
    }
}

impl<'py, C: Class, I: Initial<'py, C>, E: Into<PyErr>> IntoInitial<'py, C> for Result<I, E> {
    type Initial = I;

    fn into_initial(self) -> Result<I> {
        self.map_err(Into::into)
    }
}

/// Which class `__new__` was called for. Only the trampoline has one.
pub struct NewOf<'a, 'py, C> {
    class: Borrowed<'a, 'py, Type>,
    marker: PhantomData<fn() -> C>,
}

impl<'a, 'py, C: Class> NewOf<'a, 'py, C> {
    /// # Safety
    /// `class` is the type of `C` or a subtype of it.
    pub(super) unsafe fn new(class: Borrowed<'a, 'py, Type>) -> Self {
        NewOf { class, marker: PhantomData }
    }

    /// The class itself.
    pub fn class(&self) -> Borrowed<'a, 'py, Type> {
        self.class
    }
}

/// The instance of what `#[new]` returned. A new reference.
///
/// # Errors
/// What the constructor returned; what making the base raises.
#[inline(always)]
#[track_caller]
pub fn make<'py, C: Class, I: IntoInitial<'py, C>>(new: NewOf<'_, 'py, C>, result: I) -> Result<Owned<'py, Any>> {
    let initial = result.into_initial()?;
    if HAS_ENUMS && let Some(value) = initial.enum_value() {
        return enum_value::shared(&new.class, value);
    }
    if const { !I::Initial::REFUSES_LEFT } {
        refuse_left::<C>(new.class.raw())?;
    }
    // SAFETY: the class is right, by `NewOf::new`, and held.
    Ok(unsafe { instantiate(new.class.py(), new.class.raw(), initial) }?.into_any())
}

#[diagnostic::do_not_recommend]
impl<'py, C: Class + Initial<'py, C>> IntoPy<'py> for C {
    type Target = C;

    /// A new instance of the class.
    ///
    /// # Errors
    /// `RuntimeError` if the module of the class is not imported (any more).
    #[inline]
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, C>> {
        if const { !C::NEEDS_HEADER && Layout::<C>::IS_BODY_ALONE }
            && let Some(class) = C::cell().live.borrowed(py)
            // One in which there is another class has it, without a need of its own.
            // SAFETY: the class's own type, which is live.
            && !unsafe { raw::makes_headers(class) }
        {
            // SAFETY: attached, by the token; the class's own type, with nothing but the body, which is written by the next
            // line. Without a header, allocating runs no code, so who holds the type cannot let go of it meanwhile.
            let object = unsafe { raw::unset_instance(class, false) }?;
            // SAFETY: a new instance, of which nobody else knows.
            unsafe { write_own(self, object.borrow().as_ptr()) };
            // SAFETY: an instance of the class.
            return Ok(unsafe { Owned::from_ref(py, object) });
        }
        let class = match Class::variant(&self) {
            Some(variant) if HAS_ENUMS => variant.class(py)?,
            _ => C::class(py)?,
        };
        if HAS_ENUMS && let Some(value) = Class::enum_value(&self) {
            return Ok(enum_value::shared(&class, value)?.downcast::<C>()?);
        }
        // SAFETY: the class's own type, or that of a variant over it, held.
        unsafe { instantiate(py, class.raw(), self) }
    }
}

impl<'py, C: Class, B> IntoPy<'py> for Extended<B, C>
where
    Extended<B, C>: Initial<'py, C>,
{
    type Target = C;

    /// A new instance of the class.
    ///
    /// # Errors
    /// `RuntimeError` if the module of the class is not imported (any more); what making a built-in base raises.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, C>> {
        let class = C::class(py)?;
        // SAFETY: the class's own type, held.
        unsafe { instantiate(py, class.raw(), self) }
    }
}

//! What the classes of enums can do: their text, their copies, their numbers or their fields.
#![expect(unsafe_code, reason = "makes an instance of a class that is being made")]

use core::ffi::CStr;
use core::marker::PhantomData;

use crate::convert::{Args, IntoPy, Param, Signature};
use crate::err::{IndexError, Result, RuntimeError};
use crate::object::{Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::BorrowedRef;
use crate::token::Python;

use super::enum_value::MAKING;
use super::holder::Holder;
use super::make::instantiate;
use super::variant::variant_of;
use super::{Binary, Class, EnumValue, Fields, Initial, Len, Method, Unary, repr_of};

/// `__reduce__` takes nothing.
const REDUCE: &Signature = &Signature {
    class: None,
    function: "__reduce__",
    params: &[] as &[Param],
    positional: 0,
    positional_only: 0,
    least: 0,
    rest: false,
    options: false,
};

/// The object of a value, for the class that is being made.
///
/// # Errors
/// `MemoryError`.
pub fn enum_value<'py, C: Class + Initial<'py, C>>(py: Python<'py>, value: C) -> Result<Owned<'py, Any>> {
    // SAFETY: NULL, or the class that `while_making` borrows on this thread, until it ends.
    let class = unsafe { BorrowedRef::from_ptr(MAKING.get()) };
    let class = class.filter(|class| C::cell().live.covers(*class));
    let class = class.ok_or_else(|| RuntimeError::new("the values of an enum are made with its class"))?;
    // SAFETY: a type of the class, by the line above, held by who makes it.
    Ok(unsafe { instantiate(py, class, value) }?.into_any())
}

/// Which value an instance is.
fn value_of<C: Class>(slf: Borrowed<'_, '_, C>) -> Result<EnumValue> {
    let value = slf.share(Holder::Unknown)?.enum_value();
    value.ok_or_else(|| RuntimeError::new("not the value of an enum"))
}

/// `__reduce__`: copies and pickles give the object of the class again.
pub struct ReduceValue;

impl<C: Class> Method<C> for ReduceValue {
    const NAME: &'static CStr = c"__reduce__";
    const DOC: &'static CStr = c"__reduce__($self)\n--\n\n";
    const SIGNATURE: &'static Signature = REDUCE;

    fn call<'a, 'py>(slf: Borrowed<'a, 'py, C>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let py = slf.py();
        let [] = <Self as Method<C>>::SIGNATURE.required(py, args)?;
        let name = value_of(slf)?.name.to_str()?;
        let getattr = py.import("builtins")?.getattr("getattr")?;
        (getattr, (slf.into_any().type_of(), name)).into_any(py)
    }
}

/// `__repr__`: `Colour.Red`.
pub struct ReprValue;

impl<C: Class> Unary<C> for ReprValue {
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>> {
        let name = value_of(slf)?.name.to_str()?;
        let class = C::NAME.to_str()?;
        Ok(Str::new(slf.py(), &format!("{class}.{name}"))?.into_any())
    }
}

/// `__int__`: the number of the variant.
pub struct IntValue;

impl<C: Class> Unary<C> for IntValue {
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>> {
        value_of(slf)?.number.into_any(slf.py())
    }
}

/// All fields, as Python reads them.
fn values<'py, E: Fields>(py: Python<'py>, value: &E) -> Result<Vec<Owned<'py, Any>>> {
    let mut values = Vec::new();
    for at in 0..variant_of(value)?.count() {
        values.push(value.field(py, at)?);
    }
    Ok(values)
}

/// There is no field of this number.
///
/// # Errors
/// Always: `IndexError`, which is also where Python's iteration by index ends.
#[cold]
#[inline]
pub fn no_field<'py>() -> Result<Owned<'py, Any>> {
    Err(IndexError::new("field index out of range"))
}

/// `__len__` and `__getitem__` of a tuple variant.
pub struct Items;

impl<E: Fields> Len<E> for Items {
    fn len<'a, 'py>(slf: Borrowed<'a, 'py, E>) -> Result<usize> {
        Ok(variant_of(&*slf.share(Holder::Unknown)?)?.count())
    }
}

impl<E: Fields> Binary<E> for Items {
    fn binary<'a, 'py>(slf: Borrowed<'a, 'py, E>, operand: Borrowed<'a, 'py, Any>) -> Result<Owned<'py, Any>> {
        let at = operand.extract::<isize>()?;
        let value = slf.share(Holder::Unknown)?;
        let at = if at < 0 { at.checked_add_unsigned(variant_of(&*value)?.count()) } else { Some(at) };
        match at.and_then(|at| usize::try_from(at).ok()) {
            Some(at) => value.field(slf.py(), at),
            None => no_field(),
        }
    }
}

/// `__repr__`: `Shape.Circle(radius=2.0)`, `Shape.Rect(1.0, 2.0)`.
pub struct ReprFields;

impl<E: Fields> Unary<E> for ReprFields {
    fn unary<'a, 'py>(slf: Borrowed<'a, 'py, E>) -> Result<Owned<'py, Any>> {
        let value = slf.share(Holder::Unknown)?;
        let variant = variant_of(&*value)?;
        let names = if variant.named { variant.names()? } else { Vec::new() };
        repr_of(slf.py(), slf, &names, |py| values(py, &*value))
    }
}

/// `__reduce__`: copies and pickles are made of the fields.
pub struct ReduceFields;

impl<E: Fields> Method<E> for ReduceFields {
    const NAME: &'static CStr = c"__reduce__";
    const DOC: &'static CStr = c"__reduce__($self)\n--\n\n";
    const SIGNATURE: &'static Signature = REDUCE;

    fn call<'a, 'py>(slf: Borrowed<'a, 'py, E>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let py = slf.py();
        let [] = <Self as Method<E>>::SIGNATURE.required(py, args)?;
        let fields = Tuple::from_vec(py, values(py, &*slf.share(Holder::Unknown)?)?)?;
        (slf.into_any().type_of(), fields).into_any(py)
    }
}

/// An enum as it is in its object. The lifetime keeps the compiler from asking whether it can be taken out before
/// somebody does, and the type of its own makes it say this trait's message.
pub struct Inside<'a, T>(PhantomData<&'a T>);

/// An enum that can be taken out of its object: as a copy.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be taken out of its Python object, which keeps it",
    label = "not `Clone`",
    note = "take `Ref<'_, {T}>`, or write `#[derive(Clone)]` on the enum"
)]
pub trait Taken<T> {
    /// A copy.
    fn copied(value: &T) -> T;
}

#[diagnostic::do_not_recommend]
impl<T: Clone> Taken<T> for Inside<'_, T> {
    #[inline]
    fn copied(value: &T) -> T {
        value.clone()
    }
}

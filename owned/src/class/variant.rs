//! Enums with fields as classes: the enum is a base without a constructor, and each variant is a final class over it, in
//! it, made of its fields. What is of Rust in an instance is the enum itself, so a variant's class adds nothing to the
//! base's layout: all that is here is typed by the enum.
#![expect(unsafe_code, reason = "entered from C to read a field")]

use core::ffi::{CStr, c_void};
use core::marker::PhantomData;
use core::ptr;

use crate::convert::{Args, IntoPy, Param, Signature};
use crate::err::{IndexError, Result, RuntimeError, boundary};
use crate::object::{Tuple, Type};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::PyObject;
use crate::token::Python;

use super::attributes::put_attribute;
use super::blueprint::Blueprint;
use super::call::{into_c, this};
use super::holder::Holder;
use super::{Binary, Class, Constant, Len, Method, Property, Slot, TypeCell, Unary, match_args, repr_of};

/// An enum with fields. Implemented by `#[class]`.
pub trait Fields: Class {
    /// A field of the variant that this is, by its number, as Python reads it.
    ///
    /// # Errors
    /// `IndexError` after the last; what the conversion raises.
    fn field<'py>(&self, py: Python<'py>, at: usize) -> Result<Owned<'py, Any>>;
}

/// One variant of an enum with fields. Implemented by `#[class]`, for a type that stands for the variant.
pub trait Variant: Sized + 'static {
    /// The enum.
    type Enum: Fields;
    /// The name in Python.
    const NAME: &'static CStr;
    /// The docstring, without a signature.
    const DOC: &'static CStr;
    /// The constructor's parameters.
    const TEXT_SIGNATURE: &'static str;
    /// Whether its fields have names of their own. Those of a tuple variant are items too.
    const NAMED: bool;
    /// The fields, in their order.
    const FIELDS: &'static [Property<Self::Enum>];
    /// The constructor, and of a tuple variant its length and its items.
    const SLOTS: &'static [Slot<Self::Enum>];

    /// Where the running type object is found.
    fn cell() -> &'static TypeCell<Self>;
}

/// The class of a variant.
#[derive(Clone, Copy)]
pub struct VariantClass {
    pub(crate) blueprint: &'static Blueprint,
    named: bool,
}

impl VariantClass {
    /// That of `V`.
    pub const fn of<V: Variant>() -> Self {
        VariantClass { blueprint: Blueprint::of_variant::<V>(), named: V::NAMED }
    }

    /// The running type. A new reference.
    ///
    /// # Errors
    /// `RuntimeError` if its module is not loaded.
    #[inline]
    pub(super) fn class(self, py: Python<'_>) -> Result<Owned<'_, Type>> {
        let class = (self.blueprint.live)().get().ok_or_else(|| {
            let name = self.blueprint.name.to_string_lossy();
            RuntimeError::new(format!("the module of class '{name}' is not loaded in this interpreter"))
        })?;
        // SAFETY: the cell holds the class's type.
        Ok(unsafe { Owned::from_ref(py, class) })
    }

    /// Makes it an attribute of the enum's.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub(crate) fn put(self, outer: &Owned<'_, Type>, class: &Owned<'_, Type>) -> Result<()> {
        put_attribute(outer, self.blueprint.name, class)
    }

    /// How many fields it has.
    #[inline]
    fn count(self) -> usize {
        let mut count = 0;
        while (self.blueprint.properties)(count).is_some() {
            count += 1;
        }
        count
    }

    /// The names of its fields.
    #[inline]
    pub(super) fn names(self) -> Result<Vec<&'static str>> {
        let mut names = Vec::new();
        while let Some(field) = (self.blueprint.properties)(names.len()) {
            names.push(field.name.to_str()?);
        }
        Ok(names)
    }
}

/// What every value of an enum with fields says of itself.
#[inline]
fn variant_of<E: Fields>(value: &E) -> Result<VariantClass> {
    value.variant().ok_or_else(|| RuntimeError::new("not a variant of an enum"))
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

/// What C calls to read a field: its number is the entry's closure.
pub(super) unsafe extern "C" fn field<E: Fields>(object: *mut PyObject, at: *mut c_void) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this::<E>(py, object) };
        let value = slf.lend().share(Holder::Unknown)?;
        value.field(py, at.addr()).map(into_c)
    })
}

/// The closure of the entry of a field.
#[inline]
pub(super) const fn closure(at: usize) -> *mut c_void {
    ptr::without_provenance_mut(at)
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
    const SIGNATURE: &'static Signature = &Signature {
        class: None,
        function: "__reduce__",
        params: &[] as &[Param],
        positional: 0,
        positional_only: 0,
        least: 0,
        rest: false,
        options: false,
    };

    fn call<'a, 'py>(slf: Borrowed<'a, 'py, E>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let py = slf.py();
        let [] = <Self as Method<E>>::SIGNATURE.required(py, args)?;
        let fields = Tuple::from_vec(py, values(py, &*slf.share(Holder::Unknown)?)?)?;
        (slf.into_any().type_of(), fields).into_any(py)
    }
}

/// `__match_args__`: all fields.
pub(super) struct MatchArgs<V>(V);

impl<V: Variant> Constant for MatchArgs<V> {
    const NAME: &'static CStr = c"__match_args__";

    fn value<'py>(py: Python<'py>) -> Result<Owned<'py, Any>> {
        match_args(py, &VariantClass::of::<V>().names()?)
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

//! Enums with fields as classes: the enum is a base without a constructor, and each variant is a final class over it, in
//! it, made of its fields. What is of Rust in an instance is the enum itself, so a variant's class adds nothing to the
//! base's layout: all that is here is typed by the enum.
#![expect(unsafe_code, reason = "entered from C to read a field")]

use core::ffi::{CStr, c_void};
use core::ptr;

use crate::err::{Result, RuntimeError, boundary};
use crate::object::Type;
use crate::ptr::{Any, Owned};
use crate::raw::PyObject;
use crate::token::Python;

use super::attributes::put_attribute;
use super::blueprint::Blueprint;
use super::call::{into_c, this};
use super::holder::Holder;
use super::{Class, Constant, Property, Slot, TypeCell, match_args};

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

    /// What stub files say of its members.
    #[cfg(feature = "stubs")]
    const DESCRIBED: &'static [super::Described];

    /// Where the running type object is found.
    fn cell() -> &'static TypeCell<Self>;
}

/// The class of a variant.
#[derive(Clone, Copy)]
pub struct VariantClass {
    pub(crate) blueprint: &'static Blueprint,
    pub(super) named: bool,
    #[cfg(feature = "stubs")]
    pub(crate) described: &'static [super::Described],
}

impl VariantClass {
    /// That of `V`.
    pub const fn of<V: Variant>() -> Self {
        VariantClass {
            blueprint: Blueprint::of_variant::<V>(),
            named: V::NAMED,
            #[cfg(feature = "stubs")]
            described: V::DESCRIBED,
        }
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
    pub(super) fn count(self) -> usize {
        let mut count = 0;
        while self.blueprint.properties.get(count).is_some() {
            count += 1;
        }
        count
    }

    /// The names of its fields.
    #[inline]
    pub(super) fn names(self) -> Result<Vec<&'static str>> {
        let mut names = Vec::new();
        while let Some(field) = self.blueprint.properties.get(names.len()) {
            names.push(field.name.to_str()?);
        }
        Ok(names)
    }
}

/// What every value of an enum with fields says of itself.
#[inline]
pub(super) fn variant_of<E: Fields>(value: &E) -> Result<VariantClass> {
    value.variant().ok_or_else(|| RuntimeError::new("not a variant of an enum"))
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

/// `__match_args__`: all fields.
pub(super) struct MatchArgs<V>(V);

impl<V: Variant> Constant for MatchArgs<V> {
    const NAME: &'static CStr = c"__match_args__";

    fn value<'py>(py: Python<'py>) -> Result<Owned<'py, Any>> {
        match_args(py, &VariantClass::of::<V>().names()?)
    }
}

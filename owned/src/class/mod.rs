//! Floor 7: classes. A struct of the user's becomes the inside of a Python object that the collector visits and clears.
#![expect(unsafe_code, reason = "declares the trait of classes, whose promise the macros check")]

#[cfg(feature = "adopt")]
mod adopted;
mod annotations;
mod attributes;
mod base;
mod blueprint;
mod borrow;
mod build;
mod built_in;
mod call;
#[cfg(feature = "callbacks")]
mod callbacks;
mod cell;
#[cfg(feature = "callbacks")]
mod closure;
mod completed;
#[cfg(feature = "async")]
mod coroutine;
mod dealloc;
#[cfg(feature = "stubs")]
mod described;
mod entries;
#[cfg(feature = "enums")]
mod enum_slots;
mod enum_value;
#[cfg(feature = "enums")]
mod enumeration;
mod exception;
mod extended;
mod field;
#[cfg(feature = "enums")]
mod flags;
mod freelist;
mod from_fields;
mod function;
mod holder;
mod initial;
mod instance;
mod kept;
mod layout;
mod make;
mod metaclass;
mod nested;
mod parts;
mod properties;
mod slots;
mod state;
mod tables;
mod threads;
mod trashcan;
mod variant;
mod visit;
mod word;

#[cfg(feature = "adopt")]
pub(crate) use adopted::AdoptedType;
#[cfg(feature = "adopt")]
pub use adopted::{Adopted, Source};
pub use attributes::{ClassAttribute, Constant};
pub use base::Base;
pub(crate) use blueprint::Blueprint;
pub use borrow::{Ref, RefMut, hold, hold_mut, read};
pub(crate) use build::{CreatedType, build, build_for_good, finish, has_header};
pub use call::{Call, ClassMethod, Constructor, Deleter, Function, Getter, Initializer, Method, Setter};
#[cfg(feature = "callbacks")]
pub use callbacks::Callbacks;
pub use cell::TypeCell;
#[cfg(feature = "callbacks")]
pub use closure::RustFn;
#[cfg(feature = "async")]
pub use coroutine::{Async, Catch, HoldsNoReference, Kept, Names, Spawned, Wait, item, placed, start, suspended};
#[cfg(feature = "stubs")]
pub use described::{Described, DescribedFunction, DescribedParam, First, ParamKind, What};
#[cfg(feature = "stubs")]
pub(crate) use described::{DescribedClass, DescribedException, text as described_text};
#[cfg(all(feature = "stubs", feature = "enums"))]
pub(crate) use described::{DescribedEnum, EnumeratedValue};
pub use entries::{Called, Entry, Methods, NoMethods, NoMethodsTable, Options, fills_slot};
#[cfg(feature = "enums")]
pub use enum_slots::{
    Inside, IntValue, Items, ReduceFields, ReduceValue, ReprFields, ReprValue, Taken, enum_value, no_field,
};
pub use enum_value::EnumValue;
pub(crate) use enum_value::HAS_ENUMS;
#[cfg(feature = "enums")]
pub(crate) use enumeration::build_enumeration;
#[cfg(feature = "enums")]
pub use enumeration::{Enumeration, Member, hint as enumeration_hint, member_from_py, member_into_py};
pub(crate) use exception::build_exception;
pub use exception::{CreatedException, created_class, created_covers};
pub use extended::{BaseArgs, Extended};
pub use field::{FieldOf, OwnField, place_of, present};
#[cfg(feature = "enums")]
pub use flags::Flags;
pub use from_fields::{equal, hash_of, match_args, ordered, repr_of};
pub(crate) use function::{FunctionDef, definition as function_definition};
pub use holder::MethodName;
pub use initial::Initial;
pub use make::{NewOf, make};
pub use metaclass::{StaticGetter, StaticSetter};
pub use nested::Outer;
pub use properties::{Property, is_of_methods};
#[cfg(feature = "buffers")]
pub use slots::Export;
pub use slots::{
    Binary, Compare, Contains, DescriptorGet, Erase, Finalize, Hash, Len, Next, Operator, Power, Slot, Store, Truth,
    Unary,
};
pub use state::{Choice, Choose, Exclusive, Frozen, State, Unchanging};
pub use threads::{NotAnyThread, Threads, any_thread};
pub use variant::{Fields, Variant, VariantClass};
pub use word::Mutable;

use core::ffi::CStr;

use crate::gc::Traverse;

/// A Rust struct that is a Python class. Implemented by `#[class]`.
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
/// use owned::Class;
///
/// fn named<C: Class>(_: &Owned<'_, C>) -> &'static std::ffi::CStr {
///     C::NAME
/// }
/// assert!(named(&tally).to_str().unwrap().ends_with("Tally"));
/// # Ok(())
/// # })
/// # }
/// ```
///
/// # Safety
/// The type is `Send` and `Sync`: Python uses objects on any thread. (It is no bound, see `Threads`.)
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python class",
    label = "not marked `#[class]`",
    note = "put `#[class]` on the struct"
)]
pub unsafe trait Class: Traverse + Sized + 'static {
    /// The name in Python.
    const NAME: &'static CStr;
    /// The docstring, without a signature.
    const DOC: &'static CStr;
    /// What `#[class(…)]` asked for.
    const OPTIONS: Options;
    /// What it extends: `Any`, another class, or a built-in type.
    type Base: Base;
    /// Whether a field can hold a reference, as far as the types show.
    #[doc(hidden)]
    const HOLDS_REFERENCES: bool = true;

    /// Whether dropping a value runs no code of its author's.
    #[doc(hidden)]
    const DROPS_QUIETLY: bool = false;
    /// Whether anything in an instance can change.
    type State: State;
    /// What `#[class]` made of the fields.
    const FIELDS: &'static Methods<Self>;
    /// What `#[methods]` made.
    const METHODS: Option<&'static Methods<Self>>;

    /// The class that it is in.
    #[doc(hidden)]
    const OUTER: Option<Outer> = None;

    /// Where the running type object is found.
    fn cell() -> &'static TypeCell<Self>;

    /// Whether C makes its type, and its instances.
    #[doc(hidden)]
    const ADOPTED: bool = false;
    /// Whether it is an enum, the values of which nobody can change.
    #[doc(hidden)]
    const ENUM: bool = false;
    /// The classes of the variants of an enum with fields.
    #[doc(hidden)]
    const VARIANTS: &'static [VariantClass] = &[];

    /// Which value of an enum this is: there is one object for each, an attribute of the class.
    #[doc(hidden)]
    #[inline]
    fn enum_value(&self) -> Option<EnumValue> {
        None
    }

    /// The class of the variant that this is, of an enum with fields.
    #[doc(hidden)]
    #[inline]
    fn variant(&self) -> Option<VariantClass> {
        None
    }
}

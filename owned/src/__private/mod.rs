//! What generated code may name, and nothing else. No promise is made about any of it from one version to the next.

#[cfg(feature = "callbacks")]
mod callback;
mod exceptions;
#[cfg(not(all(feature = "callbacks", feature = "embed", feature = "foreign", feature = "more-types")))]
pub(crate) mod off;

// The values and errors that the generated functions pass on.
pub use crate::err::{PyErr, Result};
pub use crate::ptr::{Any, Borrowed, Owned, Py, TypeInfo};
pub use crate::token::Python;
// The types of receivers and of what `*args` and `**kwargs` take.
pub use crate::object::{CompareOp, Dict, Tuple, Type};
#[cfg(feature = "buffers")]
pub use crate::object::{Element, Exported, Field, Format};
// Arguments: a `Signature` constant for each function, and the conversions that name the argument in their errors.
pub use crate::convert::{
    Args, FromPy, IntoPy, Param, Parsed, SeenNames, Signature, argument, given, operand, options, rest, value,
};
// What the derives of `FromPy` and `IntoPy` call to take a value apart, to put one together, and to say where one failed.
#[cfg(feature = "derive")]
pub use crate::convert::derive;
// Overloads: which function takes the arguments.
pub use crate::convert::Tried;
// Results: a value or a `Result` of one.
pub use crate::convert::{IntoNext, IntoResult, IntoReturn, plain, ret, ret_next};
// What the derives implement, and the checks of `#[derive(NoRefs)]` and `#[traverse(skip = "…")]`.
pub use crate::gc::{NoRefs, Traverse, Visited, Visitor, assert_field_no_refs, assert_no_visible_references};
// Whether a field can hold a reference, and whether its value is a number or a text.
pub use crate::convert::{NoScalar, Scalar};
pub use crate::gc::{MayHold, Unknown};
// Whether dropping it runs code of its author's.
pub use crate::gc::{AnyDrop, DropOf, NoOwnDrop, OwnDrop};
// What `#[class]` implements and chooses from.
pub use crate::class::{
    Base, Choice, Choose, Class, Exclusive, Frozen, MethodName, Mutable, NewOf, NoMethods, NoMethodsTable, Options,
    Outer, Ref, RefMut, State, TypeCell, hold, hold_mut, make, read,
};
// What Python does with a field.
pub use crate::class::{FieldOf, OwnField, place_of, present};
// What `#[class]` asserts of the fields.
pub use crate::class::{NotAnyThread, Threads, any_thread};
// Where the critical section of a method is while it runs, without a GIL.
pub use crate::raw::SectionPlace;
// One trait for each kind of function: the macros implement them, the trampolines call them.
#[cfg(feature = "buffers")]
pub use crate::class::Export;
pub use crate::class::{
    Binary, Call, ClassMethod, Compare, Constant, Constructor, Contains, Deleter, DescriptorGet, Erase, Finalize,
    Function, Getter, Hash, Initializer, Len, Method, Next, Operator, Power, Setter, StaticGetter, StaticSetter, Store,
    Truth, Unary,
};
// Coroutines: what an `async fn` takes and is made into, and what holds its future to its rules.
#[cfg(feature = "async")]
pub use crate::class::{Async, Names, item, placed, start, suspended};
// Which slot a special method fills.
pub use crate::raw::place;
// The constants that describe a class's members.
pub use crate::class::{Called, ClassAttribute, Entry, Methods, Property, Slot, fills_slot, is_of_methods};
// What `#[enumeration]` implements and calls.
#[cfg(feature = "enums")]
pub use crate::class::{Enumeration, Member, enumeration_hint, member_from_py, member_into_py};
// What stub files say of what the macros write.
#[cfg(feature = "stubs")]
pub use crate::class::{Described, DescribedFunction, DescribedParam, First, ParamKind, What};
#[cfg(feature = "stubs")]
pub use crate::ptr::TypeHint;
// What `#[class]` on an enum, and for each variant with fields, implements and calls.
pub use crate::class::{EnumValue, Fields, Variant, VariantClass};
#[cfg(feature = "enums")]
pub use crate::class::{
    Inside, IntValue, Items, ReduceFields, ReduceValue, ReprFields, ReprValue, Taken, enum_value, no_field,
};
// What `#[class(new, eq, ord, hash, repr)]` calls.
pub use crate::class::{equal, hash_of, match_args, ordered, repr_of};
// What `callback!` captures, checks and gives back.
#[cfg(feature = "callbacks")]
pub use callback::{no_keywords, returned, strong};
// What `create_exception!` and `import_exception!` implement and call.
pub use crate::class::{CreatedException, created_class, created_covers};
pub use crate::err::{error_of, exception_covers, imported_class, imported_covers};
// What `#[test]` calls.
#[cfg(feature = "embed")]
pub use crate::testing;
// What `#[module]` implements and calls; `PyObject` is what `PyInit_…` returns.
pub use crate::module::{Item, Module, ModuleCell, load, module_init};
// What `#[module(adopt)]` calls, and `#[class(unsafe(adopt(…)))]` implements and asserts of its fields.
#[cfg(feature = "adopt")]
pub use crate::adopt::is_c_field;
#[cfg(feature = "adopt")]
pub use crate::class::{Adopted, Source};
#[cfg(feature = "adopt")]
pub use crate::module::{begin_over, load_over};
pub use crate::raw::PyObject;

//! Taking an extension of C's over: the fields of C's structs, as Rust reaches them.
//!
//! A class that adopts a C struct lists the fields behind `PyObject_HEAD`, in C's order, all of them. What C has there may
//! change with every call of C code, so each is reached by a function that takes the token and gives a value of its own.
//!
//! ```ignore
//! // The same in C: typedef struct { PyObject_HEAD PyObject *items; Py_ssize_t hits; PyObject *parent; } Cache;
//! #[class(unsafe(adopt(Cache, type = CacheType)))]
//! #[repr(C)]
//! pub struct Cache {
//!     items: OwnedField<Dict>,
//!     hits: PlainField<isize>,
//!     parent: BorrowedField<Cache>,
//! }
//!
//! #[methods]
//! impl Cache {
//!     fn hits(&self, py: Python<'_>) -> isize {
//!         self.hits.get(py)
//!     }
//! }
//! ```
//!
//! By `unsafe(adopt(…))` you say that the fields are C's, and that C uses each as its type here says. The layout is checked
//! twice: against `sizeof` and `offsetof` when the C code is compiled (by the crate `owned-build`), and by the size of the
//! type's instances when it is imported.

//!
//! Some methods are one function of C's: `__setitem__` and `__delitem__`, `__add__` and `__radd__`. They are taken over
//! together, also where C's type inherits them: half is refused at import. So are all comparisons one function: if you write
//! `__eq__` over a type that C compares by `<` too, write `__lt__` as well; what you leave out is `NotImplemented`.
//!
//! A module of a single phase (`m_size = -1`) is made once in the life of the interpreter. Imported again, it is the same one,
//! with all in it that it had at first; in other interpreters it is refused.

mod objects;
mod plain;

pub use objects::{BorrowedField, OwnedField};
pub use plain::{Plain, PlainField};

/// What can stand in a struct of C's. Implemented for [`PlainField`], [`OwnedField`] and [`BorrowedField`].
///
/// ```
/// use owned::adopt::{BorrowedField, CField, OwnedField, PlainField};
/// use owned::types::{Dict, List};
///
/// fn takes_the_room_of<F: CField, C>() -> bool {
///     size_of::<F>() == size_of::<C>() // as C has it
/// }
/// assert!(takes_the_room_of::<PlainField<i32>, i32>());
/// assert!(takes_the_room_of::<OwnedField<Dict>, *mut ()>());
/// assert!(takes_the_room_of::<BorrowedField<List>, *mut ()>());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no field of a C struct",
    label = "not reached as C's fields are",
    note = "write `PlainField<T>` for a number or a pointer, `OwnedField<T>` for an object that the struct has a reference to, `BorrowedField<T>` for one that it has none to"
)]
pub trait CField: sealed::Sealed {}

/// Asserts, when it is compiled, that the type is one of a field of C's.
#[doc(hidden)]
pub const fn is_c_field<F: CField>() {}

mod sealed {
    pub trait Sealed {}
}

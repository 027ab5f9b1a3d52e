//! The C API, typed by ownership.
//!
//! Each reference that crosses the C API is *new*, *borrowed* or *stolen*; here those are three types, and a
//! wrapper's signature is its ownership rule. The wrappers are written from the contract table, which says of each C
//! function what it does with every reference, and which is verified by executing the functions.
//!
//! With the feature `raw` all of them are here; the library itself uses some three hundred, and without the feature
//! neither compiles the others nor shows any: what is left is the types, which [`Owned`](crate::Owned) takes and gives.
//!
//! A wrapper is named after its C function (`PyList_SetItem` is `list_set_item`). It is `unsafe`, because the C
//! function trusts its caller that the thread is attached, and sometimes that an object has a type. What can go wrong
//! with *references* does not compile: a [`StolenArg`] can only come from a handle that is gone afterwards, a borrowed
//! result cannot outlive what it is borrowed from, and a failure is a `Result`. Functions whose borrowed result Python
//! code can invalidate have no wrapper; their successors that return a new reference do, on every version.
//!
//! ```
//! # owned::Python::initialize();
//! use owned::prelude::*;
//! use owned::raw;
//!
//! Python::attach(|py| {
//!     let list = List::new(py, [1, 2])?;
//!     let item = Str::new(py, "stolen")?;
//!     // SAFETY: attached, by `py`.
//!     unsafe { raw::list_set_item(list.raw(), 0, item.into_stolen()) }?; // `item` is gone
//!
//!     // SAFETY: attached, by `py`.
//!     let first = unsafe { raw::list_get_item_ref(list.raw(), 0) }?;
//!     // SAFETY: the line above put a str there.
//!     let first: Owned<'_, Str> = unsafe { Owned::from_ref(py, first) };
//!     assert_eq!(first.to_str()?, "stolen");
//!     Ok::<(), PyErr>(())
//! })?;
//! # Ok::<(), PyErr>(())
//! ```
//!
//! Inside the library this is floor 0: the only one that names `pyo3_ffi`'s functions, that counts references, and
//! that knows Python versions.
#![expect(unsafe_code, reason = "calls the C API; every other floor reaches it through the wrappers of this one")]

#[cfg(feature = "adopt")]
mod adopted_module;
#[cfg(feature = "adopt")]
mod adopted_tables;
#[cfg(feature = "adopt")]
mod adopted_type;
mod atomic_memory;
mod attached;
#[cfg(feature = "async")]
mod awaiting;
#[cfg(feature = "ledger")]
mod births;
mod blocks;
#[cfg(feature = "buffers")]
mod buffer;
mod builtin_exceptions;
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
mod builtin_functions;
mod builtins;
mod by_hand;
mod bytearray_pin;
mod capsule;
#[cfg_attr(
    not(feature = "raw"),
    allow(dead_code, unused_imports, reason = "some are for wrappers that the library does not use")
)]
mod compat;
mod compat_items;
mod contention;
mod counts;
#[cfg(feature = "time")]
mod date_parts;
#[cfg(all(feature = "time", not(Py_LIMITED_API)))]
mod datetime;
#[cfg(feature = "arrays")]
mod dlpack;
mod ended;
mod exception;
mod ffi;
#[cfg(not(Py_LIMITED_API))]
mod filling;
#[cfg(feature = "ledger")]
mod fork;
mod generated;
#[cfg(all(feature = "more-types", not(Py_LIMITED_API)))]
mod int_bytes;
mod iterators;
#[cfg(not(Py_LIMITED_API))]
mod known;
#[cfg(feature = "buffers")]
mod lent;
mod libpython;
mod life;
mod list_peek;
#[cfg(feature = "ledger")]
mod looked_at;
mod member_place;
mod object_lock;
#[cfg(feature = "ledger")]
mod object_memory;
pub mod place;
mod protocols;
#[cfg(not(Py_LIMITED_API))]
mod ready;
mod refs;
mod results;
#[cfg(feature = "ledger")]
mod running_line;
mod seen;
#[cfg(feature = "buffers")]
mod shared_memory;
#[cfg(not(Py_LIMITED_API))]
mod small_int;
#[cfg(Py_LIMITED_API)]
mod stable;
mod stack;
#[cfg(feature = "embed")]
mod start;
mod stop;
#[cfg(not(Py_LIMITED_API))]
mod str_units;
pub(crate) mod structs;
#[cfg(all(feature = "more-types", not(Py_LIMITED_API)))]
mod structseq;
mod text;
#[cfg(not(Py_LIMITED_API))]
mod traceback_entry;
#[cfg(feature = "ledger")]
mod type_facts;
#[cfg(not(Py_LIMITED_API))]
mod type_parts;
mod types;
mod under_lock;
mod version;
mod walk;

// In a build for the stable ABI these take the place of the files of their names here.
#[cfg(all(Py_LIMITED_API, feature = "time"))]
use stable::datetime;
#[cfg(all(Py_LIMITED_API, feature = "more-types"))]
use stable::int_bytes;
#[cfg(Py_LIMITED_API)]
use stable::{filling, known, ready, small_int, str_units, traceback_entry, type_parts};

#[cfg(feature = "adopt")]
pub(crate) use adopted_module::*;
#[cfg(feature = "adopt")]
pub(crate) use adopted_tables::*;
#[cfg(feature = "adopt")]
pub(crate) use adopted_type::*;
pub(crate) use atomic_memory::AtomicMemory;
pub(crate) use attached::*;
#[cfg(feature = "async")]
pub(crate) use awaiting::{am_await, await_names_classes};
#[cfg(feature = "ledger")]
pub(crate) use births::{BIRTHS_ARE_TOLD, hear_births, hear_births_no_more};
pub(crate) use blocks::*;
#[cfg(feature = "buffers")]
pub(crate) use buffer::{Access, View};
pub(crate) use builtins::*;
pub(crate) use by_hand::*;
pub(crate) use bytearray_pin::PinnedBytes;
pub(crate) use capsule::{capsule_new, capsule_pointer};
pub(crate) use contention::{HAS_GIL, Patience, UsedBy};
#[cfg(feature = "time")]
pub use date_parts::{DateParts, TimeParts};
#[cfg(feature = "time")]
pub(crate) use datetime::{DateTimeApi, is_date, is_datetime, is_time, is_timedelta, is_timezone, is_tzinfo};
#[cfg(feature = "arrays")]
pub(crate) use dlpack::{CPU, DataType, NotTaken, Tensor, TensorFacts, dlpack_capsule};
pub(crate) use ended::*;
pub(crate) use exception::*;
pub(crate) use filling::{Filling, list_of, tuple_of, tuple_of_these};
#[cfg(feature = "ledger")]
pub(crate) use fork::at_fork;
#[cfg(feature = "raw")]
pub use generated::*;
#[cfg(not(feature = "raw"))]
pub(crate) use generated::*;
#[cfg(feature = "more-types")]
pub(crate) use int_bytes::*;
pub(crate) use iterators::*;
pub(crate) use known::{known_equal, known_hash};
#[cfg(feature = "buffers")]
pub(crate) use lent::{Lent, Py_buffer, refuse_view};
pub(crate) use libpython::libpython;
#[cfg(test)]
pub(crate) use life::TESTS;
pub(crate) use life::{
    LivePlace, LivePointer, Whose, begin_here, end_here, end_life, has_begun, here, is_over, life, no_more_lives,
    too_many,
};
pub(crate) use list_peek::*;
#[cfg(feature = "ledger")]
pub(crate) use looked_at::*;
#[cfg(feature = "embed")]
pub(crate) use member_place::have_no_members;
pub(crate) use member_place::{MemberPlace, have_members, members_may_be_left};
#[doc(hidden)]
pub use object_lock::SectionPlace;
pub(crate) use object_lock::{Section, locked};
#[cfg(feature = "ledger")]
pub(crate) use object_memory::{Listener, hear_frees, hear_frees_no_more};
pub(crate) use protocols::*;
pub(crate) use ready::make_ready;
pub use refs::{BorrowedRef, Failed, NewRef, PyObject, StolenArg};
#[cfg(feature = "ledger")]
pub(crate) use running_line::{interpreter_number, line_in_any_case, running_line};
pub(crate) use seen::{Address, HAS_IMMORTALS, Seen};
#[cfg(feature = "buffers")]
pub(crate) use shared_memory::{read_shared, write_shared, write_shared_bytes};
pub(crate) use small_int::small_int;
#[cfg(Py_LIMITED_API)]
pub(crate) use stable::is_attached::is_attached;
pub(crate) use stack::{Aside, called_from_c, entered, left, stack_is_nearly_empty, stack_is_nearly_full};
#[cfg(feature = "embed")]
pub(crate) use start::{Configuration, InitFunction, NotStarted, start};
pub(crate) use stop::*;
#[cfg(not(Py_LIMITED_API))]
pub(crate) use str_units::unicode_points;
pub(crate) use str_units::{unicode_bytes, unicode_each_point, unicode_equals};
#[cfg(all(feature = "more-types", not(Py_LIMITED_API)))]
pub(crate) use structseq::struct_sequence_type;
pub use text::StrData;
pub(crate) use text::{bytes_c_str, bytes_zeroed, unicode_c_str, unicode_find, unicode_from_points};

pub use builtin_exceptions::ExceptionKind;
pub(crate) use builtin_exceptions::{builtin_exceptions, exception_type, known, known_exception_type};
pub(crate) use traceback_entry::add_traceback_entry;
#[cfg(feature = "ledger")]
pub(crate) use type_facts::{
    allocator_of, block_of, class_of, each_ancestor, each_base, each_end, has_finalizer, is_core_type, is_heap_type,
    is_of_core_type, set_allocator,
};
pub(crate) use type_parts::{
    basic_size, has_base_named, read_type_name, type_name, type_put, type_set_qualified_name, type_set_vectorcall,
};
pub(crate) use types::*;
pub(crate) use walk::*;

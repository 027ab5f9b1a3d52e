//! Builds for the stable ABI: what C's full API has and that one lacks, under the same names and with the same contracts,
//! by other means; and files that take the place of those of `raw` that read the insides of objects.
//!
//! One such module runs on versions that came later, so nothing here relies on how objects lie in memory; but for the
//! count in front of each, which every version has.
#![allow(non_snake_case, reason = "the names that C has for them")]
#![allow(dead_code, reason = "a feature, or a later stable ABI, does without some")]

mod attribute;
mod calls;
mod cells;
mod containers;
mod contexts;
mod dates;
#[cfg(feature = "time")]
pub(super) mod datetime;
pub(super) mod filling;
mod finalizer;
#[cfg(feature = "more-types")]
pub(super) mod int_bytes;
pub(super) mod is_attached;
mod kinds;
pub(super) mod known;
pub(super) mod ready;
mod running;
pub(super) mod small_int;
pub(super) mod str_units;
mod text;
pub(super) mod traceback_entry;
pub(super) mod type_parts;

pub(super) use calls::*;
pub(super) use cells::*;
pub(super) use containers::*;
pub(super) use contexts::*;
pub(super) use dates::*;
pub(super) use finalizer::{PyObject_CallFinalizerFromDealloc, count};
pub(super) use kinds::*;
pub(super) use running::*;
pub(super) use text::PyUnicode_FromKindAndData;

pub(super) use attribute::{class_is_static_and_named, field, field_of_type, module_of, own_method};
pub(super) use kinds::{Kind, learn_kinds, type_of_kind};

use pyo3_ffi as ffi;

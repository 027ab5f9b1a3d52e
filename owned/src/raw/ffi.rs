//! The C API as `pyo3-ffi` declares it, and what the stable ABI lacks of it.

pub(super) use pyo3_ffi::*;

#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
pub(super) use super::builtin_functions::{PyCFunction_GET_CLASS, PyCFunction_GET_FLAGS, PyCFunction_GET_SELF};
#[cfg(Py_LIMITED_API)]
pub(super) use super::stable::*;

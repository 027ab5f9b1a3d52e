//! The C API as `pyo3-ffi` declares it, and what the stable ABI lacks of it.

pub(super) use pyo3_ffi::*;

#[cfg(Py_LIMITED_API)]
pub(super) use super::stable::*;

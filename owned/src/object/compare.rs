//! The six comparisons.

use core::ffi::c_int;

use crate::raw::structs;

/// Which comparison Python asks for (`Py_LT` … `Py_GE`).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let (one, two) = (Int::from_i64(py, 1)?, Int::from_i64(py, 2)?);
///     assert!(one.compare_bool(&two, CompareOp::Lt)?);
///     assert!(!one.compare_bool(&two, CompareOp::Eq)?);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl CompareOp {
    #[inline]
    pub(crate) fn from_c(op: c_int) -> Option<Self> {
        Some(match op {
            structs::Py_LT => CompareOp::Lt,
            structs::Py_LE => CompareOp::Le,
            structs::Py_EQ => CompareOp::Eq,
            structs::Py_NE => CompareOp::Ne,
            structs::Py_GT => CompareOp::Gt,
            structs::Py_GE => CompareOp::Ge,
            _ => return None,
        })
    }

    #[inline]
    pub(crate) fn to_c(self) -> c_int {
        match self {
            CompareOp::Lt => structs::Py_LT,
            CompareOp::Le => structs::Py_LE,
            CompareOp::Eq => structs::Py_EQ,
            CompareOp::Ne => structs::Py_NE,
            CompareOp::Gt => structs::Py_GT,
            CompareOp::Ge => structs::Py_GE,
        }
    }
}

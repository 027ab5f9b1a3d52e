//! The C structs and constants that the upper floors fill in. Functions are not among them, but for two that stand in
//! such a table themselves.

pub(crate) use pyo3_ffi::{
    METH_CLASS, METH_COEXIST, METH_FASTCALL, METH_KEYWORDS, METH_NOARGS, METH_O, METH_STATIC, PYTHON_API_VERSION,
    Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, Py_READONLY, Py_T_OBJECT_EX, Py_T_PYSSIZET, Py_TPFLAGS_BASETYPE,
    Py_TPFLAGS_DEFAULT, Py_TPFLAGS_DISALLOW_INSTANTIATION, Py_TPFLAGS_HAVE_GC, Py_TPFLAGS_IMMUTABLETYPE,
    Py_TPFLAGS_IS_ABSTRACT, Py_eval_input, Py_file_input, Py_mod_exec, Py_single_input, Py_tp_alloc, Py_tp_clear,
    Py_tp_dealloc, Py_tp_doc, Py_tp_free, Py_tp_getset, Py_tp_members, Py_tp_methods, Py_tp_traverse, PyGetSetDef,
    PyMemberDef, PyMethodDef, PyMethodDefPointer, PyModuleDef, PyModuleDef_HEAD_INIT, PyModuleDef_Slot,
    PyObject_GenericGetDict, PyObject_GenericSetDict, PyType_Slot, PyType_Spec, allocfunc, descrsetfunc, destructor,
    freefunc, initproc, inquiry, newfunc, setattrofunc, traverseproc, vectorcallfunc, visitproc,
};

/// A class that a `match` statement takes for a mapping. (`pyo3-ffi` does not show the two for the stable ABI.)
#[expect(non_upper_case_globals, reason = "the name that C has for it")]
pub(crate) const Py_TPFLAGS_MAPPING: core::ffi::c_ulong = 1 << 6;
/// A class that a `match` statement takes for a sequence.
#[expect(non_upper_case_globals, reason = "the name that C has for it")]
pub(crate) const Py_TPFLAGS_SEQUENCE: core::ffi::c_ulong = 1 << 5;
#[cfg(not(Py_LIMITED_API))]
const _: () =
    assert!(Py_TPFLAGS_MAPPING == pyo3_ffi::Py_TPFLAGS_MAPPING && Py_TPFLAGS_SEQUENCE == pyo3_ffi::Py_TPFLAGS_SEQUENCE);

// C code gets type objects of `foreign::export!`.
#[cfg(feature = "foreign")]
pub use pyo3_ffi::PyTypeObject;
#[cfg(not(feature = "foreign"))]
pub(crate) use pyo3_ffi::PyTypeObject;

/// The slot by which a module says that it needs no GIL, where there is one.
#[cfg(Py_3_13)]
pub(crate) const GIL_NOT_USED: Option<PyModuleDef_Slot> =
    Some(PyModuleDef_Slot { slot: pyo3_ffi::Py_mod_gil, value: pyo3_ffi::Py_MOD_GIL_NOT_USED });
/// The slot by which a module says that it needs no GIL: none before 3.13, where every module has one.
#[cfg(not(Py_3_13))]
pub(crate) const GIL_NOT_USED: Option<PyModuleDef_Slot> = None;

/// The slot by which a module says that it can be imported in interpreters with a GIL of their own.
#[cfg(all(feature = "own-gil", Py_3_12, not(Py_LIMITED_API)))]
pub(crate) const PER_INTERPRETER_GIL: Option<PyModuleDef_Slot> = Some(PyModuleDef_Slot {
    slot: pyo3_ffi::Py_mod_multiple_interpreters,
    value: pyo3_ffi::Py_MOD_PER_INTERPRETER_GIL_SUPPORTED,
});
/// The slot by which a module says that it can be imported in interpreters with a GIL of their own: it cannot.
#[cfg(not(all(feature = "own-gil", Py_3_12, not(Py_LIMITED_API))))]
pub(crate) const PER_INTERPRETER_GIL: Option<PyModuleDef_Slot> = None;

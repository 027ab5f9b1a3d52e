//! The module that is compared: `c/peer_c.c` line by line, in Rust on `pyo3-ffi`.
//!
//! What C leaves unsaid of references is unsaid here too: this is what a binding looks like that has nothing but the
//! declarations.
#![allow(unsafe_op_in_unsafe_fn, reason = "C, transliterated: everything is an unsafe operation")]

mod arguments;
mod functions;
mod holder;
mod point;
mod state;

use std::ffi::{CStr, c_int, c_void};
use std::ptr::{addr_of_mut, null_mut};

use pyo3_ffi::*;

use crate::state::State;

const fn method(name: &'static CStr, convention: c_int, function: PyMethodDefPointer) -> PyMethodDef {
    PyMethodDef { ml_name: name.as_ptr(), ml_meth: function, ml_flags: convention, ml_doc: std::ptr::null() }
}

static mut FUNCTIONS: [PyMethodDef; 13] = {
    use functions::*;
    const KEYWORDS: c_int = METH_FASTCALL | METH_KEYWORDS;
    [
        method(c"nothing", METH_NOARGS, PyMethodDefPointer { PyCFunction: nothing }),
        method(c"add", METH_FASTCALL, PyMethodDefPointer { PyCFunctionFast: add }),
        method(c"scaled", KEYWORDS, PyMethodDefPointer { PyCFunctionFastWithKeywords: scaled }),
        method(c"length", METH_O, PyMethodDefPointer { PyCFunction: length }),
        method(c"text", METH_NOARGS, PyMethodDefPointer { PyCFunction: text }),
        method(c"sum_list", METH_O, PyMethodDefPointer { PyCFunction: sum_list }),
        method(c"sum_tuple", METH_O, PyMethodDefPointer { PyCFunction: sum_tuple }),
        method(c"sum_iter", METH_O, PyMethodDefPointer { PyCFunction: sum_iter }),
        method(c"make_list", METH_NOARGS, PyMethodDefPointer { PyCFunction: make_list }),
        method(c"make_dict", METH_NOARGS, PyMethodDefPointer { PyCFunction: make_dict }),
        method(c"apply", METH_FASTCALL, PyMethodDefPointer { PyCFunctionFast: apply }),
        method(c"fail", METH_NOARGS, PyMethodDefPointer { PyCFunction: fail }),
        PyMethodDef::zeroed(),
    ]
};

unsafe fn add_type(module: *mut PyObject, spec: *mut PyType_Spec, call: vectorcallfunc) -> c_int {
    let made = PyType_FromModuleAndSpec(module, spec, null_mut()).cast::<PyTypeObject>();
    if made.is_null() {
        return -1;
    }
    (*made).tp_vectorcall = Some(call);
    let added = PyModule_AddType(module, made);
    Py_DECREF(made.cast());
    added
}

unsafe extern "C" fn fill(module: *mut PyObject) -> c_int {
    if state::intern_names(module) < 0 || add_type(module, addr_of_mut!(point::SPEC), point::call) < 0 {
        return -1;
    }
    add_type(module, addr_of_mut!(holder::SPEC), holder::call)
}

static mut SLOTS: [PyModuleDef_Slot; 2] = [
    PyModuleDef_Slot { slot: Py_mod_exec, value: fill as *mut c_void },
    PyModuleDef_Slot { slot: 0, value: null_mut() },
];

static mut DEFINITION: PyModuleDef = PyModuleDef {
    m_base: PyModuleDef_HEAD_INIT,
    m_name: c"peer_ffi".as_ptr(),
    m_doc: std::ptr::null(),
    m_size: size_of::<State>() as Py_ssize_t,
    m_methods: addr_of_mut!(FUNCTIONS).cast(),
    m_slots: addr_of_mut!(SLOTS).cast(),
    m_traverse: None,
    m_clear: Some(state::clear_names),
    m_free: Some(state::free_names),
};

/// What Python calls when the module is imported.
///
/// # Safety
///
/// Only Python calls it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn PyInit_peer_ffi() -> *mut PyObject {
    PyModuleDef_Init(addr_of_mut!(DEFINITION))
}

//! A class that holds a reference, which the collector sees.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::mem::offset_of;
use std::ptr::{addr_of_mut, null, null_mut};

use pyo3_ffi::*;

use crate::arguments::arrange;
use crate::state::State;

#[repr(C)]
struct Holder {
    ob_base: PyObject,
    value: *mut PyObject,
}

unsafe fn made(class: *mut PyTypeObject, value: *mut PyObject) -> *mut PyObject {
    let holder = PyObject_GC_New::<Holder>(class);
    if !holder.is_null() {
        (*holder).value = Py_NewRef(value);
        PyObject_GC_Track(holder.cast());
    }
    holder.cast()
}

pub(crate) unsafe extern "C" fn call(
    class: *mut PyObject,
    mut args: *const *mut PyObject,
    flagged: usize,
    by_name: *mut PyObject,
) -> *mut PyObject {
    let given = PyVectorcall_NARGS(flagged);
    let mut places = [null_mut(); 1];
    if !by_name.is_null() || given != 1 {
        let state = PyType_GetModuleState(class.cast()).cast::<State>();
        if arrange((*state).holder.as_ptr(), 1, args, given, by_name, &mut places) < 0 {
            return null_mut();
        }
        args = places.as_ptr();
    }
    made(class.cast(), *args)
}

/// By `Holder.__new__`: no subclass can be made.
unsafe extern "C" fn new(class: *mut PyTypeObject, args: *mut PyObject, kwargs: *mut PyObject) -> *mut PyObject {
    let mut value: *mut PyObject = null_mut();
    let mut names: [*const c_char; 2] = [c"value".as_ptr(), null()];
    let names = names.as_mut_ptr().cast();
    if PyArg_ParseTupleAndKeywords(args, kwargs, c"O".as_ptr(), names, &mut value) == 0 {
        return null_mut();
    }
    made(class, value)
}

unsafe extern "C" fn traverse(object: *mut PyObject, visit: visitproc, arg: *mut c_void) -> c_int {
    let value = (*object.cast::<Holder>()).value;
    if !value.is_null() {
        let stop = visit(value, arg);
        if stop != 0 {
            return stop;
        }
    }
    visit(Py_TYPE(object).cast(), arg)
}

unsafe extern "C" fn clear(object: *mut PyObject) -> c_int {
    Py_CLEAR(&raw mut (*object.cast::<Holder>()).value);
    0
}

/// Without CPython's trashcan, which `pyo3-ffi` does not have.
unsafe extern "C" fn dealloc(object: *mut PyObject) {
    let class = Py_TYPE(object);
    PyObject_GC_UnTrack(object.cast());
    Py_XDECREF((*object.cast::<Holder>()).value);
    let free = (*class).tp_free.unwrap_unchecked();
    free(object.cast());
    Py_DECREF(class.cast());
}

static mut MEMBERS: [PyMemberDef; 2] = [
    PyMemberDef {
        name: c"value".as_ptr(),
        type_code: Py_T_OBJECT_EX,
        offset: offset_of!(Holder, value) as Py_ssize_t,
        flags: 0,
        doc: null(),
    },
    PyMemberDef { name: null(), type_code: 0, offset: 0, flags: 0, doc: null() },
];

static mut SLOTS: [PyType_Slot; 6] = [
    PyType_Slot { slot: Py_tp_new, pfunc: new as *mut c_void },
    PyType_Slot { slot: Py_tp_dealloc, pfunc: dealloc as *mut c_void },
    PyType_Slot { slot: Py_tp_traverse, pfunc: traverse as *mut c_void },
    PyType_Slot { slot: Py_tp_clear, pfunc: clear as *mut c_void },
    PyType_Slot { slot: Py_tp_members, pfunc: addr_of_mut!(MEMBERS).cast() },
    PyType_Slot { slot: 0, pfunc: null_mut() },
];

pub(crate) static mut SPEC: PyType_Spec = PyType_Spec {
    name: c"peer_ffi.Holder".as_ptr(),
    basicsize: size_of::<Holder>() as c_int,
    itemsize: 0,
    flags: (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC) as c_uint,
    slots: addr_of_mut!(SLOTS).cast(),
};

//! A class of two numbers. It holds no reference, so it has no header of the collector's; its attributes are members.

use std::ffi::{c_char, c_int, c_uint, c_void};
use std::mem::offset_of;
use std::ptr::{addr_of_mut, fn_addr_eq, null, null_mut};

use pyo3_ffi::*;

use crate::arguments::{arrange, as_real, expected, no_real};
use crate::method;
use crate::state::State;

#[repr(C)]
struct Point {
    ob_base: PyObject,
    x: f64,
    y: f64,
}

/// The class itself, of an instance of it or of a subclass: subclasses do not inherit how it is called.
#[inline]
unsafe fn class_of(object: *mut PyObject) -> *mut PyTypeObject {
    let mut class = Py_TYPE(object);
    while !(*class).tp_vectorcall.is_some_and(|found| fn_addr_eq(found, call as vectorcallfunc)) {
        class = (*class).tp_base;
    }
    class
}

#[inline]
unsafe fn made(class: *mut PyTypeObject, x: f64, y: f64) -> *mut PyObject {
    let point = PyObject_New::<Point>(class);
    if !point.is_null() {
        (*point).x = x;
        (*point).y = y;
    }
    point.cast()
}

pub(crate) unsafe extern "C" fn call(
    class: *mut PyObject,
    mut args: *const *mut PyObject,
    flagged: usize,
    by_name: *mut PyObject,
) -> *mut PyObject {
    let given = PyVectorcall_NARGS(flagged);
    let mut places = [null_mut(); 2];
    if !by_name.is_null() || given != 2 {
        let state = PyType_GetModuleState(class.cast()).cast::<State>();
        if arrange((*state).point.as_ptr(), 2, args, given, by_name, &mut places) < 0 {
            return null_mut();
        }
        args = places.as_ptr();
    }
    let x = as_real(*args);
    if no_real(x) {
        return null_mut();
    }
    let y = as_real(*args.add(1));
    if no_real(y) {
        return null_mut();
    }
    made(class.cast(), x, y)
}

/// How subclasses are called.
unsafe extern "C" fn new(class: *mut PyTypeObject, args: *mut PyObject, kwargs: *mut PyObject) -> *mut PyObject {
    let (mut x, mut y) = (0.0, 0.0);
    if kwargs.is_null() && PyTuple_GET_SIZE(args) == 2 {
        x = as_real(PyTuple_GET_ITEM(args, 0));
        if no_real(x) {
            return null_mut();
        }
        y = as_real(PyTuple_GET_ITEM(args, 1));
        if no_real(y) {
            return null_mut();
        }
    } else {
        let mut names: [*const c_char; 3] = [c"x".as_ptr(), c"y".as_ptr(), null()];
        let names = names.as_mut_ptr().cast();
        if PyArg_ParseTupleAndKeywords(args, kwargs, c"dd".as_ptr(), names, &mut x, &mut y) == 0 {
            return null_mut();
        }
    }
    let allocate = (*class).tp_alloc.unwrap_unchecked();
    let point = allocate(class, 0).cast::<Point>();
    if !point.is_null() {
        (*point).x = x;
        (*point).y = y;
    }
    point.cast()
}

unsafe extern "C" fn dealloc(object: *mut PyObject) {
    let class = Py_TYPE(object);
    let free = (*class).tp_free.unwrap_unchecked();
    free(object.cast());
    Py_DECREF(class.cast());
}

unsafe extern "C" fn norm(object: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    let point = object.cast::<Point>();
    PyFloat_FromDouble((*point).x * (*point).x + (*point).y * (*point).y)
}

unsafe extern "C" fn plus(object: *mut PyObject, other: *mut PyObject) -> *mut PyObject {
    let class = class_of(object);
    if PyObject_TypeCheck(other, class) == 0 {
        return expected("Point", other);
    }
    let (a, b) = (object.cast::<Point>(), other.cast::<Point>());
    made(class, (*a).x + (*b).x, (*a).y + (*b).y)
}

static mut METHODS: [PyMethodDef; 3] = [
    method(c"norm", METH_NOARGS, PyMethodDefPointer { PyCFunction: norm }),
    method(c"plus", METH_O, PyMethodDefPointer { PyCFunction: plus }),
    PyMethodDef::zeroed(),
];

const fn member(name: *const c_char, offset: usize, flags: c_int) -> PyMemberDef {
    PyMemberDef { name, type_code: Py_T_DOUBLE, offset: offset as Py_ssize_t, flags, doc: null() }
}

static mut MEMBERS: [PyMemberDef; 3] = [
    member(c"x".as_ptr(), offset_of!(Point, x), 0),
    member(c"y".as_ptr(), offset_of!(Point, y), Py_READONLY),
    member(null(), 0, 0),
];

static mut SLOTS: [PyType_Slot; 5] = [
    PyType_Slot { slot: Py_tp_new, pfunc: new as *mut c_void },
    PyType_Slot { slot: Py_tp_dealloc, pfunc: dealloc as *mut c_void },
    PyType_Slot { slot: Py_tp_methods, pfunc: addr_of_mut!(METHODS).cast() },
    PyType_Slot { slot: Py_tp_members, pfunc: addr_of_mut!(MEMBERS).cast() },
    PyType_Slot { slot: 0, pfunc: null_mut() },
];

pub(crate) static mut SPEC: PyType_Spec = PyType_Spec {
    name: c"peer_ffi.Point".as_ptr(),
    basicsize: size_of::<Point>() as c_int,
    itemsize: 0,
    flags: (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE) as c_uint,
    slots: addr_of_mut!(SLOTS).cast(),
};

//! Functions: numbers, text, containers, a callback, an error.

use std::ffi::{c_int, c_longlong};
use std::ptr::null_mut;

use pyo3_ffi::*;

use crate::arguments::{arrange, expected, failed, takes_two};
use crate::state;

const COUNT: Py_ssize_t = 100;
/// It begins at a word, as C's does: CPython copies such a text faster.
#[repr(align(8))]
struct Words([u8; 100]);
static TEXT: Words =
    Words(*b"All of these words are here so that this text is a hundred characters long, no more and no fewer; ok");

type Object = *mut PyObject;
type Array = *const *mut PyObject;

pub(crate) unsafe extern "C" fn nothing(_module: Object, _: Object) -> Object {
    Py_NewRef(Py_None())
}

pub(crate) unsafe extern "C" fn add(_module: Object, args: *mut Object, given: Py_ssize_t) -> Object {
    if given != 2 {
        return takes_two(given);
    }
    let a = PyLong_AsLongLong(*args);
    if failed(a) {
        return null_mut();
    }
    let b = PyLong_AsLongLong(*args.add(1));
    if failed(b) {
        return null_mut();
    }
    PyLong_FromLongLong(a + b)
}

pub(crate) unsafe extern "C" fn scaled(module: Object, args: Array, given: Py_ssize_t, by_name: Object) -> Object {
    let mut places: [Object; 3] = [null_mut(); 3];
    let mut numbers = [0, 2, 3];
    if by_name.is_null() && given == 1 {
        places[0] = *args;
    } else if arrange((*state::of(module)).scaled.as_ptr(), 1, args, given, by_name, &mut places) < 0 {
        return null_mut();
    }
    for (number, place) in numbers.iter_mut().zip(places) {
        if !place.is_null() {
            *number = PyLong_AsLongLong(place);
            if failed(*number) {
                return null_mut();
            }
        }
    }
    PyLong_FromLongLong(numbers[0] * numbers[1] + numbers[2])
}

pub(crate) unsafe extern "C" fn length(_module: Object, text: Object) -> Object {
    let mut size = 0;
    if PyUnicode_AsUTF8AndSize(text, &mut size).is_null() {
        return null_mut(); // which checks the type
    }
    PyLong_FromSsize_t(size)
}

pub(crate) unsafe extern "C" fn text(_module: Object, _: Object) -> Object {
    PyUnicode_FromStringAndSize(TEXT.0.as_ptr().cast(), TEXT.0.len() as Py_ssize_t)
}

/// Adds what is exactly an int while it is borrowed, since no Python code runs in between.
#[inline]
unsafe fn add_to(sum: &mut c_longlong, item: Object) -> c_int {
    let number;
    if PyLong_CheckExact(item) != 0 {
        number = PyLong_AsLongLong(item);
    } else {
        Py_INCREF(item);
        number = PyLong_AsLongLong(item);
        Py_DECREF(item);
    }
    *sum += number;
    if failed(number) { -1 } else { 0 }
}

pub(crate) unsafe extern "C" fn sum_list(_module: Object, list: Object) -> Object {
    if PyList_Check(list) == 0 {
        return expected("list", list);
    }
    let (mut sum, mut at) = (0, 0);
    while at < PyList_GET_SIZE(list) {
        if add_to(&mut sum, PyList_GET_ITEM(list, at)) < 0 {
            return null_mut();
        }
        at += 1;
    }
    PyLong_FromLongLong(sum)
}

pub(crate) unsafe extern "C" fn sum_tuple(_module: Object, tuple: Object) -> Object {
    if PyTuple_Check(tuple) == 0 {
        return expected("tuple", tuple);
    }
    let mut sum = 0;
    for at in 0..PyTuple_GET_SIZE(tuple) {
        if add_to(&mut sum, PyTuple_GET_ITEM(tuple, at)) < 0 {
            return null_mut();
        }
    }
    PyLong_FromLongLong(sum)
}

pub(crate) unsafe extern "C" fn sum_iter(_module: Object, numbers: Object) -> Object {
    let iterator = PyObject_GetIter(numbers);
    if iterator.is_null() {
        return null_mut();
    }
    let next = (*Py_TYPE(iterator)).tp_iternext.unwrap_unchecked();
    let mut sum = 0;
    loop {
        let item = next(iterator);
        if item.is_null() {
            break;
        }
        let number = PyLong_AsLongLong(item);
        Py_DECREF(item);
        if failed(number) {
            break;
        }
        sum += number;
    }
    Py_DECREF(iterator);
    if !PyErr_Occurred().is_null() {
        if PyErr_ExceptionMatches(PyExc_StopIteration) == 0 {
            return null_mut();
        }
        PyErr_Clear();
    }
    PyLong_FromLongLong(sum)
}

pub(crate) unsafe extern "C" fn make_list(_module: Object, _: Object) -> Object {
    let list = PyList_New(COUNT);
    if list.is_null() {
        return null_mut();
    }
    for at in 0..COUNT {
        let item = PyLong_FromLongLong(1000 + 7 * at as c_longlong);
        if item.is_null() {
            Py_DECREF(list);
            return null_mut();
        }
        PyList_SET_ITEM(list, at, item);
    }
    list
}

/// Takes both references, also on failure.
unsafe fn put(dict: Object, key: Object, value: Object) -> c_int {
    let status = if key.is_null() || value.is_null() { -1 } else { PyDict_SetItem(dict, key, value) };
    Py_XDECREF(key);
    Py_XDECREF(value);
    status
}

pub(crate) unsafe extern "C" fn make_dict(_module: Object, _: Object) -> Object {
    let dict = PyDict_New();
    if dict.is_null() {
        return null_mut();
    }
    for n in 0..COUNT as c_longlong {
        if put(dict, PyLong_FromLongLong(1000 + n), PyLong_FromLongLong(2000 + 7 * n)) < 0 {
            Py_DECREF(dict);
            return null_mut();
        }
    }
    dict
}

/// The sum of what the function gives for each number below `count`.
pub(crate) unsafe extern "C" fn apply(_module: Object, args: *mut Object, given: Py_ssize_t) -> Object {
    if given != 2 {
        return takes_two(given);
    }
    let (count, mut sum) = (PyLong_AsLongLong(*args.add(1)), 0);
    if failed(count) {
        return null_mut();
    }
    for n in 0..count {
        let number = PyLong_FromLongLong(n);
        if number.is_null() {
            return null_mut();
        }
        let result = PyObject_CallOneArg(*args, number);
        Py_DECREF(number);
        if result.is_null() {
            return null_mut();
        }
        let value = PyLong_AsLongLong(result);
        Py_DECREF(result);
        if failed(value) {
            return null_mut();
        }
        sum += value;
    }
    PyLong_FromLongLong(sum)
}

pub(crate) unsafe extern "C" fn fail(_module: Object, _: Object) -> Object {
    PyErr_SetString(PyExc_ValueError, c"it failed".as_ptr());
    null_mut()
}

//! Methods that share a slot.
#![expect(unsafe_code, reason = "reads static names")]

use core::ffi::{CStr, c_int};

use crate::raw::place;

use super::operators;
use super::table::{Specials, have, is_alone, leaves_the_usual};

/// The methods that one function of C's is, if the class has only one of them.
pub(in super::super) fn half(specials: &Specials, id: c_int) -> Option<[&'static str; 2]> {
    let names = match id {
        place::Py_mp_ass_subscript | place::Py_sq_ass_item => ["__setitem__", "__delitem__"],
        place::Py_tp_descr_set => ["__set__", "__delete__"],
        place::Py_tp_setattro => ["__setattr__", "__delattr__"],
        // `__buffer__` takes both places by itself, as `__getattribute__` its own.
        place::Py_bf_releasebuffer if !have(specials, place::Py_bf_getbuffer) => ["__buffer__", "__release_buffer__"],
        place::Py_tp_getattro if leaves_the_usual(specials, id) => ["__getattribute__", "__getattr__"],
        _ if operators::is_operator(id) => {
            let [forward, reflected, _] = operators::named(id);
            // SAFETY: a static text that ends with a NUL.
            [forward, reflected].map(|named| unsafe { CStr::from_ptr(named.name) }.to_str().unwrap_or_default())
        }
        _ => return None,
    };
    is_alone(specials, id).then_some(names)
}

//! Methods that share a slot.
#![expect(unsafe_code, reason = "reads static names")]

use core::ffi::{CStr, c_int};

use crate::raw::place;

use super::operators;

/// The two methods that one function of C's is, if it is one of those that serve two.
pub(in super::super) fn halves(id: c_int) -> Option<[&'static str; 2]> {
    match id {
        place::Py_mp_ass_subscript | place::Py_sq_ass_item => Some(["__setitem__", "__delitem__"]),
        place::Py_tp_descr_set => Some(["__set__", "__delete__"]),
        _ if operators::is_operator(id) => {
            let [forward, reflected, _] = operators::named(id);
            // SAFETY: a static text that ends with a NUL.
            Some([forward, reflected].map(|named| unsafe { CStr::from_ptr(named.name) }.to_str().unwrap_or_default()))
        }
        _ => None,
    }
}

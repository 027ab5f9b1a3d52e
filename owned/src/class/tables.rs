//! C's tables of a class: its methods, its properties, and where its instances keep what C looks for.
#![expect(unsafe_code, reason = "shares pointers to what is static")]

use core::ffi::CStr;
use core::{mem, ptr};

use crate::raw::structs::{self, PyMemberDef, PyMethodDef};

use super::blueprint::Blueprint;
use super::properties::Properties;
use super::slots;

/// C keeps pointers into these for as long as any copy of the type lives, so they are made once and kept. A null name
/// ends each.
pub(super) struct Tables {
    pub(super) methods: Vec<PyMethodDef>,
    pub(super) properties: Properties,
    pub(super) members: Vec<PyMemberDef>,
}

// SAFETY: pointers to static names and functions, never written to after they are made.
unsafe impl Send for Tables {}
// SAFETY: as above.
unsafe impl Sync for Tables {}

impl Tables {
    pub(super) fn of(blueprint: &Blueprint, in_place: bool) -> Self {
        let mut methods = Vec::new();
        let mut at = 0;
        while let Some(method) = blueprint.methods.get(at) {
            methods.push(*method);
            at += 1;
        }
        slots::add_methods(&mut methods, &blueprint.specials);
        methods.push(PyMethodDef::zeroed());
        let mut properties = Properties::of(blueprint, in_place);
        let members = members(blueprint, mem::take(&mut properties.members));
        Tables { methods, properties, members }
    }
}

/// Those, and how a type made from a spec says where its instances keep their dict and their weak references.
fn members(blueprint: &Blueprint, mut members: Vec<PyMemberDef>) -> Vec<PyMemberDef> {
    let base = (blueprint.live)().base_size();
    if let Some(offset) = blueprint.own.dict_at(base) {
        members.push(member(c"__dictoffset__", offset));
    }
    if let Some(offset) = blueprint.own.weaklist_at(base) {
        members.push(member(c"__weaklistoffset__", offset));
    }
    members.push(PyMemberDef { name: ptr::null(), type_code: 0, offset: 0, flags: 0, doc: ptr::null() });
    members
}

fn member(name: &'static CStr, offset: usize) -> PyMemberDef {
    PyMemberDef {
        name: name.as_ptr(),
        type_code: structs::Py_T_PYSSIZET,
        offset: offset.cast_signed(),
        flags: structs::Py_READONLY,
        doc: ptr::null(),
    }
}

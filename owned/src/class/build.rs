//! Making the type object of a class.
#![expect(unsafe_code, reason = "fills in C's tables and calls PyType_FromModuleAndSpec")]

use core::ffi::{CStr, c_int, c_uint, c_void};
use core::ptr;
use std::ffi::CString;

use crate::err::Result;
use crate::object::{Module, Type};
use crate::ptr::{Owned, Py};
use crate::raw::structs::{self, PyGetSetDef, PyMemberDef, PyMethodDef, PyType_Slot, PyType_Spec};
use crate::raw::{self, BorrowedRef};

use super::cell::Tables;
use super::layout::Layout;
use super::{Class, Property, Slot, State, dealloc, slots, visit};

/// A type object that a module's state owns, and how to take it out of its class's cell.
pub(crate) struct CreatedType {
    class: Py<Type>,
    forget: fn(BorrowedRef<'_>),
}

impl CreatedType {
    pub(crate) fn class(&self) -> &Py<Type> {
        &self.class
    }

    /// From now on the class is not found through its cell; the reference goes when the value is dropped.
    pub(crate) fn retire(&self) {
        (self.forget)(self.class.raw());
    }
}

/// Makes the type object of `C` for `module` and puts it into the class's cell.
pub(crate) fn build<C: Class>(module: &Owned<'_, Module>) -> Result<CreatedType> {
    let py = module.py();
    let module_name = module.name()?;
    let name = CString::new(format!("{}.{}", module_name.to_str()?, C::NAME.to_string_lossy()))?;
    let doc = docstring::<C>()?;
    let tables = C::cell().tables(tables::<C>);
    let mut slots = slot_table::<C>(&doc, tables);
    let mut spec = PyType_Spec {
        name: name.as_ptr(),
        basicsize: c_int::try_from(Layout::<C>::SIZE)?,
        itemsize: 0,
        flags: flags::<C>() as c_uint,
        slots: slots.as_mut_ptr(),
    };
    // SAFETY: attached; name, doc and slots live during the call, which copies them; the tables are kept for ever.
    let class = unsafe { raw::type_from_spec(module.raw(), &mut spec, ptr::null_mut()) }?;
    C::cell().set(class.borrow());
    // SAFETY: the function makes a type.
    let class = unsafe { Owned::<Type>::from_ref(py, class) }.unbind();
    Ok(CreatedType { class, forget: |class| C::cell().forget(class) })
}

fn flags<C: Class>() -> core::ffi::c_ulong {
    // The header costs 16 bytes and buys that a cycle through the type itself can be collected.
    let mut flags = structs::Py_TPFLAGS_DEFAULT | structs::Py_TPFLAGS_HAVE_GC | structs::Py_TPFLAGS_IMMUTABLETYPE;
    if C::OPTIONS.subclass {
        flags |= structs::Py_TPFLAGS_BASETYPE;
    }
    if !all_slots::<C>().any(|slot| slot.id == structs::Py_tp_new) {
        flags |= structs::Py_TPFLAGS_DISALLOW_INSTANTIATION;
    }
    flags
}

/// `Tally(limit)\n--\n\n` in front of the doc is what Python reads `__text_signature__` from.
fn docstring<C: Class>() -> Result<CString> {
    let doc = C::DOC.to_string_lossy();
    Ok(CString::new(match C::METHODS.and_then(|methods| methods.text_signature) {
        Some(signature) => format!("{}{signature}\n--\n\n{doc}", C::NAME.to_string_lossy()),
        None => doc.into_owned(),
    })?)
}

fn all_slots<C: Class>() -> impl Iterator<Item = &'static Slot<C>> {
    C::METHODS.into_iter().flat_map(|methods| methods.slots)
}

fn slot_table<C: Class>(doc: &CStr, tables: &Tables) -> Vec<PyType_Slot> {
    let entry = |slot: c_int, pfunc: *const ()| PyType_Slot { slot, pfunc: pfunc.cast_mut().cast::<c_void>() };
    let mut table = vec![
        entry(structs::Py_tp_dealloc, dealloc::dealloc::<C> as *const ()),
        entry(structs::Py_tp_traverse, visit::traverse::<C> as *const ()),
        entry(structs::Py_tp_doc, doc.as_ptr().cast()),
        entry(structs::Py_tp_methods, tables.methods.as_ptr().cast()),
        entry(structs::Py_tp_getset, tables.properties.as_ptr().cast()),
        entry(structs::Py_tp_members, tables.members.as_ptr().cast()),
    ];
    if C::State::CLEARS || C::OPTIONS.dict {
        table.push(entry(structs::Py_tp_clear, visit::clear::<C> as *const ()));
    }
    table.extend(all_slots::<C>().map(|slot| PyType_Slot { slot: slot.id, pfunc: slot.function }));
    let has = |id| all_slots::<C>().any(|slot| slot.id == id);
    let compares = all_slots::<C>().any(|slot| slot.id == structs::Py_tp_richcompare);
    let equality = all_slots::<C>().any(|slot| slot.equality);
    if compares && !equality && !has(structs::Py_tp_hash) {
        // Python drops the inherited hash with the inherited comparison; identity is still what `==` means here.
        table.push(entry(structs::Py_tp_hash, slots::identity_hash as *const ()));
    }
    table.push(PyType_Slot { slot: 0, pfunc: ptr::null_mut() });
    table
}

fn tables<C: Class>() -> Tables {
    let methods = C::METHODS.map_or(&[][..], |methods| methods.entries);
    // A null name ends the table.
    let end = PyMethodDef::zeroed();
    let methods = methods.iter().map(|entry| entry.def).chain([end]).collect();
    Tables { methods, properties: properties::<C>(), members: members::<C>() }
}

/// The two halves of a property are joined by name, whether they come from a field or from a method.
fn properties<C: Class>() -> Box<[PyGetSetDef]> {
    let halves = C::FIELDS.iter().chain(C::METHODS.into_iter().flat_map(|methods| methods.properties));
    let mut joined: Vec<(&CStr, PyGetSetDef)> = Vec::new();
    for Property { name, doc, get, set, .. } in halves {
        let at = joined.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            joined.push((name, PyGetSetDef { name: name.as_ptr(), ..EMPTY_PROPERTY }));
            joined.len() - 1
        });
        let property = &mut joined[at].1;
        property.get = property.get.or(*get);
        property.set = property.set.or(*set);
        if let Some(doc) = doc
            && property.doc.is_null()
        {
            property.doc = doc.as_ptr();
        }
    }
    joined
        .into_iter()
        .map(|(_, property)| property)
        .chain(C::OPTIONS.dict.then_some(DICT_PROPERTY))
        .chain([EMPTY_PROPERTY])
        .collect()
}

/// A type made from a spec has the place for a dict, and no attribute to reach it by, unless it says so.
const DICT_PROPERTY: PyGetSetDef = PyGetSetDef {
    name: c"__dict__".as_ptr(),
    get: Some(structs::PyObject_GenericGetDict),
    set: Some(structs::PyObject_GenericSetDict),
    ..EMPTY_PROPERTY
};

const EMPTY_PROPERTY: PyGetSetDef =
    PyGetSetDef { name: ptr::null(), get: None, set: None, doc: ptr::null(), closure: ptr::null_mut() };

/// How a type made from a spec says where its instances keep their dict and their weak references.
fn members<C: Class>() -> Box<[PyMemberDef]> {
    let member = |name: &'static CStr, offset: Option<usize>| {
        offset.map(|offset| PyMemberDef {
            name: name.as_ptr(),
            type_code: structs::Py_T_PYSSIZET,
            offset: offset.cast_signed(),
            flags: structs::Py_READONLY,
            doc: ptr::null(),
        })
    };
    let end = PyMemberDef { name: ptr::null(), type_code: 0, offset: 0, flags: 0, doc: ptr::null() };
    let dict = member(c"__dictoffset__", Layout::<C>::DICT);
    dict.into_iter().chain(member(c"__weaklistoffset__", Layout::<C>::WEAKLIST)).chain([end]).collect()
}

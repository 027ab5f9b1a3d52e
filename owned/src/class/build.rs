//! Making the type object of a class.
#![expect(unsafe_code, reason = "fills in C's tables and calls PyType_FromModuleAndSpec")]

use core::ffi::{CStr, c_int, c_uint, c_void};
use core::ptr;
use std::ffi::CString;

use crate::err::{Result, note_panics};
use crate::object::{Module, Type};
use crate::ptr::{Owned, Py};
use crate::raw::structs::{self, PyType_Slot, PyType_Spec};
use crate::raw::{self, place};

use super::blueprint::Blueprint;
use super::call;
use super::cell::LiveTypes;
use super::completed::complete;
use super::slots::{self, answers_equality, is_filled};
use super::tables::Tables;

/// A type object that a module's state owns, and where it is found as long.
pub(crate) struct CreatedType {
    class: Py<Type>,
    live: &'static LiveTypes,
}

impl CreatedType {
    #[inline]
    pub(super) fn new(class: Py<Type>, live: &'static LiveTypes) -> Self {
        CreatedType { class, live }
    }

    #[inline]
    pub(crate) fn class(&self) -> &Py<Type> {
        &self.class
    }

    #[inline]
    pub(super) fn into_parts(self) -> (Py<Type>, &'static LiveTypes) {
        (self.class, self.live)
    }

    /// From now on the class is not found any more; the reference goes when the value is dropped.
    #[inline]
    pub(crate) fn retire(&self) {
        self.live.forget(self.class.raw());
    }
}

/// Makes the type object of a class for `module`, where it is found from then on.
#[inline]
pub(crate) fn build(module: &Owned<'_, Module>, blueprint: &'static Blueprint) -> Result<CreatedType> {
    note_panics();
    let py = module.py();
    let module_name = module.name()?;
    let name = CString::new(format!("{}.{}", module_name.to_str()?, blueprint.name.to_string_lossy()))?;
    let doc = docstring(blueprint)?;
    let base = (blueprint.base)(py)?;
    let live = (blueprint.live)();
    live.set_base_size((blueprint.base_size)(base.raw()));
    let mut slots = slot_table(blueprint, &base, &doc, live.tables(blueprint))?;
    let mut spec = PyType_Spec {
        name: name.as_ptr(),
        basicsize: c_int::try_from((blueprint.places)().size)?,
        itemsize: 0,
        flags: flags(blueprint, &slots) as c_uint,
        slots: slots.as_mut_ptr(),
    };
    // SAFETY: attached; name, doc and slots live during the call, which copies them; the tables are kept for ever.
    let class = unsafe { raw::type_from_module_and_spec(Some(module.raw()), &mut spec, Some(base.raw())) }?;
    // SAFETY: the function makes a type.
    let mut class = unsafe { Owned::<Type>::from_ref(py, class) };
    if let Some(outer) = blueprint.outer {
        let name = outer.name_of(py, &blueprint.name.to_string_lossy())?;
        // SAFETY: attached; a type that was just made from a spec, which nobody else has; the name is a `str`.
        unsafe { raw::type_set_qualified_name(class.raw(), name.into_ref()) };
    }
    if blueprint.options.completed() {
        class = complete(&module_name, blueprint, &class)?;
    }
    live.set(class.raw());
    Ok(CreatedType::new(class.unbind(), live))
}

#[inline]
fn flags(blueprint: &Blueprint, slots: &[PyType_Slot]) -> core::ffi::c_ulong {
    // The header costs 16 bytes and buys that a cycle through the type itself can be collected.
    let mut flags = structs::Py_TPFLAGS_DEFAULT | structs::Py_TPFLAGS_HAVE_GC | structs::Py_TPFLAGS_IMMUTABLETYPE;
    if blueprint.options.sequence {
        flags |= structs::Py_TPFLAGS_SEQUENCE;
    }
    if blueprint.options.mapping {
        flags |= structs::Py_TPFLAGS_MAPPING;
    }
    if blueprint.options.subclass || blueprint.options.completed() {
        flags |= structs::Py_TPFLAGS_BASETYPE;
    }
    if !is_filled(slots, place::Py_tp_new) {
        flags |= structs::Py_TPFLAGS_DISALLOW_INSTANTIATION;
    }
    flags
}

/// `Tally(limit)\n--\n\n` in front of the doc is what Python reads `__text_signature__` from.
#[inline]
fn docstring(blueprint: &Blueprint) -> Result<CString> {
    let doc = blueprint.doc.to_string_lossy();
    Ok(CString::new(match blueprint.text_signature {
        Some(signature) => format!("{}{signature}\n--\n\n{doc}", blueprint.name.to_string_lossy()),
        None => doc.into_owned(),
    })?)
}

#[inline]
fn slot_table(blueprint: &Blueprint, base: &Owned<'_, Type>, doc: &CStr, tables: &Tables) -> Result<Vec<PyType_Slot>> {
    let mut table = vec![
        entry(structs::Py_tp_dealloc, blueprint.dealloc as *const ()),
        entry(structs::Py_tp_traverse, blueprint.traverse as *const ()),
        entry(structs::Py_tp_clear, blueprint.clear as *const ()),
        entry(structs::Py_tp_doc, doc.as_ptr().cast()),
        entry(structs::Py_tp_methods, tables.methods.as_ptr().cast()),
        entry(structs::Py_tp_getset, tables.properties.entries.as_ptr().cast()),
        entry(structs::Py_tp_members, tables.members.as_ptr().cast()),
    ];
    // SAFETY: attached, by the handle; static.
    let object = unsafe { raw::builtin(raw::Builtin::Object) };
    let related = blueprint.options.subclass || blueprint.options.completed() || base.as_ptr() != object.as_ptr();
    slots::fill(&mut table, base.py(), blueprint.specials, related)?;
    let has = |id| is_filled(&table, id);
    // The constructor made the whole instance, the base as well: as in `object.__init__`, the arguments were for it.
    let no_init = blueprint.over_built_in && has(place::Py_tp_new) && !has(place::Py_tp_init);
    // Python drops the inherited hash with the inherited comparison; identity is still what `==` means here.
    let hash = has(place::Py_tp_richcompare) && !has(place::Py_tp_hash) && !answers_equality(blueprint.specials);
    if no_init {
        table.push(entry(place::Py_tp_init, call::no_init as *const ()));
    }
    if hash {
        table.push(entry(place::Py_tp_hash, slots::identity_hash as *const ()));
    }
    table.push(PyType_Slot { slot: 0, pfunc: ptr::null_mut() });
    Ok(table)
}

#[inline]
fn entry(slot: c_int, function: *const ()) -> PyType_Slot {
    PyType_Slot { slot, pfunc: function.cast_mut().cast::<c_void>() }
}

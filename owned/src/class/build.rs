//! Making the type object of a class.
#![expect(unsafe_code, reason = "fills in C's tables and calls PyType_FromModuleAndSpec")]

use core::ffi::{CStr, c_int, c_uint, c_void};
use core::ptr;
use std::ffi::CString;

use crate::err::{Result, note_panics, together};
use crate::object::{Module, Str, Type};
use crate::ptr::{Owned, Py};
use crate::raw::structs::{self, PyType_Slot, PyType_Spec, initproc};
use crate::raw::{self, place};
use crate::token::Python;

use super::base::slot;
use super::blueprint::Blueprint;
use super::call;
use super::cell::LiveTypes;
use super::slots::{self, answers_equality, is_filled};
use super::tables::Tables;
use super::{ClassAttribute, annotations, enum_value};

/// A type object that a module's state owns, and where it is found as long.
pub(crate) struct CreatedType {
    class: Py<Type>,
    live: &'static LiveTypes,
}

impl CreatedType {
    pub(super) fn new(class: Py<Type>, live: &'static LiveTypes) -> Self {
        CreatedType { class, live }
    }

    pub(crate) fn class(&self) -> &Py<Type> {
        &self.class
    }

    pub(super) fn into_parts(self) -> (Py<Type>, &'static LiveTypes) {
        (self.class, self.live)
    }

    /// From now on the class is not found any more; the reference goes when the value is dropped.
    pub(crate) fn retire(&self) {
        self.live.forget(self.class.raw());
    }
}

/// Makes the type object of a class of the library's own. It lives as long as the interpreter, and is found as long.
#[inline]
pub(crate) fn build_for_good(py: Python<'_>, blueprint: &'static Blueprint) -> Result<()> {
    let module = Module::new(py, "owned")?;
    build(&module.name()?, &module, blueprint, has_header(py, blueprint)?)?.keep(py)
}

/// Whether the collector must know of instances, or knows of those of the base. Of a class with static properties it must:
/// a metaclass of its own is one more thing that its type leads to.
pub(crate) fn has_header(py: Python<'_>, blueprint: &Blueprint) -> Result<bool> {
    if blueprint.needs_header {
        return Ok(true);
    }
    let base = base(py, blueprint)?;
    let statics = &(blueprint.live)().tables(blueprint).properties.statics;
    // SAFETY: a live type, which is held.
    Ok(!statics.is_empty() || unsafe { raw::makes_headers(base.raw()) })
}

/// The base, whose size is known from then on: C's tables say what lies behind it.
fn base<'py>(py: Python<'py>, blueprint: &Blueprint) -> Result<Owned<'py, Type>> {
    let base = (blueprint.base)(py)?;
    (blueprint.live)().set_base_size((blueprint.base_size)(base.raw()));
    Ok(base)
}

/// Makes the type object of a class of the module of that name, found from then on, or if it has attributes of its own, once
/// [`finish`] has put them there. It holds `holder`. `header` says whether its instances have the collector's header: they
/// do if the class needs it, or its base has it.
pub(crate) fn build<'py>(
    module_name: &Owned<'py, Str>,
    holder: &Owned<'py, Module>,
    blueprint: &'static Blueprint,
    header: bool,
) -> Result<CreatedType> {
    note_panics();
    let py = holder.py();
    let name = CString::new(together(&[module_name.to_str()?, ".", &blueprint.name.to_string_lossy()]))?;
    let doc = docstring(blueprint)?;
    let base = base(py, blueprint)?;
    let live = (blueprint.live)();
    let tables = live.tables(blueprint);
    let mut slots = slot_table(blueprint, &base, &doc, tables, header)?;
    let mut spec = PyType_Spec {
        name: name.as_ptr(),
        basicsize: c_int::try_from(blueprint.own.over(live.base_size()))?,
        itemsize: 0,
        flags: flags(blueprint, &slots, header) as c_uint,
        slots: slots.as_mut_ptr(),
    };
    // SAFETY: attached; name, doc and slots live during the call, which copies them; the tables are kept for ever.
    let class = unsafe { raw::type_from_module_and_spec(Some(holder.raw()), &mut spec, Some(base.raw())) }?;
    // SAFETY: the function makes a type.
    let mut class = unsafe { Owned::<Type>::from_ref(py, class) };
    call_directly(blueprint, &class);
    if let Some(outer) = blueprint.outer {
        let name = outer.name_of(py, &blueprint.name.to_string_lossy())?;
        // SAFETY: attached; a type that was just made from a spec, which nobody else has; the name is a `str`.
        unsafe { raw::type_set_qualified_name(class.raw(), name.into_ref()) };
    }
    if let Some(give) = blueprint.metaclass {
        give(&class, &base, module_name, blueprint.name, &tables.properties.statics)?;
    }
    if raw::ANNOTATIONS_MAY_HAVE_TO_BE_HIDDEN && !header && !raw::annotations_may_be_descriptors() {
        annotations::hide(&class)?;
    }
    if let Some(complete) = blueprint.complete {
        class = complete(module_name, blueprint, &class)?;
    }
    if blueprint.own_attributes.is_empty() {
        live.set(class.raw());
    } else {
        live.announce(class.raw());
    }
    Ok(CreatedType::new(class.unbind(), live))
}

/// Gives a class that was [built](build) its own attributes: instances of it, the values of an enum, which other threads
/// must not look for before they are there.
pub(crate) fn finish(class: &Owned<'_, Type>, blueprint: &'static Blueprint) -> Result<()> {
    if !blueprint.own_attributes.is_empty() {
        enum_value::while_making(class, || ClassAttribute::put_all(blueprint.own_attributes, class))?;
        (blueprint.live)().set(class.raw());
    }
    Ok(())
}

fn flags(blueprint: &Blueprint, slots: &[PyType_Slot], header: bool) -> core::ffi::c_ulong {
    let mut flags = structs::Py_TPFLAGS_DEFAULT | structs::Py_TPFLAGS_IMMUTABLETYPE;
    if header {
        flags |= structs::Py_TPFLAGS_HAVE_GC;
    }
    if blueprint.options.sequence {
        flags |= structs::Py_TPFLAGS_SEQUENCE;
    }
    if blueprint.options.mapping {
        flags |= structs::Py_TPFLAGS_MAPPING;
    }
    if blueprint.options.subclass || blueprint.options.completed() || !blueprint.variants.is_empty() {
        flags |= structs::Py_TPFLAGS_BASETYPE;
    }
    if !is_filled(slots, place::Py_tp_new) {
        flags |= structs::Py_TPFLAGS_DISALLOW_INSTANTIATION;
    }
    flags
}

/// Lets calls of the class itself go to its constructor, if that, and an `__init__` of its own, is all that a call does.
fn call_directly(blueprint: &Blueprint, class: &Owned<'_, Type>) {
    // SAFETY: attached; a live type; an `initproc` stands in that slot.
    let init: Option<initproc> = unsafe { slot(class.raw(), place::Py_tp_init) };
    // SAFETY: attached, by the handle; static.
    let object = unsafe { raw::builtin(raw::Builtin::Object) };
    // SAFETY: a live type; an `initproc` stands in that slot.
    let of_object: Option<initproc> = unsafe { slot(object, place::Py_tp_init) };
    // That of `object` leaves the arguments to the constructor.
    let nothing = |init: initproc| {
        ptr::fn_addr_eq(init, call::no_init as initproc)
            || of_object.is_some_and(|of_object| ptr::fn_addr_eq(init, of_object))
    };
    if let Some(function) = slots::vectorcall(&blueprint.specials)
        && (init.is_none_or(nothing) || slots::have(&blueprint.specials, place::Py_tp_init))
    {
        // SAFETY: a type that was just made; it calls the constructor, and the `__init__` if the class has one.
        unsafe { raw::type_set_vectorcall(class.raw(), function) };
    }
}

/// What is said of the class, and then of making an instance: `help` shows nothing else of ours that does, since `__new__`
/// and `__init__` have docstrings of Python's, the same in every class. `Tally(limit)\n--\n\n` in front of it is what Python
/// reads `__text_signature__` from; overloads have none, and are listed, as in the docstring of `int`.
fn docstring(blueprint: &Blueprint) -> Result<CString> {
    let (name, doc) = (blueprint.name.to_string_lossy(), blueprint.doc.to_string_lossy());
    let mut parts: Vec<&str> = Vec::with_capacity(8);
    if let [only] = blueprint.called {
        parts.extend_from_slice(&[&*name, only.signature, "\n--\n\n"]);
    }
    let mut before = "";
    if !doc.is_empty() {
        parts.push(&doc);
        before = "\n\n";
    }
    if blueprint.called.len() > 1 {
        for called in blueprint.called {
            parts.extend_from_slice(&[before, &*name, called.signature]);
            before = "\n";
        }
        before = "\n\n";
    }
    for called in blueprint.called {
        if !called.doc.is_empty() {
            parts.extend_from_slice(&[before, called.doc]);
            before = "\n\n";
        }
    }
    Ok(CString::new(together(&parts))?)
}

fn slot_table(
    blueprint: &Blueprint,
    base: &Owned<'_, Type>,
    doc: &CStr,
    tables: &Tables,
    header: bool,
) -> Result<Vec<PyType_Slot>> {
    let mut table = vec![
        entry(structs::Py_tp_dealloc, blueprint.dealloc as *const ()),
        entry(structs::Py_tp_doc, doc.as_ptr().cast()),
        entry(structs::Py_tp_methods, tables.methods.as_ptr().cast()),
        entry(structs::Py_tp_getset, tables.properties.entries.as_ptr().cast()),
        entry(structs::Py_tp_members, tables.members.as_ptr().cast()),
    ];
    if header {
        table.push(entry(structs::Py_tp_traverse, blueprint.traverse as *const ()));
        table.push(entry(structs::Py_tp_clear, blueprint.clear as *const ()));
    }
    if let Some((alloc, free)) = blueprint.memory.slots(header) {
        table.push(entry(structs::Py_tp_alloc, alloc as *const ()));
        table.push(entry(structs::Py_tp_free, free as *const ()));
    }
    // SAFETY: attached, by the handle; static.
    let object = unsafe { raw::builtin(raw::Builtin::Object) };
    let related = blueprint.options.subclass || blueprint.options.completed() || base.as_ptr() != object.as_ptr();
    slots::fill(&mut table, base.py(), &blueprint.specials, related, blueprint.options.mapping)?;
    let has = |id| is_filled(&table, id);
    // The constructor made the whole instance, the base as well: as in `object.__init__`, the arguments were for it.
    let no_init = blueprint.over_built_in && has(place::Py_tp_new) && !has(place::Py_tp_init);
    // Python drops the inherited hash with the inherited comparison; identity is still what `==` means here.
    let hash = has(place::Py_tp_richcompare) && !has(place::Py_tp_hash) && !answers_equality(&blueprint.specials);
    if no_init {
        table.push(entry(place::Py_tp_init, call::no_init as *const ()));
    }
    if hash {
        table.push(entry(place::Py_tp_hash, slots::identity_hash as *const ()));
    }
    table.push(PyType_Slot { slot: 0, pfunc: ptr::null_mut() });
    Ok(table)
}

fn entry(slot: c_int, function: *const ()) -> PyType_Slot {
    PyType_Slot { slot, pfunc: function.cast_mut().cast::<c_void>() }
}

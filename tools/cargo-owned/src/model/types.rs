//! Types: static ones, those of specifications, and named tuples of C.

use crate::c::{Expr, Init, Value, Variable};

use super::project::Project;
use super::tables::{self, Fields};
use super::{Field, Slot, Structure, Type, TypeKind};

/// The structs of slots that a static type points to.
const SUITES: [(&str, &str); 5] = [
    ("tp_as_async", "PyAsyncMethods"),
    ("tp_as_number", "PyNumberMethods"),
    ("tp_as_sequence", "PySequenceMethods"),
    ("tp_as_mapping", "PyMappingMethods"),
    ("tp_as_buffer", "PyBufferProcs"),
];

/// Fields of a static type that are no slots of behaviour.
const NOT_SLOTS: [&str; 5] = ["ob_base", "tp_name", "tp_basicsize", "tp_doc", "tp_flags"];

/// The types that a file defines.
pub(crate) fn types(project: &Project, unit: usize) -> Vec<Type> {
    let variables = project.units[unit].variables.iter().filter(|v| v.ty.pointers == 0 && v.ty.arrays == 0);
    let read = |variable: &Variable| {
        let init = variable.init.as_ref()?;
        match variable.ty.bare() {
            "PyTypeObject" | "_typeobject" => Some(fixed(project, unit, variable, init)),
            "PyType_Spec" => Some(specified(project, unit, variable, init)),
            "PyStructSequence_Desc" => {
                let fields = Fields::of(project, unit, "PyStructSequence_Desc", init);
                let name = fields.text("name").unwrap_or(&variable.name);
                Some(empty(name, TypeKind::StructSequence, variable))
            }
            _ => None,
        }
    };
    variables.filter_map(read).collect()
}

fn empty(name: &str, kind: TypeKind, variable: &Variable) -> Type {
    Type {
        name: name.into(),
        kind,
        definition: variable.name.clone(),
        line: variable.place.line,
        structure: None,
        slots: Vec::new(),
        methods: Vec::new(),
        members: Vec::new(),
        getset: Vec::new(),
    }
}

/// A `PyTypeObject`.
fn fixed(project: &Project, unit: usize, variable: &Variable, init: &Init) -> Type {
    let fields = Fields::of(project, unit, "PyTypeObject", init);
    let fields = if fields.expr("tp_name").is_some() { fields } else { Fields::of(project, unit, "_typeobject", init) };
    let mut ty = empty(fields.text("tp_name").unwrap_or(&variable.name), TypeKind::Static, variable);
    ty.structure = fields.expr("tp_basicsize").and_then(|size| structure(project, unit, size));
    for (field, item) in fields.all() {
        if let Some(value) = item.init.expr().filter(|_| !NOT_SLOTS.contains(&field)) {
            set(project, unit, field, value, item.line, &mut ty);
        }
    }
    // What is filled in when the module is made.
    for id in project.ids() {
        let function = project.function(id);
        for field in function.body.fields_set.iter().filter(|field| field.variable == variable.name) {
            let known = ty.slots.iter().any(|slot| slot.slot == field.field);
            if !known && field.field.starts_with("tp_") && !NOT_SLOTS.contains(&field.field.as_str()) {
                set(project, project.unit_of(id), &field.field, &field.value, field.value.line, &mut ty);
            }
        }
    }
    ty
}

/// A `PyType_Spec`.
fn specified(project: &Project, unit: usize, variable: &Variable, init: &Init) -> Type {
    let fields = Fields::of(project, unit, "PyType_Spec", init);
    let mut ty = empty(fields.text("name").unwrap_or(&variable.name), TypeKind::Spec, variable);
    ty.structure = fields.expr("basicsize").and_then(|size| structure(project, unit, size));
    let table = fields.name("slots").and_then(|name| project.variable(unit, name));
    if let Some((at, Some(init))) = table.map(|(at, table)| (at, table.init.as_ref())) {
        for (slot, value, line) in tables::slots(project, at, "PyType_Slot", init) {
            let slot = slot.strip_prefix("Py_").unwrap_or(&slot);
            if slot != "tp_doc" && !(value.is_null() && slot == "0") {
                set(project, at, slot, value, line, &mut ty);
            }
        }
    }
    ty
}

/// One slot: a table is read, anything else is noted.
fn set(project: &Project, unit: usize, slot: &str, value: &Expr, line: usize, ty: &mut Type) {
    let table = value.name().unwrap_or_default();
    match slot {
        _ if value.is_null() => {}
        "tp_methods" => ty.methods = tables::methods(project, unit, table),
        "tp_members" => ty.members = tables::members(project, unit, table),
        "tp_getset" => ty.getset = tables::properties(project, unit, table),
        _ => {
            let suite = SUITES.iter().find(|(field, _)| *field == slot).map(|(_, suite)| *suite);
            let held = suite.and_then(|suite| Some((suite, project.variable(unit, table)?)));
            if let Some((suite, (at, Some(init)))) = held.map(|(suite, (at, held))| (suite, (at, held.init.as_ref()))) {
                for (field, item) in Fields::of(project, at, suite, init).all() {
                    if let Some(value) = item.init.expr().filter(|value| !value.is_null()) {
                        ty.slots.push(noted(project, at, field, value, item.line));
                    }
                }
                return;
            }
            ty.slots.push(noted(project, unit, slot, value, line));
        }
    }
}

fn noted(project: &Project, unit: usize, slot: &str, value: &Expr, line: usize) -> Slot {
    let function = value.name().and_then(|name| project.find(unit, name));
    Slot {
        slot: slot.into(),
        value: value.name().unwrap_or(&value.text).into(),
        function: function.map(|id| project.function(id).name.clone()),
        line,
    }
}

/// The struct that `sizeof` names.
fn structure(project: &Project, unit: usize, size: &Expr) -> Option<Structure> {
    // Of `sizeof(T) - sizeof(PyObject *)`, the size of what ends in an array, the first.
    let within = size.text.split_once("sizeof(").and_then(|(_, rest)| rest.split_once(')'));
    let name = match (&size.value, within) {
        (Value::SizeOf(name) | Value::Name(name), _) => name,
        (_, Some((name, _))) => name.trim().trim_start_matches("struct "),
        _ => return None,
    };
    let found = project.structure(unit, name)?;
    let is_head = |ty: &str| matches!(ty, "PyObject" | "PyVarObject");
    let fields = found.fields.iter().filter(|field| !(is_head(&field.ty.base) && field.ty.pointers == 0));
    let fields = fields.map(|field| Field { name: field.name.clone(), ctype: field.ty.text() }).collect();
    Some(Structure { name: name.into(), file: found.place.file.clone(), line: found.place.line, fields })
}

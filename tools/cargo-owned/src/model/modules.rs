//! Modules: their definitions, how they are made, what is put into them.

use crate::c::{Does, Init as Initial, Variable};

use super::project::{FunctionId, Project};
use super::tables::{self, Fields};
use super::{Added, Exception, Init, Method, Module, Slot};

/// The modules that a file defines.
pub(crate) fn modules(project: &Project, unit: usize) -> Vec<Module> {
    let definitions = project.units[unit]
        .variables
        .iter()
        .filter(|variable| variable.ty.bare() == "PyModuleDef" && variable.ty.pointers == 0 && variable.init.is_some());
    definitions.map(|definition| module(project, unit, definition)).collect()
}

fn module(project: &Project, unit: usize, definition: &Variable) -> Module {
    let empty = Initial::List(Vec::new());
    let fields = Fields::of(project, unit, "PyModuleDef", definition.init.as_ref().unwrap_or(&empty));
    let function = |name: &str| project.find(unit, name).map(|id| project.function(id).name.clone());
    let mut slots = Vec::new();
    if let Some(table) = fields.expr("m_slots").and_then(|table| table.name())
        && let Some((at, table)) = project.variable(unit, table)
        && let Some(init) = &table.init
    {
        for (slot, value, line) in tables::slots(project, at, "PyModuleDef_Slot", init) {
            let function = value.name().and_then(function);
            slots.push(Slot { slot, value: value.text.clone(), function, line });
        }
    }
    for field in ["m_traverse", "m_clear", "m_free"] {
        if let Some(value) = fields.expr(field) {
            let function = value.name().and_then(function);
            slots.push(Slot { slot: field.into(), value: value.text.clone(), function, line: value.line });
        }
    }
    let (init, made_by) = init(project, unit, definition);
    let mut functions: Vec<Method> = Vec::new();
    if let Some(table) = fields.name("m_methods") {
        functions.extend(tables::methods(project, unit, table));
    }
    let at_start = starting(project, unit, made_by, &slots);
    let mut added = Vec::new();
    for id in &at_start {
        put_in(project, *id, &mut functions, &mut added);
    }
    Module {
        name: fields.text("m_name").map_or_else(|| definition.name.clone(), Into::into),
        definition: Some(definition.name.clone()),
        line: definition.place.line,
        init,
        init_function: made_by.map(|id| project.function(id).name.clone()),
        slots,
        size: fields.expr("m_size").map(|size| size.text.clone()).or_else(|| Some("0".into())),
        functions,
        added,
    }
}

/// How a definition becomes a module, and by which function.
fn init(project: &Project, unit: usize, definition: &Variable) -> (Init, Option<FunctionId>) {
    let naming = |id: &FunctionId| project.function(*id).body.names.contains(&definition.name);
    let same = |id: &FunctionId| match &definition.within {
        Some(within) => project.function(*id).name == *within,
        None => project.unit_of(*id) == unit || !naming(id),
    };
    for id in project.ids().filter(naming).filter(same) {
        for step in &project.function(id).body.steps {
            let Does::Call { name, args, .. } = &step.does else { continue };
            let ours = args.first().and_then(|arg| arg.name()) == Some(&definition.name);
            match name.as_str() {
                "PyModule_Create" | "PyModule_Create2" if ours => return (Init::SinglePhase, Some(entry(project, id))),
                "PyModuleDef_Init" if ours => return (Init::MultiPhase, Some(entry(project, id))),
                _ => {}
            }
        }
    }
    (Init::None, None)
}

/// The `PyInit_…` that calls a function, or the function itself.
fn entry(project: &Project, id: FunctionId) -> FunctionId {
    if project.function(id).name.starts_with("PyInit_") {
        return id;
    }
    let calls = |caller: &FunctionId| {
        project.function(*caller).name.starts_with("PyInit_") && project.named_by(*caller).contains(&id)
    };
    project.ids().find(calls).unwrap_or(id)
}

/// The functions that run when the module is made: its init, its `Py_mod_exec`, and what these call.
fn starting(project: &Project, unit: usize, init: Option<FunctionId>, slots: &[Slot]) -> Vec<FunctionId> {
    let executed = slots.iter().filter(|slot| slot.slot == "Py_mod_exec");
    let executed = executed.filter_map(|slot| project.find(unit, slot.function.as_ref()?));
    let mut reached: Vec<FunctionId> = init.into_iter().chain(executed).collect();
    let mut next = 0;
    while let Some(id) = reached.get(next).copied() {
        next += 1;
        for step in &project.function(id).body.steps {
            let Does::Call { name, .. } = &step.does else { continue };
            if let Some(called) = project.find(project.unit_of(id), name).filter(|called| !reached.contains(called)) {
                reached.push(called);
            }
        }
    }
    reached
}

/// What a function adds to a module.
fn put_in(project: &Project, id: FunctionId, functions: &mut Vec<Method>, added: &mut Vec<Added>) {
    let unit = project.unit_of(id);
    for step in &project.function(id).body.steps {
        let Does::Call { name: by, args, .. } = &step.does else { continue };
        match by.as_str() {
            "PyModule_AddFunctions" => {
                if let Some(table) = args.get(1).and_then(|table| table.name()) {
                    functions.extend(tables::methods(project, unit, table));
                }
            }
            "PyModule_AddIntMacro" | "PyModule_AddStringMacro" => {
                if let Some(name) = args.get(1) {
                    added.push(Added { name: name.text.clone(), by: by.clone(), line: step.line });
                }
            }
            "PyModule_Add"
            | "PyModule_AddObject"
            | "PyModule_AddObjectRef"
            | "PyModule_AddIntConstant"
            | "PyModule_AddStringConstant" => {
                if let Some(name) = args.get(1).and_then(|name| name.literal()) {
                    added.push(Added { name: name.into(), by: by.clone(), line: step.line });
                }
            }
            "PyModule_AddType" => {
                if let Some(class) = args.get(1) {
                    added.push(Added { name: class.text.clone(), by: by.clone(), line: step.line });
                }
            }
            _ => {}
        }
    }
}

/// The exceptions that a file makes.
pub(crate) fn exceptions(project: &Project, unit: usize) -> Vec<Exception> {
    let mut found = Vec::new();
    for id in project.ids().filter(|id| project.unit_of(*id) == unit) {
        for step in &project.function(id).body.steps {
            if let Does::Call { name, args, .. } = &step.does
                && matches!(name.as_str(), "PyErr_NewException" | "PyErr_NewExceptionWithDoc")
                && let Some(name) = args.first().and_then(|name| name.literal())
            {
                found.push(Exception { name: name.into(), line: step.line });
            }
        }
    }
    found
}

//! Variables that outlive calls and can change: what two interpreters of a process would share.

use crate::c::{Init, Value, Variable};

use super::State;
use super::project::Project;

/// Tables and types, which are listed as what they are.
const TABLES: [&str; 17] = [
    "PyMethodDef",
    "PyMemberDef",
    "PyGetSetDef",
    "PyModuleDef",
    "PyModuleDef_Slot",
    "PyModuleDef_Base",
    "PyType_Slot",
    "PyType_Spec",
    "PyTypeObject",
    "_typeobject",
    "PyNumberMethods",
    "PySequenceMethods",
    "PyMappingMethods",
    "PyAsyncMethods",
    "PyBufferProcs",
    "PyStructSequence_Desc",
    "PyStructSequence_Field",
];

/// The state of a file.
pub(crate) fn state(project: &Project, unit: usize) -> Vec<State> {
    let variables = project.units[unit].variables.iter().filter(|variable| changes(project, unit, variable));
    // A header's variables are those of the first file that includes it.
    let first = |variable: &&Variable| {
        !project.units[..unit].iter().any(|before| before.variables.iter().any(|other| other.place == variable.place))
    };
    variables
        .filter(first)
        .map(|variable| State {
            name: variable.name.clone(),
            ctype: variable.ty.text(),
            line: variable.place.line,
            within: variable.within.clone(),
            holds_objects: is_object(project, unit, variable),
            used_by: used_by(project, unit, variable),
        })
        .collect()
}

/// Whether it points to what begins as every object does.
fn is_object(project: &Project, unit: usize, variable: &Variable) -> bool {
    let is_head = |base: &str| base.starts_with("Py") && base.ends_with("Object");
    let base = variable.ty.bare();
    let first = project.structure(unit, base).and_then(|found| found.fields.first());
    let is_object = is_head(base) || first.is_some_and(|field| field.ty.pointers == 0 && is_head(&field.ty.base));
    variable.ty.pointers > 0 && is_object
}

/// Whether it is no constant, by its type or because nothing writes to it.
fn changes(project: &Project, unit: usize, variable: &Variable) -> bool {
    let ty = &variable.ty;
    if ty.is_const || (TABLES.contains(&ty.bare()) && ty.pointers == 0) {
        return false;
    }
    let is_written = project.ids().any(|id| {
        let function = project.function(id);
        let sees = variable.within.as_ref().is_none_or(|within| *within == function.name);
        sees && function.body.written.contains(&variable.name) && project.unit_of(id) == unit
    });
    is_written || !variable.init.as_ref().is_some_and(is_constant) || is_object(project, unit, variable)
}

/// Whether an initialiser is made of texts, numbers and functions.
fn is_constant(init: &Init) -> bool {
    init.exprs().into_iter().all(|expr| !matches!(expr.value, Value::Other | Value::Call(..)))
}

fn used_by(project: &Project, unit: usize, variable: &Variable) -> Vec<String> {
    if let Some(within) = &variable.within {
        return vec![within.clone()];
    }
    let uses = project.ids().filter(|id| {
        let own = project.function(*id).body.locals.iter().any(|local| local.name == variable.name);
        let seen = project.unit_of(*id) == unit;
        seen && !own && project.function(*id).body.names.contains(&variable.name)
    });
    uses.map(|id| project.function(id).name.clone()).collect()
}

//! C functions that Python does not see.

use crate::c::CType;
use crate::model::FunctionId;

use super::arguments::{Argument, Arguments, Pass};
use super::function::{Function, Receiver};
use super::{Context, result, rust, steps};

/// A helper as a function of Rust.
pub(crate) fn helper(context: &Context<'_>, id: FunctionId) -> Function {
    let function = context.project.function(id);
    let mut arguments = Arguments::default();
    for (at, param) in function.params.iter().enumerate() {
        let name = if param.name.is_empty() { format!("argument{at}") } else { param.name.clone() };
        let (ty, note) = parameter(context, id, &param.ty);
        arguments.notes.extend(note.map(|note| format!("`{name}` is `{note}` in C")));
        arguments.list.push(Argument::new(&name, ty, Pass::Position));
    }
    let mut notes = Vec::new();
    let result = match &function.result {
        ty if ty.is("void", 0) => "()".into(),
        ty if ty.pointers == 1 && context.project.is_object(context.project.unit_of(id), ty) => {
            let result = result::object(context, function);
            if result == result::ANY {
                notes.push("here the result is new; whether C's is new or borrowed, its returns say".into());
            }
            result
        }
        ty if ty.is("int", 0) => result::number(function).into(),
        ty => match rust::plain(ty) {
            Some(plain) => plain.into(),
            None => {
                notes.push(format!("C returns a `{}`", ty.text()));
                "*mut core::ffi::c_void".into()
            }
        },
    };
    Function {
        origin: format!("{}, {}:{}", function.name, function.place.file.display(), function.place.line),
        python: None,
        attributes: Vec::new(),
        name: rust::name(&rust::snake(&function.name)),
        receiver: Receiver::None,
        arguments,
        result,
        is_helper: true,
        is_slot: false,
        notes,
        steps: steps::steps(context, id),
        what: function.name.clone(),
    }
}

/// A parameter's type, and C's where Rust has no other word for it.
fn parameter(context: &Context<'_>, id: FunctionId, ty: &CType) -> (String, Option<String>) {
    let unit = context.project.unit_of(id);
    if ty.pointers == 1 && ty.arrays == 0 && context.project.is_object(unit, ty) {
        let class = context.class_of(unit, ty);
        let note = (class == "Any" && ty.bare() != "PyObject").then(|| ty.text());
        return (format!("Borrowed<'_, 'py, {class}>"), note);
    }
    match rust::plain(&context.project.resolved(unit, ty, |ty| rust::plain(ty).is_some())) {
        Some(plain) => (plain.into(), None),
        None if ty.is("char", 1) && ty.points_to_const => ("&core::ffi::CStr".into(), None),
        None => ("*mut core::ffi::c_void".into(), Some(ty.text())),
    }
}

//! C helpers that stay in C, declared for Rust code that calls them.

use std::collections::BTreeSet;

use crate::c::{CType, Does, Expr, Function, Param, Value};
use crate::model::FunctionId;

use super::find::Target;
use super::{Context, rust};

/// A block for the helpers that are called by what was asked for, and are not asked for themselves; empty if there are none.
pub(crate) fn imports(context: &Context<'_>, targets: &[Target<'_>]) -> String {
    let helpers: Vec<&str> =
        context.extension.files.iter().flat_map(|file| &file.helpers).map(|helper| helper.name.as_str()).collect();
    let asked: BTreeSet<FunctionId> = targets.iter().filter_map(Target::id).collect();
    let called: BTreeSet<FunctionId> = asked.iter().flat_map(|id| context.project.named_by(*id)).collect();
    let mut lines = Vec::new();
    for id in called.difference(&asked) {
        let function = context.project.function(*id);
        if helpers.contains(&function.name.as_str()) {
            lines.push(import(context, *id, function));
        }
    }
    if lines.is_empty() {
        return String::new();
    }
    format!(
        "// The C helpers that this code calls, which can stay in C. What becomes of each reference is read off their bodies,\n\
         // where no annotation of owned.h says it.\n\
         owned::foreign::import! {{\n    // SAFETY: to be compared with the C code, line by line.\n    unsafe extern \"C\" {{\n\
         {}    }}\n}}\n",
        lines.concat()
    )
}

fn import(context: &Context<'_>, id: FunctionId, function: &Function) -> String {
    let params: Vec<String> = function
        .params
        .iter()
        .enumerate()
        .map(|(at, param)| {
            let name = if param.name.is_empty() { format!("argument{at}") } else { rust::snake(&param.name) };
            format!("{}: {}", rust::name(&name), argument(context, id, function, param))
        })
        .collect();
    let kind = if function.is_static { "static " } else { "" };
    let mut place = format!("        // {}:{}\n", function.place.file.display(), function.place.line);
    if function.says.as_deref() == Some("new") && lends(context, function) {
        place += "        // It is annotated as giving a new reference, and its body takes none to what it returns.\n";
    }
    if function.params.iter().any(|param| param.says.as_deref() == Some("steal-on-success")) {
        place += "        // What it steals only if it succeeds, this declaration gives up also where it fails: look at that.\n";
    }
    format!("{place}        {kind}fn {}({}){};\n", function.name, params.join(", "), returned(context, id, function))
}

/// What becomes of an argument: kept if the body counts one reference more to it, stolen if it releases it.
fn argument(context: &Context<'_>, id: FunctionId, function: &Function, param: &Param) -> String {
    let (unit, name, ty) = (context.project.unit_of(id), param.name.as_str(), &param.ty);
    if ty.pointers != 1 || !context.project.is_object(unit, ty) {
        return value(context, unit, ty);
    }
    // What the author has written is not guessed.
    let said = match param.says.as_deref() {
        Some("steal" | "steal-on-success") => Some("Stolen"),
        Some("keep") => Some("Kept"),
        Some("borrow") => Some("Borrowed"),
        _ => None,
    };
    if let Some(rule) = said {
        return format!("{rule}<{}>", context.class_of(unit, ty));
    }
    let counted = |names: &[&str]| {
        function.body.steps.iter().any(|step| match &step.does {
            Does::Call { name: called, args, .. } => {
                names.contains(&called.as_str()) && args.iter().any(|arg| arg.name() == Some(name))
            }
            _ => false,
        })
    };
    let adds = counted(&["Py_INCREF", "Py_XINCREF", "Py_NewRef", "Py_XNewRef", "PyList_Append", "PyDict_SetItem"]);
    let releases = counted(&["Py_DECREF", "Py_XDECREF", "Py_CLEAR", "PyTuple_SET_ITEM", "PyList_SET_ITEM"]);
    let rule = match (adds, releases) {
        (true, false) => "Kept",
        (false, true) => "Stolen",
        _ => "Borrowed",
    };
    format!("{rule}<{}>", context.class_of(unit, ty))
}

fn returned(context: &Context<'_>, id: FunctionId, function: &Function) -> String {
    let unit = context.project.unit_of(id);
    let ty = &function.result;
    if ty.is("void", 0) {
        return String::new();
    }
    if ty.pointers == 1 && context.project.is_object(unit, ty) {
        let found = super::result::object(context, function);
        let class = found.strip_prefix("Owned<'py, ").and_then(|rest| rest.strip_suffix('>')).unwrap_or("Any");
        let rule = match function.says.as_deref() {
            Some("new") => "New",
            Some("borrowed") => "Borrowed",
            _ if lends(context, function) => "Borrowed",
            _ => "New",
        };
        return format!(" -> {rule}<{}>", if class == "Any" { context.class_of(unit, ty) } else { class });
    }
    let status = function.says.as_deref() == Some("status") || super::result::number(function) == "()";
    if ty.is("int", 0) && status {
        return " -> Status".into();
    }
    format!(" -> {}", value(context, unit, ty))
}

/// Whether each object that a function returns is one to which it has taken no reference: what a field holds, or what was
/// borrowed itself.
fn lends(context: &Context<'_>, function: &Function) -> bool {
    const COUNTING: [&str; 4] = ["Py_INCREF", "Py_XINCREF", "Py_NewRef", "Py_XNewRef"];
    let is_counted = |text: &str| {
        function.body.steps.iter().any(|step| match &step.does {
            Does::Call { name, args, .. } => {
                COUNTING.contains(&name.as_str()) && args.iter().any(|arg| arg.text == text)
            }
            _ => false,
        })
    };
    let is_lent = |value: &Expr| match &value.value {
        Value::Call(name, _) => context.contracts.is_borrowed(name),
        // A field, or an item of an array.
        Value::Other => value.text.contains("->") && !value.text.contains('('),
        _ => false,
    };
    // Of a variable, all that it is given.
    let given = |variable: &str| -> Vec<bool> {
        let steps = function.body.steps.iter().filter_map(|step| match &step.does {
            Does::Assign { into, value } if into == variable && !value.is_null() => Some(is_lent(value)),
            Does::Call { into: Some(into), name, .. } if into == variable => Some(context.contracts.is_borrowed(name)),
            _ => None,
        });
        steps.collect()
    };
    let mut lent = function.body.steps.iter().filter_map(|step| match &step.does {
        Does::Return(Some(value)) if !value.is_null() => Some(match value.name() {
            Some(name) => {
                let given = given(name);
                !given.is_empty() && given.into_iter().all(|lent| lent) && !is_counted(name)
            }
            None => is_lent(value) && !is_counted(&value.text),
        }),
        _ => None,
    });
    let first = lent.next().unwrap_or(false);
    first && lent.all(|lent| lent)
}

/// A value that is no object.
fn value(context: &Context<'_>, unit: usize, ty: &CType) -> String {
    let ty = context.project.resolved(unit, ty, |ty| rust::plain(ty).is_some());
    match rust::plain(&ty) {
        Some(plain) => plain.into(),
        None if ty.is("char", 1) => {
            format!("*{} core::ffi::c_char", if ty.points_to_const { "const" } else { "mut" })
        }
        None => format!("*{} core::ffi::c_void", if ty.points_to_const { "const" } else { "mut" }),
    }
}

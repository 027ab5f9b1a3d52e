//! What a C function does, in its order, as comments.

use crate::c::{Does, Expr, Function, Step, Value};
use crate::model::FunctionId;

use super::Context;

/// How long a line of C may be in a comment.
const WIDTH: usize = 88;

/// A line for each step.
pub(crate) fn steps(context: &Context<'_>, id: FunctionId) -> Vec<String> {
    let function = context.project.function(id);
    let steps = &function.body.steps;
    let mut lines = Vec::new();
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        at += 1;
        // What a call gives is returned, or assigned to several: that is said with the call.
        if let Does::Call { name, args, into } = &step.does
            && let Some(Does::Return(Some(value))) = steps.get(at).map(|next| &next.does)
            && matches!(&value.value, Value::Call(called, given) if called == name && given == args)
        {
            let into = into.as_ref().map_or("return".into(), |into| format!("return {into} ="));
            lines.push(format!("line {}: {}", step.line, call(context, id, name, args, Some(&into))));
            at += 1;
            continue;
        }
        lines.extend(line(context, id, function, step));
    }
    lines
}

fn line(context: &Context<'_>, id: FunctionId, function: &Function, step: &Step) -> Option<String> {
    let said = match &step.does {
        Does::Call { name, .. } if name.starts_with("Py_RETURN_") => return None,
        Does::Call { name, args, into } => call(context, id, name, args, into.as_deref()),
        Does::Return(None) => "return".into(),
        Does::Return(Some(value)) => match value.text.as_str() {
            text if text.starts_with("Py_RETURN_") => text.into(),
            text => format!("return {}", short(text)),
        },
        Does::Assign { into, value } => {
            let is_local = function.body.locals.iter().any(|local| local.name == *into);
            let is_param = function.params.iter().any(|param| param.name == *into);
            if is_local || is_param {
                return None;
            }
            format!("{} = {}", short(into), short(&value.text))
        }
    };
    Some(format!("line {}: {said}", step.line))
}

fn call(context: &Context<'_>, id: FunctionId, name: &str, args: &[Expr], into: Option<&str>) -> String {
    let written: Vec<&str> = args.iter().map(|arg| arg.text.as_str()).collect();
    let target = match into {
        None => String::new(),
        Some(into) if into.starts_with("return") => format!("{into} "),
        Some(into) => format!("{into} = "),
    };
    let shown = short(&format!("{target}{name}({})", written.join(", ")));
    if let Some(effects) = context.contracts.effects(name, args) {
        return if effects.is_empty() { shown } else { format!("{shown} -> {effects}") };
    }
    match name {
        "Py_VISIT" => format!("{shown} -> shows it to the collector"),
        _ if name.starts_with("PyArg_") => format!("{shown} -> the arguments, objects borrowed; 0 on failure"),
        _ => match context.project.find(context.project.unit_of(id), name) {
            Some(_) => format!("{shown} -> C function of these files"),
            None => shown,
        },
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= WIDTH {
        return text.into();
    }
    let kept: String = text.chars().take(WIDTH).collect();
    format!("{}…", kept.trim_end())
}

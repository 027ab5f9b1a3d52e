//! What a C function returns, as a type of Rust.

use crate::c::{Does, Expr, Function, Value};

use super::Context;
use super::rust;

/// Numbers that become ints, floats and bools.
const SCALARS: [(&str, &str); 14] = [
    ("PyBool_FromLong", "bool"),
    ("PyFloat_FromDouble", "f64"),
    ("PyLong_FromLong", "core::ffi::c_long"),
    ("PyLong_FromUnsignedLong", "core::ffi::c_ulong"),
    ("PyLong_FromLongLong", "i64"),
    ("PyLong_FromUnsignedLongLong", "u64"),
    ("PyLong_FromSsize_t", "isize"),
    ("PyLong_FromSize_t", "usize"),
    ("PyLong_FromInt32", "i32"),
    ("PyLong_FromUInt32", "u32"),
    ("PyLong_FromInt64", "i64"),
    ("PyLong_FromUInt64", "u64"),
    ("PyLong_FromDouble", "f64"),
    ("PyBool_FromInt", "bool"),
];

/// What each `return` gives.
fn returned(function: &Function) -> impl Iterator<Item = &Expr> {
    function.body.steps.iter().filter_map(|step| match &step.does {
        Does::Return(value) => value.as_ref(),
        Does::Call { .. } | Does::Assign { .. } => None,
    })
}

/// The type of a function that returns an object: as exact as all of its returns.
pub(crate) fn object(context: &Context<'_>, function: &Function) -> String {
    let mut found: Option<String> = None;
    for value in returned(function).filter(|value| !value.is_null()) {
        let Some(one) = one(context, function, value, 0) else { return ANY.into() };
        if one.is_empty() {
            continue;
        }
        match &found {
            Some(before) if *before != one => return ANY.into(),
            _ => found = Some(one),
        }
    }
    found.unwrap_or_else(|| ANY.into())
}

/// Any object.
pub(crate) const ANY: &str = "Owned<'py, Any>";

/// The type of one returned value; an empty text if it is nothing but NULL.
fn one(context: &Context<'_>, function: &Function, value: &Expr, depth: usize) -> Option<String> {
    match &value.value {
        Value::Null => Some(String::new()),
        Value::Name(name) => match name.as_str() {
            "Py_RETURN_NONE" => Some("()".into()),
            "Py_RETURN_TRUE" | "Py_RETURN_FALSE" => Some("bool".into()),
            "Py_RETURN_NAN" => Some("f64".into()),
            name if depth < 3 => variable(context, function, name, depth),
            _ => None,
        },
        Value::Call(name, _) => match name.as_str() {
            "Py_RETURN_INF" => Some("f64".into()),
            "PyErr_Format" | "PyErr_NoMemory" | "PyErr_SetFromErrno" | "PyErr_SetFromErrnoWithFilename" => {
                Some(String::new())
            }
            name => SCALARS.iter().find(|(known, _)| *known == name).map(|(_, ty)| (*ty).into()).or_else(|| {
                let class = rust::object(context.contracts.new_result(name)?);
                Some(format!("Owned<'py, {class}>"))
            }),
        },
        _ => None,
    }
}

/// The type of what a variable of the function is given, each time.
fn variable(context: &Context<'_>, function: &Function, name: &str, depth: usize) -> Option<String> {
    let is_local = function.body.locals.iter().any(|local| local.name == name);
    if !is_local {
        return None;
    }
    let mut found = String::new();
    for step in &function.body.steps {
        let one = match &step.does {
            Does::Assign { into, value } if into == name => one(context, function, value, depth + 1),
            Does::Call { into: Some(into), name: called, args } if into == name => {
                let value = Value::Call(called.clone(), args.clone());
                one(context, function, &Expr { text: String::new(), line: step.line, value }, depth + 1)
            }
            // Its address is passed: it may be anything afterwards.
            Does::Call { args, .. } if args.iter().any(|arg| arg.text == format!("&{name}")) => None,
            _ => continue,
        }?;
        match one.as_str() {
            "" => {}
            one if found.is_empty() => found = one.into(),
            one if found == one => {}
            _ => return None,
        }
    }
    Some(found)
}

/// The type of a function that returns an `int`: a status, an answer, or a number; and a note.
pub(crate) fn number(function: &Function) -> &'static str {
    let plain = |value: &Expr| match &value.value {
        Value::Number(number) => Some(number.clone()),
        _ => None,
    };
    let values: Option<Vec<String>> = returned(function).map(plain).collect();
    match values {
        Some(values) if values.is_empty() => "core::ffi::c_int",
        Some(values) if values.iter().all(|value| value == "0" || value == "-1") => "()",
        Some(values) if values.iter().all(|value| matches!(value.as_str(), "0" | "1" | "-1")) => "bool",
        _ => "core::ffi::c_int",
    }
}

//! The example in a wrapper's documentation: a call that `rustdoc` runs.

use anyhow::{Result, bail, ensure};

use super::name::wrapper_name;
use super::signature::whole_result;
use crate::examples::{Check, Example};
use crate::model::{Function, Kind};

/// Lines of documentation. What is around the call is hidden.
pub(super) fn write(function: &Function, example: &Example) -> Result<String> {
    if let Some(reason) = &example.without {
        return Ok(format!("///\n/// There is no example: {reason}.\n"));
    }
    let mut lines = example.before.clone();
    if let Some(arguments) = &example.call {
        lines.extend(call(function, arguments, &example.checks)?);
    }
    lines.extend(example.after.iter().cloned());
    ensure!(lines.iter().any(|line| line.contains("assert")), "the example asserts nothing");
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let mut text = String::from(
        "///\n/// ```\n/// # use owned::{prelude::*, raw};\n/// # Python::initialize();\n/// # Python::attach(|py| {\n",
    );
    for line in lines {
        text += &format!("{}\n", format!("/// {line}").trim_end());
    }
    Ok(text + "/// # Ok::<(), PyErr>(())\n/// # }).unwrap();\n/// ```\n")
}

/// The arguments, the call, and what is asserted.
fn call(function: &Function, arguments: &[String], checks: &[Check]) -> Result<Vec<String>> {
    let params: Vec<_> = function.params.iter().filter(|param| !matches!(param.kind, Kind::OutNew(_))).collect();
    ensure!(params.len() == arguments.len(), "{} arguments for {} parameters", arguments.len(), params.len());
    let (mut lines, mut passed) = (Vec::new(), Vec::new());
    for (param, argument) in params.iter().zip(arguments) {
        let (name, object) = match (&param.kind, param.kind.object()) {
            (Kind::Value(c), _) => {
                passed.push(value(argument, c));
                continue;
            }
            (_, Some(object)) if argument != "NULL" => (&param.name, object),
            _ => {
                passed.push("None".to_owned());
                continue;
            }
        };
        // `@NAME` is what another parameter gets.
        let again = argument.strip_prefix('@');
        if again.is_none() {
            lines.push(format!("let {name} = py.eval({}, None)?;", literal(argument)));
        }
        let handle = again.unwrap_or(name);
        let reference = match &param.kind {
            Kind::Borrow(_) | Kind::Keep(_) => format!("{handle}.raw()"),
            _ => format!("{handle}.into_stolen()"),
        };
        passed.push(if object.nullable { format!("Some({reference})") } else { reference });
    }
    lines.push(safety(function));
    let whole = whole_result(function)?;
    let inner = whole.strip_prefix("Result<").and_then(|rest| rest.strip_suffix(", Failed>"));
    let question = if inner.is_some() { "?" } else { "" };
    let inner = inner.unwrap_or(&whole);
    let called = format!("unsafe {{ raw::{}({}) }}{question}", wrapper_name(&function.name), passed.join(", "));
    let (left, returned): (Vec<_>, Vec<_>) = checks.iter().partition(|check| matches!(check, Check::Leaves(..)));
    let there = match returned.first() {
        Some(Check::Nothing) => "",
        _ if inner.starts_with("Option<") => ".expect(\"there is one\")",
        _ => "",
    };
    lines.push(match (returned.is_empty(), inner) {
        (true, "()") => format!("{called};"),
        (true, _) => format!("let _ = {called};"),
        (false, _) => format!("let result = {called}{there};"),
    });
    if returned.iter().any(|check| check.is_of_an_object()) {
        lines.extend(handle(inner)?);
    }
    for check in returned {
        lines.extend(asserted(check, inner)?);
    }
    for check in left {
        lines.extend(asserted(check, inner)?);
    }
    Ok(lines)
}

impl Check {
    fn is_of_an_object(&self) -> bool {
        use Check::*;
        matches!(self, Gives(_) | Type(_) | Attribute(..) | Method(..) | Called(..))
    }
}

/// Makes a handle of the reference that the call gives.
fn handle(inner: &str) -> Result<Vec<String>> {
    let (why, handle) = if inner.contains("NewRef") {
        ("a new reference, to an object", "Owned<'_, Any> = unsafe { Owned::from_ref(py, result) }")
    } else if inner.contains("BorrowedRef") {
        ("what lends the object keeps it", "Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) }")
    } else {
        bail!("this gives no object, but `{inner}`")
    };
    Ok(vec![format!("// SAFETY: {why}."), format!("let result: {handle};")])
}

fn asserted(check: &Check, inner: &str) -> Result<Vec<String>> {
    let shown = |what: &str, repr: &str| format!("assert_eq!(format!(\"{{:?}}\", {what}), {});", literal(repr));
    Ok(vec![match check {
        Check::Gives(repr) => format!("assert_eq!(format!(\"{{result:?}}\"), {});", literal(repr)),
        Check::Type(name) => format!("assert_eq!(result.type_name(), {});", literal(name)),
        Check::Attribute(name, repr) => shown(&format!("result.getattr(\"{name}\")?"), repr),
        Check::Method(name, repr) => shown(&format!("result.call_method(\"{name}\", ())?"), repr),
        Check::Called(argument, repr) if argument.is_empty() => shown("result.call(())?", repr),
        Check::Called(argument, repr) => {
            shown(&format!("result.call((py.eval({}, None)?,))?", literal(argument)), repr)
        }
        Check::Equals(value) => match value.as_str() {
            "true" => "assert!(result);".to_owned(),
            "false" => "assert!(!result);".to_owned(),
            value => format!("assert_eq!(result, {value});"),
        },
        Check::Text(text) => {
            return Ok(vec![
                "// SAFETY: a text of C's, which outlives this line.".to_owned(),
                format!("assert_eq!(unsafe {{ core::ffi::CStr::from_ptr(result) }}, c{});", literal(text)),
            ]);
        }
        Check::Pointer => "assert!(!result.is_null());".to_owned(),
        Check::Nothing => "assert!(result.is_none());".to_owned(),
        Check::Raises(text) => {
            ensure!(inner == "Failed", "`raises` is for what always raises");
            format!("assert_eq!(PyErr::from(result).to_string(), {});", literal(text))
        }
        Check::Kept => return Ok(Vec::new()),
        Check::Leaves(what, repr) => match what.split_once('.') {
            Some((name, attribute)) => shown(&format!("{name}.getattr(\"{attribute}\")?"), repr),
            None => format!("assert_eq!(format!(\"{{{what}:?}}\"), {});", literal(repr)),
        },
    }])
}

/// A text as Rust writes it, with as few backslashes as will do.
fn literal(text: &str) -> String {
    match (text.contains('"'), text.contains('\\')) {
        (false, false) => format!("\"{text}\""),
        (false, true) => format!("r\"{text}\""),
        (true, _) => format!("r#\"{text}\"#"),
    }
}

/// An argument that is no object.
fn value(argument: &str, c: &str) -> String {
    match argument {
        "null" if c.starts_with("const ") && c.matches('*').count() == 1 => "core::ptr::null()".to_owned(),
        "null" => "core::ptr::null_mut()".to_owned(),
        text if text.starts_with("c\"") && text.ends_with('"') => format!("{text}.as_ptr()"),
        other => other.to_owned(),
    }
}

/// What the caller of the function answers for, and does here.
fn safety(function: &Function) -> String {
    let mut met = vec!["attached, by `py`".to_owned()];
    for param in &function.params {
        if let Some(ty) = param.kind.object().filter(|ty| ty.unchecked) {
            met.push(format!("`{}` is a `{}`", param.name, ty.name));
        }
    }
    if function.params.iter().any(|param| matches!(&param.kind, Kind::Value(c) if c.ends_with('*'))) {
        met.push("what pointers lead to outlives the call".to_owned());
    }
    format!("// SAFETY: {}.", met.join("; "))
}

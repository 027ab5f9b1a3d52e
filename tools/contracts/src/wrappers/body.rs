//! The body of a wrapper: the call, and what comes out of it.

use super::signature::{is_size, outs, replaced_can_fail};
use crate::model::{Failure, Function, Kind, Param, Return};

pub(super) fn write(function: &Function) -> String {
    let mut text = String::from("{\n");
    for (param, _) in outs(function) {
        let start = match (&param.kind, param.kind.object().is_some_and(|ty| ty.nullable)) {
            (Kind::Replace(_), true) => format!("results::stolen_or_null({})", param.name),
            (Kind::Replace(_), false) => format!("{}.into_ptr()", param.name),
            _ => "core::ptr::null_mut()".into(),
        };
        text += &format!("let mut {}_out = {start};\n", param.name);
    }
    for param in &function.params {
        if matches!(param.kind, Kind::StealOnSuccess(_)) {
            text += &format!("let mut {0} = core::mem::ManuallyDrop::new({0});\n", param.name);
        }
    }
    let path = if function.undeclared {
        function.name.clone()
    } else if function.compat {
        format!("compat::{}", function.name)
    } else {
        format!("ffi::{}", function.name)
    };
    let arguments: Vec<String> = function.params.iter().map(pass).collect();
    let call = format!("unsafe {{ {path}({}) }}", arguments.join(", "));
    text += "#[cfg(feature = \"ledger\")]\nsuper::super::called();\n";
    text += "// SAFETY: the caller's; the types say what the contract says of each reference.\n";
    let given = result(function);
    if given == "outcome\n" {
        return format!("{text}{call}\n}}\n");
    }
    text += &match &function.result {
        Return::Value(c) if c == "void" => format!("{call};\n"),
        _ => format!("let outcome = {call};\n"),
    };
    for param in &function.params {
        if matches!(param.kind, Kind::StealOnSuccess(_)) {
            text += &format!(
                "if {} {{\n// SAFETY: the call failed, so the reference is still ours; it is released once, here.\n\
                 unsafe {{ core::mem::ManuallyDrop::drop(&mut {}) }};\n}}\n",
                failed(function),
                param.name
            );
        }
    }
    text + &given + "}\n"
}

/// Whether the call failed, as an expression.
fn failed(function: &Function) -> &'static str {
    match function.failure {
        Failure::Null | Failure::NullIfError => "outcome.is_null()",
        Failure::Zero => "outcome == 0",
        Failure::MinusTwo => "outcome == -2",
        _ => "outcome == -1",
    }
}

fn pass(param: &Param) -> String {
    let name = &param.name;
    let cast = match param.kind.object() {
        Some(ty) if ty.name.starts_with("Py") => ".cast()",
        _ => "",
    };
    let nullable = param.kind.object().is_some_and(|ty| ty.nullable);
    match &param.kind {
        Kind::Borrow(_) | Kind::Keep(_) if nullable => format!("results::or_null({name}){cast}"),
        Kind::Borrow(_) | Kind::Keep(_) => format!("{name}.as_ptr(){cast}"),
        Kind::Steal(_) if nullable => format!("results::stolen_or_null({name}){cast}"),
        Kind::Steal(_) => format!("{name}.into_ptr(){cast}"),
        Kind::StealOnSuccess(_) => format!("{name}.as_ptr(){cast}"),
        Kind::Replace(_) | Kind::OutNew(_) => format!("&raw mut {name}_out"),
        Kind::Value(_) => name.clone(),
        Kind::Array(_) | Kind::OutBorrowed(..) => unreachable!("refused before"),
    }
}

const NEW: &str = "// SAFETY: by the contract a new reference, or NULL.\n";
const LENT: &str = "// SAFETY: by the contract borrowed, or NULL; the caller's life for it.\n";

/// The last expression.
fn result(function: &Function) -> String {
    let cast = match function.result.object() {
        Some(ty) if ty.name.starts_with("Py") => ".cast()",
        _ => "",
    };
    let outs = outs(function);
    match (&function.result, function.failure) {
        (Return::Value(c), Failure::Always) if c == "void" => "Failed::set()\n".into(),
        (_, Failure::Always) => "let _ = outcome;\nFailed::set()\n".into(),
        (Return::New(_), Failure::NullIfError) => format!("{NEW}unsafe {{ results::new_or_end(outcome{cast}) }}\n"),
        (Return::New(ty), Failure::Never) if ty.nullable => {
            format!("{NEW}unsafe {{ NewRef::from_ptr(outcome{cast}) }}\n")
        }
        (Return::New(_), Failure::Never) => {
            format!("{NEW}unsafe {{ NewRef::from_ptr(outcome{cast}) }}.expect(\"never NULL\")\n")
        }
        (Return::New(_), _) => format!("{NEW}unsafe {{ results::new(outcome{cast}) }}\n"),
        (Return::Borrowed(_, ty), Failure::Never) if ty.nullable => {
            format!("{LENT}unsafe {{ BorrowedRef::from_ptr(outcome{cast}) }}\n")
        }
        (Return::Borrowed(..), Failure::Never) => {
            format!("{LENT}unsafe {{ BorrowedRef::from_ptr(outcome{cast}) }}.expect(\"never NULL\")\n")
        }
        (Return::Borrowed(..), _) => {
            format!("{LENT}unsafe {{ BorrowedRef::from_ptr(outcome{cast}) }}.ok_or_else(Failed::set)\n")
        }
        (Return::Value(c), _) if c == "void" => void(function, &outs),
        (kind, failure) => {
            let checked = match (kind, failure) {
                (Return::Status, _) => "results::status(outcome)",
                (Return::ThreeWay, Failure::Never) => "outcome != 0",
                (Return::ThreeWay, _) => "results::three_way(outcome)",
                (_, Failure::Never) => "outcome",
                _ if is_size(function) => "results::size(outcome)",
                (_, Failure::MinusOne) => "results::unless(outcome, -1)",
                (_, Failure::Zero) => "results::unless(outcome, 0)",
                (_, Failure::MinusTwo) => "results::unless(outcome, -2)",
                (_, Failure::MinusOneIfError) => "results::unless_error(outcome, results::minus_one())",
                (_, Failure::Null) => "results::pointer(outcome)",
                (_, _) => "results::pointer_or_end(outcome)",
            };
            with_outs(function, checked, &outs)
        }
    }
}

/// An out parameter, taken as the reference it now holds.
fn taken(param: &Param, absent: bool) -> String {
    let cast = match param.kind.object() {
        Some(ty) if ty.name.starts_with("Py") => ".cast()",
        _ => "",
    };
    let name = &param.name;
    if absent {
        format!("{NEW}let {name} = unsafe {{ NewRef::from_ptr({name}_out{cast}) }};\n")
    } else {
        format!("{NEW}let {name} = unsafe {{ results::new({name}_out{cast}) }}?;\n")
    }
}

fn void(function: &Function, outs: &[(&Param, bool)]) -> String {
    let mut text: String = outs.iter().map(|(param, absent)| taken(param, *absent)).collect();
    let names: Vec<&str> = outs.iter().map(|(param, _)| param.name.as_str()).collect();
    let tuple = match names.as_slice() {
        [] => return text,
        [only] => (*only).to_owned(),
        names => format!("({})", names.join(", ")),
    };
    text += &if replaced_can_fail(function) { format!("Ok({tuple})\n") } else { format!("{tuple}\n") };
    text
}

fn with_outs(function: &Function, checked: &str, outs: &[(&Param, bool)]) -> String {
    if outs.is_empty() {
        return format!("{checked}\n");
    }
    let fails = function.failure != Failure::Never;
    let value = match &function.result {
        Return::Status => None,
        Return::ThreeWay if outs.len() == 1 => None,
        _ => Some("found"),
    };
    // What came out is taken before the check: a reference that came with a failure must not be lost.
    let mut text = String::new();
    if fails {
        for (param, _) in outs {
            text += &taken(param, true);
        }
        text += &match value {
            Some(name) => format!("let {name} = {checked}?;\n"),
            None => format!("{checked}?;\n"),
        };
        for (param, _) in outs.iter().filter(|(_, absent)| !absent) {
            text += &format!("let {0} = {0}.ok_or_else(Failed::set)?;\n", param.name);
        }
    } else {
        text += &outs.iter().map(|(param, absent)| taken(param, *absent)).collect::<String>();
        text += &value.map(|name| format!("let {name} = {checked};\n")).unwrap_or_default();
    }
    let names: Vec<&str> = value.into_iter().chain(outs.iter().map(|(param, _)| param.name.as_str())).collect();
    let tuple = match names.as_slice() {
        [only] => (*only).to_owned(),
        names => format!("({})", names.join(", ")),
    };
    text + &if fails { format!("Ok({tuple})\n") } else { format!("{tuple}\n") }
}

//! The documentation of a wrapper, from its contract.

use crate::model::{Failure, Function, Kind, Param, Return, Source};

pub(super) fn write(function: &Function) -> String {
    let mut first = vec![format!("`{}`.", function.name)];
    let named = |test: fn(&Kind) -> bool| {
        let names: Vec<String> =
            function.params.iter().filter(|param| test(&param.kind)).map(|param| format!("`{}`", param.name)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    if let Some(names) = named(|kind| matches!(kind, Kind::Steal(_))) {
        first.push(format!("Steals {names}, also on failure."));
    }
    if let Some(names) = named(|kind| matches!(kind, Kind::StealOnSuccess(_))) {
        first.push(format!("Steals {names} on success; on failure the wrapper releases it."));
    }
    if let Some(names) = named(|kind| matches!(kind, Kind::Keep(_))) {
        first.push(format!("Takes a reference of its own to {names}."));
    }
    if let Some(names) = named(|kind| matches!(kind, Kind::Replace(_))) {
        first.push(format!("Takes {names} and gives what replaces it."));
    }
    match &function.result {
        Return::Borrowed(Source::Param(owner), _) => first.push(format!("The result is borrowed from `{owner}`.")),
        Return::Borrowed(Source::Thread, _) => first.push("The result is borrowed from the thread.".into()),
        Return::Borrowed(Source::Interpreter, _) => first.push("The result is borrowed from the interpreter.".into()),
        Return::Borrowed(Source::Static, _) => first.push("The result is never freed.".into()),
        _ => {}
    }
    if function.runs {
        first.push("Can run Python code.".into());
    }
    if let (Some(since), true) = (function.since, function.compat) {
        first.push(format!("Below {since} a backport."));
    }
    let mut text = doc(&first.join(" "));
    for note in &function.notes {
        text += "///\n";
        text += &doc(&format!("{}.", capital(note.trim_end_matches('.'))));
    }
    if function.failure != Failure::Never && function.failure != Failure::Always {
        text += "///\n/// # Errors\n/// The exception that the function set.\n";
    }
    text + "///\n/// # Safety\n" + &doc(&safety(function))
}

fn safety(function: &Function) -> String {
    // A reference, and the news of an exception, are this thread's while it is attached.
    let out = |param: &Param| matches!(param.kind, Kind::OutNew(_) | Kind::Replace(_));
    let lives =
        function.failure != Failure::Never || function.result.object().is_some() || function.params.iter().any(out);
    let attached =
        if lives { "This thread is attached as long as the result lives" } else { "This thread is attached" };
    let mut conditions = vec![attached.to_owned()];
    for param in &function.params {
        if let Some(ty) = param.kind.object().filter(|ty| ty.unchecked) {
            conditions.push(format!("`{}` is a `{}`", param.name, ty.name));
        }
    }
    let pointers = function.params.iter().any(|param| matches!(&param.kind, Kind::Value(c) if c.ends_with('*')));
    if pointers {
        conditions.push("the pointers are what the C function asks for".into());
    }
    format!("{}.", conditions.join("; "))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Doc lines of at most 120 columns.
fn doc(text: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::from("///"));
    for word in text.split_whitespace() {
        if line.len() + 1 + word.len() > 120 {
            lines += &line;
            lines.push('\n');
            line = "///".into();
        }
        line.push(' ');
        line += word;
    }
    lines + &line + "\n"
}

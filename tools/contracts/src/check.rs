//! What must hold between the parts of a contract, and between contracts.

use std::collections::HashMap;

use anyhow::{Result, bail};

use crate::model::{Failure, Function, Kind, Return, Source, Table, Version, is_pointer};

/// Every contradiction in the table.
pub(crate) fn check(table: &Table) -> Result<()> {
    let mut errors = Vec::new();
    let mut seen: HashMap<&str, String> = HashMap::new();
    for function in table.functions() {
        let mut say = |message: String| errors.push(format!("{}: {}: {message}", function.place(), function.name));
        if let Some(first) = seen.insert(&function.name, function.place()) {
            say(format!("said before, at {first}"));
        }
        if let Some(successor) = &function.successor
            && table.find(successor).is_none()
        {
            say(format!("its successor {successor} has no contract"));
        }
        contract(function, &mut say);
    }
    for exclusion in &table.excluded {
        if let Some(place) = seen.insert(&exclusion.name, "the excluded".into()) {
            errors.push(format!("excluded: {}: said before, at {place}", exclusion.name));
        }
        let kinds = ["varargs", "private", "deprecated", "removed", "data", "no objects"];
        if !kinds.iter().any(|kind| exclusion.reason.starts_with(kind)) {
            errors.push(format!("excluded: {}: the reason begins with one of {}", exclusion.name, kinds.join(", ")));
        }
    }
    if errors.is_empty() { Ok(()) } else { bail!("{}", errors.join("\n")) }
}

/// Words that a parameter of a wrapper cannot have as a name.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

fn contract(function: &Function, say: &mut impl FnMut(String)) {
    for param in &function.params {
        if KEYWORDS.contains(&param.name.as_str()) || param.name == "outcome" {
            say(format!("`{}` is no name for a parameter in Rust", param.name));
        }
    }
    let owners = function.params.iter().filter_map(|param| match &param.kind {
        Kind::OutBorrowed(Source::Param(owner), _) => Some(owner),
        _ => None,
    });
    let from_result = match &function.result {
        Return::Borrowed(Source::Param(owner), _) => Some(owner),
        _ => None,
    };
    for owner in owners.chain(from_result) {
        let lender = function.params.iter().find(|param| param.name == *owner);
        match lender.map(|param| &param.kind) {
            None => say(format!("it borrows from `{owner}`, which is no parameter")),
            Some(Kind::Borrow(_) | Kind::Keep(_)) => {}
            Some(Kind::Steal(_)) => {} // the new owner keeps it: `PyModule_AddObject` and its like
            Some(_) => say(format!("it borrows from `{owner}`, which holds no object")),
        }
    }
    let pointer = match &function.result {
        Return::New(_) | Return::Borrowed(..) => true,
        Return::Status | Return::ThreeWay => false,
        Return::Value(c) => is_pointer(c),
    };
    match function.failure {
        Failure::Null | Failure::NullIfError if !pointer => {
            say("NULL, for a result that is no pointer".into());
        }
        Failure::MinusOne | Failure::MinusOneIfError if pointer => say("-1, for a result that is a pointer".into()),
        Failure::Zero | Failure::MinusTwo if pointer || !matches!(function.result, Return::Value(_)) => {
            say("0 or -2, for a result that is not a C type of numbers".into());
        }
        Failure::Always if matches!(function.result, Return::ThreeWay) => {
            say("it always fails, so its result has no three ways".into());
        }
        _ => {}
    }
    if matches!(function.result, Return::Status) && function.failure == Failure::Never {
        say("a status that never fails is a value: give its C type".into());
    }
    if let (Some(since), Some(until)) = (function.since, function.until)
        && until <= since
    {
        say(format!("gone in {until}, before it came in {since}"));
    }
    if function.compat && function.since.is_none() {
        say("a backport of what every version has".into());
    }
    if function.full && !function.is_macro {
        say("that it has no `abi3` says that it is of the full API".into());
    }
    if function.stand_in && (function.full || function.abi3.is_some_and(|version| version <= Version::OLDEST)) {
        say("a stand-in for what every version of the stable ABI has, or for what is marked to have none".into());
    }
    if function.is_macro && function.abi3.is_some() {
        say("the stable ABI has no macros".into());
    }
    if function.successor.is_some() && !matches!(function.result, Return::Borrowed(..)) {
        say("a successor is for a borrowed result".into());
    }
}

//! The typed wrappers: `owned/src/raw/generated`, one file for each family.
//!
//! A signature says what the contract says: what is borrowed is a `BorrowedRef`, what is stolen a `StolenArg` that
//! only a `NewRef` can become, what is new a `NewRef`, and a failure is an `Err` that cannot be overlooked.

mod body;
mod ctype;
mod docs;
mod example;
mod name;
mod signature;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use crate::Examples;
use crate::model::{Family, Function, Kind, Return, Table, Version, is_pointer};

pub use name::wrapper_name;

/// The names that the library's own code mentions: each with the features for which alone it does, or with `None`.
#[derive(Debug, Default)]
pub struct Used(BTreeMap<String, BTreeSet<Option<String>>>);

impl Used {
    /// A name that is mentioned, in code that is there with the feature alone.
    pub fn mention(&mut self, name: &str, feature: Option<&str>) {
        self.0.entry(name.to_owned()).or_default().insert(feature.map(str::to_owned));
    }

    /// The features with any of which the wrapper is there. Without any it is always there.
    fn features(&self, wrapper: &str) -> Vec<&str> {
        let mut features = vec!["raw"];
        for feature in self.0.get(wrapper).into_iter().flatten() {
            match feature {
                Some(feature) => features.push(feature),
                None => return Vec::new(),
            }
        }
        features
    }
}

/// A file to be written.
#[derive(Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it, before `rustfmt`.
    pub text: String,
}

/// Why there is no wrapper, if there is none.
pub fn omitted(function: &Function) -> Option<&'static str> {
    if !function.handles_objects() {
        Some("no object passes")
    } else if function.successor.is_some() {
        Some("Python code can invalidate what it lends")
    } else if function.by_hand {
        Some("written by hand")
    } else if function.is_macro && function.undeclared {
        Some("a macro that has no counterpart in Rust")
    } else {
        None
    }
}

/// The wrappers of the whole table. Those that the library does not use itself, or with some feature alone, of which `used`
/// knows by the wrapper's name, are for the feature `raw`, or for that one: nobody else pays for compiling them.
///
/// # Errors
/// If a contract asks for what a wrapper cannot say; such a function is to be marked `by hand`. If a wrapper has no example, or
/// an example no wrapper.
pub fn write(table: &Table, used: &Used, examples: &Examples) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for family in &table.families {
        match file(family, used, examples) {
            Ok(Some(file)) => files.push(file),
            Ok(None) => {}
            Err(error) => errors.push(format!("{error:#}")),
        }
    }
    let functions: Vec<&Function> = table.functions().filter(|function| omitted(function).is_none()).collect();
    let names: Vec<&str> = functions.iter().map(|function| function.name.as_str()).collect();
    errors.extend(examples.of_others(&names));
    if !errors.is_empty() {
        bail!("{}", errors.join("\n"));
    }
    files.push(index(&files));
    Ok(files)
}

fn index(files: &[File]) -> File {
    let mut text = format!(
        "//! The typed wrappers, one file for each family of the contract table. {GENERATED}\n\
         #![allow(clippy::too_many_arguments, reason = \"the C functions have so many\")]\n\
         #![allow(deprecated, reason = \"the contract of a deprecated function is a contract\")]\n\
         #![allow(unused_imports, unreachable_pub, reason = \"not every version has every function\")]\n\
         #![cfg_attr(not(feature = \"raw\"), allow(dead_code, reason = \"a name used for something else counts as used\"))]\n\n"
    );
    for file in files {
        text += &format!("mod {};\n", file.name.trim_end_matches(".rs"));
    }
    text += "\n";
    for file in files {
        text += &format!("pub use {}::*;\n", file.name.trim_end_matches(".rs"));
    }
    File { name: "mod.rs".into(), text }
}

const GENERATED: &str = "Written by `cargo xtask contracts`: change the table, not this.";

fn file(family: &Family, used: &Used, examples: &Examples) -> Result<Option<File>> {
    let functions: Vec<&Function> = family.functions.iter().filter(|function| omitted(function).is_none()).collect();
    if functions.is_empty() {
        return Ok(None);
    }
    let mut parts = vec![];
    let mut declared = vec![];
    for function in functions {
        let whole = || format!("{}: {}", function.place(), function.name);
        parts.push(wrapper(function, used, examples).with_context(whole)?);
        if function.undeclared {
            declared.push(signature::declaration(function, used).with_context(whole)?);
        }
    }
    let title = if family.title.ends_with('.') { family.title.clone() } else { format!("{}.", family.title) };
    let mut text = format!("//! {title} {GENERATED}\n\n");
    let body = parts.join("\n");
    text += &imports(&body, &declared);
    text += &body;
    if !declared.is_empty() {
        text += &format!("\ncrate::raw::libpython! {{\n{}}}\n", declared.concat());
    }
    let name = if family.name == "type" { "types".into() } else { family.name.clone() };
    Ok(Some(File { name: format!("{name}.rs"), text }))
}

/// Only what the file uses.
fn imports(body: &str, declared: &[String]) -> String {
    let all = format!("{body}{}", declared.concat());
    let used = |word: &str| {
        all.match_indices(word).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            !letter(all[..at].chars().next_back()) && !letter(all[at + word.len()..].chars().next())
        })
    };
    let group = |path: &str, words: &[&str]| {
        let words: Vec<&str> = words.iter().copied().filter(|word| used(word)).collect();
        if words.is_empty() { String::new() } else { format!("use {path}::{{{}}};\n", words.join(", ")) }
    };
    let c = group("core::ffi", ctype::CORE);
    let mut text = if c.is_empty() { c } else { format!("{c}\n") };
    text += "use super::super::ffi;\n";
    text += &group("super::super::refs", &["BorrowedRef", "Failed", "NewRef", "StolenArg"]);
    text += &group("super::super", &["compat", "results"]);
    text + "\n"
}

fn wrapper(function: &Function, used: &Used, examples: &Examples) -> Result<String> {
    for param in &function.params {
        if matches!(param.kind, Kind::Array(_) | Kind::OutBorrowed(..)) {
            bail!("`{}` has no safe type: mark the function `by hand`", param.name);
        }
    }
    if matches!(function.result, Return::Borrowed(..)) && function.failure == crate::Failure::NullIfError {
        bail!("a borrowed result with `NULL?` has no wrapper: mark the function `by hand`");
    }
    let pointer = matches!(&function.result, Return::Value(c) if is_pointer(c) && !c.ends_with('*'));
    if pointer && matches!(function.failure, crate::Failure::Null | crate::Failure::NullIfError) {
        bail!("a pointer to a function has no wrapper: mark the function `by hand`");
    }
    let mut text = docs::write(function);
    match examples.of(&function.name) {
        Some(example) => text += &example::write(function, example)?,
        None => bail!("no example in `c-shim/contracts/examples`"),
    }
    text += &cfg(function, used);
    text += "#[inline]\n";
    text += &signature::write(function)?;
    text += &body::write(function);
    Ok(text)
}

/// The builds that have it, if one for the stable ABI lacks it.
fn stable(function: &Function) -> Option<String> {
    if function.stand_in || function.compat {
        return None;
    }
    let full = "not(Py_LIMITED_API)";
    match function.abi3 {
        None if function.is_macro && !function.full => None,
        None => Some(full.into()),
        Some(since) if since <= Version::OLDEST || Some(since) == function.since => None,
        Some(since) => Some(format!("any({full}, Py_3_{})", since.0)),
    }
}

/// The versions that have it, and the features that use it, if the library does without it.
fn cfg(function: &Function, used: &Used) -> String {
    let since = function.since.filter(|_| !function.compat).map(|version| format!("Py_3_{}", version.0));
    let until = function.until.map(|version| format!("not(Py_3_{})", version.0));
    let limited = stable(function);
    let features = used
        .features(&wrapper_name(&function.name))
        .iter()
        .map(|feature| format!("feature = \"{feature}\""))
        .collect::<Vec<_>>();
    let feature = match features.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        several => Some(format!("any({})", several.join(", "))),
    };
    let all: Vec<String> = [feature, since, until, limited].into_iter().flatten().collect();
    match all.as_slice() {
        [] => String::new(),
        [only] => format!("#[cfg({only})]\n"),
        all => format!("#[cfg(all({}))]\n", all.join(", ")),
    }
}

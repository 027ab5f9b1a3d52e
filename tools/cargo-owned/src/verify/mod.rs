//! A port beside its C: what is in Rust, what is not yet, and what differs where it must not.

mod layout;
mod rust;
mod signature;

use std::path::PathBuf;

use anyhow::Result;

use crate::model::{Extension, Method, Project};
use crate::read::{Flags, Parsed};
use crate::skeleton::arguments::{Arguments, Pass};
use crate::skeleton::reading;
use rust::{Exported, Rust};
use signature::Parameter;

/// What was found.
pub(crate) struct Verified {
    /// Each function and method of C's, with the place in Rust that took its place.
    pub(crate) items: Vec<Item>,
    /// What C has nothing of.
    pub(crate) added: Vec<String>,
    /// What differs.
    pub(crate) differences: Vec<String>,
}

/// A function or a method.
pub(crate) struct Item {
    /// `Tally.add`.
    pub(crate) name: String,
    /// Where it is in C.
    pub(crate) in_c: String,
    /// Where it is in Rust.
    pub(crate) in_rust: Option<String>,
}

/// Compares Rust files with the C files that were read.
///
/// # Errors
/// A Rust file that is none.
pub(crate) fn verify(
    parsed: &[Parsed],
    project: &Project,
    extension: &Extension,
    files: &[PathBuf],
    flags: &Flags,
) -> Result<Verified> {
    let rust = rust::read(files)?;
    let mut verified = Verified { items: Vec::new(), added: Vec::new(), differences: Vec::new() };
    for (unit, file) in extension.files.iter().enumerate() {
        for module in &file.modules {
            let name = |method: &Method| method.name.clone();
            compare(project, unit, &module.functions, &rust.functions, name, &mut verified);
        }
        for ty in &file.types {
            let last = ty.name.rsplit('.').next().unwrap_or(&ty.name);
            let name = |method: &Method| format!("{last}.{}", method.name);
            let class = rust.classes.iter().find(|class| class.is_for(&ty.definition, &ty.name));
            let methods = class.map(|class| class.methods.as_slice()).unwrap_or_default();
            compare(project, unit, &ty.methods, methods, name, &mut verified);
        }
    }
    added(extension, &rust, &mut verified);
    let module = extension.files.iter().flat_map(|file| &file.modules).next();
    let module = module.and_then(|module| module.init_function.as_deref()?.strip_prefix("PyInit_"));
    if let Some(module) = module {
        let sources: Vec<PathBuf> = parsed.iter().map(|parsed| parsed.path.clone()).collect();
        if let Some(said) = layout::layout(module, &sources, files, flags)? {
            verified.differences.push(said.trim_end().to_owned());
        }
    }
    Ok(verified)
}

/// The methods of a table of C's, each with Rust's of the same name.
fn compare(
    project: &Project,
    unit: usize,
    methods: &[Method],
    rust: &[Exported],
    name: impl Fn(&Method) -> String,
    verified: &mut Verified,
) {
    for method in methods {
        let in_c = method.defined.as_ref().map_or_else(
            || "not in these files".into(),
            |defined| format!("{}:{}", defined.file.display(), defined.line),
        );
        let found = rust.iter().find(|exported| exported.name == method.name && !exported.is_property);
        let place = |exported: &Exported| format!("{}:{}", exported.file.display(), exported.line);
        let is_special = method.name.starts_with("__") && method.name.ends_with("__");
        if let (Some(exported), false, Some(c)) = (found, is_special, of_c(project, unit, method))
            && !signature::are_alike(&c, &exported.parameters)
        {
            verified.differences.push(format!(
                "{}: `{}` takes {} in C ({in_c}), and {} here",
                place(exported),
                name(method),
                signature::shown(&c),
                signature::shown(&exported.parameters)
            ));
        }
        verified.items.push(Item { name: name(method), in_c, in_rust: found.map(place) });
    }
}

/// What a C function takes, if that can be read.
fn of_c(project: &Project, unit: usize, method: &Method) -> Option<Vec<Parameter>> {
    let id = project.find(unit, &method.function)?;
    let flag = |name: &str| method.flags.iter().any(|flag| flag == name);
    let arguments = if flag("METH_NOARGS") {
        Arguments::default()
    } else if flag("METH_O") {
        Arguments::one("object")
    } else {
        reading::passed(project, id, flag("METH_KEYWORDS"))
    };
    // What C reads one by one is known to nobody else.
    let is_known = arguments.list.iter().all(|argument| argument.pass != Pass::Rest);
    is_known.then(|| arguments.list.iter().map(Parameter::of_c).collect())
}

/// Functions of Rust's of which C has none of the name.
fn added(extension: &Extension, rust: &Rust, verified: &mut Verified) {
    let functions: Vec<&str> = extension
        .files
        .iter()
        .flat_map(|file| &file.modules)
        .flat_map(|module| &module.functions)
        .map(|function| function.name.as_str())
        .collect();
    let new = |exported: &Exported| format!("{} ({}:{})", exported.name, exported.file.display(), exported.line);
    let unknown = rust.functions.iter().filter(|exported| !functions.contains(&exported.name.as_str()));
    verified.added.extend(unknown.map(new));
    for class in &rust.classes {
        let ty = extension.files.iter().flat_map(|file| &file.types).find(|ty| class.is_for(&ty.definition, &ty.name));
        let Some(ty) = ty else { continue };
        let is_special = |name: &str| name.starts_with("__") && name.ends_with("__");
        let unknown = class.methods.iter().filter(|exported| {
            let known = ty.methods.iter().any(|method| method.name == exported.name);
            !known && !exported.is_property && !is_special(&exported.name)
        });
        verified.added.extend(unknown.map(new));
    }
}

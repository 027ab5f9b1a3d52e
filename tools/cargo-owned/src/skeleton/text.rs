//! The whole file.

use std::collections::BTreeSet;

use super::class::Class;
use super::find::Target;
use super::function::{Function, Receiver};
use super::{Context, exported, helper, imports, rust};

/// Types that are no part of the prelude.
const OTHER_TYPES: [&str; 9] =
    ["Bool", "Buffer", "BufferMut", "ByteArray", "Complex", "FrozenSet", "MemoryView", "Set", "Slice"];

/// What C's fields are reached by.
const FIELDS: [&str; 3] = ["BorrowedField", "OwnedField", "PlainField"];

/// The structs of the types that are asked for, each with the name of its class.
pub(crate) fn classes(targets: &[Target<'_>]) -> Vec<(String, String)> {
    let of = |target: &Target<'_>| {
        let (ty, _) = target.ty()?;
        Some((ty.structure.as_ref()?.name.clone(), rust::class_name(&ty.name)))
    };
    let mut classes: Vec<(String, String)> = Vec::new();
    for class in targets.iter().filter_map(of) {
        // Types that share a struct have no class by it.
        if !classes.contains(&class) {
            classes.push(class);
        }
    }
    let shared = |name: &String| classes.iter().filter(|(other, _)| other == name).count() > 1;
    classes.iter().filter(|(name, _)| !shared(name)).cloned().collect()
}

/// What was asked for: functions, helpers, classes.
pub(crate) fn text(context: &Context<'_>, targets: &[Target<'_>]) -> String {
    let mut functions: Vec<Function> = Vec::new();
    let mut classes: Vec<Class<'_>> = Vec::new();
    for target in targets {
        match target {
            Target::Function { module, method, id } => functions.push(function(context, module, method, *id)),
            Target::Helper { id } => functions.push(helper::helper(context, *id)),
            Target::Method { ty, unit, .. } | Target::Slot { ty, unit, .. } | Target::Property { ty, unit, .. } => {
                let at = classes.iter().position(|class| class.is_of(ty)).unwrap_or_else(|| {
                    classes.push(Class::of(*context, ty, *unit));
                    classes.len() - 1
                });
                classes[at].add(target);
            }
        }
    }
    apart(&mut functions);
    let mut parts: Vec<String> = functions.iter().map(|function| function.text(0)).collect();
    parts.extend(classes.iter().map(Class::text));
    parts.extend(Some(imports::imports(context, targets)).filter(|block| !block.is_empty()));
    format!("{}\n{}", head(context, &parts), parts.join("\n"))
}

fn function(
    context: &Context<'_>,
    module: &str,
    method: &crate::model::Method,
    id: Option<crate::model::FunctionId>,
) -> Function {
    let mut function = exported::exported(context, method, id, &format!("{module}.{}", method.name));
    function.receiver = Receiver::None;
    let renamed = !function.attributes.is_empty();
    function.attributes.clear();
    function.attributes.push(if renamed {
        format!("#[function(name = {:?})]", method.name)
    } else {
        "#[function]".into()
    });
    function
}

/// A helper may have the name of a function of Python's.
fn apart(functions: &mut [Function]) {
    for at in 1..functions.len() {
        while functions[..at].iter().any(|before| before.name == functions[at].name) {
            functions[at].name = format!("{}_in_c", rust::name(&functions[at].name));
        }
    }
}

/// The comment at the top, and what is imported.
fn head(context: &Context<'_>, parts: &[String]) -> String {
    let sources: Vec<String> = context.extension.files.iter().map(|file| file.path.display().to_string()).collect();
    let code: String = parts.iter().flat_map(|part| part.lines()).map(bare).collect::<Vec<_>>().join(" ");
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let words: BTreeSet<&str> = code.split(|letter| !is_name(letter)).collect();
    let used = |name: &&&str| words.contains(**name);
    let types: Vec<&str> = OTHER_TYPES.iter().filter(used).copied().collect();
    let mut head = String::from("// Written by `cargo owned skeleton`, to be filled in, from\n");
    for source in &sources {
        head += &format!("// {source}\n");
    }
    head += "//\n// The comments say what the C code does with each reference: what is *new* is owned by whoever asked for it, what is\n\
             // *borrowed* belongs to somebody else, what is *stolen* is gone.\n\n\
             ";
    let fields: Vec<&str> = FIELDS.iter().filter(used).copied().collect();
    match fields.as_slice() {
        [] => {}
        [one] => head += &format!("use owned::adopt::{one};\n"),
        fields => head += &format!("use owned::adopt::{{{}}};\n", fields.join(", ")),
    }
    head += "use owned::exceptions::NotImplementedError;\nuse owned::prelude::*;\n";
    match types.as_slice() {
        [] => {}
        [one] => head += &format!("use owned::types::{one};\n"),
        types => head += &format!("use owned::types::{{{}}};\n", types.join(", ")),
    }
    head
}

/// A line without its comment and its texts.
fn bare(line: &str) -> String {
    if line.trim_start().starts_with("//") {
        return String::new();
    }
    let code = line.split(" // ").next().unwrap_or(line);
    code.split('"').step_by(2).collect()
}

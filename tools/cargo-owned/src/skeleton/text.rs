//! The whole file.

use super::class::{self, Class};
use super::find::Target;
use super::function::{Function, Receiver};
use super::{Context, helper, rust};

/// Types that are no part of the prelude.
const OTHER_TYPES: [&str; 9] =
    ["Bool", "Buffer", "BufferMut", "ByteArray", "Complex", "FrozenSet", "MemoryView", "Set", "Slice"];

/// What was asked for: functions, helpers, classes.
pub(crate) fn text(context: &Context<'_>, targets: &[Target<'_>]) -> String {
    let mut functions: Vec<Function> = Vec::new();
    let mut classes: Vec<Class<'_>> = Vec::new();
    for target in targets {
        match target {
            Target::Function { module, method, id } => functions.push(function(context, module, method, *id)),
            Target::Helper { id } => functions.push(helper::helper(context, *id)),
            Target::Method { ty, .. } | Target::Slot { ty, .. } | Target::Property { ty, .. } => {
                let at = classes.iter().position(|class| class.is_of(ty)).unwrap_or_else(|| {
                    classes.push(Class::of(*context, ty));
                    classes.len() - 1
                });
                classes[at].add(target);
            }
        }
    }
    apart(&mut functions);
    let mut parts: Vec<String> = functions.iter().map(|function| function.text(0)).collect();
    parts.extend(classes.iter().map(Class::text));
    format!("{}\n{}", head(context, &parts), parts.join("\n"))
}

fn function(
    context: &Context<'_>,
    module: &str,
    method: &crate::model::Method,
    id: Option<crate::model::FunctionId>,
) -> Function {
    let mut function = class::exported(context, method, id, &format!("{module}.{}", method.name));
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
    let used = |name: &&&str| {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        parts.iter().any(|part| part.split(|letter| !is_name(letter)).any(|word| word == **name))
    };
    let types: Vec<&str> = OTHER_TYPES.iter().filter(used).copied().collect();
    let mut head = String::from("// Written by `cargo owned skeleton`, to be filled in, from\n");
    for source in &sources {
        head += &format!("// {source}\n");
    }
    head += "//\n// The comments say what the C code does with each reference: what is *new* is owned by whoever asked for it, what is\n\
             // *borrowed* belongs to somebody else, what is *stolen* is gone.\n\n\
             use owned::exceptions::NotImplementedError;\nuse owned::prelude::*;\n";
    match types.as_slice() {
        [] => {}
        [one] => head += &format!("use owned::types::{one};\n"),
        types => head += &format!("use owned::types::{{{}}};\n", types.join(", ")),
    }
    head
}

//! Which functions the names that a user gives stand for.

use anyhow::{Result, bail};

use crate::model::{Extension, FunctionId, Method, Project, Property, Slot, Type};

/// What is to be written.
pub(crate) enum Target<'a> {
    /// A function of a module.
    Function { module: &'a str, method: &'a Method, id: Option<FunctionId> },
    /// A function that Python does not see.
    Helper { id: FunctionId },
    /// A method of a type.
    Method { ty: &'a Type, method: &'a Method, id: Option<FunctionId>, unit: usize },
    /// A slot of a type.
    Slot { ty: &'a Type, slot: &'a Slot, id: Option<FunctionId>, unit: usize },
    /// A property of a type.
    Property { ty: &'a Type, property: &'a Property, unit: usize },
}

impl Target<'_> {
    /// Its names: what Python says, with and without the type or the module, and what C says.
    fn names(&self) -> Vec<String> {
        let of = |owner: &str, name: &str| {
            let last = owner.rsplit('.').next().unwrap_or(owner);
            vec![name.to_owned(), format!("{last}.{name}"), format!("{owner}.{name}")]
        };
        match self {
            Target::Function { module, method, .. } => {
                let mut names = of(module, &method.name);
                names.push(method.function.clone());
                names
            }
            Target::Helper { .. } => Vec::new(),
            Target::Method { ty, method, .. } => {
                let mut names = of(&ty.name, &method.name);
                names.push(method.function.clone());
                names
            }
            Target::Slot { ty, slot, .. } => {
                let mut names = of(&ty.name, &slot.slot);
                names.extend(slot.function.clone());
                names
            }
            Target::Property { ty, property, .. } => {
                let mut names = of(&ty.name, &property.name);
                names.extend(property.get.clone());
                names.extend(property.set.clone());
                names
            }
        }
    }

    /// The C function, if it is one.
    pub(crate) fn id(&self) -> Option<FunctionId> {
        match self {
            Target::Function { id, .. } | Target::Method { id, .. } | Target::Slot { id, .. } => *id,
            Target::Helper { id } => Some(*id),
            Target::Property { .. } => None,
        }
    }

    /// The type that it is of, and the file of that.
    pub(crate) fn ty(&self) -> Option<(&Type, usize)> {
        match self {
            Target::Function { .. } | Target::Helper { .. } => None,
            Target::Method { ty, unit, .. } | Target::Slot { ty, unit, .. } | Target::Property { ty, unit, .. } => {
                Some((ty, *unit))
            }
        }
    }

    /// Whether a name is that of the type that it is of.
    fn is_of(&self, name: &str) -> bool {
        match self {
            Target::Function { .. } | Target::Helper { .. } => false,
            Target::Method { ty, .. } | Target::Slot { ty, .. } | Target::Property { ty, .. } => {
                ty.name == name || ty.name.rsplit('.').next() == Some(name) || ty.definition == name
            }
        }
    }
}

/// Everything that an extension has.
fn all<'a>(project: &Project, extension: &'a Extension) -> Vec<Target<'a>> {
    let mut all = Vec::new();
    for (unit, file) in extension.files.iter().enumerate() {
        let find = |name: &str| project.find(unit, name);
        for module in &file.modules {
            for method in &module.functions {
                all.push(Target::Function { module: &module.name, method, id: find(&method.function) });
            }
        }
        for helper in &file.helpers {
            all.extend(find(&helper.name).map(|id| Target::Helper { id }));
        }
        for ty in &file.types {
            for method in &ty.methods {
                all.push(Target::Method { ty, method, id: find(&method.function), unit });
            }
            for property in &ty.getset {
                all.push(Target::Property { ty, property, unit });
            }
            for slot in &ty.slots {
                all.push(Target::Slot { ty, slot, id: slot.function.as_deref().and_then(find), unit });
            }
        }
    }
    all
}

/// What each name stands for; all that there is, if there are none.
///
/// # Errors
/// A name that stands for nothing, with those that are like it.
pub(crate) fn find<'a>(project: &Project, extension: &'a Extension, names: &[String]) -> Result<Vec<Target<'a>>> {
    let mut all = all(project, extension);
    let matches = |target: &Target<'_>, name: &String| match target {
        Target::Helper { id } => project.function(*id).name == *name,
        _ => target.names().contains(name) || target.is_of(name),
    };
    for name in names {
        if !all.iter().any(|target| matches(target, name)) {
            bail!("`{name}` is nothing that these files have{}", like(project, &all, name));
        }
    }
    all.retain(|target| names.is_empty() || names.iter().any(|name| matches(target, name)));
    Ok(all)
}

/// Names that a part of is the same.
fn like(project: &Project, all: &[Target<'_>], name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name).to_lowercase();
    let known = all.iter().flat_map(|target| match target {
        Target::Helper { id } => vec![project.function(*id).name.clone()],
        _ => target.names().into_iter().take(2).skip(1).collect(),
    });
    let like: Vec<String> = known
        .filter(|known| {
            let own = known.rsplit('.').next().unwrap_or(known).to_lowercase();
            own.contains(&last) || last.contains(&own)
        })
        .take(5)
        .collect();
    if like.is_empty() {
        "; `cargo owned scan` lists what there is".into()
    } else {
        format!(": is it {}?", like.join(" or "))
    }
}

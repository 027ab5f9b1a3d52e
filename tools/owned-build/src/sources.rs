//! Which source has what Rust names.

use std::path::{Path, PathBuf};

use crate::c::{Member, Unit, Variable};
use crate::extension::Extension;
use crate::fault::{Error, Faults};
use crate::read::{Adopted, Declared, Helper};
use crate::write::{Around, Compared};

/// A source, and what is written around it.
pub(crate) struct Planned<'a> {
    pub(crate) path: PathBuf,
    pub(crate) around: Option<Around<'a>>,
}

/// Whether a source can be compiled at all.
pub(crate) fn check(source: &Path) -> Result<(), Error> {
    let kind = source.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    if ["cc", "cpp", "cxx", "c++", "hpp"].contains(&&*kind) {
        return Err(Error::new(format!("{}: C++ is not adopted, only C is", source.display())));
    }
    if source.is_file() {
        return Ok(());
    }
    let here = std::env::current_dir().unwrap_or_default();
    Err(Error::new(format!("{}: there is no such source (looked for from {})", source.display(), here.display())))
}

/// Finds for each thing that Rust names the source that has it.
pub(crate) fn plan<'a>(
    extension: &'a Extension,
    declared: &'a Declared,
    units: &'a [Unit],
) -> Result<Vec<Planned<'a>>, Error> {
    let mut faults = Faults::default();
    let has_init = faults.keep(init(extension, units));
    let mut helpers: Vec<Vec<&Helper>> = vec![Vec::new(); units.len()];
    let mut classes: Vec<Vec<Compared<'_>>> = vec![Vec::new(); units.len()];
    for helper in &declared.helpers {
        match units.iter().position(|unit| unit.functions.contains(&helper.name)) {
            // Named in two places, it is exposed once.
            Some(at) if helpers[at].iter().any(|other| other.name == helper.name) => {}
            Some(at) => helpers[at].push(helper),
            None => faults.at(
                &helper.place,
                format!("no source of `{}` has a function `{}`; a macro has no address", extension.module, helper.name),
            ),
        }
    }
    for (nth, class) in declared.classes.iter().enumerate() {
        if let Some(other) = declared.classes[..nth].iter().find(|other| other.object.name() == class.object.name()) {
            faults.at(&class.place, format!("`{}` ({}) adopts the same type", other.rust, other.place));
            continue;
        }
        let name = class.object.name();
        let Some(at) = units.iter().position(|unit| unit.variables.contains_key(name)) else {
            let of = class.object.declared_as();
            faults.at(&class.place, format!("no source of `{}` has a `{of} {name}`", extension.module));
            continue;
        };
        if let Err(why) = object(class, &units[at].variables[name]) {
            faults.at(&class.place, why);
        }
        match units[at].struct_named(&class.c) {
            Some(of) => {
                let members = units[at].members(&class.c);
                let paths = members.map_or_else(|| by_name(class), |members| paths(class, &members, &mut faults));
                classes[at].push(Compared { class, of, paths });
            }
            None => faults.at(&class.place, format!("{} has no struct `{}`", extension.sources[at].display(), class.c)),
        }
    }
    faults.end()?;
    let rows = extension.sources.iter().zip(helpers).zip(classes).enumerate();
    Ok(rows
        .map(|(at, ((path, helpers), classes))| {
            let has_init = has_init == Some(at);
            let empty = helpers.is_empty() && classes.is_empty() && !has_init;
            let (module, mirrors) = (extension.module.as_str(), declared.mirrors.as_slice());
            let around = (!empty).then_some(Around { module, has_init, helpers, classes, mirrors });
            Planned { path: path.clone(), around }
        })
        .collect())
}

/// The one source that defines the module's init function.
fn init(extension: &Extension, units: &[Unit]) -> Result<usize, Error> {
    let name = format!("PyInit_{}", extension.module);
    let mut having = (0..units.len()).filter(|at| units[*at].functions.contains(&name));
    let path = |at: usize| extension.sources[at].display();
    match (having.next(), having.next()) {
        (Some(at), None) => Ok(at),
        (Some(one), Some(other)) => Err(Error::new(format!("both {} and {} define {name}", path(one), path(other)))),
        (None, _) => {
            let others = units.iter().flat_map(|unit| &unit.functions).filter(|name| name.starts_with("PyInit_"));
            let others: Vec<&str> = others.map(String::as_str).collect();
            let hint = match &*others {
                [] => "none of them is the source of a module: name the one with `.source(…)`".to_owned(),
                [other] => format!("there is {other}: the module's name is what follows `PyInit_`"),
                _ => format!("there are {}", others.join(", ")),
            };
            Err(Error::new(format!("no source defines {name}; {hint}")))
        }
    }
}

/// Whether C's variable is what Rust says that it is.
fn object(class: &Adopted, found: &Variable) -> Result<(), String> {
    let (name, of) = (class.object.name(), class.object.declared_as());
    let words = if of == "PyTypeObject" { &["PyTypeObject", "_typeobject"][..] } else { &["PyType_Spec"] };
    let declared = found.words.join(" ");
    if found.is_pointer {
        return Err(format!(
            "C's `{name}` is a pointer (`{declared} *`): of a type that is made of a spec, name the spec, `spec = …`"
        ));
    }
    if !found.words.iter().any(|word| words.contains(&word.as_str())) {
        return Err(format!("C's `{name}` is no {of} but `{declared}`"));
    }
    if found.is_const {
        return Err(format!(
            "C's `{name}` is `const`, so what Rust puts in it cannot be written: take the `const` from its declaration"
        ));
    }
    Ok(())
}

/// The fields by their own names, where C's are not known.
fn by_name(class: &Adopted) -> Vec<String> {
    class.fields.iter().map(|field| field.name.clone()).collect()
}

/// How C reaches each field. The names are compared in order: sizes alone would not see two pointers that changed places.
fn paths(class: &Adopted, theirs: &[Member], faults: &mut Faults) -> Vec<String> {
    let all = theirs.iter().map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ");
    let (rust, c) = (&class.rust, &class.c);
    let mut strange = false;
    for field in class.fields.iter().filter(|field| theirs.iter().all(|member| member.name != field.name)) {
        faults.at(&field.place, format!("C's `{c}` has no field `{}`; it has {all}", field.name));
        strange = true;
    }
    let is_missing = |member: &&Member| class.fields.iter().all(|field| field.name != member.name);
    let missing: Vec<&str> = theirs.iter().filter(is_missing).map(|member| member.name.as_str()).collect();
    let mut in_order = class.fields.iter().zip(theirs);
    if strange {
        // One of the names that C has and Rust has not is what was meant.
    } else if !missing.is_empty() {
        faults.at(&class.place, format!("`{rust}` leaves out `{}`; C's `{c}` has {all}", missing.join("`, `")));
    } else if let Some((field, member)) = in_order.find(|(field, member)| field.name != member.name) {
        let text =
            format!("in C's `{c}` the field here is `{}`, not `{}`: its order is {all}", member.name, field.name);
        faults.at(&field.place, text);
    }
    theirs.iter().map(|member| member.path.clone()).collect()
}

//! The struct of a class: C's, which is adopted, or one of Rust's own.

use std::collections::BTreeSet;

use crate::c::{CType, Does, Function};
use crate::model::Type;

use super::{Context, rust};

/// What a class is made of.
pub(crate) enum Shape {
    /// C's fields, each as C uses it.
    Adopted(String),
    /// Fields of Rust's; why, if it was not asked for.
    Whole { fields: String, why: Option<String> },
}

/// The struct of a type in the file `unit`.
pub(crate) fn shape(context: &Context<'_>, ty: &Type, unit: usize) -> Shape {
    if context.whole {
        return Shape::Whole { fields: whole(ty), why: None };
    }
    match adopted(context, ty, unit) {
        Ok(fields) => Shape::Adopted(fields),
        Err(why) => Shape::Whole { fields: whole(ty), why: Some(why) },
    }
}

/// A line for each field that Rust has a type for, and a comment for the others.
fn whole(ty: &Type) -> String {
    let Some(structure) = &ty.structure else { return String::new() };
    let mut text = format!("    // In C: {}, {}:{}.\n", structure.name, structure.file.display(), structure.line);
    for field in &structure.fields {
        let (name, ctype) = (field.name.as_str(), field.ctype.as_str());
        let member = ty.members.iter().find(|member| member.field.as_deref() == Some(name));
        let words: Vec<&str> = ctype.split_whitespace().filter(|word| *word != "const").collect();
        let rust_type = match ctype {
            "PyObject *" => Some("Option<Py<Any>>"),
            "PyTypeObject *" => Some("Option<Py<Type>>"),
            _ => rust::plain(&CType { base: words.join(" "), ..CType::default() }),
        };
        let Some(rust_type) = rust_type else {
            text += &format!("    // {name}: {ctype}\n");
            continue;
        };
        if let Some(member) = member {
            let set = if member.readonly { "" } else { ", set" };
            let renamed = if member.name == name { String::new() } else { format!(", name = {:?}", member.name) };
            text += &format!("    #[field(get{set}{renamed})]\n");
        }
        text += &format!("    {}: {rust_type},\n", rust::name(&rust::snake(name)));
    }
    text
}

/// C's fields behind the head, all of them; else which one stands in the way.
fn adopted(context: &Context<'_>, ty: &Type, unit: usize) -> Result<String, String> {
    let Some(structure) = &ty.structure else { return Err("C's struct for its instances was not found".into()) };
    let name = &structure.name;
    let Some(known) = context.project.structure(unit, name) else { return Err(format!("`{name}` was not found")) };
    match known.fields.first() {
        Some(head) if head.ty.is("PyObject", 0) => {}
        Some(head) if head.ty.is("PyVarObject", 0) => {
            return Err(format!("`{name}` has PyObject_VAR_HEAD, and is of no fixed size"));
        }
        _ => return Err(format!("`{name}` does not begin with PyObject_HEAD")),
    }
    if known.fields.len() == 1 {
        return Err(format!("`{name}` has no fields behind PyObject_HEAD"));
    }
    let mut text =
        format!("    // In C: {name}, {}:{}. All fields, in C's order.\n", structure.file.display(), structure.line);
    for field in &known.fields[1..] {
        if rust::name(&field.name).trim_start_matches("r#") != field.name {
            return Err(format!("its field `{}` has a name that no field of Rust can have", field.name));
        }
        let resolved = context.project.resolved(unit, &field.ty, |ty| rust::plain(ty).is_some());
        let (rust_type, why) = one(context, unit, name, &field.name, &resolved)
            .ok_or_else(|| format!("its field `{}` is a `{}`", field.name, field.ty.text()))?;
        let comment = why.map_or(String::new(), |why| format!(" // {why}"));
        text += &format!("    {}: {rust_type},{comment}\n", rust::name(&field.name));
    }
    Ok(text)
}

/// The type of a field, and what says so where it is not C's type alone.
fn one(
    context: &Context<'_>,
    unit: usize,
    structure: &str,
    name: &str,
    ty: &CType,
) -> Option<(String, Option<String>)> {
    if ty.pointers == 1 && ty.arrays == 0 && !ty.to_function && context.project.is_object(unit, ty) {
        let class = match context.class_of(unit, ty) {
            "Any" => written(context, structure, name),
            class => class,
        };
        return Some(match releasing(context, structure, name) {
            Some(function) => (format!("OwnedField<{class}>"), Some(format!("released in {function}"))),
            None => (format!("BorrowedField<{class}>"), Some("nothing in these files releases it".into())),
        });
    }
    let item = if ty.pointers > 0 || ty.to_function {
        if ty.is("char", 1) { "*mut core::ffi::c_char" } else { "*mut core::ffi::c_void" }
    } else if ty.base.starts_with("enum") {
        "core::ffi::c_int"
    } else {
        match rust::plain(&CType { arrays: 0, dims: Vec::new(), ..ty.clone() })? {
            "bool" => "u8",
            plain => plain,
        }
    };
    let mut text = item.to_owned();
    if ty.dims.len() != ty.arrays {
        return None;
    }
    for size in ty.dims.iter().rev() {
        text = format!("[{text}; {}]", (*size)?);
    }
    let why = (ty.pointers > 0 || ty.to_function).then(|| ty.text());
    Some((format!("PlainField<{text}>"), why))
}

/// The type of what is put into a field of a struct, if it is the same wherever that is done.
fn written(context: &Context<'_>, structure: &str, field: &str) -> &'static str {
    let arrow = format!("->{field}");
    let mut found = None;
    for id in context.project.ids() {
        let function = context.project.function(id);
        for step in &function.body.steps {
            let class = match &step.does {
                Does::Call { name, into: Some(into), .. } if into.ends_with(&arrow) => {
                    rust::object(context.contracts.new_result(name).unwrap_or("object"))
                }
                Does::Assign { into, value } if into.ends_with(&arrow) && !value.is_null() => "Any",
                // Its address is passed, or it is replaced by a macro.
                Does::Call { name, args, .. } if !READING.contains(&name.as_str()) => {
                    let first = args.iter().find(|arg| arg.text.ends_with(&arrow));
                    if first.is_none_or(|arg| !arg.text.starts_with('&') && !name.contains("SETREF")) {
                        continue;
                    }
                    "Any"
                }
                _ => continue,
            };
            if !works_on(context, id, function, structure) {
                continue;
            }
            if found.is_some_and(|before| before != class) {
                return "Any";
            }
            found = Some(class);
        }
    }
    found.unwrap_or("Any")
}

/// Calls that are given the address of a field, or the field, and put nothing else there than NULL.
const READING: [&str; 4] = ["Py_VISIT", "Py_CLEAR", "Py_XDECREF", "Py_DECREF"];

/// The function that releases what a field of a struct holds, or shows it to the collector.
fn releasing(context: &Context<'_>, structure: &str, field: &str) -> Option<String> {
    const RELEASING: [&str; 6] = ["Py_DECREF", "Py_XDECREF", "Py_CLEAR", "Py_SETREF", "Py_XSETREF", "Py_VISIT"];
    let (arrow, dot) = (format!("->{field}"), format!(".{field}"));
    let releases = |function: &Function| {
        function.body.steps.iter().any(|step| match &step.does {
            Does::Call { name, args, .. } if RELEASING.contains(&name.as_str()) => {
                args.first().is_some_and(|arg| arg.text.ends_with(&arrow) || arg.text.ends_with(&dot))
            }
            _ => false,
        })
    };
    let ids = context.project.ids().filter(|id| {
        let function = context.project.function(*id);
        releases(function) && works_on(context, *id, function, structure)
    });
    let mut names: Vec<String> = ids.map(|id| context.project.function(id).name.clone()).collect();
    // The destructor says it best.
    names.sort_by_key(|name| !(name.contains("dealloc") || name.contains("clear")));
    names.into_iter().next()
}

/// Whether a function has to do with a struct: by a parameter, a variable, or a cast.
fn works_on(context: &Context<'_>, id: crate::model::FunctionId, function: &Function, structure: &str) -> bool {
    let unit = context.project.unit_of(id);
    let place = |name: &str| context.project.structure(unit, name).map(|found| found.place.clone());
    let wanted = place(structure);
    let mut bases: BTreeSet<&str> = function.params.iter().map(|param| param.ty.bare()).collect();
    bases.extend(function.body.locals.iter().map(|local| local.ty.bare()));
    let casts = format!("({structure} *)");
    let cast = function.body.steps.iter().any(|step| match &step.does {
        Does::Call { args, .. } => args.iter().any(|arg| arg.text.contains(&casts)),
        _ => false,
    });
    cast || bases.into_iter().any(|base| wanted.is_some() && place(base) == wanted)
}

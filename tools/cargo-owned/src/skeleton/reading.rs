//! The arguments of a C function, read off the call by which it reads them.

use crate::c::{Does, Expr, Function, Init, Step};
use crate::model::{FunctionId, Project};

use super::arguments::{Argument, Arguments, Pass, plain};
use super::defaults::{self, Default};
use super::format::{self, Code};
use super::rust;

/// The arguments of a function that gets a tuple `args`, and perhaps a dict `kwargs`, or an array.
pub(crate) fn passed(project: &Project, id: FunctionId, keywords: bool) -> Arguments {
    let function = project.function(id);
    let mut arguments = Arguments::default();
    let is_read = match reading(project, id, 0) {
        Some((reader, step)) => {
            let is_read = read(project, reader, step, &mut arguments);
            let by_name = matches!(&step.does, Does::Call { name, .. } if name.ends_with("Keywords"));
            if is_read && keywords && !by_name {
                apart(function, &mut arguments);
            }
            if reader != id {
                let name = &project.function(reader).name;
                arguments.notes.push(format!("the arguments are read by `{name}`"));
            }
            is_read
        }
        None if function.params.len() < 2 => true,
        None if !uses_args(function) => {
            arguments.notes.push("C accepts any arguments and looks at none of them; Rust refuses them".into());
            true
        }
        None => {
            arguments.notes.push("C reads the arguments one by one: give each a parameter of its own".into());
            false
        }
    };
    if !is_read {
        arguments.list.push(Argument::new("args", "Owned<'py, Tuple>", Pass::Rest));
        if keywords {
            arguments.list.push(Argument::new("kwargs", "Owned<'py, Dict>", Pass::Options));
        }
    }
    arguments
}

/// What is passed by name, where C's call reads the tuple alone.
fn apart(function: &Function, arguments: &mut Arguments) {
    let Some(kwargs) = function.params.get(2).filter(|param| !param.name.is_empty()) else { return };
    if function.body.names.contains(&kwargs.name) {
        arguments.notes.push("C looks by itself at what is passed by name".into());
        arguments.list.push(Argument::new("kwargs", "Owned<'py, Dict>", Pass::Options));
    } else {
        arguments.notes.push("C accepts any arguments by name and looks at none of them; Rust refuses them".into());
    }
}

/// Whether a function looks at what it is passed.
fn uses_args(function: &Function) -> bool {
    function.params.iter().skip(1).any(|param| function.body.names.contains(&param.name))
}

/// The call that reads the arguments, in the function itself or in one that it passes them on to.
fn reading(project: &Project, id: FunctionId, depth: usize) -> Option<(FunctionId, &Step)> {
    let function = project.function(id);
    let is_reader = |step: &&Step| matches!(&step.does, Does::Call { name, .. } if format_at(name).is_some() || name == "PyArg_UnpackTuple");
    if let Some(step) = function.body.steps.iter().find(is_reader) {
        return Some((id, step));
    }
    let passed: Vec<&str> = function.params.iter().skip(1).map(|param| param.name.as_str()).collect();
    let passes = |step: &&Step| matches!(&step.does, Does::Call { args, .. } if args.iter().any(|arg| arg.name().is_some_and(|name| passed.contains(&name))));
    let called = function.body.steps.iter().filter(passes).filter_map(|step| match &step.does {
        Does::Call { name, .. } => project.find(project.unit_of(id), name),
        _ => None,
    });
    if depth == 3 {
        return None;
    }
    called.filter(|next| *next != id).find_map(|next| reading(project, next, depth + 1))
}

/// Where the format is among the arguments of a function that reads arguments.
fn format_at(name: &str) -> Option<usize> {
    match name {
        "PyArg_ParseTuple" | "PyArg_Parse" | "PyArg_ParseTupleAndKeywords" => {
            Some(if name.ends_with("Keywords") { 2 } else { 1 })
        }
        "_PyArg_ParseStack" | "PyArg_ParseArray" => Some(2),
        _ => None,
    }
}

/// Reads the arguments of the call; whether they could be read.
fn read(project: &Project, id: FunctionId, step: &Step, arguments: &mut Arguments) -> bool {
    let function = project.function(id);
    let Does::Call { name, args, .. } = &step.does else { return false };
    if name == "PyArg_UnpackTuple" {
        unpacked(function, args, step.line, arguments);
        return true;
    }
    let Some(at) = format_at(name) else { return false };
    let format = args.get(at).and_then(Expr::literal);
    let Some(units) = format.and_then(format::units) else {
        let shown = args.get(at).map_or("", |format| format.text.as_str());
        arguments.notes.push(format!("the format `{shown}` is not a text that can be read"));
        return false;
    };
    let keywords = name.ends_with("Keywords");
    let names = args.get(at + 1).filter(|_| keywords).map(|list| names(project, id, list)).unwrap_or_default();
    let mut given = args.get(at + 1 + usize::from(keywords)..).unwrap_or_default();
    for (number, unit) in units.iter().enumerate() {
        let (mine, rest) = given.split_at(unit.code.takes().min(given.len()));
        given = rest;
        let variable = match unit.code {
            // A tuple of arguments has the names of its parts.
            Code::Group(_) => mine.iter().filter_map(variable).collect::<Vec<_>>().join("_"),
            Code::One(_) => mine.iter().rev().find_map(variable).unwrap_or_default(),
        };
        let variable = if variable.is_empty() { format!("argument{number}") } else { variable };
        let by_name = names.get(number).filter(|name| !name.is_empty());
        let pass = match by_name {
            None => Pass::Position,
            Some(_) if unit.keyword_only => Pass::Name,
            Some(_) => Pass::Either,
        };
        let mut argument =
            Argument::new(by_name.unwrap_or(&variable), typed(&unit.code, mine, arguments, &variable), pass);
        if by_name.is_some_and(|name| plain(&argument.name) != *name) {
            let name = by_name.map_or("", String::as_str);
            arguments
                .notes
                .push(format!("Python passes `{name}`, which is no name in Rust: it is `{}` here", argument.name));
        }
        if unit.optional {
            let held = mine.iter().rev().find_map(Expr::name).unwrap_or_default();
            let default = defaults::default(function, held, &argument.ty, step.line);
            optional(&mut argument, default, arguments);
        }
        arguments.list.push(argument);
    }
    unique(&mut arguments.list);
    let more = function.body.steps.iter().filter(|other| other.line > step.line);
    if more.into_iter().any(|other| matches!(&other.does, Does::Call { name, .. } if format_at(name).is_some())) {
        arguments.notes.push("this is the first of several formats that C tries or asks for".into());
    }
    true
}

fn optional(argument: &mut Argument, default: Default, arguments: &mut Arguments) {
    match default {
        Default::Value(value) => argument.default = Some(value),
        Default::Missing(note) => {
            if !argument.ty.starts_with("Option<") {
                argument.ty = format!("Option<{}>", argument.ty);
            }
            argument.default = Some("None".into());
            arguments.notes.extend(note.map(|note| format!("`{}`: {note}", plain(&argument.name))));
        }
    }
}

/// Two arguments of one name cannot be.
fn unique(list: &mut [Argument]) {
    for at in 1..list.len() {
        if list[..at].iter().any(|before| before.name == list[at].name) {
            list[at].name = format!("{}_{at}", list[at].name);
        }
    }
}

/// `PyArg_UnpackTuple(args, name, min, max, &a, …)`.
fn unpacked(function: &Function, args: &[Expr], line: usize, arguments: &mut Arguments) {
    let least: usize = args.get(2).and_then(|least| least.text.parse().ok()).unwrap_or_default();
    for (at, place) in args.iter().skip(4).enumerate() {
        let name = variable(place).unwrap_or_else(|| format!("argument{at}"));
        let mut argument = Argument::new(&name, "Borrowed<'_, 'py, Any>", Pass::Position);
        if at >= least {
            let held = place.name().unwrap_or_default();
            let default = defaults::default(function, held, &argument.ty, line);
            optional(&mut argument, default, arguments);
        }
        arguments.list.push(argument);
    }
    unique(&mut arguments.list);
}

/// The type for a code, whose arguments in C are `mine`.
fn typed(code: &Code, mine: &[Expr], arguments: &mut Arguments, variable: &str) -> String {
    let code = match code {
        Code::Group(codes) => {
            let mut rest = mine;
            let types = codes.iter().map(|code| {
                let (own, after) = rest.split_at(code.takes().min(rest.len()));
                rest = after;
                // What is taken out of a tuple is converted to values of its own.
                match typed(code, own, arguments, variable).as_str() {
                    "&str" => "String".into(),
                    "&[u8]" => "Vec<u8>".into(),
                    ty => ty.replace("Borrowed<'_, 'py,", "Owned<'py,"),
                }
            });
            let types: Vec<String> = types.collect();
            return if types.len() == 1 { format!("({},)", types[0]) } else { format!("({})", types.join(", ")) };
        }
        Code::One(code) => code,
    };
    let (ty, note) = format::rust(code);
    arguments.notes.extend(note.map(|note| format!("`{variable}` is `{code}`: {note}")));
    let first = mine.first().map(|first| first.name().unwrap_or(&first.text));
    match (code.as_str(), first) {
        ("O!", Some(class)) => match rust::type_object(class) {
            Some(class) => format!("Borrowed<'_, 'py, {class}>"),
            None => {
                arguments.notes.push(format!("`{variable}`: C asks for a `{class}`"));
                ty.into()
            }
        },
        ("O&", Some("PyUnicode_FSConverter" | "PyUnicode_FSDecoder")) => "std::path::PathBuf".into(),
        ("O&", Some(converter)) => {
            arguments.notes.push(format!("`{variable}`: C converts it by `{converter}`"));
            ty.into()
        }
        _ => ty.into(),
    }
}

/// The last name of a place: `&self->count` is `count`.
fn variable(place: &Expr) -> Option<String> {
    let last = place.text.rsplit(['>', '.', '&', ' ', '*', ')']).next()?;
    let is_name = last.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_');
    let plain = last.split('[').next().unwrap_or(last);
    (is_name && plain.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')).then(|| plain.to_owned())
}

/// The texts of a list of names, up to its end.
fn names(project: &Project, id: FunctionId, list: &Expr) -> Vec<String> {
    let Some(name) = list.name() else { return Vec::new() };
    let function = project.function(id);
    let unit = &project.units[project.unit_of(id)];
    let own = unit.variables.iter().find(|v| v.name == name && v.within.as_deref() == Some(&function.name));
    let local = function.body.locals.iter().find(|local| local.name == name).and_then(|local| local.init.as_ref());
    let shared = || unit.variables.iter().find(|v| v.name == name && v.within.is_none());
    let init = own.and_then(|own| own.init.as_ref()).or(local).or_else(|| shared()?.init.as_ref());
    let texts = init.map(Init::exprs).unwrap_or_default();
    texts.into_iter().map_while(|text| text.literal().map(Into::into)).collect()
}

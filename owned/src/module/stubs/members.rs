//! Functions, properties and values: of a module, or of a class.

use core::fmt::Write as _;

use crate::class::{Described, DescribedFunction, DescribedParam, First, ParamKind, What};
use crate::ptr::TypeHint;

use super::hints::Hints;
use super::text::{body, literal};

/// Writes them, those of one name together.
pub(super) fn members(all: &[&Described], indent: &str, hints: &mut Hints<'_>) -> String {
    let mut text = String::new();
    for (at, member) in all.iter().enumerate() {
        let is_same = |other: &&&Described| other.name == member.name;
        if all[..at].iter().any(|other| is_same(&other)) {
            continue;
        }
        let same: Vec<&Described> = all[at..].iter().filter(is_same).copied().collect();
        text += &match member.what {
            What::Function(_) => functions(&same, indent, hints),
            What::Getter(_) | What::Setter(_) | What::Deleter | What::Deletes(_) => property(&same, indent, hints),
            What::Value(hint) | What::Static(hint) => value(member, hint, indent, hints),
            What::MatchArgs(names) => format!("{indent}__match_args__ = {}\n", match_args(names)),
            What::Comparisons(ordered) => comparisons(ordered, indent, hints),
        };
    }
    text
}

/// A function, or all overloads of one.
fn functions(same: &[&Described], indent: &str, hints: &mut Hints<'_>) -> String {
    let mut text = String::new();
    for member in same {
        let What::Function(function) = member.what else { continue };
        if function.overload && same.len() > 1 {
            let _ = writeln!(text, "{indent}@{}", hints.names.name("typing", "overload"));
        }
        match function.first {
            First::Static => text += &format!("{indent}@staticmethod\n"),
            First::Class if !matches!(member.name, "__class_getitem__" | "__init_subclass__") => {
                text += &format!("{indent}@classmethod\n");
            }
            _ => {}
        }
        // Python code can call these two since then.
        let since = matches!(member.name, "__buffer__" | "__release_buffer__");
        let outer = indent;
        let indent = if since { format!("{indent}    ") } else { indent.to_owned() };
        if since {
            // Type checkers know it by this name.
            let sys = hints.names.module("sys");
            let _ = writeln!(text, "{outer}if {sys}.version_info >= (3, 12):");
        }
        let returns = returns(&function, hints);
        let params = params(member.name, &function, hints);
        let body = body(member.doc, &format!("{indent}    "));
        let _ = write!(text, "{indent}def {}({params}) -> {returns}:{body}", member.name);
    }
    text
}

fn returns(function: &DescribedFunction, hints: &mut Hints<'_>) -> String {
    if function.first == First::New {
        return hints.names.name("typing", "Self");
    }
    let given = hints.given(function.returns);
    if !function.asynchronous {
        return given;
    }
    let (coroutine, any) = (hints.names.name("collections.abc", "Coroutine"), hints.any());
    format!("{coroutine}[{any}, {any}, {given}]")
}

/// The text between the parentheses.
fn params(name: &str, function: &DescribedFunction, hints: &mut Hints<'_>) -> String {
    let mut all = Vec::new();
    all.extend(match function.first {
        First::Nothing | First::Static => None,
        First::Object => Some("self".to_owned()),
        First::Class | First::New => Some("cls".to_owned()),
    });
    let (mut slash, mut star) = (false, false);
    for param in function.params {
        if slash && param.kind != ParamKind::Position {
            all.push("/".to_owned());
        }
        slash = param.kind == ParamKind::Position;
        if param.kind == ParamKind::Name && !star {
            all.push("*".to_owned());
        }
        star |= matches!(param.kind, ParamKind::Name | ParamKind::Rest);
        // As `object` has it, which every class overrides.
        let any = matches!(name, "__eq__" | "__ne__");
        let hint = if any { TypeHint::ANY } else { param.hint };
        all.push(self::param(&DescribedParam { hint, ..*param }, hints));
    }
    if slash {
        all.push("/".to_owned());
    }
    all.join(", ")
}

fn param(param: &DescribedParam, hints: &mut Hints<'_>) -> String {
    let name = written_name(param.name);
    match param.kind {
        ParamKind::Rest => return format!("*{name}: {}", hints.each(param.hint)),
        ParamKind::Options => return format!("**{name}: {}", hints.value(param.hint)),
        ParamKind::Position | ParamKind::Either | ParamKind::Name => {}
    }
    let hint = hints.accepted(param.hint);
    let Some(default) = param.default else { return format!("{name}: {hint}") };
    // What stands for a value that Python cannot pass.
    let takes_none = hint == "object" || hint.split(" | ").any(|one| one == "None");
    let default = if default == "None" && !takes_none { "..." } else { default };
    format!("{name}: {hint} = {default}")
}

/// A parameter whose name is a word of Python's can only be given by position, or by `**`.
fn written_name(name: &str) -> String {
    const WORDS: &[&str] = &[
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ];
    let underscore = if WORDS.contains(&name) { "_" } else { "" };
    format!("{name}{underscore}")
}

/// A property: with what of getter, setter and deleter there is.
fn property(same: &[&Described], indent: &str, hints: &mut Hints<'_>) -> String {
    let name = same[0].name;
    let getter = same.iter().find_map(|member| match member.what {
        What::Getter(hint) => Some((hint, member.doc)),
        _ => None,
    });
    let (property, inner) = (hints.names.name("", "property"), format!("{indent}    "));
    let mut text = match getter {
        Some((hint, doc)) => {
            let (given, body) = (hints.given(hint), body(doc, &inner));
            format!("{indent}@{property}\n{indent}def {name}(self) -> {given}:{body}")
        }
        // It cannot be read.
        None => {
            let never = hints.names.name("typing", "NoReturn");
            format!("{indent}@{property}\n{indent}def {name}(self) -> {never}: ...\n")
        }
    };
    for member in same {
        if let What::Setter(hint) = member.what {
            let accepted = hints.accepted(hint);
            text += &format!("{indent}@{name}.setter\n{indent}def {name}(self, value: {accepted}) -> None: ...\n");
        }
    }
    // A method can stand in for what the field does.
    if same.iter().any(|member| matches!(member.what, What::Deleter | What::Deletes(true))) {
        text += &format!("{indent}@{name}.deleter\n{indent}def {name}(self) -> None: ...\n");
    }
    text
}

fn value(member: &Described, hint: TypeHint, indent: &str, hints: &mut Hints<'_>) -> String {
    let given = hints.given(hint);
    // Nobody can set what a module has as a constant or a class as an attribute, but only of the first can a checker say so.
    let of = hints.names.name("typing", if indent.is_empty() { "Final" } else { "ClassVar" });
    let doc = super::text::docstring(member.doc, indent).unwrap_or_default();
    format!("{indent}{}: {of}[{given}]\n{doc}", member.name)
}

/// A tuple of texts.
fn match_args(names: &[&str]) -> String {
    let mut text = String::from("(");
    for (at, name) in names.iter().enumerate() {
        text += if at == 0 { "" } else { ", " };
        text += &literal(name);
    }
    text + if names.len() == 1 { ",)" } else { ")" }
}

fn comparisons(ordered: bool, indent: &str, hints: &mut Hints<'_>) -> String {
    let (bool, object) = (hints.names.name("", "bool"), hints.names.name("", "object"));
    let mut text = format!("{indent}def __eq__(self, other: {object}, /) -> {bool}: ...\n");
    if ordered {
        let own = hints.names.name("typing", "Self");
        for name in ["__lt__", "__le__", "__gt__", "__ge__"] {
            let _ = writeln!(text, "{indent}def {name}(self, other: {own}, /) -> {bool}: ...");
        }
    }
    text
}

//! Signatures as text, the way `inspect.signature` reads them.

use crate::model::{Callable, Name, Signature};
use syn::{Expr, ExprLit, ExprUnary, Lit, UnOp};

/// `(a, /, b=3, *args, c=None, **kwargs)`, behind `first` where the object comes first.
pub(super) fn text_signature(callable: &Callable, first: Option<&str>) -> String {
    let signature = callable.signature();
    let mut parts: Vec<String> = first.map(str::to_owned).into_iter().collect();
    let Signature { params, positional, positional_only, rest, options } = &signature;
    for (index, param) in params.iter().enumerate() {
        if index == *positional_only && index > 0 {
            parts.push("/".to_owned());
        }
        if index == *positional && rest.is_none() {
            parts.push("*".to_owned());
        } else if index == *positional {
            parts.extend(rest.iter().map(|rest| format!("*{}", Name::of(rest).text)));
        }
        let name = Name::of(&param.ident).text;
        parts.push(match &param.default {
            Some(default) => format!("{name}={}", python(default)),
            None => name,
        });
    }
    if *positional_only == params.len() && !params.is_empty() {
        parts.push("/".to_owned());
    }
    if *positional == params.len() {
        parts.extend(rest.iter().map(|rest| format!("*{}", Name::of(rest).text)));
    }
    parts.extend(options.iter().map(|options| format!("**{}", Name::of(options).text)));
    format!("({})", parts.join(", "))
}

/// A default as Python would write it, or `...` where that cannot be known.
fn python(default: &Expr) -> String {
    let known = match default {
        Expr::Lit(ExprLit { lit, .. }) => literal(lit),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => match &**expr {
            Expr::Lit(ExprLit { lit: lit @ (Lit::Int(_) | Lit::Float(_)), .. }) => {
                literal(lit).map(|number| format!("-{number}"))
            }
            _ => None,
        },
        Expr::Path(path) if path.path.is_ident("None") => Some("None".to_owned()),
        Expr::Tuple(tuple) if tuple.elems.is_empty() => Some("None".to_owned()),
        // `Some(3)`, or a type around what Python passes: Python sees what is inside.
        Expr::Call(call) if call.args.len() == 1 && is_constructor(&call.func) => {
            return call.args.first().map_or_else(String::new, python);
        }
        _ => None,
    };
    known.unwrap_or_else(|| "...".to_owned())
}

/// Whether it is the path of a tuple struct or variant, by the case of its name.
fn is_constructor(function: &Expr) -> bool {
    let Expr::Path(path) = function else { return false };
    let last = path.path.segments.last().map(|last| last.ident.to_string());
    last.is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn literal(literal: &Lit) -> Option<String> {
    Some(match literal {
        Lit::Bool(value) => if value.value { "True" } else { "False" }.to_owned(),
        Lit::Int(value) => value.base10_digits().to_owned(),
        Lit::Float(value) => value.base10_digits().to_owned(),
        Lit::Str(value) => quoted(&value.value()),
        Lit::Char(value) => quoted(&value.value().to_string()),
        _ => return None,
    })
}

/// A Python string literal, on one line and without a NUL.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for character in text.chars() {
        match character {
            '\'' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                quoted.push_str(&format!("\\x{:02x}", u32::from(control)));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}

//! Signatures as text, the way `inspect.signature` reads them.

use crate::model::{Callable, Name, Signature};
use crate::stream::Word as _;
use crate::syntax::{Expr, Lit, Path};

/// `(a, /, b=3, *args, c=None, **kwargs)`, behind `first` where the object comes first.
pub(super) fn text_signature(callable: &Callable, first: Option<&str>) -> String {
    let signature = callable.signature();
    let mut text = String::from("(");
    let mut add = |part: &str| {
        text += if text.len() > 1 { ", " } else { "" };
        text += part;
    };
    if let Some(first) = first {
        add(first);
    }
    let Signature { params, positional, positional_only, rest, options } = &signature;
    for (index, param) in params.iter().enumerate() {
        if index == *positional_only && index > 0 {
            add("/");
        }
        if index == *positional {
            match rest {
                Some(rest) => add(&format!("*{}", Name::of(rest).text)),
                None => add("*"),
            }
        }
        let name = Name::of(&param.ident).text;
        match &param.default {
            Some(default) => add(&format!("{name}={}", python(default))),
            None => add(&name),
        }
    }
    if *positional_only == params.len() && !params.is_empty() {
        add("/");
    }
    if *positional == params.len()
        && let Some(rest) = rest
    {
        add(&format!("*{}", Name::of(rest).text));
    }
    if let Some(options) = options {
        add(&format!("**{}", Name::of(options).text));
    }
    text.push(')');
    text
}

/// A default as Python would write it, or `...` where that cannot be known.
pub(super) fn python(default: &Expr) -> String {
    let known = match default {
        Expr::Lit(lit) => literal(lit),
        Expr::Negative(_, lit @ (Lit::Int(_) | Lit::Float(..))) => literal(lit).map(|number| format!("-{number}")),
        Expr::Path(path) if path.is_ident("None") => Some("None".to_owned()),
        Expr::Tuple(_, elems) if elems.is_empty() => Some("None".to_owned()),
        // `Some(3)`, or a type around what Python passes: Python sees what is inside.
        Expr::Call(function, _, arguments)
            if is_constructor(function)
                && let [only] = arguments.as_slice() =>
        {
            return python(only);
        }
        _ => None,
    };
    known.unwrap_or_else(|| "...".to_owned())
}

/// Whether it is the path of a tuple struct or variant, by the case of its name.
fn is_constructor(function: &Path) -> bool {
    let Some(last) = function.last() else { return false };
    last.ident.to_string().chars().next().is_some_and(char::is_uppercase)
}

fn literal(literal: &Lit) -> Option<String> {
    Some(match literal {
        Lit::Bool(value) => if value.is("true") { "True" } else { "False" }.to_owned(),
        Lit::Int(value) => value.base10_digits().to_owned(),
        Lit::Float(_, digits) => digits.clone(),
        Lit::Str(value) => quoted(&value.value()),
        Lit::Char(_, value) => quoted(&value.to_string()),
        _ => return None,
    })
}

/// A Python string literal, on one line and without a NUL.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for character in text.chars() {
        match character {
            '\'' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
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

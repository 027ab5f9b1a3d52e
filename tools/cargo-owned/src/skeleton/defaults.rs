//! What an argument is that was not passed: what its variable in C begins with.

use crate::c::{Does, Expr, Function, Value};

/// The default of an optional argument.
pub(crate) enum Default {
    /// A value of the argument's own type, as Rust writes it.
    Value(String),
    /// `None`, of an `Option`, and what one must know of it.
    Missing(Option<&'static str>),
}

/// The default of the variable `name`, for an argument of the type `ty` that is read in line `line`.
pub(crate) fn default(function: &Function, name: &str, ty: &str, line: usize) -> Default {
    let first = starts_with(function, name, line);
    let literal = first.and_then(|value| literal(value, ty));
    match literal {
        Some(text) if !ty.starts_with("Option<") => Default::Value(text),
        _ if ty.starts_with("Option<") => Default::Missing(None),
        _ if first.is_some_and(|value| value.name() == Some("Py_None")) => Default::Missing(None),
        _ if first.is_some_and(Expr::is_null) => {
            Default::Missing(Some("in C a missing argument is NULL and not None; here both are None"))
        }
        _ => Default::Missing(Some("C leaves its variable as it is where it is missing")),
    }
}

/// What a variable holds before the arguments are read.
fn starts_with<'a>(function: &'a Function, name: &str, line: usize) -> Option<&'a Expr> {
    let local = function.body.locals.iter().find(|local| local.name == name);
    let mut assigned =
        function.body.steps.iter().filter(|step| step.line <= line).filter_map(|step| match &step.does {
            Does::Assign { into, value } if into == name => Some(value),
            _ => None,
        });
    assigned.next_back().or_else(|| local?.init.as_ref()?.expr())
}

fn literal(value: &Expr, ty: &str) -> Option<String> {
    match (&value.value, ty) {
        (Value::Text(text), "&str") => Some(format!("{text:?}")),
        (Value::Number(number), "char") => letter(number),
        (Value::Number(number), "bool") => match number.as_str() {
            "0" => Some("false".into()),
            "1" => Some("true".into()),
            _ => None,
        },
        (Value::Number(number), "f64" | "f32") => {
            let plain = number.trim_end_matches(['f', 'F', 'l', 'L']);
            let value: f64 = plain.parse().ok()?;
            Some(format!("{value:?}"))
        }
        (Value::Number(number), _) if is_integer(ty) => {
            let plain = number.trim_end_matches(['u', 'U', 'l', 'L']);
            let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
            let value = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
                Some(hex) => i128::from_str_radix(hex, 16).ok()?,
                None if digits.len() > 1 && digits.starts_with('0') => i128::from_str_radix(digits, 8).ok()?,
                None => digits.parse().ok()?,
            };
            (sign.is_empty() || !is_unsigned(ty)).then(|| format!("{sign}{value}"))
        }
        _ => None,
    }
}

/// The literal of a character, if it is one letter.
fn letter(number: &str) -> Option<String> {
    let inside = number.strip_prefix('\'')?.strip_suffix('\'')?;
    let mut letters = inside.chars();
    match (letters.next()?, letters.next()) {
        (letter, None) if letter != '\\' => Some(format!("{letter:?}")),
        _ => None,
    }
}

fn is_unsigned(ty: &str) -> bool {
    ty.starts_with('u') || ty.contains("::c_u")
}

fn is_integer(ty: &str) -> bool {
    matches!(ty, "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize")
        || ty.starts_with("core::ffi::c_")
}

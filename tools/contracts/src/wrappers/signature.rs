//! The signature of a wrapper, and the declaration of a function that `pyo3-ffi` lacks.

use anyhow::Result;

use super::ctype::rust;
use super::name::wrapper_name;
use crate::model::{Failure, Function, Kind, Param, Return, Source};

/// `pub unsafe fn name(…) -> … `.
pub(super) fn write(function: &Function) -> Result<String> {
    let lender = match &function.result {
        Return::Borrowed(Source::Param(owner), _) => Some(owner.as_str()),
        _ => None,
    };
    let params: Vec<String> = function
        .params
        .iter()
        .filter(|param| !matches!(param.kind, Kind::OutNew(_)))
        .map(|param| Ok(format!("{}: {}", param.name, param_type(param, lender)?)))
        .collect::<Result<_>>()?;
    let generic = if matches!(function.result, Return::Borrowed(..)) { "<'a>" } else { "" };
    let result = match whole_result(function)?.as_str() {
        "()" => String::new(),
        ty => format!(" -> {ty}"),
    };
    Ok(format!("pub unsafe fn {}{generic}({}){result} ", wrapper_name(&function.name), params.join(", ")))
}

fn param_type(param: &Param, lender: Option<&str>) -> Result<String> {
    let life = if lender == Some(param.name.as_str()) { "'a" } else { "'_" };
    let (ty, nullable) = match &param.kind {
        Kind::Borrow(ty) | Kind::Keep(ty) => (format!("BorrowedRef<{life}>"), ty.nullable),
        Kind::Steal(ty) | Kind::StealOnSuccess(ty) | Kind::Replace(ty) => ("StolenArg<'_>".into(), ty.nullable),
        Kind::Value(c) => (rust(c)?, false),
        Kind::Array(_) | Kind::OutNew(_) | Kind::OutBorrowed(..) => unreachable!("refused or filtered before"),
    };
    Ok(if nullable { format!("Option<{ty}>") } else { ty })
}

/// What comes out besides the result: replaced and out parameters, in order. `true`: may be absent.
pub(super) fn outs(function: &Function) -> Vec<(&Param, bool)> {
    let absent = |param: &Param| match (&param.kind, &function.result) {
        (Kind::Replace(ty), _) => ty.nullable,
        (Kind::OutNew(_), Return::ThreeWay) => true,
        (Kind::OutNew(ty), _) => ty.nullable,
        _ => unreachable!("filtered"),
    };
    let given = |param: &&Param| matches!(param.kind, Kind::Replace(_) | Kind::OutNew(_));
    function.params.iter().filter(given).map(|param| (param, absent(param))).collect()
}

/// The Rust type of everything that comes back.
pub(super) fn whole_result(function: &Function) -> Result<String> {
    if function.failure == Failure::Always {
        return Ok("Failed".into());
    }
    let mut parts = Vec::new();
    match &function.result {
        Return::New(ty) => {
            let absent = ty.nullable || function.failure == Failure::NullIfError;
            parts.push(if absent { "Option<NewRef>".into() } else { "NewRef".into() });
        }
        Return::Borrowed(_, ty) => {
            parts.push(if ty.nullable { "Option<BorrowedRef<'a>>".into() } else { "BorrowedRef<'a>".into() });
        }
        Return::Status => {}
        // Whether something was found is said by the `Option` that comes out.
        Return::ThreeWay if outs(function).len() == 1 => {}
        Return::ThreeWay => parts.push("bool".into()),
        Return::Value(c) if c == "void" => {}
        Return::Value(_) if is_size(function) => parts.push("usize".into()),
        Return::Value(c) => parts.push(rust(c)?),
    }
    for (_, absent) in outs(function) {
        parts.push(if absent { "Option<NewRef>".into() } else { "NewRef".into() });
    }
    let inner = match parts.as_slice() {
        [only] => only.clone(),
        parts => format!("({})", parts.join(", ")),
    };
    let fails = function.failure != Failure::Never || replaced_can_fail(function);
    Ok(if fails { format!("Result<{inner}, Failed>") } else { inner })
}

/// A `void` function that replaces says by NULL that it failed.
pub(super) fn replaced_can_fail(function: &Function) -> bool {
    matches!(&function.result, Return::Value(c) if c == "void") && outs(function).iter().any(|(_, absent)| !absent)
}

/// A count that is never negative but for the failure.
pub(super) fn is_size(function: &Function) -> bool {
    function.failure == Failure::MinusOne && matches!(&function.result, Return::Value(c) if c == "Py_ssize_t")
}

/// How wide a line may be that `rustfmt` leaves alone, as it does what a macro is given.
const WIDTH: usize = 120;

/// The item of a block of declarations, laid out as `rustfmt` would.
pub(super) fn declaration(function: &Function, used: &super::Used) -> Result<String> {
    let params: Vec<String> = function
        .params
        .iter()
        .map(|param| {
            let c = match &param.kind {
                Kind::Value(c) => c.clone(),
                Kind::Array(ty) => format!("{} const *", ty.c_type()),
                kind => {
                    let pointer = kind.object().expect("an object").c_type();
                    if kind.is_indirect() { format!("{pointer}*") } else { pointer }
                }
            };
            Ok(format!("{}: {}", param.name, rust(&c)?))
        })
        .collect::<Result<_>>()?;
    let result = match &function.result {
        Return::New(ty) | Return::Borrowed(_, ty) => rust(&ty.c_type())?,
        Return::Status | Return::ThreeWay => "c_int".into(),
        Return::Value(c) if c == "void" => "()".into(),
        Return::Value(c) => rust(c)?,
    };
    let result = if result == "()" { String::new() } else { format!(" -> {result}") };
    let (cfg, name) = (super::cfg(function, used), &function.name);
    let cfg = if cfg.is_empty() { cfg } else { format!("    {cfg}") };
    let line = format!("    fn {name}({}){result};\n", params.join(", "));
    if line.trim_end().len() <= WIDTH {
        return Ok(cfg + &line);
    }
    let params: String = params.iter().map(|param| format!("        {param},\n")).collect();
    Ok(format!("{cfg}    fn {name}(\n{params}    ){result};\n"))
}

//! What the driver is told: the functions, how they are said to behave, and what to call them with.

use owned_contracts::{Failure, Function, Kind, ObjectType, Return, Source};
use serde_json::{Value, json};

use crate::ctype;
use crate::generate::{Reach, result_kind};
use crate::probes::Probes;

/// The plan as JSON.
pub(crate) fn write(
    functions: &[&Function],
    reach: &[Reach],
    probes: &Probes,
    chosen: impl Fn(&Function) -> bool,
) -> Value {
    let plan = functions.iter().enumerate().filter(|(at, function)| {
        !matches!(reach[*at], Reach::Not(_)) && function.handles_objects() && chosen(function)
    });
    plan.map(|(at, f)| function(at, f, &reach[at], probes)).collect()
}

fn function(at: usize, function: &Function, reach: &Reach, probes: &Probes) -> Value {
    let params: Vec<Value> = function.params.iter().map(|param| parameter(&param.name, &param.kind)).collect();
    let mut result = match &function.result {
        Return::New(ty) | Return::Borrowed(_, ty) => object(ty),
        Return::Status | Return::ThreeWay | Return::Value(_) => json!({}),
    };
    result["rule"] = result_kind(&function.result).into();
    result["letter"] = ctype::result_letter(&function.result).to_string().into();
    let probe = probes.of(&function.name);
    json!({
        "index": at,
        "name": function.name,
        "params": params,
        "result": result,
        "failure": failure(function.failure),
        "runs": function.runs,
        "macro": *reach == Reach::Macro,
        "symbol": *reach == Reach::Symbol,
        "before": probe.map_or(&[][..], |probe| &probe.before),
        "after": probe.map_or(&[][..], |probe| &probe.after),
        "succeeds": probe.map_or(&[][..], |probe| &probe.succeeds),
        "fails": probe.map_or(&[][..], |probe| &probe.fails),
        "not": probe.map(|probe| json!(probe.not)).unwrap_or_else(|| json!({})),
        "lasts": probe.is_some_and(|probe| probe.lasts.is_some()),
        "fault": probe.is_some_and(|probe| probe.fault.is_some()),
        "pending": probe.and_then(|probe| probe.pending.clone()),
        "immortal": probe.is_some_and(|probe| probe.immortal),
        "frees": probe.is_some_and(|probe| probe.frees),
        "tells": probe.and_then(|probe| probe.tells.clone()),
        "sets": probe.is_some_and(|probe| probe.sets),
    })
}

fn parameter(name: &str, kind: &Kind) -> Value {
    let mut value = kind.object().map_or_else(|| json!({}), object);
    value["name"] = name.into();
    value["letter"] = ctype::letter(kind).to_string().into();
    value["rule"] = match kind {
        Kind::Borrow(_) => "borrow",
        Kind::Keep(_) => "keep",
        Kind::Steal(_) => "steal",
        Kind::StealOnSuccess(_) => "steal-on-success",
        Kind::Replace(_) => "replace",
        Kind::Array(_) => "array",
        Kind::OutNew(_) => "out new",
        Kind::OutBorrowed(..) => "out borrowed",
        Kind::Value(_) => "value",
    }
    .into();
    if let Kind::Value(c) = kind {
        value["c"] = c.as_str().into();
    }
    if let Kind::OutBorrowed(Source::Param(owner), _) = kind {
        value["from"] = owner.as_str().into();
    }
    value
}

fn object(ty: &ObjectType) -> Value {
    json!({ "type": ty.name, "nullable": ty.nullable, "unchecked": ty.unchecked })
}

fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Null => "NULL",
        Failure::NullIfError => "NULL?",
        Failure::MinusOne => "-1",
        Failure::MinusOneIfError => "-1?",
        Failure::Zero => "0",
        Failure::MinusTwo => "-2",
        Failure::Always => "always",
        Failure::Never => "never",
    }
}

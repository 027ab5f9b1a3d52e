//! From what the driver found to a verdict for each function.

use std::collections::BTreeSet;

use owned_contracts::{Failure, Function, Kind};
use serde_json::Value;

/// What came out for one function on one interpreter.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Its C name.
    pub name: String,
    /// Where its contract stands.
    pub place: String,
    /// Verified on success, or why not.
    pub success: Result<(), String>,
    /// Verified on failure, or why not.
    pub failure: Result<(), String>,
    /// By its contract it cannot fail.
    pub never_fails: bool,
    /// What the contract says, and what was measured instead.
    pub contradictions: Vec<String>,
    /// What CPython itself does wrong, mostly when memory runs out, as the probes say.
    pub faults: Vec<String>,
    /// What was noticed besides.
    pub notes: Vec<String>,
    /// Parameters that are said to be kept, and were not by any probe.
    pub never_kept: Vec<String>,
    /// Python code was seen to run.
    pub ran: bool,
}

impl Verdict {
    /// Of a function that was not executed.
    pub(crate) fn unexecuted(function: &Function, reason: &str) -> Self {
        Self {
            name: function.name.clone(),
            place: function.place(),
            success: Err(reason.to_owned()),
            failure: Err(reason.to_owned()),
            never_fails: function.failure == Failure::Never,
            contradictions: Vec::new(),
            faults: Vec::new(),
            notes: Vec::new(),
            never_kept: Vec::new(),
            ran: false,
        }
    }

    /// Of what the driver wrote of a function.
    pub(crate) fn read(function: &Function, found: &Value, planned: &Value) -> Self {
        let mut verdict = Self::unexecuted(function, "");
        let not = &planned["not"];
        verdict.never_fails &= planned["tells"].is_null();
        let states: Vec<&Value> = found["states"].as_array().into_iter().flatten().collect();
        let all = |key: &str| -> BTreeSet<String> {
            states.iter().flat_map(|state| state[key].as_array().into_iter().flatten()).filter_map(text).collect()
        };
        let (mut measured, immortal, kept) = (all("measured"), all("immortal"), all("kept"));
        if planned["immortal"] == true {
            measured.extend(immortal.iter().cloned());
        }
        let count = |key: &str| -> u64 { states.iter().filter_map(|state| state[key].as_u64()).sum() };
        verdict.notes = all("notes").into_iter().collect();
        verdict.faults = all("faults").into_iter().collect();
        verdict.ran = states.iter().any(|state| state["ran"] == true);
        verdict.contradictions = all("complaints").into_iter().collect();
        for crash in found["crashes"].as_array().into_iter().flatten() {
            let line = format!("{}: {} {}", show(&crash["stage"]), show(&crash["how"]), show(&crash["words"]));
            // With broken objects, or without memory, a crash is a bug of CPython's and says nothing of references.
            match crash["kind"].as_str() {
                _ if planned["fault"] == true => verdict.faults.push(line),
                // A process that gives no answer may only be slow.
                _ if show(&crash["how"]).starts_with("no answer") => verdict.notes.push(line),
                Some("call" | "type") => verdict.contradictions.push(line),
                _ => verdict.notes.push(line),
            }
        }
        if verdict.contradictions.is_empty() && count("succeeded") > 0 {
            for param in &function.params {
                if matches!(param.kind, Kind::Keep(_)) && measured.contains(&param.name) && !kept.contains(&param.name)
                {
                    verdict.never_kept.push(param.name.clone());
                }
            }
        }
        verdict.success = match (count("succeeded"), missing(function, &measured, &immortal)) {
            _ if not["success"].is_string() => Err(show(&not["success"])),
            (0, _) => Err(verdict.notes.first().cloned().unwrap_or_else(|| "no probe succeeded".into())),
            (_, Some(reason)) => Err(reason),
            _ => Ok(()),
        };
        verdict.failure = match count("failed") {
            _ if function.failure == Failure::Always => verdict.success.clone(),
            _ if verdict.never_fails => Err("by its contract it never fails".into()),
            0 if not["failure"].is_string() => Err(show(&not["failure"])),
            0 => Err("no probe failed".into()),
            _ => Ok(()),
        };
        if !verdict.contradictions.is_empty() {
            verdict.success = Err("contradicted".into());
            verdict.failure = Err("contradicted".into());
        }
        verdict
    }
}

/// Each position that passes an object must have been seen with one whose count moves.
fn missing(function: &Function, measured: &BTreeSet<String>, immortal: &BTreeSet<String>) -> Option<String> {
    let params = function.params.iter().filter(|param| param.kind.object().is_some()).map(|param| param.name.as_str());
    let result = function.result.object().filter(|_| function.failure != Failure::Always).map(|_| "result");
    let missing: Vec<&str> = params.chain(result).filter(|position| !measured.contains(*position)).collect();
    let first = missing.first()?;
    let why = if immortal.contains(*first) { "only objects that never die" } else { "no object was measured" };
    Some(format!("{}: {why}", missing.join(", ")))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn show(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

//! What is printed and written of one interpreter.

use std::fmt;

use owned_contracts::{Function, Table};
use serde_json::{Value, json};

use crate::interpreter::Interpreter;
use crate::probes::Probes;
use crate::verdict::Verdict;

/// All verdicts of one interpreter.
#[derive(Debug)]
pub struct Report {
    /// Which interpreter.
    pub title: String,
    /// Of each function that handles objects.
    pub verdicts: Vec<Verdict>,
    /// Of those that do not, and that contradict the header.
    pub others: Vec<Verdict>,
    /// How many functions have no contract.
    pub excluded: usize,
}

impl Report {
    pub(crate) fn new(python: &Interpreter, table: &Table, _probes: &Probes) -> Self {
        let title = format!("{}, {}", python.title(), python.shown());
        Self { title, verdicts: Vec::new(), others: Vec::new(), excluded: table.excluded.len() }
    }

    pub(crate) fn add(&mut self, function: &Function, verdict: Verdict) {
        if function.handles_objects() {
            self.verdicts.push(verdict);
        } else if !verdict.contradictions.is_empty() {
            self.others.push(verdict);
        }
    }

    /// Those that were contradicted.
    pub fn contradicted(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().chain(&self.others).filter(|verdict| !verdict.contradictions.is_empty())
    }

    /// `verified S of N on success, F of N on failure, C contradicted`.
    ///
    /// The second N is without the functions that by their contract never fail.
    pub fn summary(&self) -> String {
        let success = self.verdicts.iter().filter(|verdict| verdict.success.is_ok()).count();
        let failure = self.verdicts.iter().filter(|verdict| verdict.failure.is_ok()).count();
        let can_fail = self.verdicts.iter().filter(|verdict| !verdict.never_fails).count();
        format!(
            "verified {success} of {} on success, {failure} of {can_fail} on failure, {} contradicted",
            self.verdicts.len(),
            self.contradicted().count()
        )
    }

    /// Everything, for other programs.
    pub fn json(&self) -> Value {
        let why = |result: &Result<(), String>| match result {
            Ok(()) => json!("verified"),
            Err(reason) => json!(reason),
        };
        let row = |verdict: &Verdict| {
            json!({
                "name": verdict.name, "place": verdict.place, "ran": verdict.ran,
                "success": why(&verdict.success), "failure": why(&verdict.failure),
                "contradictions": verdict.contradictions, "faults": verdict.faults, "never_kept": verdict.never_kept, "notes": verdict.notes,
            })
        };
        let rows: Vec<Value> = self.verdicts.iter().chain(&self.others).map(row).collect();
        json!({ "interpreter": self.title, "summary": self.summary(), "functions": rows })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for verdict in self.contradicted() {
            writeln!(f, "contradicted: {} ({})", verdict.name, verdict.place)?;
            for line in &verdict.contradictions {
                writeln!(f, "    {line}")?;
            }
        }
        let open = |verdict: &&Verdict| verdict.contradictions.is_empty();
        for verdict in self.verdicts.iter().filter(open) {
            if let Err(reason) = &verdict.success {
                writeln!(f, "not verified on success: {}: {reason}", verdict.name)?;
            }
        }
        for verdict in self.verdicts.iter().filter(open) {
            if let (Err(reason), false) = (&verdict.failure, verdict.never_fails) {
                writeln!(f, "not verified on failure: {}: {reason}", verdict.name)?;
            }
        }
        for verdict in self.verdicts.iter().filter(|verdict| !verdict.never_kept.is_empty()) {
            writeln!(f, "kept by no probe: {}: {}", verdict.name, verdict.never_kept.join(", "))?;
        }
        for verdict in self.verdicts.iter().filter(|verdict| !verdict.faults.is_empty()) {
            writeln!(f, "fault of CPython's own: {}: {}", verdict.name, verdict.faults[0])?;
        }
        let never = self.verdicts.iter().filter(|verdict| verdict.never_fails).count();
        writeln!(
            f,
            "{} functions have no contract (c-shim/contracts/excluded.contract says why); {never} never fail by their \
             contract and are not counted on failure",
            self.excluded
        )?;
        writeln!(f, "{}:", self.title)?;
        write!(f, "{}", self.summary())
    }
}

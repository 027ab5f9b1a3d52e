//! Runs `owned_debug check` on the programs, some at a time.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::cases::{Case, Variant};
use super::judge::{self, Verdict};
use crate::paths;

/// What the programs are run with.
pub(super) struct Surroundings {
    /// The interpreter that has what they import.
    pub(super) tools: PathBuf,
    /// The folder with a folder for each case.
    pub(super) staged: PathBuf,
    /// The folder of the example's extension.
    pub(super) inkface: Option<PathBuf>,
}

impl Surroundings {
    /// The interpreter, with the case's extension in its path.
    pub(super) fn python(&self, case: &Case) -> Result<Command> {
        let debug = paths::root().join("tools/owned-debug/src");
        let own = (case.variant != Variant::Clean).then(|| self.folder(case));
        let folders = own.into_iter().chain([debug]).chain(self.inkface.clone());
        let mut python = Command::new(&self.tools);
        python.env("PYTHONPATH", env::join_paths(folders)?).env("PYTHONDONTWRITEBYTECODE", "1");
        python.env_remove("PYTHONHOME").stdin(Stdio::null()).current_dir(paths::root());
        Ok(python)
    }

    /// The folder that has the case's extension.
    pub(super) fn folder(&self, case: &Case) -> PathBuf {
        self.staged.join(case.module())
    }
}

/// What became of a program.
pub(super) struct Checked {
    pub(super) case: Case,
    /// What `check --json` wrote, or what went wrong.
    pub(super) said: std::result::Result<Value, String>,
    pub(super) verdict: Verdict,
    pub(super) seconds: f64,
}

impl Checked {
    /// The line that says what is wrong with the result, if anything is.
    pub(super) fn failure(&self) -> Option<String> {
        let name = format!("{}/{} ({})", self.case.kind, self.case.name, self.case.variant.name());
        if let Err(error) = &self.said {
            return Some(format!("failed: {name}: {error}"));
        }
        match self.verdict {
            Verdict::Missed => Some(format!("missed: {name}: {}", self.summary())),
            Verdict::Inexact => Some(format!("another line: {name}: {}", self.summary())),
            Verdict::FalseReport => Some(format!("false report: {name}: {}", self.summary())),
            Verdict::Exact | Verdict::Found | Verdict::Quiet => None,
        }
    }

    fn summary(&self) -> String {
        let findings = judge::findings(&self.said);
        let texts: Vec<String> = findings.iter().map(judge::headline).collect();
        if texts.is_empty() { "nothing was reported".into() } else { texts.join("; ") }
    }
}

/// Checks them all, so many at a time.
pub(super) fn all(cases: &[Case], surroundings: &Surroundings, jobs: usize) -> Result<Vec<Checked>> {
    side_by_side(cases, jobs, "checked", |case| {
        let start = Instant::now();
        let said = check(case, surroundings)?;
        Ok(Checked {
            case: case.clone(),
            verdict: judge::verdict(case, &said)?,
            said,
            seconds: start.elapsed().as_secs_f64(),
        })
    })
}

/// Does this for each, so many at a time; the results are in their order. Progress is told.
pub(super) fn side_by_side<T: Send>(
    cases: &[Case],
    jobs: usize,
    done: &str,
    each: impl Fn(&Case) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    const EVERY: usize = 20;
    let (next, finished, results) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                while let Some((index, case)) = next_of(cases, &next) {
                    let result = each(case).with_context(|| format!("{}/{}", case.kind, case.name));
                    results.lock().expect("no thread panics with it").push((index, result));
                    let count = finished.fetch_add(1, Ordering::Relaxed) + 1;
                    if count.is_multiple_of(EVERY) || count == cases.len() {
                        eprintln!("{done} {count} of {}", cases.len());
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no thread panics with it");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn next_of<'a>(cases: &'a [Case], next: &AtomicUsize) -> Option<(usize, &'a Case)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    cases.get(index).map(|case| (index, case))
}

/// What the command says; or what went wrong with it, which is no finding.
fn check(case: &Case, surroundings: &Surroundings) -> Result<std::result::Result<Value, String>> {
    let mut python = surroundings.python(case)?;
    python.args(["-m", "owned_debug", "check", "--json"]).arg(shown(&case.script));
    let output = python.output().context("cannot run the check")?;
    Ok(serde_json::from_slice(&output.stdout).map_err(|_| {
        let said = String::from_utf8_lossy(&output.stderr);
        format!("{}: {}", output.status, said.lines().last().unwrap_or("nothing was said"))
    }))
}

/// As one would type it at the root of the workspace.
fn shown(script: &Path) -> &Path {
    script.strip_prefix(paths::root()).unwrap_or(script)
}

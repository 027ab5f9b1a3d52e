//! Executes each function of the contract table on an interpreter, on success and on provoked failure, and compares
//! what it did to references with what the table says.
//!
//! From the table comes a C file with one case for each function ([`generate`]); it is compiled against the
//! interpreter's own `Python.h`, which checks the C types ([`compile`]). The interpreter then runs `driver/main.py`,
//! which makes arguments by the probes, calls, measures and judges. `guide/contracts.md` says what is measured, and how.

mod compile;
mod ctype;
mod generate;
mod headers;
mod interpreter;
mod plan;
mod probes;
mod report;
mod verdict;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use owned_contracts::{Function, Table};
use serde_json::Value;

pub use headers::{Declared, declared, missing};
pub use interpreter::Interpreter;
pub use report::Report;
pub use verdict::Verdict;

use generate::Reach;
use probes::Probes;

const DRIVER: [(&str, &str); 9] = [
    ("main.py", include_str!("../driver/main.py")),
    ("pool.py", include_str!("../driver/pool.py")),
    ("stages.py", include_str!("../driver/stages.py")),
    ("judge.py", include_str!("../driver/judge.py")),
    ("function.py", include_str!("../driver/function.py")),
    ("calls.py", include_str!("../driver/calls.py")),
    ("values.py", include_str!("../driver/values.py")),
    ("makers.py", include_str!("../driver/makers.py")),
    ("objects.py", include_str!("../driver/objects.py")),
];

/// Which functions are executed.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// This one alone.
    pub function: Option<String>,
    /// Those of this family.
    pub family: Option<String>,
}

/// How many processes at a time.
const JOBS: &str = "2";

/// Verifies the table on one interpreter. What is built lies below `target`.
///
/// # Errors
/// The table, the compiler or the driver as a whole failed; a contradiction is no error but part of the report.
pub fn verify(
    table: &Table,
    probes: &Path,
    python: &Interpreter,
    selection: &Selection,
    target: &Path,
) -> Result<Report> {
    let probes = Probes::load(probes)?;
    let functions: Vec<&Function> = table.functions().collect();
    let folder = python.folder(target);
    let compiled = compile::compile(python, &functions, &folder)?;

    let family = |function: &Function| function.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let chosen = |function: &Function| {
        selection.function.as_ref().is_none_or(|name| *name == function.name)
            && selection.family.as_ref().is_none_or(|name| Some(name) == family(function).as_ref())
    };
    let plan = plan::write(&functions, &compiled.reach, &probes, chosen);
    let found = drive(python, &folder, &plan)?;

    let mut report = Report::new(python, table, &probes);
    for (at, function) in functions.iter().enumerate() {
        if !function.exists_in(python.version) || !chosen(function) {
            continue;
        }
        let wrong = compiled.wrong.iter().find(|(wrong, _)| *wrong == at);
        let mut verdict = match (&compiled.reach[at], found.iter().find(|row| row["name"] == function.name.as_str())) {
            (Reach::Not(reason), _) => Verdict::unexecuted(function, reason),
            (_, Some(row)) if row["missing"] == true => {
                let elsewhere = ["only on Windows", "only in free-threaded builds"];
                if function.notes.iter().any(|note| elsewhere.iter().any(|place| note.starts_with(place))) {
                    continue;
                }
                let mut verdict = Verdict::unexecuted(function, "there is no such function");
                verdict.contradictions.push("neither the header nor the library has it".into());
                verdict
            }
            (_, Some(row)) => {
                let planned = plan.as_array().into_iter().flatten().find(|row| row["name"] == function.name.as_str());
                Verdict::read(function, row, planned.unwrap_or(&Value::Null))
            }
            (_, None) if function.handles_objects() => bail!("the driver says nothing of {}", function.name),
            (_, None) => Verdict::unexecuted(function, "it handles no object"),
        };
        if let Some((_, message)) = wrong {
            verdict.contradictions.push(format!("C types: {message}"));
        }
        report.add(function, verdict);
    }
    Ok(report)
}

/// Whether every probe is of a function in the table.
///
/// # Errors
/// Those that are not.
pub fn check_probes(table: &Table, probes: &Path) -> Result<()> {
    Probes::load(probes)?.check(table)
}

/// Runs the driver and reads what it found.
fn drive(python: &Interpreter, folder: &Path, plan: &Value) -> Result<Vec<Value>> {
    for (name, text) in DRIVER {
        fs::write(folder.join(name), text)?;
    }
    fs::write(folder.join("plan.json"), plan.to_string())?;
    let results = folder.join("results.jsonl");
    let _ = fs::remove_file(&results);
    let mut command = python.python();
    command.args(["-X", "utf8", "-B"]).arg(folder.join("main.py"));
    command.arg(folder.join("plan.json")).arg(&results).arg(JOBS);
    // Nothing of this machine's settings may change what is measured.
    command
        .env_remove("PYTHONPATH")
        .env_remove("PYTHONMALLOC")
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run {command:?}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("the driver failed on {}: {}\n{}", python.title(), output.status, said.trim_end());
    }
    let text = fs::read_to_string(&results).with_context(|| format!("cannot read {}", results.display()))?;
    text.lines().map(|line| serde_json::from_str(line).context("the driver wrote what is no JSON")).collect()
}

//! `cargo xtask verify-contracts`: the contract table, executed.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, iter};

use anyhow::{Context, Result, ensure};
use owned_contracts::Table;
use owned_verify::{Interpreter, Report, Selection};

use crate::{contracts, paths, python};

/// What is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A Python executable, or `sid:python3.14` for one that `tools/interpreters install sid` made; default: every one
    #[arg(long, value_name = "PYTHON")]
    python: Vec<PathBuf>,
    /// This function alone
    #[arg(long, value_name = "NAME")]
    function: Option<String>,
    /// The functions of this file of the table
    #[arg(long, value_name = "FAMILY")]
    family: Option<String>,
    /// Call nothing: look only whether everything in the headers has a contract, or a reason why it has none
    #[arg(long)]
    headers: bool,
    /// Write everything that was found to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Verifies on each interpreter; fails if a contract is contradicted.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let table = Table::load(&contracts::folder())?;
    let probes = contracts::folder().join("probes");
    owned_verify::check_probes(&table, &probes)?;
    if let Some(name) = &args.function {
        ensure!(table.find(name).is_some(), "{name} has no contract");
    }
    let selection = Selection { function: args.function.clone(), family: args.family.clone() };
    let interpreters = if args.python.is_empty() { at_hand()? } else { asked(&args.python)? };
    let mut failed = false;
    for interpreter in &interpreters {
        for name in owned_verify::missing(&table, interpreter, &paths::target())? {
            println!("{}: {name} has neither a contract nor a reason why it has none", interpreter.title());
            failed = true;
        }
    }
    if args.headers {
        if failed {
            return Ok(ExitCode::FAILURE);
        }
        println!("everything that the headers of {} interpreters declare is accounted for", interpreters.len());
        return Ok(ExitCode::SUCCESS);
    }
    let mut reports: Vec<Report> = Vec::new();
    for interpreter in &interpreters {
        eprintln!("verifying on {}, {}", interpreter.title(), interpreter.shown());
        // One interpreter that cannot be used must not keep the others from being verified.
        match owned_verify::verify(&table, &probes, interpreter, &selection, &paths::target()) {
            Ok(report) => {
                println!("{report}");
                reports.push(report);
            }
            Err(error) => {
                eprintln!("error: {}: {error:#}", interpreter.title());
                failed = true;
            }
        }
    }
    if let Some(file) = &args.json {
        let all: Vec<_> = reports.iter().map(Report::json).collect();
        let text = serde_json::to_string_pretty(&all)?;
        fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    if reports.len() > 1 {
        println!();
        for report in &reports {
            println!("{}:\n{}", report.title, report.summary());
        }
    }
    let contradicted = reports.iter().any(|report| report.contradicted().next().is_some());
    Ok(if contradicted || failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn asked(names: &[PathBuf]) -> Result<Vec<Interpreter>> {
    names
        .iter()
        .map(|name| match name.to_str().and_then(|name| name.strip_prefix("sid:")) {
            Some(inside) => in_sid(inside),
            None => Interpreter::ask(name, &[]),
        })
        .collect()
}

/// The one that plain `cargo` takes, and every other that will do, those of `tools/interpreters` included.
fn at_hand() -> Result<Vec<Interpreter>> {
    let own = python::fit(None)?;
    let others = python::others(Some(&own)).into_iter().filter(|other| python::lacks(other).is_none());
    let here = iter::once(own.clone()).chain(others).map(|python| Interpreter::ask(&python.executable, &[]));
    let sid = Path::new("/var/lib/owned-interpreters/sid");
    let names = ["python3.14", "python3.14-dbg", "python3.15", "python3.15-dbg"];
    let there = names.iter().filter(|name| sid.join("usr/bin").join(name).exists()).map(|name| in_sid(name));
    here.chain(there).collect()
}

fn in_sid(name: &str) -> Result<Interpreter> {
    let tool = paths::root().join("tools/interpreters");
    Interpreter::ask(name.as_ref(), &[tool.as_os_str(), "run".as_ref(), "sid".as_ref()])
}

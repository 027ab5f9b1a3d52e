//! `cargo xtask bench conversions`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::json;

use super::callgrind::Measured;
use super::modules::MODULES;
use super::table::{Row, rows};
use super::{callgrind, modules};
use crate::{process, python};

/// Builds, measures, prints the table.
pub(super) fn run(asked: Option<&Path>, json: Option<&Path>) -> Result<()> {
    let python = python::fit(asked)?;
    let stage = modules::build(&python)?;
    let measured = MODULES.map(|module| callgrind::measure(&python, &stage, module));
    let [c, cython, owned] = measured;
    let (c, owned) = (c?, owned?);
    let (shared, alone) = owned.split_at_checked(c.len()).context("a module lacks what the others have")?;
    let rows = rows(&c, &cython?, shared)?;
    println!("{}", python.title());
    for tool in ["cc", "rustc", "valgrind"] {
        let said = process::output(Command::new(tool).arg("--version"))?;
        println!("{}", said.lines().next().unwrap_or_default());
    }
    println!("\nInstructions per call, less those of a C function that does nothing with the same argument:\n");
    println!("{}", Row::HEAD);
    for row in &rows {
        println!("{row}");
    }
    println!("\nInstructions per call, the interpreter's included, of what is measured here alone:\n");
    for Measured { function, case, instructions, .. } in alone {
        println!("{:24}{instructions:8.0}", format!("{function}({case})"));
    }
    let sizes = MODULES.map(|module| callgrind::sizes(&python, &stage, module));
    let [c, cython, owned] = sizes;
    println!("\nBytes of an instance, the collector's header included:\n");
    for (((class, c), (_, cython)), (_, owned)) in c?.iter().zip(&cython?).zip(&owned?) {
        println!("{class:24}{c:>8} {cython:>8} {owned:>8}");
    }
    if let Some(file) = json {
        let rows: Vec<_> = rows.iter().map(Row::json).collect();
        let all = json!({ "python": python.title(), "modules": MODULES, "rows": rows });
        fs::write(file, serde_json::to_string_pretty(&all)?)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

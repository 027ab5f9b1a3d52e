//! `cargo xtask bench lru`: lru-dict and its port, operation by operation, in instructions and in time.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::callgrind::{self, Measured};
use super::modules;
use crate::extension::Profile;
use crate::python::{self, Python};
use crate::{lru_dict, process};

/// Rounds, and calls of each, of what is timed.
const TIMED: [&str; 2] = ["31", "3000"];

/// Builds both in release, measures, prints the table.
pub(super) fn run(asked: Option<&Path>) -> Result<()> {
    let python = python::fit(asked)?;
    let upstream = lru_dict::upstream(&python)?.module(&python);
    let port = lru_dict::build(&python, Profile::Release, false)?;
    let port = port.folder.join(format!("lru/_lru{}", python.ext_suffix));
    let mark = modules::mark(&python)?;
    let counted = [("lru-dict", &upstream), ("port", &port)].map(|(name, file)| counted(&python, &mark, name, file));
    let [upstream_counted, port_counted] = counted;
    let (upstream_counted, port_counted) = (upstream_counted?, port_counted?);
    let timed = timed(&python, &upstream, &port)?;
    println!("{}", python.title());
    for tool in ["cc", "rustc", "valgrind"] {
        let said = process::output(Command::new(tool).arg("--version"))?;
        println!("{}", said.lines().next().unwrap_or_default());
    }
    println!("\nInstructions and nanoseconds of a call, the interpreter's included:\n");
    println!("                                    C     Rust  ratio      C ns   Rust ns  ratio");
    for (c, rust) in upstream_counted.iter().zip(&port_counted) {
        let name = format!("{} ({})", c.function, c.case);
        let (before, after) = (c.instructions, rust.instructions);
        let (c_ns, rust_ns) = timed.get(&name).copied().with_context(|| format!("{name} was not timed"))?;
        let (counts, times) = (after / before, rust_ns / c_ns);
        println!("{name:33}{before:8.0} {after:8.0} {counts:6.2}  {c_ns:8.1}  {rust_ns:8.1} {times:6.2}");
    }
    Ok(())
}

fn driver(python: &Python, command: &mut Command, file: &Path) {
    command.arg(&python.executable).args(["-S", "-s"]).arg(modules::sources().join("lru/drive.py")).arg(file);
}

/// Instructions of each operation.
fn counted(python: &Python, mark: &Path, name: &str, file: &Path) -> Result<Vec<Measured>> {
    callgrind::measure_by(python, name, "_lru", |valgrind| {
        driver(python, valgrind, file);
        valgrind.arg("instructions").arg(mark).args(callgrind::CALLS);
    })
}

/// Nanoseconds of each operation, of both, taken in turns.
fn timed(python: &Python, upstream: &Path, port: &Path) -> Result<HashMap<String, (f64, f64)>> {
    let mut command = Command::new("env");
    command.args(["-i", "PATH=/usr/bin:/bin", "PYTHONHASHSEED=0"]);
    driver(python, &mut command, upstream);
    let said = process::output(command.arg(port).arg("times").args(TIMED))?;
    let read = |line: &str| -> Result<(String, (f64, f64))> {
        let parts: Vec<&str> = line.split('\t').collect();
        let &[name, keys, c, rust] = &parts[..] else { anyhow::bail!("a line of the driver is too short: {line}") };
        Ok((format!("{name} ({keys})"), (c.parse()?, rust.parse()?)))
    };
    said.lines().map(read).collect()
}

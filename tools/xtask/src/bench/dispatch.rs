//! `cargo xtask bench dispatch`: events of the canvas for handlers of Python's, by the C library's own loop that calls them
//! by `PyObject_Vectorcall`, and by the example.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::modules;
use crate::extension::{self, Profile};
use crate::lru_dict::FLAGS;
use crate::python::{self, Python};
use crate::{paths, process};

/// Rounds, and events of each.
const TIMED: [&str; 2] = ["61", "2000"];
/// The least rate that is the goal, of C's.
const GOAL: f64 = 0.9;

/// Builds both in release, measures, prints the table.
pub(super) fn run(asked: Option<&Path>) -> Result<()> {
    let python = python::fit(asked)?;
    let (c, inkface) = (of_c(&python)?, extension::build(&python, Profile::Release, false)?.folder);
    let mut driver = Command::new("env");
    driver.args(["-i", "PATH=/usr/bin:/bin", "PYTHONHASHSEED=0"]).arg(&python.executable).args(["-S", "-s"]);
    driver.arg(modules::sources().join("canvas/dispatch.py")).arg(c).arg(inkface).arg("times").args(TIMED);
    println!("{}\n\nNanoseconds of an event, and the rate beside C's; the goal is {GOAL}:\n", python.title());
    println!("{:22}{:>8}{:>10}{:>8}", "the handler is", "C", "inkface", "rate");
    for line in process::output(&mut driver)?.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let &[handler, c, owned, rate] = &parts[..] else { anyhow::bail!("a line of the driver is too short: {line}") };
        let (c, owned, rate): (f64, f64, f64) = (c.parse()?, owned.parse()?, rate.parse()?);
        println!("{handler:22}{c:>8.1}{owned:>10.1}{rate:>8.2}");
    }
    Ok(())
}

/// The C library with a module of C's, in a folder of its own.
fn of_c(python: &Python) -> Result<PathBuf> {
    let library = paths::root().join("examples/canvas/inkcanvas");
    let folder = modules::target(python).join("dispatch");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let mut sources = vec![modules::sources().join("canvas/dispatch_c.c")];
    for entry in fs::read_dir(library.join("src")).context("the C library is not there")? {
        let file = entry.context("the C library cannot be read")?.path();
        if file.extension().is_some_and(|extension| extension == "c") {
            sources.push(file);
        }
    }
    let mut cc = Command::new("cc");
    cc.args(FLAGS).arg("-pthread").arg("-I").arg(&python.include).arg("-I").arg(library.join("include"));
    process::run(cc.args(sources).arg("-o").arg(folder.join(format!("dispatch_c{}", python.ext_suffix))))?;
    Ok(folder)
}

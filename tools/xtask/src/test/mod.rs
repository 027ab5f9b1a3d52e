//! `cargo xtask test`: every test there is.

mod adopted;
mod begun;
mod python_side;
mod rust_side;
mod stable;
mod steps;
mod stubs;

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, bail};

use crate::extension::{self, Profile};
use crate::process::Beside;
use crate::python::{self, Python};
use crate::pytools::Tools;
use crate::sanitizer::Sanitizer;
use crate::{interop, lru_dict, paths};
use crate::{markupsafe, sqlite};
use steps::Steps;

const SANITIZED: &str = "Python under AddressSanitizer";

/// Runs them all, the failing ones included, and says at the end how each went.
///
/// What is built for another interpreter than plain `cargo` takes lies apart, so that neither throws the other's work
/// away.
pub(crate) fn run(asked: Option<&Path>, strict: bool) -> Result<ExitCode> {
    let python = python::fit(asked)?;
    if let Some(lack) = python::lacks_library(&python) {
        bail!("{} will not do for Rust tests: {lack}", python.executable.display());
    }
    eprintln!("testing with {}, {}", python.title(), python.executable.display());
    // First of all, because it may name a package that has to be installed: better now than after the builds.
    Tools::of(&python)?;
    let cargo = rust_side::Cargo::for_python(&python);
    let debug = python::others(Some(&python)).into_iter().find(|other| other.debug && python::lacks(other).is_none());
    let counted = debug.as_ref().is_some_and(|debug| python::lacks_library(debug).is_none());

    // What both parts would fetch and unpack. What is missing is said by the step that needs it.
    let _ = (lru_dict::source(&python), markupsafe::source(&python));
    let under_debug = debug.as_ref().filter(|_| !python.debug).map(|debug| (debug, debug_beside(debug, strict)));

    let mut steps = Steps::new(strict);
    steps.run("Rust and C, ledger off", || cargo.workspace());
    if python.debug || !counted {
        steps.run("Rust and C, ledger on", || cargo.with_ledger()); // Otherwise the debug interpreter runs it.
    }
    steps.run("Rust, with the oldest pyo3-ffi", || cargo.oldest());
    steps.run("Python", || pytest(&python, &[]));
    match Sanitizer::find() {
        Ok(sanitizer) => steps.run(SANITIZED, || pytest_sanitized(&python, &sanitizer, &[])),
        Err(why) => steps.skip(SANITIZED, &format!("{why:#}")),
    }
    match python.debug {
        false => steps.run("stub files", || stubs::check(&python)),
        true => steps.skip("stub files", "mypy has no wheels for a debug interpreter"),
    }
    stable_abi(&mut steps, &python);
    steps.run("owned-debug", || owned_debug(&python));
    if !python_side::has_browser() {
        steps.skip("owned-debug's page in a browser", "no chromium was found; on Debian: apt install chromium");
    }
    let examples = [
        ("examples/canvas", "inkface", "__init__.pyi"),
        ("examples/lru", "lru", "_lru.pyi"),
        ("examples/sqlite", "owned_sqlite", "__init__.pyi"),
    ];
    for (example, module, stub) in examples {
        steps.run(&format!("pip install ./{example}"), || {
            python_side::pip_install(&python, &paths::root().join(example), module, stub)
        });
    }
    if !python.debug {
        steps.run("a new project, packed, to a tested wheel", || begun::check(&python));
    }
    if under_debug.is_none() {
        interop(&mut steps, &python);
    }
    lru(&mut steps, &python);
    markupsafe(&mut steps, &python);
    sqlite(&mut steps, &python);
    match under_debug {
        Some((debug, beside)) => steps.run(&format!("meanwhile, {}", debug.title()), || beside?.end()),
        None if python.debug => {}
        None => steps.skip("debug CPython", "none was found; on Debian 12: apt install python3.11-dbg"),
    }
    Ok(steps.finish())
}

/// One build for the stable ABI, in every interpreter of this machine.
fn stable_abi(steps: &mut Steps, python: &Python) {
    let mut built = None;
    steps.run("the stable ABI, built without a Python", || {
        built = Some(stable::build()?);
        Ok(())
    });
    let Some(modules) = built else { return };
    for one in stable::interpreters(python) {
        steps.run(&format!("the stable ABI, {}", one.title()), || stable::everything(&one, &modules));
    }
    steps.run("the port of lru-dict, the stable ABI", || stable::references(python, &modules));
}

/// Runs the tests of the stable ABI alone.
pub(crate) fn stable_alone(asked: Option<&Path>, strict: bool) -> Result<ExitCode> {
    let python = python::fit(asked)?;
    let mut steps = Steps::new(strict);
    stable_abi(&mut steps, &python);
    Ok(steps.finish())
}

/// Reference counts are checked only by a debug interpreter. What it runs is built apart, so it runs beside the rest: both have
/// stretches in which they keep one core busy.
fn debug_beside(debug: &Python, strict: bool) -> Result<Beside> {
    let mut beside = Command::new(env::current_exe().context("where `xtask` lies is not known")?);
    beside.arg("counted").arg("--python").arg(&debug.executable);
    if strict {
        beside.arg("--strict");
    }
    Ok(Beside::start(beside))
}

/// Runs what a debug interpreter is for, alone.
pub(crate) fn counted_alone(asked: Option<&Path>, strict: bool) -> Result<ExitCode> {
    let debug = python::fit(asked)?;
    let (mut steps, title) = (Steps::new(strict), debug.title());
    if let Some(lack) = python::lacks_library(&debug) {
        steps.skip(&format!("Rust, {title}"), &lack);
    } else {
        steps.run(&format!("Rust, {title}"), || rust_side::Cargo::for_python(&debug).with_ledger());
    }
    steps.run(&format!("Python, {title}"), || pytest(&debug, &[]));
    steps.run(&format!("owned-debug, {title}"), || owned_debug(&debug));
    interop(&mut steps, &debug);
    lru(&mut steps, &debug);
    markupsafe(&mut steps, &debug);
    sqlite(&mut steps, &debug);
    Ok(steps.finish())
}

/// What a module of PyO3's is handed, and hands.
fn interop(steps: &mut Steps, python: &Python) {
    steps.run(&format!("objects exchanged with PyO3, {}", python.title()), || interop::check(python));
}

/// The binding of SQLite, beside Python's own, with the handle count.
fn sqlite(steps: &mut Steps, python: &Python) {
    steps.run(&format!("the binding of SQLite, {}", python.title()), || sqlite_alone(python, &[]));
}

fn sqlite_alone(python: &Python, arguments: &[String]) -> Result<()> {
    let (tools, staged) = (Tools::of(python)?, sqlite::build(python, Profile::Dev, true)?);
    python_side::sqlite(&tools, python, &staged, arguments)
}

/// Runs the tests of the binding of SQLite alone.
pub(crate) fn sqlite_only(asked: Option<&Path>, arguments: &[String]) -> Result<()> {
    sqlite_alone(&python::fit(asked)?, arguments)
}

/// The port of markupsafe: at each of its steps markupsafe's own tests, and what they do not ask.
fn markupsafe(steps: &mut Steps, python: &Python) {
    let name = format!("markupsafe's own tests at each step of the port, {}", python.title());
    match markupsafe::source(python) {
        Ok(source) => steps.run(&name, || markupsafe::steps(python, &source)),
        Err(why) => steps.skip(&name, &format!("{why:#}")),
    }
}

/// The port of lru-dict: its own tests, with and without the handle count, and lru-dict's, on it.
fn lru(steps: &mut Steps, python: &Python) {
    let title = python.title();
    let beside = lru_dict::upstream(python);
    for ledger in [false, true] {
        steps.run(&format!("the port of lru-dict, ledger {}, {title}", if ledger { "on" } else { "off" }), || {
            let (tools, staged) = (Tools::of(python)?, lru_dict::build(python, Profile::Dev, ledger)?);
            python_side::lru(&tools, &staged, beside.as_ref().ok())
        });
    }
    let own = format!("lru-dict's own tests on the port, {title}");
    match beside {
        // They count their own references there: see test_own_suite.py, which runs them without that.
        Ok(_) if python.debug => {}
        Ok(built) => {
            steps.run(&own, || {
                python_side::lru_dicts_own(python, &lru_dict::build(python, Profile::Release, false)?, &built.source)
            });
            steps.run(&format!("lru-dict's own tests at each stage of the port, {title}"), || {
                adopted::stages(python, &built)
            });
        }
        Err(why) => steps.skip(&format!("{own}, and what it does beside lru-dict"), &format!("{why:#}")),
    }
}

/// Checks the stub files alone.
pub(crate) fn stubs_alone(asked: Option<&Path>) -> Result<()> {
    stubs::check(&python::fit(asked)?)
}

/// Checks a new project alone, or what has been packed of it, with the Python of another Debian.
pub(crate) fn begun_alone(asked: Option<&Path>, elsewhere: &[String]) -> Result<()> {
    let python = python::fit(asked)?;
    match elsewhere {
        [suite, other] => begun::check_elsewhere(&python, suite, other),
        _ => begun::check(&python),
    }
}

/// Runs the tests of the ports alone.
pub(crate) fn ports_alone(asked: Option<&Path>, strict: bool) -> Result<ExitCode> {
    let python = python::fit(asked)?;
    let mut steps = Steps::new(strict);
    lru(&mut steps, &python);
    markupsafe(&mut steps, &python);
    Ok(steps.finish())
}

/// Runs the Python tests alone.
pub(crate) fn pytest_alone(asked: Option<&Path>, sanitize: bool, arguments: &[String]) -> Result<()> {
    let python = python::fit(asked)?;
    if sanitize { pytest_sanitized(&python, &Sanitizer::find()?, arguments) } else { pytest(&python, arguments) }
}

fn pytest(python: &Python, arguments: &[String]) -> Result<()> {
    let tools = Tools::of(python)?;
    let staged = extension::build(python, Profile::Dev, true)?;
    python_side::pytest(&tools, python, &staged, arguments)
}

fn owned_debug(python: &Python) -> Result<()> {
    let staged = extension::build(python, Profile::Dev, true)?;
    python_side::owned_debug(python, &staged)
}

fn pytest_sanitized(python: &Python, sanitizer: &Sanitizer, arguments: &[String]) -> Result<()> {
    let tools = Tools::of(python)?;
    let staged = extension::build_sanitized(python, sanitizer)?;
    python_side::pytest_sanitized(&tools, sanitizer, &staged, arguments)
}

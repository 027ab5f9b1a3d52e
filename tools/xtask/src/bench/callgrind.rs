//! Instructions per call, counted by callgrind: the slope between two numbers of calls.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process;
use crate::python::Python;

use super::modules;

/// The two numbers of calls.
pub(super) const CALLS: [&str; 2] = ["100", "300"];

/// One function with one kind of argument.
#[derive(Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) function: String,
    /// What it was given; empty for no argument.
    pub(super) case: String,
    /// Instructions per call: the function's, the interpreter's and those of releasing what comes back.
    pub(super) instructions: f64,
}

/// Runs the functions of a module.
pub(super) fn measure(python: &Python, stage: &Path, module: &str) -> Result<Vec<Measured>> {
    measure_by(python, module, |valgrind| {
        valgrind.arg(&python.executable).args(["-S", "-s"]).arg(modules::sources().join("drive.py"));
        valgrind.arg(stage).arg(module).args(CALLS);
    })
}

/// Runs a driver that says what it has measured. What is run is added to the command.
pub(super) fn measure_by(python: &Python, name: &str, add: impl FnOnce(&mut Command)) -> Result<Vec<Measured>> {
    let folder = modules::target(python).join("callgrind").join(name);
    // Those of an earlier run may be more.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let out = folder.join("out");
    let mut valgrind = Command::new("valgrind");
    // An environment of two variables: what else there is takes part in nothing.
    valgrind.env_clear().env("PATH", "/usr/bin:/bin").env("PYTHONHASHSEED", "0");
    valgrind.args(["--quiet", "--tool=callgrind"]).arg(format!("--callgrind-out-file={}", out.display()));
    add(&mut valgrind);
    let said = process::output(&mut valgrind)?;
    let mut dumps = Vec::new();
    for (at, line) in said.lines().enumerate() {
        let file = folder.join(format!("out.{}", at + 1));
        let dump = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        dumps.push((line, total(&dump).with_context(|| format!("{} has no total", file.display()))?));
    }
    slopes(&dumps)
}

/// How many bytes an instance of each class has, the collector's header included.
pub(super) fn sizes(python: &Python, stage: &Path, module: &str) -> Result<Vec<(String, String)>> {
    let mut command = Command::new(&python.executable);
    command.args(["-S", "-s"]).arg(modules::sources().join("drive.py")).arg(stage).args([module, "sizes", "-"]);
    let said = process::output(&mut command)?;
    let read = |line: &str| line.split_once('\t').map(|(class, size)| (class.to_owned(), size.to_owned()));
    said.lines().map(|line| read(line).context("a line of the driver is too short")).collect()
}

/// The total of a dump.
fn total(dump: &str) -> Option<f64> {
    let mut lines = dump.lines().filter_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    lines.next()?.parse().ok()
}

/// Each two dumps are of one function, with its case and the number of calls between tabs.
fn slopes(dumps: &[(&str, f64)]) -> Result<Vec<Measured>> {
    let slope = |pair: &[(&str, f64)]| {
        let [(few, less), (many, more)] = pair else { anyhow::bail!("a measurement without its pair") };
        let read = |line: &str| -> Result<(String, String, f64)> {
            let mut parts = line.split('\t');
            let mut part = || parts.next().map(str::to_owned).context("a line of the driver is too short");
            Ok((part()?, part()?, part()?.parse()?))
        };
        let ((function, case, few), (same, _, many)) = (read(few)?, read(many)?);
        ensure!(function == same, "{function} and {same} are not one function");
        Ok(Measured { function, case, instructions: (more - less) / (many - few) })
    };
    dumps.chunks(2).map(slope).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_leaves_out_what_is_there_once() {
        let found = slopes(&[("sum\tlist\t100", 5100.0), ("sum\tlist\t300", 15100.0)]).expect("two lines of one case");
        assert_eq!(found, [Measured { function: "sum".into(), case: "list".into(), instructions: 50.0 }]);
        assert!(slopes(&[("sum\tlist\t100", 5100.0)]).is_err());
    }

    #[test]
    fn the_total_of_a_dump_is_found() {
        assert_eq!(total("version: 1\nevents: Ir\nsummary: 699805\n\nob=(8) x\n"), Some(699_805.0));
        assert_eq!(total("version: 1\n"), None);
    }
}

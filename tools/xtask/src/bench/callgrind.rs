//! Instructions per call, counted by callgrind: the slope between two numbers of calls.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::dump::{self, Instructions};
use super::modules;
use crate::process;
use crate::python::Python;

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
    /// Those of them that are in the module's own file.
    pub(super) inside: f64,
}

/// Runs the functions of a module.
pub(super) fn measure(python: &Python, stage: &Path, module: &str) -> Result<Vec<Measured>> {
    measure_by(python, module, module, |valgrind| {
        valgrind.arg(&python.executable).args(["-S", "-s"]).arg(modules::sources().join("drive.py"));
        valgrind.arg(stage).arg(module).args(CALLS);
    })
}

/// Runs a driver that says what it has measured, in a folder of that name. What is run is added to the command.
pub(super) fn measure_by(
    python: &Python,
    name: &str,
    module: &str,
    add: impl FnOnce(&mut Command),
) -> Result<Vec<Measured>> {
    slopes(&dumps(python, name, module, add)?)
}

/// The same, as it is: what the driver has said, and what was counted meanwhile.
pub(super) fn dumps(
    python: &Python,
    name: &str,
    module: &str,
    add: impl FnOnce(&mut Command),
) -> Result<Vec<(String, Instructions)>> {
    let folder = modules::target(python).join("callgrind").join(name);
    // Those of an earlier run may be more.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let out = folder.join("out");
    let mut valgrind = Command::new("valgrind");
    // An environment of two variables: what else there is takes part in nothing.
    valgrind.env_clear().env("PATH", "/usr/bin:/bin").env("PYTHONHASHSEED", "0");
    valgrind.args(["--quiet", "--tool=callgrind", "--collect-atstart=no"]);
    valgrind.arg(format!("--callgrind-out-file={}", out.display()));
    add(&mut valgrind);
    let said = process::output(&mut valgrind)?;
    let read = |(at, line): (usize, &str)| {
        let file = folder.join(format!("out.{}", at + 1));
        let dump = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let counted = dump::read(&dump, module).with_context(|| format!("cannot read {}", file.display()))?;
        Ok((line.to_owned(), counted))
    };
    said.lines().enumerate().map(read).collect()
}

/// How many bytes an instance of each class has, the collector's header included.
pub(super) fn sizes(python: &Python, stage: &Path, module: &str) -> Result<Vec<(String, String)>> {
    let mut command = Command::new(&python.executable);
    command.args(["-S", "-s"]).arg(modules::sources().join("drive.py")).arg(stage).args([module, "sizes", "-"]);
    let said = process::output(&mut command)?;
    let read = |line: &str| line.split_once('\t').map(|(class, size)| (class.to_owned(), size.to_owned()));
    said.lines().map(|line| read(line).context("a line of the driver is too short")).collect()
}

/// Each two dumps are of one function, with its case and the number of calls between tabs.
fn slopes(dumps: &[(String, Instructions)]) -> Result<Vec<Measured>> {
    let slope = |pair: &[(String, Instructions)]| {
        let [(few, less), (many, more)] = pair else { anyhow::bail!("a measurement without its pair") };
        let read = |line: &str| -> Result<(String, String, f64)> {
            let mut parts = line.split('\t');
            let mut part = || parts.next().map(str::to_owned).context("a line of the driver is too short");
            Ok((part()?, part()?, part()?.parse()?))
        };
        let ((function, case, few), (same, _, many)) = (read(few)?, read(many)?);
        ensure!(function == same, "{function} and {same} are not one function");
        let per_call = |less: f64, more: f64| (more - less) / (many - few);
        let (instructions, inside) = (per_call(less.all, more.all), per_call(less.inside, more.inside));
        Ok(Measured { function, case, instructions, inside })
    };
    dumps.chunks(2).map(slope).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_leaves_out_what_is_there_once() {
        let few = ("sum\tlist\t100".to_owned(), Instructions { all: 5100.0, inside: 1000.0 });
        let many = ("sum\tlist\t300".to_owned(), Instructions { all: 15100.0, inside: 3000.0 });
        let found = slopes(&[few.clone(), many]).expect("two lines of one case");
        let expected = Measured { function: "sum".into(), case: "list".into(), instructions: 50.0, inside: 10.0 };
        assert_eq!(found, [expected]);
        assert!(slopes(&[few]).is_err());
    }
}

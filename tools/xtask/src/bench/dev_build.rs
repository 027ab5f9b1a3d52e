//! `cargo xtask bench build`: what the library adds to a dev build, with and without its features, beside an earlier commit.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::python::{self, Python};
use crate::{extension, paths, process};

/// The least there is.
const BINDING: &str = r#"//! The least there is.

/// Adds.
#[owned::module]
mod minimal {
    /// Add two numbers.
    #[function]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }
}
"#;

/// Runs a command and prints the CPU seconds, user and system, of it and of all that it started.
const TIMED: &str = "import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=sys.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)";

/// A crate that depends on the library as it lies in `tree`.
struct Binding {
    folder: PathBuf,
}

impl Binding {
    fn new(name: &str, tree: &Path, features: bool) -> Result<Self> {
        let folder = paths::target().join("bench/build").join(name);
        let manifest = format!(
            "[package]\nname = \"minimal\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n\
             [dependencies]\nowned = {{ package = \"owned-py\", path = '{}', default-features = {features} }}\n\n\
             [workspace]\n",
            tree.join("owned").display()
        );
        fs::create_dir_all(folder.join("src")).with_context(|| format!("cannot create {}", folder.display()))?;
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/lib.rs"), BINDING)?;
        Ok(Self { folder })
    }

    fn cargo(&self, python: &Python, timed: bool, arguments: &[&str]) -> Command {
        let cargo = process::cargo();
        let mut command = if timed { Command::new(&python.executable) } else { Command::new(cargo.get_program()) };
        if timed {
            command.args(["-c", TIMED]).arg(cargo.get_program());
        }
        for (name, value) in cargo.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        extension::as_extension(&mut command, python, &self.folder.join("target"));
        command.args(arguments).current_dir(&self.folder);
        command
    }

    /// CPU seconds of building the library, its macros and the binding, after what they depend on.
    fn seconds(&self, python: &Python) -> Result<f64> {
        let ours = ["--package", "owned-py", "--package", "owned-py-macros", "--package", "minimal"];
        process::output(&mut self.cargo(python, false, &[&["clean", "--quiet"], &ours[..]].concat()))?;
        Ok(process::output(&mut self.cargo(python, true, &["build", "--quiet"]))?.trim().parse()?)
    }
}

/// Builds all in turns, and prints what each took. An earlier commit without features takes no notice of them.
pub(super) fn run(asked: Option<&Path>, against: &str, runs: usize) -> Result<()> {
    let python = python::fit(asked)?;
    let tree = paths::target().join("bench").join(format!("tree-{against}"));
    if !tree.exists() {
        let mut git = Command::new("git");
        git.current_dir(paths::root()).args(["worktree", "add", "--quiet", "--detach"]);
        process::run(git.arg(&tree).arg(against))?;
    }
    let bindings = [
        Binding::new("now", paths::root(), true)?,
        Binding::new("now-without", paths::root(), false)?,
        Binding::new("before", &tree, false)?,
    ];
    for binding in &bindings {
        process::run(&mut binding.cargo(&python, false, &["build", "--quiet"]))?;
    }
    let mut seconds = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..runs.max(1) {
        for (binding, seconds) in bindings.iter().zip(&mut seconds) {
            seconds.push(binding.seconds(&python)?);
        }
    }
    println!("CPU seconds of a dev build of owned-py, its macros and a binding of one function:\n");
    let [now, without, before] = seconds.map(|mut all| {
        all.sort_by(f64::total_cmp);
        [all[0], all[all.len() / 2]]
    });
    let row = |name: &str, [least, median]: [f64; 2]| println!("{name:24}{least:8.2} {median:8.2}");
    let beyond = |[least, median]: [f64; 2]| [least - before[0], median - before[1]];
    println!("{:24}   least   median", "");
    row("default features", now);
    row("without features", without);
    row(against, before);
    row("difference, default", beyond(now));
    row("difference, without", beyond(without));
    Ok(())
}

//! `cargo xtask bench build`: what the library adds to a dev build, with the default features and with all, beside an earlier commit.

use std::array::from_fn;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
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

/// Runs rustc, and appends the crate and the CPU seconds, user and system, to a file. The library and its macros are compiled
/// as cargo compiles what comes from a registry, though they lie in a folder: not incrementally, and with their lints capped.
const TIMED: &str = "import os, resource, subprocess, sys
arguments = sys.argv[1:]
crate = arguments[arguments.index('--crate-name') + 1] if '--crate-name' in arguments else None
if crate in ('owned', 'owned_macros'):
    at = next((at for at, word in enumerate(arguments) if word.startswith('incremental=')), None)
    if at is not None:
        del arguments[at - 1:at + 1]
    arguments += ['--cap-lints', 'allow']
code = subprocess.run(arguments, close_fds=False).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if crate is not None:
    with open(os.environ['OWNED_BENCH_TIMES'], 'a') as times:
        print(crate, used.ru_utime + used.ru_stime, file=times)
sys.exit(code)
";

/// What is timed: the packages, by the names of their crates.
const CRATES: [(&str, &str); 3] = [("owned-py-macros", "owned_macros"), ("owned-py", "owned"), ("minimal", "minimal")];

/// A crate that depends on the library as it lies in `tree`.
struct Binding {
    folder: PathBuf,
}

impl Binding {
    fn new(name: &str, tree: &Path, features: &str) -> Result<Self> {
        let folder = paths::target().join("bench/build").join(name);
        let manifest = format!(
            "[package]\nname = \"minimal\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n\
             [dependencies]\nowned = {{ package = \"owned-py\", path = '{}', {features} }}\n\n\
             [workspace]\n",
            tree.join("owned").display()
        );
        fs::create_dir_all(folder.join("src")).with_context(|| format!("cannot create {}", folder.display()))?;
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/lib.rs"), BINDING)?;
        Ok(Self { folder })
    }

    fn cargo(&self, python: &Python, arguments: &[&str]) -> Command {
        let mut command = process::cargo();
        extension::as_extension(&mut command, python, &self.folder.join("target"));
        command.args(arguments).current_dir(&self.folder);
        command.env("RUSTC_WRAPPER", wrapper()).env("OWNED_BENCH_TIMES", self.times());
        command
    }

    fn times(&self) -> PathBuf {
        self.folder.join("times")
    }

    /// CPU seconds of rustc for each of `CRATES`.
    fn seconds(&self, python: &Python) -> Result<[f64; 3]> {
        let ours = CRATES.iter().flat_map(|(package, _)| ["--package", package]);
        let clean: Vec<&str> = ["clean", "--quiet"].into_iter().chain(ours).collect();
        process::output(&mut self.cargo(python, &clean))?;
        fs::write(self.times(), "")?;
        process::output(&mut self.cargo(python, &["build", "--quiet"]))?;
        let times = fs::read_to_string(self.times())?;
        let of = |(_, name): (&str, &str)| -> Result<f64> {
            let line = times.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
            Ok(line.with_context(|| format!("crate {name} was not built"))?.parse()?)
        };
        Ok([of(CRATES[0])?, of(CRATES[1])?, of(CRATES[2])?])
    }
}

fn wrapper() -> PathBuf {
    paths::target().join("bench/build/timed")
}

/// Writes the program that cargo runs in place of rustc.
fn write_wrapper(python: &Python) -> Result<()> {
    fs::write(wrapper(), format!("#!{}\n{TIMED}", python.executable.display()))?;
    fs::set_permissions(wrapper(), fs::Permissions::from_mode(0o755))?;
    Ok(())
}

/// The least and the median of each crate, and of their sum.
fn summary(runs: &[[f64; 3]]) -> [[f64; 2]; 4] {
    let of = |value: &dyn Fn(&[f64; 3]) -> f64| {
        let mut all: Vec<f64> = runs.iter().map(value).collect();
        all.sort_by(f64::total_cmp);
        [all[0], all[all.len() / 2]]
    };
    [of(&|run| run[0]), of(&|run| run[1]), of(&|run| run[2]), of(&|run| run.iter().sum())]
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
        Binding::new("now", paths::root(), "default-features = true")?,
        Binding::new("now-full", paths::root(), "features = [\"full\"]")?,
        Binding::new("before", &tree, "default-features = false")?,
    ];
    write_wrapper(&python)?;
    for binding in &bindings {
        process::run(&mut binding.cargo(&python, &["build", "--quiet"]))?;
    }
    let mut seconds = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..runs.max(1) {
        for (binding, seconds) in bindings.iter().zip(&mut seconds) {
            seconds.push(binding.seconds(&python)?);
        }
    }
    let [now, full, before] = seconds.map(|runs| summary(&runs));
    println!("CPU seconds of rustc in a dev build, least / median:\n");
    println!("{:24}{:>15}{:>15}{:>15}{:>15}", "", "macros", "library", "binding", "all three");
    let row = |name: &str, crates: [[f64; 2]; 4]| {
        let cells = crates.map(|[least, median]| format!("{:>15}", format!("{least:.2} / {median:.2}")));
        println!("{name:24}{}", cells.concat());
    };
    let beyond = |crates: [[f64; 2]; 4]| from_fn(|at| from_fn(|which| crates[at][which] - before[at][which]));
    row("default features", now);
    row("all features", full);
    row(against, before);
    row("difference, default", beyond(now));
    row("difference, all", beyond(full));
    Ok(())
}

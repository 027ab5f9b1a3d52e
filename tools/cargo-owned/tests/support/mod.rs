//! Running the command on the fixtures.
#![allow(dead_code, reason = "each test file uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// A fixture's path.
pub(crate) fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The command as cargo starts it.
pub(crate) fn owned(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-owned"));
    let (subcommand, rest) = arguments.split_first().expect("a subcommand");
    // Whatever Python there is: the fixtures have conditions on it.
    command.args(["owned", subcommand, "--python-version", "3.13"]).args(rest).current_dir(fixture(""));
    command
}

/// What it wrote to each of its streams.
pub(crate) struct Said {
    /// Its exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// Runs it in the folder of the fixtures.
pub(crate) fn run(arguments: &[&str]) -> Said {
    said(owned(arguments).output().expect("the command runs"))
}

/// As text.
pub(crate) fn said(output: Output) -> Said {
    Said {
        code: output.status.code().expect("it ended by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A report that must be there, with nothing left out.
pub(crate) fn json(arguments: &[&str]) -> serde_json::Value {
    let said = run(arguments);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    serde_json::from_str(&said.out).expect("JSON")
}

/// The sources of a package of the index, fetched once.
pub(crate) fn package(name: &str, version: &str) -> PathBuf {
    let home = target().join("sources");
    let found = home.join(format!("{name}-{version}"));
    if found.is_dir() {
        return found;
    }
    fs::create_dir_all(&home).expect("a folder");
    // The Python that is built for may have no pip.
    let asked = env::var("PYO3_PYTHON").ok();
    let has_pip = |python: &&str| {
        Command::new(python).args(["-m", "pip", "--version"]).output().is_ok_and(|o| o.status.success())
    };
    let python = asked.as_deref().into_iter().chain(["python3", "python"]).find(has_pip).expect("some Python has pip");
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-binary", ":all:"]);
    pip.arg("--dest").arg(&home).arg(format!("{name}=={version}"));
    assert!(pip.status().expect("python3 runs").success(), "pip could not fetch {name} {version}");
    let archive = format!("{name}-{version}.tar.gz");
    let mut tar = Command::new("tar");
    tar.arg("xzf").arg(&archive).current_dir(&home);
    assert!(tar.status().expect("tar runs").success(), "{archive} could not be unpacked");
    found
}

/// What the tests build goes here.
pub(crate) fn target() -> PathBuf {
    let built = Path::new(env!("CARGO_BIN_EXE_cargo-owned"));
    built.ancestors().nth(2).expect("a target directory").join("cargo-owned")
}

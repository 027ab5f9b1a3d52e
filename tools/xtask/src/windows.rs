//! The example for Windows, built where there is neither Windows nor a Python of its own: the C library by MinGW, which has no
//! `Python.h` either.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::python::Python;
use crate::pytools::Tools;
use crate::{paths, process};

/// What is built for: the linker is that of MinGW, as Debian has it.
const TARGET: &str = "x86_64-pc-windows-gnu";
const OBJDUMP: &str = "x86_64-w64-mingw32-objdump";

/// Which Python: it is not asked, nor is it anywhere here.
const PYTHON: (&str, &str) = ("python3.13", "python313.dll");

/// What every Windows has, in the lists of the system and of its C library.
const SYSTEM: [&str; 8] = [
    "api-ms-win-core-synch-l1-2-0.dll",
    "bcryptprimitives.dll",
    "kernel32.dll",
    "msvcrt.dll",
    "ntdll.dll",
    "userenv.dll",
    "ws2_32.dll",
    "dbghelp.dll",
];

/// Builds the wheel of `inkface` and looks at what is in its library. `python` is the one whose maturin builds it.
pub(crate) fn check(python: &Python) -> Result<()> {
    let tools = Tools::of(python)?;
    let home = paths::target().join("windows");
    let out = home.join("dist");
    let mut maturin = Command::new(&tools.python);
    maturin.args(["-m", "maturin", "build", "--target", TARGET, "--interpreter", PYTHON.0, "--profile", "dev"]);
    maturin.arg("--out").arg(&out);
    maturin.current_dir(paths::canvas()).env("CARGO_TARGET_DIR", &home).env_remove("PYO3_PYTHON");
    process::run(&mut maturin)?;

    let unpacked = home.join("unpacked");
    let wheel = only(&out, ".whl")?;
    process::run(Command::new(&tools.python).args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&unpacked))?;
    let library = only(&unpacked.join("inkface"), ".pyd")?;
    let told = process::output(Command::new(OBJDUMP).arg("-p").arg(&library))?;
    let exports: Vec<&str> = lines(&told, "] ").filter(|line| line.contains("PyInit_")).collect();
    ensure!(exports == ["PyInit_inkface"], "{} exports {exports:?}", library.display());
    let needed: Vec<&str> = lines(&told, "DLL Name: ").collect();
    ensure!(needed.contains(&PYTHON.1), "{} does not ask for {}: {needed:?}", library.display(), PYTHON.1);
    // Whatever else it asked for would have to be in the wheel.
    let is_there = |dll: &&str| *dll == PYTHON.1 || SYSTEM.contains(&dll.to_lowercase().as_str());
    ensure!(needed.iter().all(is_there), "{} asks for what Windows does not have: {needed:?}", library.display());
    println!("{} imports {}", wheel.display(), needed.join(", "));
    Ok(())
}

/// The one file of a folder whose name ends so.
fn only(folder: &Path, end: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut files = files.into_iter().filter(|file| file.to_string_lossy().ends_with(end));
    let file = files.next().with_context(|| format!("nothing in {} ends with {end}", folder.display()))?;
    ensure!(files.next().is_none(), "{} has several that end with {end}", folder.display());
    Ok(file)
}

/// What stands behind `mark` on the lines that have it.
fn lines<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter_map(move |line| Some(line.split_once(mark)?.1.trim()))
}

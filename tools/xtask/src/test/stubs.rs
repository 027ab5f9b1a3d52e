//! Stub files: whether they are what the modules have, and what a type checker makes of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::extension::{self, Package, Profile};
use crate::python::Python;
use crate::{lru_dict, paths, process, pytools};

/// A module whose stub files are committed.
struct Stubbed {
    package: Package,
    /// The crate.
    folder: &'static str,
    /// Where its stub files lie, in the crate.
    stubs: &'static str,
    /// What names the folder in which they are, where the crate's layout does not.
    arguments: &'static [&'static str],
    /// The file, in the crate, that uses it: mypy says of it what its comments say, and nothing else.
    user: &'static str,
}

const STUBBED: [Stubbed; 5] = [
    Stubbed {
        package: Package { name: "stub-tests", library: "everything", folder: "" },
        folder: "stub-tests",
        stubs: "everything",
        arguments: &["stub-tests"],
        user: "tests_py/user.py",
    },
    Stubbed {
        package: Package { name: "inkface", library: "inkface", folder: "" },
        folder: "examples/canvas",
        stubs: "inkface.pyi",
        arguments: &[],
        user: "tests_py/types_user.py",
    },
    Stubbed {
        package: Package { name: "owned-example-lru", library: "_lru", folder: "lru" },
        folder: "examples/lru",
        stubs: "python/lru",
        arguments: &[],
        user: "tests_py/types_user.py",
    },
    Stubbed {
        package: Package { name: "owned-example-markupsafe", library: "_speedups", folder: "" },
        folder: "examples/markupsafe",
        stubs: "_speedups.pyi",
        arguments: &[],
        user: "tests_py/types_user.py",
    },
    Stubbed {
        package: Package { name: "owned-example-sqlite", library: "owned_sqlite", folder: "" },
        folder: "examples/sqlite",
        stubs: "owned_sqlite.pyi",
        arguments: &[],
        user: "tests_py/types_user.py",
    },
];

/// Compares the files with what `cargo owned stubs` would write, and has mypy compare them with the modules, and read what
/// uses them.
pub(crate) fn check(python: &Python) -> Result<()> {
    let tools = pytools::for_typing(python)?;
    for of in &STUBBED {
        let check = || -> Result<()> {
            current(python, of)?;
            let (modules, types) = staged(python, of)?;
            let module = if of.package.folder.is_empty() { of.package.library } else { of.package.folder };
            let mut stubtest = Command::new(&tools);
            stubtest.args(["-P", "-m", "mypy.stubtest", module]).current_dir(&types);
            stubtest.env("PYTHONPATH", &modules).env("MYPYPATH", &types).env_remove("PYTHONHOME");
            process::run(&mut stubtest)?;
            let mut mypy = Command::new(&tools);
            mypy.args(["-m", "mypy", "--strict", "--cache-dir"]).arg(types.join("cache"));
            mypy.arg(paths::root().join(of.folder).join(of.user)).current_dir(&types).env("MYPYPATH", &types);
            process::run(&mut mypy)
        };
        check().with_context(|| format!("the stub files of {}", of.folder))?;
    }
    panics(python, &STUBBED[0])
}

/// What a panic is in an extension module, of which the first has functions that do.
fn panics(python: &Python, of: &Stubbed) -> Result<()> {
    let modules = extension::build_package(python, &of.package, Profile::Dev, false)?.folder;
    let mut run = Command::new(&python.executable);
    run.arg(paths::root().join(of.folder).join("tests_py/panics.py")).env("PYTHONPATH", modules);
    process::run(&mut run)
}

/// The files are what the module has.
fn current(python: &Python, of: &Stubbed) -> Result<()> {
    let mut stubs = process::cargo();
    stubs.args(["run", "--quiet", "--package", "cargo-owned", "--", "owned", "stubs", "--check", "--manifest-path"]);
    stubs.arg(paths::root().join(of.folder).join("Cargo.toml")).arg("--python").arg(&python.executable);
    process::run(stubs.args(of.arguments).current_dir(paths::root()))
}

/// The module as users import it, and beside it, in another folder, its stub files.
fn staged(python: &Python, of: &Stubbed) -> Result<(PathBuf, PathBuf)> {
    let modules = if of.package.name == "owned-example-lru" {
        lru_dict::build(python, Profile::Dev, false)?.folder
    } else {
        extension::build_package(python, &of.package, Profile::Dev, false)?.folder
    };
    let types = extension::target(python).join("types").join(of.package.library);
    if types.exists() {
        fs::remove_dir_all(&types).with_context(|| format!("cannot remove {}", types.display()))?;
    }
    let from = paths::root().join(of.folder).join(of.stubs);
    copy(&from, &types.join(from.file_name().context("stub files have a name")?))?;
    Ok((modules, types))
}

/// Copies a file, or a folder with what is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
            let entry = entry.with_context(|| format!("cannot read {}", from.display()))?;
            if entry.file_name() != "__pycache__" {
                copy(&entry.path(), &to.join(entry.file_name()))?;
            }
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

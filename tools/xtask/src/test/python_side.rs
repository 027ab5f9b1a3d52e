//! The tests that see the example as its users do: imported by Python, and installed by pip.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::extension::{self, Staged};
use crate::lru_dict::Built;
use crate::python::Python;
use crate::pytools::{self, Tools};
use crate::sanitizer::Sanitizer;
use crate::{lru_dict, paths, process, sqlite};

/// The tests that may corrupt memory, should the module have a fault, and those of the sanitizer itself.
const SANITIZED: [&str; 12] = [
    "test_sanitizer.py",
    "test_bad_input.py",
    "test_reentrancy.py",
    "test_events.py",
    "test_painting.py",
    "test_handlers.py",
    "test_face.py",
    "test_canvas.py",
    "test_loading.py",
    "test_threads.py",
    "test_collection.py",
    "test_random.py",
];

/// Those that take longest: they begin first, so that no core is idle at the end.
const LONGEST: [&str; 8] = [
    "test_track_backends.py",
    "test_faults.py",
    "test_refleaks.py",
    "test_planted.py",
    "test_outputs.py",
    "test_hunting.py",
    "test_checking.py",
    "test_random.py",
];

/// Runs `examples/canvas/tests_py` with pytest, on the staged module.
pub(crate) fn pytest(tools: &Tools, python: &Python, staged: &Staged, arguments: &[String]) -> Result<()> {
    each(test_files(&folder())?, arguments, || {
        let mut pytest = command(tools, staged);
        // A test that builds a changed copy of the module builds it as the module itself was.
        extension::as_extension(&mut pytest, python, &extension::target(python));
        pytest
    })
}

/// Runs each file in a process of its own, where no other has left anything; with arguments, which may leave all of a file
/// out, all in one.
fn each(files: Vec<PathBuf>, arguments: &[String], pytest: impl Fn() -> Command) -> Result<()> {
    if !arguments.is_empty() {
        return process::run(pytest().args(files).args(arguments));
    }
    process::run_all(files.into_iter().map(|file| {
        let mut command = pytest();
        command.arg(file);
        command
    }))
}

/// The files with tests in a folder and those below it.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if name.starts_with("test_") && name.ends_with(".py") {
                files.push(path);
            }
        }
    }
    files.sort_by_cached_key(|file| (!LONGEST.iter().any(|longest| file.ends_with(longest)), file.clone()));
    Ok(files)
}

/// Runs the tests that may corrupt memory, on the instrumented module.
pub(crate) fn pytest_sanitized(
    tools: &Tools,
    sanitizer: &Sanitizer,
    staged: &Staged,
    arguments: &[String],
) -> Result<()> {
    let files = SANITIZED.map(|name| folder().join(name));
    let path = env::join_paths([staged.folder.clone(), folder()])?;
    each(files.into(), arguments, || {
        let mut pytest = command(tools, staged);
        // A report is written by C, right before the process ends: pytest must not catch it.
        pytest.args(["--capture=sys", "-p", "support.once"]).env("PYTHONPATH", &path);
        sanitizer.preload(&mut pytest);
        pytest
    })
}

pub(super) fn command(tools: &Tools, staged: &Staged) -> Command {
    let mut pytest = Command::new(&tools.python);
    pytest.args(["-m", "pytest", "-p", "no:cacheprovider", "--import-mode=importlib"]);
    pytest.current_dir(paths::root());
    pytest.env("PYTHONPATH", &staged.folder).env("PYTHONDONTWRITEBYTECODE", "1");
    pytest.env("OWNED_LEDGER", "sites").env_remove("PYTHONHOME");
    pytest
}

fn folder() -> PathBuf {
    paths::canvas().join("tests_py")
}

/// Whether there is a browser that the tests of `owned-debug` find; without one they leave its page out.
pub(crate) fn has_browser() -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    env::split_paths(&path).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
}

/// Installs the package `owned-debug` with pip, and runs its tests there; they also ask the staged module.
pub(crate) fn owned_debug(python: &Python, staged: &Staged) -> Result<()> {
    let target = extension::target(python);
    let (folder, tested) = (paths::root().join("tools/owned-debug"), paths::root().join("tools/owned-debug[test]"));
    let installed = pytools::install(python, &tested, &target.join("owned-debug"), &target)?;
    let mut files = test_files(&folder.join("tests"))?;
    if python.debug {
        // How packages are built does not depend on how the interpreter was.
        files.retain(|file| !file.ends_with("test_track_backends.py"));
    }
    each(files, &[], || {
        let mut pytest = Command::new(&installed);
        pytest.args(["-m", "pytest", "-p", "no:cacheprovider"]).current_dir(&folder);
        pytest.env("PYTHONPATH", &staged.folder).env("PYTHONDONTWRITEBYTECODE", "1").env_remove("PYTHONHOME");
        pytest
    })
}

/// Tests of the port `examples/lru` that look at lru-dict too.
const BESIDE: [&str; 3] = ["test_faults.py", "test_differential.py", "test_own_suite.py"];

/// Runs `examples/lru/tests_py`; those that compare, if there is something to compare with.
pub(crate) fn lru(tools: &Tools, staged: &Staged, beside: Option<&Built>) -> Result<()> {
    let mut files = test_files(&lru_dict::folder().join("tests_py"))?;
    if beside.is_none() {
        files.retain(|file| !BESIDE.iter().any(|name| file.ends_with(name)));
    }
    each(files, &[], || {
        let mut pytest = command(tools, staged);
        pytest.env_remove("LRU_UPSTREAM");
        if let Some(Built { folder, source }) = beside {
            pytest.env("LRU_UPSTREAM", folder).env("LRU_SUITE", source.join("test"));
        }
        pytest
    })
}

/// Runs `examples/sqlite/tests_py`.
pub(crate) fn sqlite(tools: &Tools, python: &Python, staged: &Staged, arguments: &[String]) -> Result<()> {
    each(test_files(&sqlite::folder().join("tests_py"))?, arguments, || {
        let mut pytest = command(tools, staged);
        // A test that builds a changed copy of the module builds it as the module itself was.
        extension::as_extension(&mut pytest, python, &extension::target(python));
        pytest
    })
}

/// Runs lru-dict's own tests, unchanged, on the port.
pub(crate) fn lru_dicts_own(python: &Python, staged: &Staged, source: &Path) -> Result<()> {
    let mut unittest = Command::new(&python.executable);
    unittest.args(["-m", "unittest", "test_lru"]).current_dir(source.join("test"));
    unittest.env("PYTHONPATH", &staged.folder).env("PYTHONDONTWRITEBYTECODE", "1").env_remove("PYTHONHOME");
    process::run(&mut unittest)
}

/// Installs an example the way its README says, and imports what was installed; `stub` lies beside it, with the marker of types.
pub(crate) fn pip_install(python: &Python, example: &Path, module: &str, stub: &str) -> Result<()> {
    let target = extension::target(python);
    let installed = pytools::install_quickly(python, example, &target.join("installed").join(module), &target)?;
    let import = format!(
        "import {module} as module, sys; assert module.__file__.startswith(sys.prefix), module.__file__; \
         print('imported', module.__file__); from pathlib import Path; folder = Path(module.__file__).parent; \
         there = sorted(file.name for file in folder.iterdir()); \
         assert {{'py.typed', '{stub}'}} <= set(there), there"
    );
    // From a folder without the sources, and without a path of ours: what pip installed is what is imported.
    process::run(Command::new(installed).args(["-I", "-c", &import]).current_dir(target))
}

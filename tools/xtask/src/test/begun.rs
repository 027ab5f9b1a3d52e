//! A new project, as `cargo owned new` writes it, from an empty folder to wheels that are tested. What of it is Rust's is tested by
//! the tests of `cargo-owned`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::python::Python;
use crate::{extension, paths, process, pytools};

/// What it is called.
const NAME: &str = "tallies";
const VERSION: &str = "0.1.0";

/// As large as its library may be: with its symbols it would be four times that.
const LARGEST: u64 = 1_000_000;

/// Begins it and packs it as a source distribution, of which pip builds and installs a wheel as users would; runs its tests in
/// Python and the type checker on what was installed.
pub(crate) fn check(python: &Python) -> Result<()> {
    let home = home(python);
    let project = home.join(NAME);
    if project.exists() {
        fs::remove_dir_all(&project).with_context(|| format!("cannot remove {}", project.display()))?;
    }
    process::run(owned("new").arg(&project).arg("--owned").arg(paths::root()))?;
    let (versions, lock) = (paths::root().join("Cargo.lock"), project.join("Cargo.lock"));
    fs::copy(&versions, &lock).with_context(|| format!("cannot write {}", lock.display()))?;
    process::run(owned("licences").arg("--manifest-path").arg(project.join("Cargo.toml")))?;
    let tools = pytools::for_typing(python)?;
    let mut pack = Command::new(&tools);
    process::run(pack.args(["-m", "maturin", "sdist", "--out"]).arg(home.join("dist")).current_dir(&project))?;
    // pip unpacks it far from here: what is not in it is not found.
    let installed = pytools::install(python, &sdist(&home), &home.join("installed"), &home.join("target"))?;
    let packages = packages(&installed)?;
    has_what_it_should(&packages, &format!("{NAME}{}", python.ext_suffix))?;

    // The tools are of another environment, the module is what pip has installed, with its stub file and marker.
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&tools);
        command.args(arguments).current_dir(&project).env("PYTHONPATH", &packages);
        // Not the file of the project, but that of the wheel.
        process::run(command.env("MYPYPATH", &packages).env_remove("PYTHONHOME"))
    };
    run(&["-P", "-m", "pytest", "-q", "-p", "no:cacheprovider"])?;
    // The wheel is a package with the library in it, which has no stub file of its own.
    run(&["-P", "-m", "mypy.stubtest", "--ignore-missing-stub", NAME])?;
    run(&["-m", "mypy", "--strict", "--cache-dir", "../mypy", "tests_py"])?;
    stable(python, &tools, &home)
}

/// What the module does, for interpreters that have nothing but themselves.
const USE: &str = "import tallies
assert tallies.count('So so', ignore_case=True) == {'so': 2}
heard = []
assert tallies.Tally(on_new=heard.append).add('a b a') == 2 and heard == ['a', 'b']
try: tallies.count(5)
except TypeError: pass
else: raise AssertionError
";

/// One wheel for the stable ABI: maturin names it so, and each interpreter of this machine imports what is in it.
fn stable(python: &Python, tools: &Path, home: &Path) -> Result<()> {
    let (out, unpacked) = (home.join("stable"), home.join("stable/unpacked"));
    let _ = fs::remove_dir_all(&out);
    let mut build = Command::new(tools);
    build.args([
        "-m",
        "maturin",
        "build",
        "--profile",
        "dev",
        "--compatibility",
        "off",
        "--features",
        "owned/abi3-py311",
    ]);
    build.arg("--out").arg(&out).current_dir(home.join(NAME)).env("CARGO_TARGET_DIR", home.join("target"));
    process::run(build.env("PYO3_PYTHON", &python.executable))?;
    let mut wheels = fs::read_dir(&out).with_context(|| format!("cannot list {}", out.display()))?.flatten();
    let named = format!("{NAME}-{VERSION}-cp311-abi3-");
    let wheel = wheels.find(|file| file.file_name().to_string_lossy().starts_with(&named));
    let wheel = wheel.with_context(|| format!("{} has no {named}….whl", out.display()))?.path();
    process::run(Command::new(tools).args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&unpacked))?;
    for one in super::stable::interpreters(python) {
        process::run(
            Command::new(&one.executable).args(["-c", USE]).env("PYTHONPATH", &unpacked).env_remove("PYTHONHOME"),
        )?;
    }
    Ok(())
}

/// Builds the wheel for the Python of another Debian, there and of the same source distribution, and runs the tests in Python.
pub(crate) fn check_elsewhere(python: &Python, suite: &str, other: &str) -> Result<()> {
    let home = home(python);
    ensure!(sdist(&home).is_file(), "there is no {}: `cargo xtask new` makes it", sdist(&home).display());
    let there = std::env::temp_dir().join(format!("owned-{NAME}-{}", std::process::id()));
    let tools = pytools::for_typing(python)?;
    process::run(Command::new(&tools).args(["-m", "tarfile", "-e"]).arg(sdist(&home)).arg(&there))?;
    let built = build_elsewhere(&tools, suite, other, &there);
    fs::remove_dir_all(&there).with_context(|| format!("cannot remove {}", there.display()))?;
    let wheels = built?;

    // That Debian has no pip. This one's asks the wheel for whom it is.
    let installed = home.join(suite);
    let _ = fs::remove_dir_all(&installed);
    let minor = other.strip_prefix("python").context("a Python is called python3.N")?;
    let abi = format!("cp{}", minor.replace('.', ""));
    let mut pip = Command::new(&tools);
    pip.args(["-m", "pip", "install", "--no-index", "--no-deps", "--only-binary", ":all:", "--python-version", minor]);
    pip.args(["--abi", &abi, "--find-links"]).arg(&wheels).arg("--target").arg(&installed).arg(NAME);
    process::run(&mut pip)?;
    let path = std::env::join_paths([installed, packages(&tools)?.into()])?;
    let mut pytest = inside(suite, &[other, "-P", "-m", "pytest", "-q", "-p", "no:cacheprovider"]);
    process::run(pytest.current_dir(home.join(NAME)).env("PYTHONPATH", path))
}

/// Builds the wheel of what was unpacked, and returns the folder that it is in.
fn build_elsewhere(tools: &Path, suite: &str, other: &str, unpacked: &Path) -> Result<PathBuf> {
    let target = paths::target().join(suite).join(other);
    let (maturin, wheels) = (tools.with_file_name("maturin"), target.join("wheels"));
    let _ = fs::remove_dir_all(&wheels);
    let mut build = inside(suite, &[]);
    build.arg(maturin).args(["build", "--profile", "dev", "--compatibility", "off", "--interpreter", other, "--out"]);
    build.arg(&wheels).current_dir(unpacked.join(format!("{NAME}-{VERSION}")));
    process::run(build.env("CARGO_TARGET_DIR", target).env("PYO3_PYTHON", Path::new("/usr/bin").join(other)))?;
    Ok(wheels)
}

/// A command in another Debian.
fn inside(suite: &str, command: &[&str]) -> Command {
    let mut run = Command::new(paths::root().join("tools/interpreters"));
    run.args(["run", suite]).args(command);
    run
}

/// `cargo owned`, as it is here.
fn owned(command: &str) -> Command {
    let mut owned = process::cargo();
    owned.args(["run", "--quiet", "--package", "cargo-owned", "--", "owned", command]);
    owned
}

/// What is in an installed wheel besides the module: the licences; and that the module has no symbols.
fn has_what_it_should(packages: &str, library: &str) -> Result<()> {
    let packages = Path::new(packages);
    let licences = packages.join(format!("{NAME}-{VERSION}.dist-info/licenses/licences"));
    let read = |name: &str| {
        fs::read_to_string(licences.join(name)).with_context(|| format!("the wheel has no {name} of licences"))
    };
    let crates = read("crates.txt")?;
    for compiled in ["owned-py ", "pyo3-ffi "] {
        let is_named = crates.lines().any(|line| line.starts_with(compiled) && line.ends_with(": MIT OR Apache-2.0"));
        ensure!(is_named, "{compiled}is not among the licences:\n{crates}");
    }
    ensure!(crates.contains("Permission is hereby granted"), "the text of MIT is not among the licences:\n{crates}");
    for only_builds in ["quote ", "trybuild ", "backtrace "] {
        ensure!(!crates.lines().any(|line| line.starts_with(only_builds)), "{only_builds}is not in the wheel");
    }
    read("rust-standard-library.html")?;
    let library = packages.join(NAME).join(library);
    let size = fs::metadata(&library).with_context(|| format!("there is no {}", library.display()))?.len();
    ensure!(size < LARGEST, "{} has {size} bytes: is it stripped?", library.display());
    println!("{} has {size} bytes", library.display());
    Ok(())
}

/// Where the project lies, and what is made of it.
fn home(python: &Python) -> PathBuf {
    extension::target(python).join("begun")
}

fn sdist(home: &Path) -> PathBuf {
    home.join("dist").join(format!("{NAME}-{VERSION}.tar.gz"))
}

/// Where an environment has its packages.
fn packages(python: &Path) -> Result<String> {
    let ask = "import sysconfig; print(sysconfig.get_path('platlib'))";
    Ok(process::output(Command::new(python).args(["-I", "-c", ask]))?.trim().to_owned())
}

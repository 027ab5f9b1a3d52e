//! A virtual environment with pinned tools for each interpreter, without `ensurepip`, which a bare Debian lacks.
//!
//! The environment is made without pip; a pip that some Python of this machine has is told to install into it. The
//! packages are first downloaded to a folder under the target directory, and everything is installed from there:
//! the registry is asked once, when the pins change.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, anyhow};

use crate::python::{self, Python};
use crate::{paths, process};

/// The pins.
const PEER: &str = "psleak==0.1.6";
const REQUIREMENTS: &str = include_str!("../requirements.txt");
/// The pins of what programs of the corpus import besides.
const OF_CORPUS: &str = include_str!("../corpus-requirements.txt");
/// The pins of the type checker.
const OF_TYPING: &str = include_str!("../typing-requirements.txt");

/// A virtual environment that holds what the pins name.
pub(crate) struct Tools {
    /// The environment's interpreter.
    pub(crate) python: PathBuf,
}

impl Tools {
    /// The environment of this interpreter, made if it is not there or the pins have changed.
    pub(crate) fn of(python: &Python) -> Result<Self> {
        let home = folder().join(python.tag());
        let stamp = home.join("pins.txt");
        let tools = Self { python: executable(&home) };
        let _alone = alone()?;
        if fs::read_to_string(&stamp).is_ok_and(|pins| pins == REQUIREMENTS) {
            return Ok(tools);
        }
        let pip = Pip::find(python)?;
        let wheels = pip.download()?;
        create(python, &home)?;
        process::run(pip.inside(&tools.python, &["install", "--no-index"]).args([
            "--find-links".as_ref(),
            wheels.as_os_str(),
            "--requirement".as_ref(),
            requirements().as_os_str(),
        ]))?;
        fs::write(&stamp, REQUIREMENTS).with_context(|| format!("cannot write {}", stamp.display()))?;
        Ok(tools)
    }
}

/// Builds the Python project `source` as `pip install DIRECTORY` does and installs it into a new environment `home`;
/// returns that environment's interpreter. What the build needs comes from the pins.
pub(crate) fn install(python: &Python, source: &Path, home: &Path, cargo_target: &Path) -> Result<PathBuf> {
    install_with(python, source, home, cargo_target, "")
}

/// The same, built by the dev profile: what is tested is the way there.
pub(crate) fn install_quickly(python: &Python, source: &Path, home: &Path, cargo_target: &Path) -> Result<PathBuf> {
    install_with(python, source, home, cargo_target, "--profile dev")
}

fn install_with(python: &Python, source: &Path, home: &Path, cargo_target: &Path, maturin: &str) -> Result<PathBuf> {
    let pip = Pip::find(python)?;
    let wheels = pip.download()?;
    create(python, home)?;
    let installed = executable(home);
    let mut command = pip.inside(&installed, &["install", "--no-index", "--verbose", "--find-links"]);
    command.arg(wheels).arg(source).env("CARGO_TARGET_DIR", cargo_target).env("MATURIN_PEP517_ARGS", maturin);
    // Which interpreter to build for is for the environment to say.
    command.env_remove("PYO3_PYTHON");
    process::run(&mut command)?;
    Ok(installed)
}

/// An environment at `home` with one package of the registry, made if it is not there; returns its interpreter.
pub(crate) fn environment(python: &Python, home: &Path, package: &str) -> Result<PathBuf> {
    let (stamp, inside) = (home.join("pins.txt"), executable(home));
    let _alone = alone()?;
    if fs::read_to_string(&stamp).is_ok_and(|pins| pins == package) {
        return Ok(inside);
    }
    let pip = Pip::find(python)?;
    create(python, home)?;
    process::run(&mut pip.inside(&inside, &["install", "--quiet", "--only-binary", ":all:", package]))?;
    fs::write(&stamp, package).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(inside)
}

/// The sdist of a release, which has this hash; fetched if it is not there.
pub(crate) fn sdist(python: &Python, release: &str, hash: &str) -> Result<PathBuf> {
    let (name, version) = release.split_once("==").context("a release is a name and a version")?;
    let to = folder().join("sdists");
    let file = to.join(format!("{}-{version}.tar.gz", name.replace('-', "_")));
    let _alone = alone()?;
    if file.is_file() {
        return Ok(file);
    }
    fs::create_dir_all(&to).with_context(|| format!("cannot create {}", to.display()))?;
    let wanted = to.join(format!("{name}.txt"));
    fs::write(&wanted, format!("{release} --hash={hash}\n"))
        .with_context(|| format!("cannot write {}", wanted.display()))?;
    let mut pip = Command::new(Pip::find(python)?.owner);
    pip.args(["-m", "pip", "download", "--disable-pip-version-check", "--no-deps", "--no-binary", name]);
    process::run(pip.arg("--dest").arg(&to).arg("--require-hashes").arg("--requirement").arg(&wanted))?;
    Ok(file)
}

/// The same, unpacked: the folder that is in it.
pub(crate) fn unpacked(python: &Python, release: &str, hash: &str) -> Result<PathBuf> {
    const UNPACK: &str = "import shutil, sys\nshutil.unpack_archive(*sys.argv[1:])";
    let sdist = sdist(python, release, hash)?;
    let (name, version) = release.split_once("==").context("a release is a name and a version")?;
    let to = paths::target().join(name);
    let source = to.join(format!("{}-{version}", name.replace('-', "_")));
    let _alone = alone()?;
    if !source.join("PKG-INFO").is_file() {
        process::run(Command::new(&python.executable).args(["-c", UNPACK]).arg(&sdist).arg(&to))?;
    }
    Ok(source)
}

/// The environment that the programs of the corpus are checked in, made if it is not there or the pins have changed.
pub(crate) fn for_corpus(python: &Python) -> Result<PathBuf> {
    with_more(python, "corpus", OF_CORPUS)
}

/// The environment that has the type checker, made if it is not there or the pins have changed.
pub(crate) fn for_typing(python: &Python) -> Result<PathBuf> {
    with_more(python, "typing", OF_TYPING)
}

/// An environment of that name with what all have and what `NAME-requirements.txt` pins besides; returns its interpreter.
fn with_more(python: &Python, name: &str, more: &str) -> Result<PathBuf> {
    let home = folder().join(format!("{name}-{}", python.tag()));
    let (stamp, pins, inside) = (home.join("pins.txt"), format!("{REQUIREMENTS}{more}"), executable(&home));
    let _alone = alone()?;
    if fs::read_to_string(&stamp).is_ok_and(|made| made == pins) {
        return Ok(inside);
    }
    let pip = Pip::find(python)?;
    let wheels = pip.download()?;
    create(python, &home)?;
    let mut install = pip.inside(&inside, &["install", "--quiet", "--only-binary", ":all:", "--find-links"]);
    install.arg(wheels).arg("--requirement").arg(requirements());
    process::run(install.arg("--requirement").arg(paths::root().join(format!("tools/xtask/{name}-requirements.txt"))))?;
    fs::write(&stamp, pins).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(inside)
}

/// Adds the peer that is a package to that environment. It is compiled from its source, so it is none of the pins' wheels.
pub(crate) fn add_peer(python: &Python, inside: &Path) -> Result<()> {
    process::run(&mut Pip::find(python)?.inside(inside, &["install", "--quiet", PEER]))
}

/// Waits until no other task fetches or makes what is here; none does until what is returned is dropped.
fn alone() -> Result<File> {
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let lock = File::create(folder.join("lock")).and_then(|lock| lock.lock().map(|()| lock));
    lock.with_context(|| format!("cannot lock {}", folder.display()))
}

/// Makes an empty environment in place of what is there.
fn create(python: &Python, home: &Path) -> Result<()> {
    let mut venv = Command::new(&python.executable);
    process::run(venv.args(["-m", "venv", "--without-pip", "--clear"]).arg(home))
}

fn folder() -> PathBuf {
    paths::target().join("python")
}

fn requirements() -> PathBuf {
    paths::root().join("tools/xtask/requirements.txt")
}

fn executable(home: &Path) -> PathBuf {
    if cfg!(windows) { home.join("Scripts").join("python.exe") } else { home.join("bin").join("python") }
}

/// A pip that can install into another environment.
struct Pip {
    /// The interpreter that has it.
    owner: PathBuf,
}

impl Pip {
    /// The interpreter's own pip, or that of any other Python here.
    fn find(python: &Python) -> Result<Self> {
        let has_pip = |python: &Python| {
            // `pip --python` came with 22.3.
            const PROBE: &str = "import pip; assert tuple(map(int, pip.__version__.split('.')[:2])) >= (22, 3)";
            process::output(Command::new(&python.executable).args(["-c", PROBE])).is_ok()
        };
        let candidates = std::iter::once(python.clone()).chain(python::others(Some(python)));
        let owner = candidates.into_iter().find(has_pip).ok_or_else(|| {
            anyhow!("no Python of this machine has pip 22.3 or newer; on Debian and its kin: apt install python3-pip")
        })?;
        Ok(Self { owner: owner.executable })
    }

    /// Fills the folder of wheels, unless it holds what the pins name, and returns it.
    fn download(&self) -> Result<PathBuf> {
        let wheels = folder().join("wheels");
        let stamp = wheels.join("pins.txt");
        if fs::read_to_string(&stamp).is_ok_and(|pins| pins == REQUIREMENTS) {
            return Ok(wheels);
        }
        let mut pip = Command::new(&self.owner);
        pip.args(["-m", "pip", "download", "--disable-pip-version-check", "--only-binary", ":all:", "--dest"]);
        pip.arg(&wheels).arg("--requirement").arg(requirements());
        process::run(&mut pip)?;
        fs::write(&stamp, REQUIREMENTS).with_context(|| format!("cannot write {}", stamp.display()))?;
        Ok(wheels)
    }

    /// A pip command that works on the environment of `python`.
    fn inside(&self, python: &Path, arguments: &[&str]) -> Command {
        let mut pip = Command::new(&self.owner);
        pip.args(["-m", "pip", "--disable-pip-version-check", "--python"]).arg(python).args(arguments);
        pip
    }
}

//! Rust in a C build: the files by which setuptools, Meson or CMake builds and links a Rust crate.
//!
//! The project keeps its C build, and one line in it adds the crate. What that line asks for is what [`write()`] lays beside
//! the crate's `Cargo.toml`; the crate is a library with `#[owned::module(adopt)]` and compiles no C.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::str::FromStr;

use crate::fault::Error;

/// What builds the C extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// setuptools, with a `setup.py`.
    Setuptools,
    /// Meson, alone or by meson-python.
    Meson,
    /// CMake, alone or by scikit-build-core.
    Cmake,
}

impl Host {
    /// All of them.
    pub const ALL: [Host; 3] = [Host::Setuptools, Host::Meson, Host::Cmake];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Host::Setuptools => "setuptools",
            Host::Meson => "meson",
            Host::Cmake => "cmake",
        }
    }

    /// The folder of the crate in a project: where Meson looks for it, and where people do.
    pub fn usual_folder(self) -> &'static str {
        if self == Host::Meson { "subprojects/ported" } else { "rust" }
    }
}

impl FromStr for Host {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self, Error> {
        match word {
            "meson-python" | "mesonpy" => Ok(Host::Meson),
            "scikit-build-core" => Ok(Host::Cmake),
            _ => Host::ALL.into_iter().find(|host| host.name() == word).ok_or_else(|| {
                let words: Vec<_> = Host::ALL.map(Host::name).to_vec();
                Error::new(format!("`{word}` builds nothing that is known here: {}", words.join(", ")))
            }),
        }
    }
}

/// A project that builds a C extension.
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    /// Where its `setup.py`, `meson.build` or `CMakeLists.txt` is.
    pub root: &'a Path,
    /// The module's name, as Python imports it: `lru._lru`.
    pub module: &'a str,
    /// The C source with the init function, from the root.
    pub source: &'a Path,
    /// Where the crate's `Cargo.toml` is, from the root.
    pub folder: &'a Path,
}

/// What was written, and what is left to do.
#[derive(Debug)]
pub struct Written {
    /// The files, from the root.
    pub files: Vec<PathBuf>,
    /// The file of the project in which a line is changed.
    pub file: &'static str,
    /// The line.
    pub line: String,
    /// Where it goes.
    pub place: &'static str,
}

/// Writes what the host needs into the crate's folder, and says which line adds it.
///
/// # Errors
/// A name that is no module's, a path that leads out of the project, a folder for Meson that is no subproject, and a file
/// that is there with another text: what somebody has changed is not written over.
pub fn write(host: Host, project: &Project<'_>) -> Result<Written, Error> {
    let module = project.module.rsplit('.').next().unwrap_or_default();
    if module.is_empty() || !module.chars().all(|c| c == '_' || c.is_ascii_alphanumeric()) {
        return Err(Error::new(format!("`{}` is not the name of a module of C's", project.module)));
    }
    let (folder, source) = (inside(project.folder)?, inside(project.source)?);
    let name = folder.rsplit('/').next().unwrap_or_default();
    if host == Host::Meson && folder != format!("subprojects/{name}") {
        return Err(Error::new(format!(
            "{folder}: Meson looks for subprojects in `subprojects`, so the crate lies there"
        )));
    }
    let up = "../".repeat(folder.split('/').count());
    let fill = |template: &str| {
        let pairs = [
            ("@MODULE@", module),
            ("@SOURCE@", &source),
            ("@FOLDER@", &folder),
            ("@CRATE@", name),
            ("@FROM_FOLDER@", &format!("{up}{source}")),
        ];
        pairs.iter().fold(template.to_owned(), |text, (mark, value)| text.replace(mark, value))
    };
    let cargo = ("cargo.py", fill(include_str!("../templates/cargo.py")));
    let symbols = ("symbols.map", fill(include_str!("../templates/symbols.map")));
    let (own, file, line, place) = match host {
        Host::Setuptools => (
            ("host.py", fill(include_str!("../templates/host.py"))),
            "setup.py",
            format!("import runpy; runpy.run_path(\"{folder}/host.py\")[\"host\"](extensions)"),
            "before `setup(…)`, `extensions` being what `ext_modules` is given",
        ),
        Host::Meson => (
            ("meson.build", fill(include_str!("../templates/meson.build"))),
            "meson.build",
            format!("dependencies: subproject('{name}').get_variable('ported'),"),
            "among the arguments of `extension_module`",
        ),
        Host::Cmake => (
            ("CMakeLists.txt", fill(include_str!("../templates/CMakeLists.txt"))),
            "CMakeLists.txt",
            format!("add_subdirectory({folder})"),
            "behind the target of the module",
        ),
    };
    let files = [cargo, symbols, own];
    let into = project.root.join(project.folder);
    for (name, text) in &files {
        let path = into.join(name);
        if fs::read_to_string(&path).is_ok_and(|own| own != *text) {
            return Err(Error::new(format!(
                "{} is there already, with another text: move it away first",
                path.display()
            )));
        }
    }
    let failed = |path: &Path, error| Error::new(format!("cannot write {}: {error}", path.display()));
    fs::create_dir_all(&into).map_err(|error| failed(&into, error))?;
    let mut written = Vec::new();
    for (name, text) in &files {
        fs::write(into.join(name), text).map_err(|error| failed(&into.join(name), error))?;
        written.push(project.folder.join(name));
    }
    Ok(Written { files: written, file, line, place })
}

/// A path in the project, with `/` on every system.
fn inside(path: &Path) -> Result<String, Error> {
    let parts: Option<Vec<_>> = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| if let Component::Normal(name) = part { name.to_str() } else { None })
        .collect();
    match parts {
        Some(parts) if !parts.is_empty() && parts.iter().all(|part| !part.contains(['"', '\'', '\\', '$'])) => {
            Ok(parts.join("/"))
        }
        _ => Err(Error::new(format!("{}: a path in the project, from its root, is what is asked for", path.display()))),
    }
}

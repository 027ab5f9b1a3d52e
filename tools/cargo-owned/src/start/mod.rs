//! New crates. Here is the one with which a port begins: it compiles the C code as it is, and adopts its module. `project`
//! begins one without C.

mod files;
mod machine;
mod name;
mod project;
mod template;

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use owned_build::host::{self, Host, Project, Written};

use crate::model::{Extension, File, Init, Module};
use crate::read::{Flags, Parsed};

pub(crate) use machine::lacking;
pub(crate) use project::project;

/// What is asked for.
pub(crate) struct Start<'a> {
    /// Where the crate goes.
    pub(crate) folder: &'a Path,
    /// Which module, if there are several.
    pub(crate) module: Option<&'a str>,
    /// What builds the C code, if that is not the crate itself.
    pub(crate) host: Option<Host>,
    /// The checkout of Owned.
    pub(crate) owned: Option<&'a Path>,
    /// How the C code is compiled.
    pub(crate) flags: &'a Flags,
}

/// What was written.
pub(crate) struct Started {
    /// The files.
    pub(crate) files: Vec<PathBuf>,
    /// The last part of the module's name, which is that of its init.
    pub(crate) module: String,
    /// What is to be changed in the build that hosts the crate.
    pub(crate) hosted: Option<(Host, Written)>,
}

/// Writes the crate.
///
/// # Errors
/// No module, or several; a folder that has something in it.
pub(crate) fn start(parsed: &[Parsed], extension: &Extension, asked: &Start<'_>) -> Result<Started> {
    let module = module(extension, asked.module)?;
    let name = module
        .init_function
        .as_deref()
        .and_then(|function| function.strip_prefix("PyInit_"))
        .map_or_else(|| module.name.rsplit('.').next().unwrap_or(&module.name).to_owned(), Into::into);
    is_free(asked.folder)?;
    asked.owned.map_or(Ok(()), checkout)?;
    // What stands in the way of that is known before anything is written.
    let hosted = asked.host.map(|host| hosted(host, parsed, extension, module, asked)).transpose()?;
    fs::create_dir_all(asked.folder).with_context(|| format!("cannot make {}", asked.folder.display()))?;
    let from = |path: &Path| relative(path, asked.folder);
    let sources = sources(parsed).into_iter().map(from).collect::<Result<Vec<_>>>()?;
    let includes = asked.flags.includes.iter().map(|folder| from(Path::new(folder))).collect::<Result<Vec<_>>>()?;
    let owned = asked.owned.map(from).transpose()?;
    let (dotted, package) = place(&module.name, &name, parsed);
    let package = package.map(|package| from(&package)).transpose()?;
    let verified = files::verified(&dotted, package.as_deref(), &sources, asked.host.is_some());
    let mut texts = vec![
        ("Cargo.toml", files::manifest(&name, owned.as_deref(), asked.host.is_some(), &verified)),
        ("build.rs", files::build(&name, &sources, &includes, asked.flags, asked.host.is_some())),
        ("src/lib.rs", files::library(&name, module, extension)),
    ];
    if asked.host.is_none() {
        texts.push(("pyproject.toml", files::project(&name, &module.name)));
    }
    let mut written = write(asked.folder, texts)?;
    written.extend(hosted.iter().flat_map(|(_, hosted)| hosted.files.iter().cloned()));
    Ok(Started { files: written, module: name, hosted })
}

/// That a crate can go to a folder: it is not there yet, or has nothing in it.
fn is_free(folder: &Path) -> Result<()> {
    if folder.exists() {
        let mut entries = fs::read_dir(folder)
            .with_context(|| format!("{} is no folder that a crate can go to", folder.display()))?;
        ensure!(entries.next().is_none(), "{} is not empty: name a folder that is not there yet", folder.display());
    }
    Ok(())
}

/// That this is a checkout of Owned.
fn checkout(folder: &Path) -> Result<()> {
    let library = folder.join("owned/Cargo.toml");
    ensure!(library.is_file(), "{} is no checkout of Owned: there is no {}", folder.display(), library.display());
    Ok(())
}

/// Writes files into a folder, with the folders that they are in.
fn write(folder: &Path, texts: impl IntoIterator<Item = (impl AsRef<Path>, String)>) -> Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for (file, text) in texts {
        let path = folder.join(file);
        if let Some(inside) = path.parent() {
            fs::create_dir_all(inside).with_context(|| format!("cannot make {}", inside.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        written.push(path);
    }
    Ok(written)
}

/// The module's name with dots, and the package that it lies in. Where the C code lies among the files of a package, so does
/// the module, whatever it calls itself.
fn place(called: &str, name: &str, parsed: &[Parsed]) -> (String, Option<PathBuf>) {
    let is_package = |folder: &Path| folder.join("__init__.py").is_file();
    let mut folders = parsed.iter().filter_map(|parsed| parsed.path.canonicalize().ok()?.parent().map(Path::to_owned));
    let Some(inner) = folders.find(|folder| is_package(folder)) else { return (called.to_owned(), None) };
    let mut parts = vec![name.to_owned()];
    let mut package = None;
    for folder in inner.ancestors().take_while(|folder| is_package(folder)) {
        parts.extend(folder.file_name().map(|name| name.to_string_lossy().into_owned()));
        package = Some(folder.to_owned());
    }
    parts.reverse();
    let dotted = parts.join(".");
    // Unless it says that it lies in another one.
    if called.contains('.') && called != dotted { (called.to_owned(), None) } else { (dotted, package) }
}

/// Writes what the build of the C code needs to build the crate.
fn hosted(
    host: Host,
    parsed: &[Parsed],
    extension: &Extension,
    module: &Module,
    asked: &Start<'_>,
) -> Result<(Host, Written)> {
    let has_init = |file: &File| file.modules.iter().any(|other| std::ptr::eq(other, module));
    let defined = extension.files.iter().position(has_init).context("the module is in one of the files")?;
    let here = Path::new(".");
    let source = relative(&parsed[defined].path, here)?;
    let project = Project { root: here, module: &module.name, source: Path::new(&source), folder: asked.folder };
    Ok((host, host::write(host, &project)?))
}

/// The module that is meant.
fn module<'a>(extension: &'a Extension, asked: Option<&str>) -> Result<&'a Module> {
    let modules: Vec<&Module> = extension.files.iter().flat_map(|file| &file.modules).collect();
    let last = |module: &Module| module.name.rsplit('.').next().unwrap_or(&module.name).to_owned();
    let names: Vec<&str> = modules.iter().map(|module| module.name.as_str()).collect();
    let found = match (asked, modules.as_slice()) {
        (_, []) => bail!("no module is defined in these files: is the file with its PyModuleDef among them?"),
        (None, [one]) => one,
        (None, _) => bail!("several modules are defined: say which by --module: {}", names.join(", ")),
        (Some(name), _) => match modules.iter().find(|module| module.name == name || last(module) == name) {
            Some(found) => found,
            None => bail!("no module `{name}` is defined, but {}", names.join(", ")),
        },
    };
    ensure!(found.init != Init::None, "the function that makes the module `{}` is not in these files", found.name);
    Ok(found)
}

/// The files that are compiled: those that no other one includes.
fn sources(parsed: &[Parsed]) -> Vec<&Path> {
    let same = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let included = |path: &Path| {
        let path = same(path);
        let mut others = parsed.iter().filter(|other| same(&other.path) != path);
        others.any(|other| other.places.files().any(|file| !file.as_os_str().is_empty() && same(file) == path))
    };
    parsed.iter().map(|parsed| parsed.path.as_path()).filter(|path| !included(path)).collect()
}

/// A path as it is seen from a folder, with `/` between its parts; both are there. One that shares nothing with the folder is
/// given whole.
fn relative(path: &Path, folder: &Path) -> Result<String> {
    let real = |path: &Path| path.canonicalize().with_context(|| format!("cannot read {}", path.display()));
    let (path, folder) = (real(path)?, real(folder)?);
    let shared = path.components().zip(folder.components()).take_while(|(one, other)| one == other).count();
    // The root alone is nothing that a project has in common.
    if shared <= 1 {
        return Ok(path.to_string_lossy().into_owned());
    }
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = path.components().skip(shared).filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let parts: Vec<String> = up.chain(down).collect();
    Ok(if parts.is_empty() { ".".into() } else { parts.join("/") })
}

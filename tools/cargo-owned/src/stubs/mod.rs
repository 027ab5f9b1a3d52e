//! Stub files of a crate's module: built with the feature that has the macros say what is in it, and asked for them.

mod crate_of;
mod layout;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use similar::TextDiff;

use crate::check::command::{run, shown};
use crate::check::{as_extension, built_library, cargo};
use crate_of::Crate;

/// Imports the module and prints what it offers.
const OFFERED: &str = include_str!("offered.py");

/// What is asked for.
pub(crate) struct Asked<'a> {
    pub(crate) manifest: &'a Path,
    /// Where the files go, if not where the crate's layout has them.
    pub(crate) folder: Option<&'a Path>,
    /// The module with its packages, if `pyproject.toml` does not say.
    pub(crate) module: Option<&'a str>,
    /// Features of the crate, as cargo is told.
    pub(crate) features: &'a [String],
    pub(crate) no_default_features: bool,
}

/// A file, and what belongs into it.
pub(crate) struct StubFile {
    pub(crate) path: PathBuf,
    text: String,
}

impl StubFile {
    /// How what is there differs; nothing if it does not.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn difference(&self) -> Result<Option<String>> {
        let there = match fs::read_to_string(&self.path) {
            Ok(there) => there,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Some(format!("{} is not there\n", self.path.display())));
            }
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", self.path.display())),
        };
        // A checkout may have other ends of lines.
        let there = there.replace("\r\n", "\n");
        if there == self.text {
            return Ok(None);
        }
        let names = (self.path.display().to_string(), "what the module has".to_owned());
        let diff = TextDiff::from_lines(&there, &self.text);
        Ok(Some(diff.unified_diff().context_radius(2).header(&names.0, &names.1).to_string()))
    }

    /// Writes it, with the folders that it is in.
    ///
    /// # Errors
    /// It cannot be written.
    pub(crate) fn write(&self) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::write(&self.path, &self.text).with_context(|| format!("cannot write {}", self.path.display()))
    }
}

/// The files, which are not written yet.
///
/// # Errors
/// A crate that is no module, or that does not depend on the library; a build or an import that fails; a layout that has no
/// place for the files.
pub(crate) fn stubs(asked: &Asked<'_>) -> Result<Vec<StubFile>> {
    let of = Crate::of(asked.manifest, asked.module)?;
    let python = crate::read::python().context("no Python was found: name one by --python")?;
    let library = build(&of, asked, &python)?;
    let offered = offered(&of.module, &library, &python)?;
    layout::files(&of, asked.folder, offered)
}

fn build(of: &Crate, asked: &Asked<'_>, python: &Path) -> Result<PathBuf> {
    let mut build = Command::new(cargo());
    build.args(["build", "--lib", "--message-format", "json-render-diagnostics", "--manifest-path"]).arg(&of.manifest);
    // What is built is imported once: nothing is worth optimising.
    for setting in ["profile.dev.opt-level=0", "profile.dev.package.\"*\".opt-level=0", "profile.dev.debug=false"] {
        build.args(["--config", setting]);
    }
    build.arg("--target-dir").arg(&of.target).args(["--features", &format!("{}/stubs", of.dependency)]);
    if !asked.features.is_empty() {
        build.arg("--features").arg(asked.features.join(","));
    }
    if asked.no_default_features {
        build.arg("--no-default-features");
    }
    build.args(as_extension()).env("PYO3_PYTHON", python).env("PYO3_BUILD_EXTENSION_MODULE", "1");
    let ended = run(build.stderr(Stdio::inherit()))?;
    ensure!(ended.code == Some(0), "the module cannot be built; by: {}", shown(&build));
    built_library(&ended.out, &of.manifest)
}

fn offered(module: &str, library: &Path, python: &Path) -> Result<BTreeMap<String, String>> {
    let mut import = Command::new(python);
    import.args(["-I", "-c", OFFERED, module]).arg(library);
    let ended = run(&mut import)?;
    if ended.code != Some(0) {
        let init = module.rsplit('.').next().unwrap_or(module);
        let inits = inits(&fs::read(library).with_context(|| format!("cannot read {}", library.display()))?);
        if !inits.is_empty() && !inits.iter().any(|other| other == init) {
            bail!(
                "the library has no module `{init}`, but `{0}`: one name must be that of `#[owned::module] mod {init}` (or its \
                 `name = \"{init}\"`), of `[lib] name` in Cargo.toml, and the last part of `module-name` in pyproject.toml",
                inits.join("`, `")
            );
        }
        bail!("the module `{module}` cannot be imported:\n{}", ended.said);
    }
    let offered: Option<_> = serde_json::from_str(&ended.out).context("what the module offers is no JSON")?;
    offered.with_context(|| format!("the module `{module}` offers no stubs: is it made by `#[owned::module]`?"))
}

/// The modules that a library can be imported as, by the names of its functions: a name stands between zeros, on macOS with an
/// underscore in front.
fn inits(library: &[u8]) -> Vec<String> {
    let names = library.split(|byte| *byte == 0).filter_map(|name| {
        let name = name.strip_prefix(b"_").unwrap_or(name).strip_prefix(b"PyInit_")?;
        let is_name = !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        is_name.then(|| String::from_utf8_lossy(name).into_owned())
    });
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::inits;

    #[test]
    fn a_library_says_by_its_names_which_modules_it_is() {
        let library =
            b"\0\x7fELF\0PyInit_tallies\0PyInit_\0 PyInit_prose\0see PyInit_x\0_PyInit_other\0PyInit_tallies\0";
        assert_eq!(inits(library), ["other", "tallies"]);
        assert!(inits(b"PyObject_Call\0").is_empty());
    }
}

//! The programs of the corpus: bugs, their twins, and programs without a bug.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::{paths, process};

/// Which program of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant {
    Bug,
    Twin,
    Clean,
}

impl Variant {
    /// What its files are called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bug => "bug",
            Self::Twin => "twin",
            Self::Clean => "clean",
        }
    }
}

/// A program.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// The kind of the mistake, or `clean`.
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) variant: Variant,
    /// Where its files are.
    pub(super) folder: PathBuf,
    /// What is checked.
    pub(super) script: PathBuf,
}

impl Case {
    /// The name of its extension.
    pub(super) fn module(&self) -> String {
        format!("{}_{}", self.name, self.variant.name())
    }

    /// Its source in this language, if it has one.
    pub(super) fn source(&self, extension: &str) -> Option<PathBuf> {
        let file = self.folder.join(self.variant.name()).with_extension(extension);
        (self.variant != Variant::Clean && file.exists()).then_some(file)
    }
}

/// The corpus.
pub(super) fn folder() -> PathBuf {
    paths::root().join("corpus")
}

/// All programs, or those of these kinds and names.
pub(super) fn find(only: &[String]) -> Result<Vec<Case>> {
    let mut found = Vec::new();
    for kind in entries(&folder().join("bugs"))? {
        for case in entries(&kind)? {
            for variant in [Variant::Bug, Variant::Twin] {
                found.push(seeded(&kind, &case, variant)?);
            }
        }
    }
    for script in entries(&folder().join("clean"))? {
        if script.extension().is_some_and(|extension| extension == "py") {
            let (name, folder) = (stem(&script), folder().join("clean"));
            found.push(Case { kind: "clean".into(), name, variant: Variant::Clean, folder, script });
        }
    }
    found.retain(|case| only.is_empty() || only.iter().any(|word| *word == case.kind || *word == case.name));
    Ok(found)
}

fn seeded(kind: &Path, folder: &Path, variant: Variant) -> Result<Case> {
    let own = folder.join(variant.name()).with_extension("py");
    let script = if own.exists() { own } else { folder.join("drive.py") };
    ensure!(script.exists(), "{} has neither {}.py nor drive.py", folder.display(), variant.name());
    Ok(Case { kind: stem(kind), name: stem(folder), variant, folder: folder.to_owned(), script })
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let read = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut found: Vec<PathBuf> = read.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    found.retain(|path| !stem(path).starts_with(['.', '_']));
    found.sort();
    Ok(found)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Refuses bugs that were changed since they were frozen.
pub(super) fn verify_frozen(python: &Path) -> Result<()> {
    const VERIFY: &str = "
import hashlib, pathlib, sys
for line in pathlib.Path('frozen.sha256').read_text().splitlines():
    digest, name = line.split(maxsplit=1)
    file = pathlib.Path(name.lstrip('*'))
    if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
        print(name)
";
    if !folder().join("frozen.sha256").exists() {
        return Ok(());
    }
    let changed = process::output(Command::new(python).args(["-c", VERIFY]).current_dir(folder()))?;
    if !changed.is_empty() {
        bail!("changed since they were frozen (corpus/frozen.sha256):\n{}", changed.trim_end());
    }
    Ok(())
}

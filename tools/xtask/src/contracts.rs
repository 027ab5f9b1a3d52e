//! `cargo xtask contracts`: the typed wrappers, from the contract table.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use owned_contracts::{Examples, Table, tracking, wrappers};

use crate::{paths, process};

/// The functions of the C API in a build of C code that is tracked.
const TRACKING: &str = "tools/owned-debug/src/owned_debug/track/include/owned_track/functions.h";

/// What is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Change nothing; fail if what is committed is not what the table gives
    #[arg(long)]
    check: bool,
}

/// The contract table.
pub(crate) fn folder() -> PathBuf {
    paths::root().join("c-shim/contracts")
}

/// Writes the wrappers, or compares.
pub(crate) fn run(args: &Args) -> Result<()> {
    let table = Table::load(&folder())?;
    let wanted = paths::target().join("contracts");
    let _ = fs::remove_dir_all(&wanted);
    fs::create_dir_all(&wanted)?;
    let library = paths::root().join("owned/src");
    let committed = library.join("raw/generated");
    let mut used = wrappers::Used::default();
    mentioned(&library, &committed, None, &mut used)?;
    let files = wrappers::write(&table, &used, &Examples::load(&folder().join("examples"))?)?;
    for file in &files {
        fs::write(wanted.join(&file.name), &file.text)?;
    }
    let config = paths::root().join("rustfmt.toml");
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--edition", "2024", "--config-path"]).arg(config).arg(wanted.join("mod.rs"));
    process::output(&mut rustfmt)?;
    let (header, text) = (paths::root().join(TRACKING), tracking::header(&table));
    if args.check {
        compare(&wanted, &committed)?;
        if fs::read_to_string(&header).ok() != Some(text) {
            bail!("{TRACKING} is not what the table gives: run `cargo xtask contracts`");
        }
        Ok(())
    } else {
        fs::write(&header, text).with_context(|| format!("cannot write {}", header.display()))?;
        replace(&wanted, &committed)
    }
}

/// The words of the library's code. Only a word of it can be a use, so what is missing here is not used; a word that
/// means something else costs a wrapper that is compiled for nothing. `feature` is the one for which the folder is there.
fn mentioned(folder: &Path, but: &Path, feature: Option<&str>, words: &mut wrappers::Used) -> Result<()> {
    let features = features(folder)?;
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let feature = feature.or(features.get(&*name).map(String::as_str));
        if path == but {
            continue;
        } else if path.is_dir() {
            mentioned(&path, but, feature, words)?;
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for word in line.split(|c: char| !c.is_alphanumeric() && c != '_') {
                words.mention(word, feature);
            }
        }
    }
    Ok(())
}

/// The modules in a folder that are there for a feature alone, as its own module declares them.
fn features(folder: &Path) -> Result<HashMap<String, String>> {
    let places = [folder.join("mod.rs"), folder.join("lib.rs"), folder.with_extension("rs")];
    let index = places.iter().find(|path| path.exists());
    let index = index.with_context(|| format!("{} is no module", folder.display()))?;
    let (text, mut features) = (fs::read_to_string(index)?, HashMap::new());
    for (line, next) in text.lines().zip(text.lines().skip(1)) {
        let feature = line.strip_prefix("#[cfg(feature = \"").and_then(|rest| rest.strip_suffix("\")]"));
        let name =
            next.strip_prefix("pub ").unwrap_or(next).strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
        if let (Some(feature), Some(name)) = (feature, name) {
            features.insert(name.to_owned(), feature.to_owned());
        }
    }
    Ok(features)
}

fn compare(wanted: &Path, committed: &Path) -> Result<()> {
    let (mut left, mut right) = (listing(wanted)?, listing(committed)?);
    let stale: Vec<&String> = left.iter().filter(|file| text(wanted, file) != text(committed, file)).collect();
    if let Some(file) = stale.first() {
        bail!("owned/src/raw/generated/{file} is not what the table gives: run `cargo xtask contracts`");
    }
    left.sort();
    right.sort();
    match right.iter().find(|file| !left.contains(file)) {
        Some(file) => bail!("owned/src/raw/generated/{file} is of no family of the table: run `cargo xtask contracts`"),
        None => Ok(()),
    }
}

/// Files that have not changed keep their time, so that cargo builds nothing anew for them.
fn replace(wanted: &Path, committed: &Path) -> Result<()> {
    fs::create_dir_all(committed)?;
    let files = listing(wanted)?;
    for file in listing(committed)?.iter().filter(|file| !files.contains(file)) {
        fs::remove_file(committed.join(file))?;
    }
    let changed: Vec<&String> = files.iter().filter(|file| text(wanted, file) != text(committed, file)).collect();
    for file in &changed {
        fs::copy(wanted.join(file), committed.join(file))?;
    }
    println!("{} files, {} changed", files.len(), changed.len());
    Ok(())
}

fn listing(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn text(folder: &Path, file: &str) -> Option<String> {
    fs::read_to_string(folder.join(file)).ok()
}

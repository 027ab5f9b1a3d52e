//! Which crates are compiled into a module, and the texts of their licences.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

/// How the files begin, in any case, that have the texts.
const NAMES: [&str; 5] = ["license", "licence", "copying", "notice", "unlicense"];

/// A crate of others.
pub(super) struct Compiled {
    /// Its name and version.
    title: String,
    /// What it says of its licence.
    licence: Option<String>,
    folder: PathBuf,
}

/// What is compiled into a crate, by name. What only builds or tests it is not, nor are macros, which are gone when it is built.
/// `tree` has the names and versions, as cargo lists them, of the crate and of what is in it; `metadata` knows the packages.
pub(super) fn compiled(tree: &str, metadata: &Value) -> Result<Vec<Compiled>> {
    let packages = metadata["packages"].as_array().context("cargo metadata gives packages")?;
    let own = tree.lines().next().unwrap_or_default();
    let names: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter(|line| *line != own)
        .filter_map(|line| {
            let (name, rest) = line.split_once(" v")?;
            Some((name, rest.split(' ').next()?))
        })
        .collect();
    let package = |(name, version): &(&str, &str)| {
        let is_it = |package: &&Value| package["name"] == *name && package["version"] == *version;
        let package = packages.iter().find(is_it).with_context(|| format!("cargo metadata has no {name} {version}"))?;
        let manifest = package["manifest_path"].as_str().context("a package has a manifest")?;
        Ok(Compiled {
            title: format!("{name} {version}"),
            licence: package["license"].as_str().map(str::to_owned),
            folder: Path::new(manifest).parent().context("a file lies in a folder")?.to_owned(),
        })
    };
    names.iter().map(package).collect()
}

/// All texts, each once; and which crates come without.
pub(super) fn text(compiled: &[Compiled]) -> Result<(String, Vec<String>)> {
    let mut all = String::from(
        "The crates that are compiled into this module, on one system or another, and their licences.\n\
         Written by `cargo owned licences`.\n",
    );
    let (mut lacking, mut known) = (Vec::new(), BTreeMap::<String, String>::new());
    for Compiled { title, licence, folder } in compiled {
        let licence = licence.as_deref().unwrap_or("a licence that its manifest does not name");
        write!(all, "\n{:=<100}\n{title}: {licence}\n", "")?;
        let files = files(folder)?;
        if files.is_empty() {
            lacking.push(format!("{title} ({licence}): there is no text in {}", folder.display()));
        }
        for file in files {
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let text = String::from_utf8_lossy(&bytes).trim().to_owned();
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if let Some(place) = known.get(&text) {
                write!(all, "\n{name}: that of {place}\n")?;
                continue;
            }
            write!(all, "\n{:-<100}\n{name}\n\n{text}\n", "")?;
            known.insert(text, format!("{title} ({name})"));
        }
    }
    Ok((all, lacking))
}

/// The files of a crate that have texts of licences.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_crate_of_the_tree_is_one_package_and_the_own_is_none() {
        let package = |name: &str, version: &str| json!({ "name": name, "version": version, "license": "MIT", "manifest_path": format!("/{name}-{version}/Cargo.toml") });
        let metadata = json!({ "packages": [package("deep", "1.0.0"), package("deep", "2.0.0"), package("top", "0.1.0"), package("used", "1.1.0")] });
        let tree = "top v0.1.0 (/top)\nused v1.1.0 (/used)\ndeep v2.0.0\ndeep v2.0.0 (*)\n";
        let compiled = compiled(tree, &metadata).expect("it has all packages");
        let titles: Vec<_> = compiled.iter().map(|one| (one.title.as_str(), one.folder.to_str())).collect();
        assert_eq!(titles, [("deep 2.0.0", Some("/deep-2.0.0")), ("used 1.1.0", Some("/used-1.1.0"))]);
    }

    #[test]
    fn a_text_is_written_once_and_a_lack_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |name: &str, texts: &[(&str, &str)]| {
            let folder = folder.path().join(name);
            fs::create_dir(&folder).expect("a folder in it");
            for (file, text) in texts {
                fs::write(folder.join(file), text).expect("a file");
            }
            Compiled { title: format!("{name} 1.0.0"), licence: Some("MIT".into()), folder }
        };
        let crates = [
            of("one", &[("LICENSE-MIT", "as is\n"), ("lib.rs", "code")]),
            of("two", &[("license.txt", "as is")]),
            of("three", &[("COPYING", "all yours")]),
            of("none", &[]),
        ];
        let (text, lacking) = text(&crates).expect("they can be read");
        assert_eq!((text.matches("as is").count(), text.matches("all yours").count()), (1, 1), "{text}");
        assert!(text.contains("two 1.0.0: MIT\n\nlicense.txt: that of one 1.0.0 (LICENSE-MIT)\n"), "{text}");
        assert!(!text.contains("code"), "{text}");
        assert_eq!(lacking.len(), 1);
        assert!(lacking[0].starts_with("none 1.0.0 (MIT): there is no text in "), "{lacking:?}");
    }
}

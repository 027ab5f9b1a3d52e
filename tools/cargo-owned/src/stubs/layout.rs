//! Where stub files lie.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::StubFile;
use super::crate_of::Crate;

/// What says to type checkers that a package has types (PEP 561).
const MARKER: &str = "py.typed";

/// The files for the stubs of these modules, the first of which is the crate's.
///
/// # Errors
/// No folder that packaging tools would take them from.
pub(super) fn files(of: &Crate, folder: Option<&Path>, stubs: BTreeMap<String, String>) -> Result<Vec<StubFile>> {
    let has_inner = stubs.len() > 1;
    let is_alone = !of.module.contains('.');
    let within = match (folder, &of.sources) {
        (Some(folder), _) => folder.to_owned(),
        (None, Some(sources)) => sources.clone(),
        // maturin packs it, with a marker of its own.
        (None, None) if is_alone && !has_inner => {
            let path = of.folder.join(format!("{}.pyi", of.module));
            return Ok(stubs.into_values().map(|text| StubFile { path: path.clone(), text }).collect());
        }
        (None, None) if is_alone => bail!(
            "`{0}` has modules in it, so its stubs are a folder, which nothing packs beside a module without a package: put \
             the module into one (`module-name = \"{0}._{0}\"` and `python-source` in pyproject.toml, with a folder `{0}`), \
             or name a FOLDER for the stubs",
            of.module
        ),
        (None, None) => bail!(
            "the package of `{}` has no `__init__.py` where pyproject.toml says that Python's sources are: name a FOLDER \
             for the stubs",
            of.module
        ),
    };
    let outer = of.module.split('.').next().unwrap_or(&of.module);
    let mut files = Vec::new();
    for (module, text) in &stubs {
        let holds = stubs.keys().any(|other| other.starts_with(&format!("{module}.")));
        files.push(StubFile { path: path(&within, module, holds), text: text.clone() });
    }
    if folder.is_none() || has_inner || !is_alone {
        files.push(StubFile { path: within.join(outer).join(MARKER), text: String::new() });
    }
    Ok(files)
}

/// `a/b.pyi`, or `a/b/__init__.pyi` of what has modules in it.
fn path(within: &Path, module: &str, holds: bool) -> PathBuf {
    let mut path = within.to_owned();
    path.extend(module.split('.'));
    if holds { path.join("__init__.pyi") } else { path.with_added_extension("pyi") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(module: &str, sources: Option<&str>, folder: Option<&str>, inner: bool) -> Result<Vec<String>> {
        let of = Crate {
            manifest: "c/Cargo.toml".into(),
            folder: "c".into(),
            target: "t".into(),
            dependency: "owned".into(),
            module: module.into(),
            sources: sources.map(PathBuf::from),
        };
        let mut stubs = BTreeMap::from([(module.to_owned(), String::new())]);
        if inner {
            stubs.insert(format!("{module}.inner"), String::new());
        }
        let files = files(&of, folder.map(Path::new), stubs)?;
        Ok(files.iter().map(|file| file.path.display().to_string().replace('\\', "/")).collect())
    }

    #[test]
    fn each_layout_has_its_places() {
        assert_eq!(laid_out("m", None, None, false).unwrap(), ["c/m.pyi"]);
        assert_eq!(
            laid_out("p._m", Some("c/python"), None, false).unwrap(),
            ["c/python/p/_m.pyi", "c/python/p/py.typed"]
        );
        let inner = ["c/python/p/_m/__init__.pyi", "c/python/p/_m/inner.pyi", "c/python/p/py.typed"];
        assert_eq!(laid_out("p._m", Some("c/python"), None, true).unwrap(), inner);
        assert_eq!(laid_out("m", None, Some("out"), false).unwrap(), ["out/m.pyi"]);
        let folder = ["out/m/__init__.pyi", "out/m/inner.pyi", "out/m/py.typed"];
        assert_eq!(laid_out("m", None, Some("out"), true).unwrap(), folder);
    }

    #[test]
    fn what_nothing_packs_is_refused_with_the_fix() {
        let error = laid_out("m", None, None, true).unwrap_err().to_string();
        assert!(error.contains("`module-name = \"m._m\"`") && error.contains("name a FOLDER"), "{error}");
        let error = laid_out("p.m", None, None, false).unwrap_err().to_string();
        assert!(error.contains("the package of `p.m` has no `__init__.py`"), "{error}");
    }
}

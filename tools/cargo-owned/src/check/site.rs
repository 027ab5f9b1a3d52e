//! The folder from which a step's module is imported: a copy of the package, with the module in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use super::plan::{Plan, TABLE};

/// Makes the folder anew.
///
/// # Errors
/// Files that cannot be copied; a package in which there is no place for the module.
pub(super) fn site(plan: &Plan, step: usize, library: &Path, suffix: &str) -> Result<(PathBuf, PathBuf)> {
    let site = plan.home().join(format!("step-{}", step + 1));
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("cannot remove {}", site.display()))?;
    }
    fs::create_dir_all(&site).with_context(|| format!("cannot make {}", site.display()))?;
    let site = site.canonicalize().with_context(|| format!("cannot read {}", site.display()))?;
    if let Some(package) = &plan.package {
        let name = package.canonicalize().with_context(|| format!("cannot read {}", package.display()))?;
        let name = name.file_name().with_context(|| format!("{} names no package", package.display()))?;
        copy(package, &site.join(name), plan.last())?;
    }
    let mut place = site.clone();
    place.extend(plan.module.split('.'));
    place.pop();
    ensure!(
        place.is_dir(),
        "{TABLE}: the module `{}` has no place in the package {}, which has no folder {}",
        plan.module,
        plan.package.as_deref().unwrap_or(Path::new("")).display(),
        place.strip_prefix(&site).unwrap_or(&place).display()
    );
    let module = place.join(format!("{}{suffix}", plan.last()));
    fs::copy(library, &module).with_context(|| format!("cannot copy {}", library.display()))?;
    Ok((site, module))
}

/// Copies a file or a folder, without what Python has compiled, and without another build of the module, which might be the
/// one that is imported.
fn copy(from: &Path, to: &Path, module: &str) -> Result<()> {
    if !from.is_dir() {
        fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry.with_context(|| format!("cannot read {}", from.display()))?;
        let name = entry.file_name();
        let text = name.to_string_lossy();
        let is_module = text.split('.').next() == Some(module) && (text.ends_with(".so") || text.ends_with(".pyd"));
        if text != "__pycache__" && !is_module {
            copy(&entry.path(), &to.join(&name), module)?;
        }
    }
    Ok(())
}

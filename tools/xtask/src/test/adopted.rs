//! The stages of `examples/lru/adopted`: lru-dict's C in a Rust module, then with one method after the other in Rust. Its own
//! tests pass at each.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::extension::{self, Profile};
use crate::lru_dict::{self, Built};
use crate::process;
use crate::python::Python;

/// Builds and tests each stage; an error names the one that fails.
pub(crate) fn stages(python: &Python, beside: &Built) -> Result<()> {
    let methods = methods()?;
    for taken in 0..=methods.len() {
        let taken = &methods[..taken];
        let stage = match taken {
            [] => "nothing but the module's init".to_owned(),
            [.., last] => format!("{} methods, the last of them {last}", taken.len()),
        };
        eprintln!("stage: in Rust is {stage}");
        test(python, beside, taken).with_context(|| format!("where in Rust is {stage}"))?;
    }
    Ok(())
}

fn manifest() -> PathBuf {
    lru_dict::folder().join("adopted/Cargo.toml")
}

/// The methods in the order in which they are taken over: the default features.
fn methods() -> Result<Vec<String>> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--no-deps", "--format-version=1", "--manifest-path"]).arg(manifest());
    let said: serde_json::Value = serde_json::from_str(&process::output(&mut cargo)?)?;
    let named = said["packages"][0]["features"]["default"].as_array().context("the package has no default features")?;
    let methods: Vec<_> = named.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    anyhow::ensure!(methods.len() > 20, "{} is not all of lru-dict's methods", methods.join(", "));
    Ok(methods)
}

fn test(python: &Python, beside: &Built, taken: &[String]) -> Result<()> {
    let target = extension::target(python).join("adopted");
    let mut cargo = process::cargo();
    cargo.args(["build", "--quiet", "--no-default-features", "--manifest-path"]).arg(manifest());
    cargo.arg("--features").arg(taken.join(",")).env("LRU_DICT", &beside.source);
    extension::as_extension(&mut cargo, python, &target);
    process::run(&mut cargo)?;
    let staged = lru_dict::stage(python, &target.join(Profile::Dev.folder()), target.join("stage"))?;
    let mut check = Command::new(&python.executable);
    check.arg(lru_dict::folder().join("adopted/check.py")).args(taken);
    let path = std::env::join_paths([staged.folder, beside.source.join("test")])?;
    check.env("PYTHONPATH", path).env("PYTHONDONTWRITEBYTECODE", "1").env_remove("PYTHONHOME");
    process::run(&mut check)
}

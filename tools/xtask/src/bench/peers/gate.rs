//! `cargo xtask bench gate`: the instructions of the module that is written with `owned`, beside what they were.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use super::super::modules;
use super::list::{PEERS, folder};
use super::measure;
use crate::process;
use crate::python::Python;

/// Whose instructions are compared.
const GATED: [&str; 2] = ["owned", "abi3"];

/// More than this is a regression.
const MORE: f64 = 1.03;

/// Instructions of a call, and what they hold for: another interpreter or compiler has other counts.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Baseline {
    python: String,
    rustc: String,
    instructions: BTreeMap<String, f64>,
}

/// Builds, counts, compares; with `write`, keeps what was counted instead.
pub(crate) fn run(python: &Python, write: bool) -> Result<()> {
    let known = read()?;
    let (compiled_by, rustc) = (
        process::output(
            Command::new(&python.executable).args(["-c", "import platform; print(platform.python_compiler())"]),
        )?,
        process::output(Command::new("rustc").arg("--version"))?,
    );
    let python_title = format!("{}, {}", python.title(), compiled_by.trim_end());
    let rustc = rustc.trim_end().to_owned();
    if !write && (&known.python, &known.rustc) != (&python_title, &rustc) {
        let other = format!(
            "the baseline is of {} and {}, and these are {python_title} and {rustc}: nothing was compared",
            known.python, known.rustc
        );
        if env::var_os("CI").is_some_and(|ci| ci == "true") {
            bail!(
                "{other}; here they are pinned, so write it anew, in a commit of its own: cargo xtask bench gate --write"
            );
        }
        println!("{other}");
        return Ok(());
    }
    let now = Baseline { python: python_title, rustc, instructions: count(python)? };
    if write {
        fs::write(file(), serde_json::to_string_pretty(&now)? + "\n")?;
        println!("written: {}", file().display());
        return Ok(());
    }
    let (worse, better) = compare(&known.instructions, &now.instructions);
    for line in &better {
        println!("fewer: {line}");
    }
    if !worse.is_empty() {
        let all = worse.join("\n  ");
        bail!(
            "more instructions than {} says:\n  {all}\nIf that is meant, say why in a commit of its own: \
             cargo xtask bench gate --write",
            file().display()
        );
    }
    println!("{} operations, none with more than {MORE} of its instructions", now.instructions.len());
    Ok(())
}

/// By the names of peer and operation.
fn count(python: &Python) -> Result<BTreeMap<String, f64>> {
    let stage = modules::mark(python)?;
    let mut counts = BTreeMap::new();
    for ours in PEERS.iter().filter(|peer| GATED.contains(&peer.name)) {
        measure::build(python, &stage, ours)?;
        measure::check(python, &stage, [ours].into_iter())?;
        let counted = measure::count(python, &stage, ours, "")?;
        counts.extend(counted.into_iter().map(|(name, cost)| (format!("{}: {name}", ours.name), cost.instructions)));
        counts.insert(format!("{}: import", ours.name), measure::import(python, &stage, ours)?);
    }
    Ok(counts)
}

/// Lines for what has more instructions, or is in one of them only; and for what has fewer.
fn compare(known: &BTreeMap<String, f64>, now: &BTreeMap<String, f64>) -> (Vec<String>, Vec<String>) {
    let (mut worse, mut better) = (Vec::new(), Vec::new());
    for (name, &count) in now {
        match known.get(name) {
            None => worse.push(format!("{name}: not in the baseline")),
            Some(&before) => {
                let line = format!("{name}: {count:.1}, was {before:.1} ({:.3})", count / before);
                if count > before * MORE {
                    worse.push(line);
                } else if count * MORE < before {
                    better.push(line);
                }
            }
        }
    }
    let gone = known.keys().filter(|&name| !now.contains_key(name));
    worse.extend(gone.map(|name| format!("{name}: in the baseline alone")));
    (worse, better)
}

fn file() -> PathBuf {
    folder().join("baseline.json")
}

fn read() -> Result<Baseline> {
    let text = fs::read_to_string(file()).with_context(|| format!("cannot read {}", file().display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read {}", file().display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_percent_more_is_named() {
        let of = |counts: &[(&str, f64)]| counts.iter().map(|&(name, count)| (name.to_owned(), count)).collect();
        let known = of(&[("get", 100.0), ("set", 100.0), ("drop", 100.0), ("gone", 1.0)]);
        let (worse, better) = compare(&known, &of(&[("get", 102.9), ("set", 103.1), ("drop", 90.0), ("new", 1.0)]));
        let expected = ["new: not in the baseline", "set: 103.1, was 100.0 (1.031)", "gone: in the baseline alone"];
        assert_eq!(worse, expected);
        assert_eq!(better, ["drop: 90.0, was 100.0 (0.900)"]);
    }
}

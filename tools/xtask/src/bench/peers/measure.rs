//! Measuring: instructions of each peer in a process of its own, time of all in turns in one.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::super::{callgrind, modules};
use super::list::{PEERS, Peer, folder};
use super::results::{Cost, Module, Operation, Results};
use crate::extension::Profile;
use crate::process;
use crate::python::Python;

/// Rounds, and calls of each, of what is timed.
const TIMED: [&str; 2] = ["51", "1000"];

/// The ways for objects to lie in memory: two that share a place in a cache of the interpreter's cost more for no fault of
/// the module's, so the least of several counts.
const SHIFTS: [&str; 4] = ["0", "1", "2", "3"];

/// Builds one in release and puts it, in a folder of its name, where the driver looks for it.
pub(super) fn build(python: &Python, stage: &Path, peer: &Peer) -> Result<PathBuf> {
    let out = modules::target(python).join("peers").join(peer.name);
    fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
    let recipe = peer.recipe(python, &peer.source(), &out, Profile::Release)?;
    for mut command in recipe.library.into_iter().chain(recipe.module) {
        process::run(&mut command)?;
    }
    let folder = stage.join(peer.name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let place = folder.join(format!("{}{}", peer.module(), python.ext_suffix));
    fs::copy(&recipe.made, &place).with_context(|| format!("cannot copy {}", recipe.made.display()))?;
    Ok(place)
}

/// The driver, told of the folder that has the modules.
fn drive(python: &Python, stage: &Path, command: &mut Command) {
    command.arg(&python.executable).args(["-S", "-s"]).arg(folder().join("drive.py")).arg(stage);
}

/// Nothing of the environment takes part.
fn driver(python: &Python, stage: &Path) -> Command {
    let mut command = Command::new("env");
    command.args(["-i", "PATH=/usr/bin:/bin", "PYTHONHASHSEED=0"]);
    drive(python, stage, &mut command);
    command
}

/// Fails unless the modules do the same.
pub(super) fn check<'a>(python: &Python, stage: &Path, peers: impl Iterator<Item = &'a Peer>) -> Result<()> {
    process::output(driver(python, stage).arg("check").args(peers.map(|peer| peer.name)))?;
    Ok(())
}

/// Instructions of each operation, or of one of them: its name and the least that it costs, without the loop, of some ways
/// for objects to lie in memory.
pub(super) fn count(python: &Python, stage: &Path, peer: &Peer, only: &str) -> Result<Vec<(String, Cost)>> {
    let mut least: Vec<(String, Cost)> = Vec::new();
    for shift in SHIFTS {
        let counted = count_once(python, stage, peer, only, shift)?;
        if least.is_empty() {
            least = counted;
        } else {
            for ((_, known), (_, now)) in least.iter_mut().zip(counted) {
                if now.instructions < known.instructions {
                    *known = now;
                }
            }
        }
    }
    Ok(least)
}

fn count_once(python: &Python, stage: &Path, peer: &Peer, only: &str, shift: &str) -> Result<Vec<(String, Cost)>> {
    let counted = callgrind::measure_by(python, peer.name, &peer.module(), |valgrind| {
        drive(python, stage, valgrind);
        valgrind.args(["count", shift, peer.name]).args(callgrind::CALLS).arg(only);
    })?;
    let (around, counted) = counted.split_first().context("the driver has measured nothing")?;
    let cost = |one: &callgrind::Measured| {
        let instructions = one.instructions - around.instructions;
        (one.function.clone(), Cost { instructions, inside: one.inside, ..Cost::default() })
    };
    Ok(counted.iter().map(cost).collect())
}

/// Of each operation and peer, the median of nanoseconds and of their ratios to the first one's.
fn time(python: &Python, stage: &Path, only: &str) -> Result<HashMap<String, HashMap<String, [f64; 2]>>> {
    let mut command = driver(python, stage);
    let said = process::output(command.arg("time").args(TIMED).arg(only).args(PEERS.iter().map(|peer| peer.name)))?;
    Ok(serde_json::from_str(&said)?)
}

/// The instructions of an import.
pub(super) fn import(python: &Python, stage: &Path, peer: &Peer) -> Result<f64> {
    let imported = callgrind::dumps(python, peer.name, &peer.module(), |valgrind| {
        drive(python, stage, valgrind);
        valgrind.args(["import", peer.name]);
    })?;
    let [(_, import)] = &imported[..] else { anyhow::bail!("{} was not imported once", peer.title) };
    Ok(import.all)
}

/// Size, import and instance of one.
fn whole(python: &Python, stage: &Path, peer: &Peer, file: &Path) -> Result<Module> {
    let import = import(python, stage, peer)?;
    let instance_bytes = process::output(driver(python, stage).args(["bytes", peer.name]))?.trim_end().parse()?;
    let stripped = modules::target(python).join("peers").join(peer.name).join("stripped.so");
    process::run(Command::new("strip").arg(file).arg("-o").arg(&stripped))?;
    let stripped = fs::metadata(&stripped).with_context(|| format!("cannot read {}", stripped.display()))?.len();
    Ok(Module { import, instance_bytes, stripped, seconds: None })
}

/// Builds all, sees that they do the same, and measures.
pub(super) fn all(python: &Python, only: &str) -> Result<Results> {
    let stage = modules::mark(python)?;
    let mut results = Results { python: python.title(), ..Results::default() };
    for tool in ["cc", "rustc", "valgrind"] {
        let said = process::output(Command::new(tool).arg("--version"))?;
        results.tools.push(said.lines().next().unwrap_or_default().to_owned());
    }
    let files = PEERS.iter().map(|peer| build(python, &stage, peer)).collect::<Result<Vec<_>>>()?;
    check(python, &stage, PEERS.iter())?;
    for (peer, file) in PEERS.iter().zip(files) {
        let counted = count(python, &stage, peer, only)?;
        if results.operations.is_empty() {
            let named = |(name, _): &(String, Cost)| Operation { name: name.clone(), costs: Default::default() };
            results.operations.extend(counted.iter().map(named));
        }
        ensure!(counted.len() == results.operations.len(), "{} has not all operations", peer.title);
        for (operation, (_, cost)) in results.operations.iter_mut().zip(counted) {
            operation.costs.insert(peer.name.to_owned(), cost);
        }
        results.modules.insert(peer.name.to_owned(), whole(python, &stage, peer, &file)?);
    }
    let mut times = time(python, &stage, only)?;
    for Operation { name, costs } in &mut results.operations {
        let mut of_peers = times.remove(name).with_context(|| format!("{name} was not timed"))?;
        for peer in &PEERS {
            let timed = of_peers.remove(peer.name).with_context(|| format!("{} was not timed", peer.title))?;
            let cost = costs.get_mut(peer.name).context("each was counted")?;
            [cost.nanoseconds, cost.time_to_c] = timed;
        }
    }
    Ok(results)
}

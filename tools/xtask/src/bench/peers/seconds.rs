//! CPU seconds, user and system, of building a module: clean in release, clean for development, and after an edit.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::super::modules;
use super::list::Peer;
use super::results::Seconds;
use crate::extension::Profile;
use crate::python::Python;
use crate::{paths, process};

/// Runs a program and prints the CPU seconds that it and all that it started have used.
const TIMED: &str = "import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
sys.exit(code)
";

/// What edits change, one after another, in one function of each peer.
const EDITS: [&str; 4] = ["it failed", "it has failed", "it had failed", "it will have failed"];

/// Of one peer.
pub(super) fn of(python: &Python, peer: &Peer) -> Result<Seconds> {
    let folder = modules::target(python).join("builds").join(peer.name);
    let (source, out) = (folder.join("source"), folder.join("out"));
    let _ = fs::remove_dir_all(&source);
    copy(&peer.source(), &source)?;
    let build = |profile, library: bool| -> Result<f64> {
        let recipe = peer.recipe(python, &source, &out, profile)?;
        let commands = recipe.library.into_iter().filter(|_| library).chain(recipe.module);
        commands.map(|command| seconds(python, &command)).sum()
    };
    let clean = |profile| -> Result<f64> {
        let _ = fs::remove_dir_all(&out);
        fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
        build(profile, true)
    };
    let (release, dev) = (clean(Profile::Release)?, clean(Profile::Dev)?);
    let mut incremental = f64::INFINITY;
    for edits in EDITS.windows(2) {
        ensure!(edit(&source, edits[0], edits[1])? == 1, "the edit is in one function of {}", peer.title);
        incremental = incremental.min(build(Profile::Dev, false)?);
    }
    Ok(Seconds { release, dev, incremental })
}

fn seconds(python: &Python, command: &Command) -> Result<f64> {
    let mut timed = Command::new(&python.executable);
    timed.args(["-c", TIMED]).arg(command.get_program()).args(command.get_args());
    timed.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    timed.current_dir(command.get_current_dir().unwrap_or(paths::root()));
    Ok(process::output(&mut timed)?.trim_end().parse()?)
}

/// A copy that can be edited. What it names by a path it names from where it lies now.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name() == "target" {
            continue;
        } else if path.is_dir() {
            copy(&path, &place)?;
        } else {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let root = format!("\"{}", paths::root().display());
            fs::write(&place, text.replace("\"../../..", &root))?;
        }
    }
    Ok(())
}

/// Changes one function; returns in how many places.
fn edit(folder: &Path, before: &str, after: &str) -> Result<usize> {
    let mut places = 0;
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            places += edit(&path, before, after)?;
        } else {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let found = text.matches(before).count();
            if found > 0 {
                fs::write(&path, text.replace(before, after))?;
            }
            places += found;
        }
    }
    Ok(places)
}

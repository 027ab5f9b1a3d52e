//! What other tools say of the same programs: `corpus/peers` has a driver for each.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::cases::{self, Case, Variant};
use super::checking::{self, Surroundings};

/// How long a peer may take for a program.
const LIMIT: Duration = Duration::from_secs(600);

/// What one of them says of a program.
pub(super) struct Peer {
    pub(super) name: String,
    pub(super) case: Case,
    pub(super) found: bool,
    pub(super) says: String,
}

/// Asks each peer about each bug and each twin.
pub(super) fn all(cases: &[Case], surroundings: &Surroundings, jobs: usize) -> Result<Vec<Peer>> {
    let seeded: Vec<Case> = cases.iter().filter(|case| case.variant != Variant::Clean).cloned().collect();
    let mut found = Vec::new();
    for driver in drivers()? {
        let name = driver.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let title = format!("{name}: asked about");
        found.extend(checking::side_by_side(&seeded, jobs, &title, |case| {
            let (found, says) = ask(&driver, case, surroundings)?;
            Ok(Peer { name: name.clone(), case: case.clone(), found, says })
        })?);
    }
    Ok(found)
}

/// The files that are programs of their own, and not what these share.
fn drivers() -> Result<Vec<PathBuf>> {
    let folder = cases::folder().join("peers");
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let is_python = path.extension().is_some_and(|extension| extension == "py");
        if is_python && fs::read_to_string(&path)?.contains("if __name__ == \"__main__\":") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn ask(driver: &Path, case: &Case, surroundings: &Surroundings) -> Result<(bool, String)> {
    let mut python = surroundings.python(case)?;
    python.arg(driver).arg(surroundings.folder(case)).arg(&case.script);
    let Some(said) = output_in_time(&mut python)? else {
        return Ok((false, format!("no answer in {} s", LIMIT.as_secs())));
    };
    let Ok(value) = serde_json::from_str::<Value>(&said) else { return Ok((false, "no answer".into())) };
    Ok((value["found"].as_bool().unwrap_or(false), value["says"].as_str().unwrap_or_default().to_owned()))
}

/// What it prints; None if that takes too long.
fn output_in_time(command: &mut Command) -> Result<Option<String>> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("cannot run the peer")?;
    let mut stdout = child.stdout.take().context("stdout is piped")?;
    let reader = thread::spawn(move || {
        let mut said = String::new();
        // What is no text is no answer.
        let _ = stdout.read_to_string(&mut said);
        said
    });
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > LIMIT {
            child.kill().context("cannot end the peer")?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(reader.join().ok())
}

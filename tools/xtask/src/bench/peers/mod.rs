//! `cargo xtask bench peers`: one module surface, written with what there is for it, from C to Cython; and what of that
//! `owned` should reach.

mod gate;
mod goals;
mod list;
mod measure;
pub(super) mod plot;
mod results;
mod seconds;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

pub(super) use self::gate::run as gate;
use self::list::PEERS;
use self::results::Results;
use super::modules;
use crate::python::{self, Python};

/// How often each is built.
const BUILDS: usize = 4;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    chosen: crate::Chosen,
    /// One operation, by its name: nothing is kept
    #[arg(long, value_name = "OPERATION", default_value = "", conflicts_with_all = ["builds", "guide"])]
    only: String,
    /// Write the figures to this file too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measure builds too (minutes); else those of the last run are shown
    #[arg(long)]
    builds: bool,
    /// Write the table and the plot into the guide
    #[arg(long)]
    guide: bool,
}

/// Measures, prints the tables, and writes them and the plot.
pub(super) fn run(args: &Args) -> Result<()> {
    let python = python::fit(args.chosen.python.as_deref())?;
    let mut results = if args.only.is_empty() { whole(&python)? } else { measure::all(&python, &args.only)? };
    if args.builds {
        builds(&python, &mut results)?;
    }
    let text = table::text(&results);
    print!("{text}");
    if let Some(file) = &args.json {
        results.save(file)?;
    }
    if !args.only.is_empty() {
        return Ok(());
    }
    let folder = modules::target(&python);
    write(&folder.join("peers.txt"), &text)?;
    let drawn = folder.join("peers.svg");
    plot::draw(&python, &Results::file(&python), &drawn)?;
    println!("\nthe plot: {}", drawn.display());
    if args.guide {
        plot::into_guide(&text, &drawn)?;
    }
    Ok(())
}

/// Measures all but builds, and keeps it: what was known of builds stands until they are measured anew.
fn whole(python: &Python) -> Result<Results> {
    let mut results = measure::all(python, "")?;
    let mut known = Results::last(python)?.unwrap_or_default();
    for (name, module) in &mut results.modules {
        module.seconds = known.modules.remove(name).and_then(|module| module.seconds);
    }
    results.save(&Results::file(python))?;
    Ok(results)
}

/// Measures builds, and keeps it: the least of each, all in turns.
fn builds(python: &Python, results: &mut Results) -> Result<()> {
    for turn in 0..BUILDS {
        for peer in &PEERS {
            let now = seconds::of(python, peer)?;
            let module = results.modules.get_mut(peer.name).context("each was measured")?;
            module.seconds = Some(module.seconds.filter(|_| turn > 0).map_or(now, |known| known.least(now)));
        }
        results.save(&Results::file(python))?;
    }
    Ok(())
}

/// Says which goals are missed, by the last figures; measures those that there are none of.
pub(super) fn check(asked: Option<&Path>) -> Result<ExitCode> {
    let python = python::fit(asked)?;
    let mut results = Results::last(&python)?.map_or_else(|| whole(&python), Ok)?;
    if results.modules.values().any(|module| module.seconds.is_none()) {
        builds(&python, &mut results)?;
    }
    let missed = goals::missed(&results);
    for line in &missed {
        println!("{line}");
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

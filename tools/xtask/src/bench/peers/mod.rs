//! `cargo xtask bench peers`: one module surface, written with what there is for it, from C to Cython; and what of that
//! `owned` should reach.

mod gate;
mod goals;
mod list;
mod measure;
mod plot;
mod results;
mod seconds;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

pub(super) use self::gate::run as gate;
use self::results::Results;
use super::modules;
use crate::python::{self, Python};

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
    let results = if args.only.is_empty() { whole(&python, args.builds)? } else { measure::all(&python, &args.only)? };
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

/// Measures everything, and keeps it.
fn whole(python: &Python, builds: bool) -> Result<Results> {
    let mut results = measure::all(python, "")?;
    let mut known = Results::last(python)?.unwrap_or_default();
    let mut seconds = if builds { seconds::all(python)? } else { Default::default() };
    for (name, module) in &mut results.modules {
        let before = known.modules.remove(name).and_then(|module| module.seconds);
        module.seconds = seconds.remove(name).or(before);
    }
    results.save(&Results::file(python))?;
    Ok(results)
}

/// Says which goals are missed, by the last figures; measures those that there are none of.
pub(super) fn check(asked: Option<&Path>) -> Result<ExitCode> {
    let python = python::fit(asked)?;
    let known = Results::last(&python)?;
    let complete = known.filter(|known| known.modules.values().all(|module| module.seconds.is_some()));
    let results = complete.map_or_else(|| whole(&python, true), Ok)?;
    let missed = goals::missed(&results);
    for line in &missed {
        println!("{line}");
    }
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

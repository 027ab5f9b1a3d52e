//! `cargo xtask corpus`: how much of what is seeded in `corpus/` the debug mode finds, and whether it cries wolf.

mod build;
mod cases;
mod checking;
mod judge;
mod peers;
mod table;

use std::process::ExitCode;

use anyhow::{Result, ensure};

use crate::{Chosen, extension, python, pytools};

use self::cases::Variant;

/// What is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    chosen: Chosen,
    /// Run what other tools find of the same, too
    #[arg(long)]
    peers: bool,
    /// Only the cases of this kind, or of this name; repeatable
    #[arg(long, value_name = "KIND_OR_NAME")]
    only: Vec<String>,
    /// How many are checked at a time
    #[arg(long, value_name = "N", default_value_t = 2)]
    jobs: usize,
}

/// The share of the bugs that has to be found, in percent.
const RECALL: usize = 95;

/// Builds the corpus, checks every program of it, and judges; fails if too little is found, or what is not there.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let python = python::fit(args.chosen.python.as_deref())?;
    let cases = cases::find(&args.only)?;
    ensure!(!cases.is_empty(), "no program of the corpus is called {}", args.only.join(" or "));
    let tools = pytools::for_corpus(&python)?;
    if args.peers {
        pytools::add_peer(&python, &tools)?;
    }
    cases::verify_frozen(&tools)?;
    let staged = build::all(&python, &cases)?;
    // Programs of the corpus bind the example as well.
    let inkface = cases.iter().any(|case| case.variant == Variant::Clean);
    let inkface = if inkface { Some(extension::build(&python, extension::Profile::Dev, true)?.folder) } else { None };
    let surroundings = checking::Surroundings { tools, staged, inkface };
    let results = checking::all(&cases, &surroundings, args.jobs)?;
    for result in &results {
        if let Some(failure) = result.failure() {
            println!("{failure}");
        }
    }
    let peers = if args.peers { peers::all(&cases, &surroundings, args.jobs)? } else { Vec::new() };
    table::write(&results, &peers)?;
    println!("{}", table::by_kind(&results));
    if args.peers {
        println!("{}", table::by_peer(&peers));
    }
    let sums = table::sums(&results);
    println!("{sums}");
    Ok(if sums.passes(RECALL) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

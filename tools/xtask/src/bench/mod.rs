//! `cargo xtask bench`: what the library costs, beside the same in C and in what else there is, and in time to build.
//! Benchmarks, not tests: they say figures, and never fail because of one. Those that do are the goals (`--check`) and
//! the gate (`gate`), which counts instructions alone.

mod callgrind;
mod conversions;
mod dev_build;
mod dispatch;
mod dump;
mod growth;
mod ledger;
mod lru;
mod modules;
mod peers;
mod sqlite;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

/// What is measured.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct Args {
    /// Print a line for each goal that is missed, and fail if there is one: by the last figures of `peers --builds`, or new ones
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    chosen: crate::Chosen,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(clap::Subcommand)]
enum What {
    /// One module surface beside C, pyo3-ffi, PyO3, nanobind, pybind11 and Cython: instructions, time, size, builds (needs valgrind, a C++ compiler)
    Peers(peers::Args),
    /// Instructions of that surface, written with the library, beside the baseline that is kept (needs valgrind, a C compiler)
    Gate(Gate),
    /// Instructions of conversions and container work, beside C and Cython (needs valgrind and a C compiler)
    Conversions(Conversions),
    /// CPU seconds of a dev build of the library and of the least binding, beside those of an earlier commit
    Build(Build),
    /// Instructions and nanoseconds of lru-dict and of its port (needs valgrind and a C compiler)
    Lru(Lru),
    /// Instructions and nanoseconds of the example of SQLite and of Python's own module (needs valgrind and a C compiler)
    Sqlite(Sqlite),
    /// Nanoseconds for each item as there are more of them: conversions, callbacks, elements, functions, classes
    Growth(Growth),
    /// Events of the canvas for handlers of Python's, by C and by the example (needs a C compiler)
    Dispatch(Dispatch),
    /// Nanoseconds and bytes of a handle at each level of the ledger
    Ledger(Ledger),
}

#[derive(clap::Args)]
struct Gate {
    #[command(flatten)]
    chosen: crate::Chosen,
    /// Write the baseline anew
    #[arg(long)]
    write: bool,
}

#[derive(clap::Args)]
struct Lru {
    #[command(flatten)]
    chosen: crate::Chosen,
}

#[derive(clap::Args)]
struct Sqlite {
    #[command(flatten)]
    chosen: crate::Chosen,
}

#[derive(clap::Args)]
struct Growth {
    #[command(flatten)]
    chosen: crate::Chosen,
    /// How many functions, or classes, the largest module has
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    most: usize,
}

#[derive(clap::Args)]
struct Dispatch {
    #[command(flatten)]
    chosen: crate::Chosen,
}

#[derive(clap::Args)]
struct Ledger {
    #[command(flatten)]
    chosen: crate::Chosen,
}

#[derive(clap::Args)]
struct Conversions {
    #[command(flatten)]
    chosen: crate::Chosen,
    /// Write the figures to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

#[derive(clap::Args)]
struct Build {
    #[command(flatten)]
    chosen: crate::Chosen,
    /// The commit to compare with; default: the last one before the object layer
    #[arg(long, value_name = "COMMIT", default_value = "b3a885a")]
    against: String,
    /// How often each is built, in turns
    #[arg(long, value_name = "N", default_value_t = 3)]
    runs: usize,
}

/// Measures and prints.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let Some(what) = &args.what else { return peers::check(args.chosen.python.as_deref()) };
    match what {
        What::Peers(args) => peers::run(args)?,
        What::Gate(args) => peers::gate(&crate::python::fit(args.chosen.python.as_deref())?, args.write)?,
        What::Conversions(args) => conversions::run(args.chosen.python.as_deref(), args.json.as_deref())?,
        What::Build(args) => dev_build::run(args.chosen.python.as_deref(), &args.against, args.runs)?,
        What::Lru(args) => lru::run(args.chosen.python.as_deref())?,
        What::Sqlite(args) => sqlite::run(args.chosen.python.as_deref())?,
        What::Growth(args) => growth::run(args.chosen.python.as_deref(), args.most)?,
        What::Dispatch(args) => dispatch::run(args.chosen.python.as_deref())?,
        What::Ledger(args) => ledger::run(args.chosen.python.as_deref())?,
    }
    Ok(ExitCode::SUCCESS)
}

//! The tasks of this workspace: `cargo xtask`.

mod bench;
mod book;
mod contracts;
mod corpus;
mod demo;
mod doctor;
mod extension;
mod floors;
mod interop;
mod lru_dict;
mod markupsafe;
mod paths;
mod process;
mod python;
mod pytools;
mod sanitizer;
mod sqlite;
mod test;
mod verify;
mod windows;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The tasks of this workspace.
///
/// Each runs with the Python that `cargo` itself would be configured for: PYO3_PYTHON, else the active virtual
/// environment, else `python` or `python3` on PATH. `--python` chooses another, and keeps what it builds apart.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Say which Python is used and why, what it lacks, and which others there are
    Doctor(Chosen),
    /// Build the extension module `inkface` and print where it lies
    Build(BuildArgs),
    /// Build `inkface`, and run the demo with it
    Demo(demo::Args),
    /// Run every test: Rust, C, Python
    Test(TestArgs),
    /// Run what counts every reference alone: the part of `test` that is a debug interpreter's (`--python python3.11-dbg`)
    Counted(TestArgs),
    /// Run the Python tests alone; what follows `--` goes to pytest
    Pytest(PytestArgs),
    /// Run the tests of the ports of lru-dict and markupsafe alone, and their own on them
    Ports(TestArgs),
    /// Run the tests of a build for the stable ABI alone, in every interpreter of this machine
    Stable(TestArgs),
    /// Run the tests of the example of SQLite alone; what follows `--` goes to pytest
    Sqlite(SqliteArgs),
    /// Compare the stub files of the examples with their modules, and have a type checker read them
    Stubs(Chosen),
    /// Begin a project with `cargo owned new`, pack it, build and install its wheel of that, and run its tests in Python
    New(NewArgs),
    /// Hand objects to a module of PyO3's, and take its objects
    Interop(Chosen),
    /// Write the typed wrappers of the C API from the contract table
    Contracts(contracts::Args),
    /// Execute each function of the contract table and compare what it does with what the table says
    VerifyContracts(verify::Args),
    /// Check that no module of `owned` looks upward
    Floors,
    /// Check every program of the corpus: how many seeded bugs are found, and what is reported that is none
    Corpus(corpus::Args),
    /// Build the guide as a book, and follow its links
    Book(Chosen),
    /// Build the wheel of `inkface` for Windows, by MinGW, and look at what it exports and imports
    Windows(Chosen),
    /// Measure what the library costs
    Bench(bench::Args),
}

/// Which Python.
#[derive(clap::Args)]
struct Chosen {
    /// A Python executable, or its name on PATH
    #[arg(long, value_name = "PYTHON")]
    python: Option<PathBuf>,
}

#[derive(clap::Args)]
struct BuildArgs {
    #[command(flatten)]
    chosen: Chosen,
    /// Count every live handle by the line that made it
    #[arg(long)]
    ledger: bool,
    /// Build with the release profile
    #[arg(long)]
    release: bool,
}

#[derive(clap::Args)]
struct NewArgs {
    #[command(flatten)]
    chosen: Chosen,
    /// What has been packed already, for the Python of another Debian (`tools/interpreters run SUITE python3.N`)
    #[arg(long, num_args = 2, value_names = ["SUITE", "python3.N"])]
    elsewhere: Vec<String>,
}

#[derive(clap::Args)]
struct TestArgs {
    #[command(flatten)]
    chosen: Chosen,
    /// Fail if this machine cannot run them all (where there is no debug CPython)
    #[arg(long)]
    strict: bool,
}

#[derive(clap::Args)]
struct SqliteArgs {
    #[command(flatten)]
    chosen: Chosen,
    /// Arguments of pytest
    #[arg(last = true)]
    args: Vec<String>,
}

#[derive(clap::Args)]
struct PytestArgs {
    #[command(flatten)]
    chosen: Chosen,
    /// Run those that may corrupt memory, under AddressSanitizer, and see that it is at work
    #[arg(long)]
    sanitize: bool,
    /// Arguments of pytest
    #[arg(last = true)]
    args: Vec<String>,
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Doctor(chosen) => return doctor::run(chosen.python.as_deref()),
        Task::Build(args) => {
            let python = python::fit(args.chosen.python.as_deref())?;
            let profile = if args.release { extension::Profile::Release } else { extension::Profile::Dev };
            println!("{}", extension::build(&python, profile, args.ledger)?.module.display());
        }
        Task::Book(chosen) => println!("{}", book::build(&python::fit(chosen.python.as_deref())?)?.display()),
        Task::Demo(args) => return demo::run(&args),
        Task::Test(args) => return test::run(args.chosen.python.as_deref(), args.strict),
        Task::Counted(args) => return test::counted_alone(args.chosen.python.as_deref(), args.strict),
        Task::Pytest(args) => test::pytest_alone(args.chosen.python.as_deref(), args.sanitize, &args.args)?,
        Task::Stable(args) => return test::stable_alone(args.chosen.python.as_deref(), args.strict),
        Task::Ports(args) => return test::ports_alone(args.chosen.python.as_deref(), args.strict),
        Task::Sqlite(args) => test::sqlite_only(args.chosen.python.as_deref(), &args.args)?,
        Task::New(args) => test::begun_alone(args.chosen.python.as_deref(), &args.elsewhere)?,
        Task::Interop(chosen) => interop::check(&python::fit(chosen.python.as_deref())?)?,
        Task::Stubs(chosen) => test::stubs_alone(chosen.python.as_deref())?,
        Task::Contracts(args) => contracts::run(&args)?,
        Task::VerifyContracts(args) => return verify::run(&args),
        Task::Corpus(args) => return corpus::run(&args),
        Task::Floors => floors::run()?,
        Task::Windows(chosen) => windows::check(&python::fit(chosen.python.as_deref())?)?,
        Task::Bench(args) => return bench::run(&args),
    }
    Ok(ExitCode::SUCCESS)
}

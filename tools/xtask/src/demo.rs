//! `cargo xtask demo`: the extension module, imported by the machine's own Python, on a drawing made in Inkscape.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};

use crate::extension::{self, Profile};
use crate::{Chosen, paths, process, python};

/// What the demo takes.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    chosen: Chosen,
    /// A drawing made in Inkscape; without it, one of the project's own
    drawing: Option<PathBuf>,
    /// Forget one handle and lose another on purpose: the report must name both lines
    #[arg(long)]
    leaky: bool,
    /// How many events to play
    #[arg(long, value_name = "N")]
    events: Option<u64>,
}

/// Builds, imports, plays; the exit code is the demo's own.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    if let Some(drawing) = &args.drawing {
        ensure!(drawing.is_file(), "there is no drawing {}", drawing.display());
    }
    let python = python::fit(args.chosen.python.as_deref())?;
    let staged = extension::build(&python, Profile::Release, true)?;
    let pictures = paths::target().join("demo");
    fs::create_dir_all(&pictures).with_context(|| format!("cannot create {}", pictures.display()))?;

    let mut demo = Command::new(&python.executable);
    demo.arg(paths::canvas().join("demo.py"));
    demo.args(&args.drawing);
    if args.leaky {
        demo.arg("--leaky");
    }
    if let Some(events) = args.events {
        demo.args(["--events", &events.to_string()]);
    }
    demo.arg("--output").arg(pictures.join("canvas.png"));
    demo.env("PYTHONPATH", &staged.folder);
    demo.env_remove("PYTHONHOME");
    if env::var_os("OWNED_LEDGER").is_none() {
        demo.env("OWNED_LEDGER", "sites");
    }
    let status = process::status(&mut demo)?;
    // A demo that was killed has no code of its own.
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

//! What the command says.

mod json;
mod steps;
mod text;

use std::io::{self, Write as _};

use anstyle::{AnsiColor, Style};
use anyhow::Result;

pub(crate) use json::json;

use crate::model::Extension;

/// What headings look like.
const HEADING: Style = Style::new().bold();
/// What is beside the point.
const FAINT: Style = Style::new().dimmed();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();

/// An error, and what to do about it.
pub(crate) fn error(message: &str, help: Option<&str>) {
    anstream::eprintln!("{ERROR}error{ERROR:#}: {message}");
    if let Some(help) = help {
        anstream::eprintln!("{HELP}help{HELP:#}: {help}");
    }
}

/// What `scan` found.
pub(crate) fn scan(extension: &Extension) -> Result<()> {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    for file in &extension.files {
        text::file(&mut out, file)?;
    }
    steps::order(&mut out, extension)?;
    out.flush()?;
    Ok(())
}

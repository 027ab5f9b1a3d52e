//! What the command says.

mod json;
mod outcome;
mod steps;
mod text;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use anyhow::Result;
use owned_build::host::Host;

pub(crate) use json::json;
pub(crate) use outcome::{begins, outcome};

use crate::model::Extension;
use crate::start::Started;
use crate::verify::Verified;

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
        text::file(&mut out, extension, file)?;
    }
    steps::order(&mut out, extension)?;
    out.flush()?;
    Ok(())
}

/// What `new` wrote, what comes next, and what this machine lacks for it.
pub(crate) fn begun(files: &[PathBuf], folder: &Path, lacking: &[String]) -> Result<()> {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    for file in files {
        writeln!(out, "wrote {}", file.display())?;
    }
    writeln!(out, "\n{HEADING}Next{HEADING:#}")?;
    let activate = if cfg!(windows) { r".venv\Scripts\activate" } else { ". .venv/bin/activate" };
    let python = if cfg!(windows) { "python" } else { "python3" };
    writeln!(out, "  cd {}", folder.display())?;
    writeln!(out, "  {python} -m venv .venv && {activate}")?;
    writeln!(out, "  cargo test")?;
    writeln!(out, "  pip wheel --no-deps --wheel-dir dist .")?;
    writeln!(out, "  pip install dist/*.whl pytest && pytest")?;
    writeln!(out, "      README.md says what else there is, and what to do when something does not work")?;
    if !lacking.is_empty() {
        writeln!(out, "\n{HEADING}Before that{HEADING:#}")?;
    }
    for lack in lacking {
        writeln!(out, "  {lack}")?;
    }
    Ok(())
}

/// What `new` wrote of a port, and what comes next.
pub(crate) fn started(started: &Started, folder: &Path) -> Result<()> {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    for file in &started.files {
        writeln!(out, "wrote {}", file.display())?;
    }
    writeln!(out, "\n{HEADING}Next{HEADING:#}")?;
    match &started.hosted {
        Some((host, hosted)) => {
            writeln!(out, "  in {}, {}:", hosted.file, hosted.place)?;
            writeln!(out, "      {}", hosted.line)?;
            if *host == Host::Meson {
                let name = folder.file_name().unwrap_or_default().to_string_lossy();
                writeln!(out, "  and in place of the source that defines the module:")?;
                writeln!(out, "      subproject('{name}').get_variable('source')")?;
            }
            writeln!(out, "  build and install it as before: run its tests")?;
        }
        None => {
            writeln!(out, "  maturin develop --manifest-path {}", folder.join("Cargo.toml").display())?;
            writeln!(out, "      builds the C code as it is, and `import {}` finds it: run its tests", started.module)?;
        }
    }
    writeln!(out, "  cargo owned skeleton FUNCTION --from PATH")?;
    writeln!(out, "      writes a function, to be put into {}", folder.join("src/lib.rs").display())?;
    Ok(())
}

/// How far a port is, and what differs.
pub(crate) fn verified(verified: &Verified) -> Result<()> {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    let done = verified.items.iter().filter(|item| item.in_rust.is_some()).count();
    writeln!(out, "{HEADING}{done} of {} functions and methods are in Rust{HEADING:#}", verified.items.len())?;
    let rows = verified.items.iter().map(|item| match &item.in_rust {
        Some(place) => vec!["Rust".into(), item.name.clone(), place.clone()],
        None => vec!["C".into(), item.name.clone(), item.in_c.clone()],
    });
    text::Rows(rows.collect()).write(&mut out, 2)?;
    if !verified.added.is_empty() {
        writeln!(out, "{HEADING}Beside what C has{HEADING:#}\n  {}", verified.added.join("\n  "))?;
    }
    out.flush()?;
    drop(out);
    for difference in &verified.differences {
        error(difference, None);
    }
    Ok(())
}

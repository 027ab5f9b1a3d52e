//! `cargo owned`: reads C extensions for Python, for their maintainers who port them to Rust one function at a time.
//!
//! `read` makes syntax trees of files, `c` what they say of functions, variables and structs, `model` what the extension
//! is made of, `tell` a report, `skeleton` the Rust side of functions,
//! `start` the crate that a port begins with, `verify` compares a port with its C. `guide/cargo-owned.md` is how the command is used.

#![forbid(unsafe_code)]

mod c;
mod cli;
mod model;
mod read;
mod skeleton;
mod start;
mod tell;
mod verify;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Parser as _;
use owned_build::host::Host;

use cli::{Cargo, Command, Header, New, Scan, Skeleton, Verify};

fn main() -> ExitCode {
    let Cargo::Owned(owned) = Cargo::parse();
    let done = match owned.command {
        Command::Scan(scan) => run_scan(&scan),
        Command::Skeleton(skeleton) => run_skeleton(&skeleton),
        Command::New(new) => run_new(&new),
        Command::Header(header) => run_header(&header),
        Command::Verify(verify) => run_verify(&verify),
    };
    done.unwrap_or_else(|error| {
        tell::error(&format!("{error:#}"), None);
        ExitCode::FAILURE
    })
}

/// Reads, and says what was found; then what could not be read.
fn run_scan(scan: &Scan) -> Result<ExitCode> {
    let flags = scan.sources.flags();
    let read = read::read(&read::sources(&scan.paths)?, &flags)?;
    let extension = model::extension(&model::Project::of(&read.parsed), flags.minor);
    if scan.json {
        println!("{}", tell::json(&extension, &read.unread)?);
    } else {
        tell::scan(&extension)?;
    }
    for unread in &read.unread {
        tell::error(&unread.to_string(), unread.help.as_deref());
    }
    Ok(if read.unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads, and writes the Rust side of what was asked for. What could not be read may be what was asked for.
fn run_skeleton(skeleton: &Skeleton) -> Result<ExitCode> {
    let flags = skeleton.sources.flags();
    let read = read::read(&read::sources(&skeleton.from)?, &flags)?;
    for unread in &read.unread {
        tell::error(&unread.to_string(), unread.help.as_deref());
    }
    let project = model::Project::of(&read.parsed);
    let extension = model::extension(&project, flags.minor);
    let text = skeleton::skeleton(&project, &extension, &skeleton.functions, skeleton.whole_types)?;
    print!("{text}");
    Ok(if read.unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads, and writes the crate with which a port begins: nothing, if there is a file that could not be read.
fn run_new(new: &New) -> Result<ExitCode> {
    let flags = new.sources.flags();
    let read = read::read(&read::sources(&new.from_c)?, &flags)?;
    for unread in &read.unread {
        tell::error(&unread.to_string(), unread.help.as_deref());
    }
    if !read.unread.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    let extension = model::extension(&model::Project::of(&read.parsed), flags.minor);
    let usual = || PathBuf::from(new.host.map_or("rust", Host::usual_folder));
    let folder = new.folder.clone().unwrap_or_else(usual);
    let asked = start::Start {
        folder: &folder,
        module: new.module.as_deref(),
        owned: new.owned.as_deref(),
        host: new.host,
        flags: &flags,
    };
    tell::started(&start::start(&read.parsed, &extension, &asked)?, &folder)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a header, or writes it.
fn run_header(header: &Header) -> Result<ExitCode> {
    let name = match &header.output {
        Some(output) => output.file_name().with_context(|| format!("{} names no file", output.display()))?.to_owned(),
        None => header.files[0].with_extension("h").file_name().unwrap_or_default().to_owned(),
    };
    let text = owned_build::header(&name.to_string_lossy(), &header.files)?;
    let Some(output) = &header.output else {
        print!("{text}");
        return Ok(ExitCode::SUCCESS);
    };
    for (path, text) in [(output.clone(), text.as_str()), (output.with_file_name("owned.h"), owned_build::OWNED_H)] {
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Compares, and fails if something differs.
fn run_verify(verify: &Verify) -> Result<ExitCode> {
    let flags = verify.sources.flags();
    let read = read::read(&read::sources(&verify.from)?, &flags)?;
    for unread in &read.unread {
        tell::error(&unread.to_string(), unread.help.as_deref());
    }
    let project = model::Project::of(&read.parsed);
    let extension = model::extension(&project, flags.minor);
    let verified = verify::verify(&read.parsed, &project, &extension, &verify.files, &flags)?;
    tell::verified(&verified)?;
    let is_right = verified.differences.is_empty() && read.unread.is_empty();
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

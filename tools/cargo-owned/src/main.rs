//! `cargo owned`: begins bindings, and reads C extensions for Python, for their maintainers who port them to Rust one function
//! at a time.
//!
//! `read` makes syntax trees of files, `c` what they say of functions, variables and structs, `model` what the extension
//! is made of, `tell` a report, `skeleton` the Rust side of functions,
//! `start` new projects and the crate that a port begins with, `verify` compares a port with its C, `check` builds it and runs its tests.
//! `stubs` builds a module to ask it for its stub files. `licences` gathers those of what is compiled into a module. `manifest` is what cargo says of a crate.
//! `guide/cargo-owned.md` is how the command is used.

#![forbid(unsafe_code)]

mod c;
mod check;
mod cli;
mod licences;
mod manifest;
mod model;
mod read;
mod skeleton;
mod start;
mod stubs;
mod tell;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::Parser as _;
use owned_build::host::Host;

use cli::{Cargo, Command, Header, Licences, New, Scan, Skeleton, Stubs, Verify};

fn main() -> ExitCode {
    let Cargo::Owned(owned) = Cargo::parse();
    let done = match owned.command {
        Command::Scan(scan) => run_scan(&scan),
        Command::Skeleton(skeleton) => run_skeleton(&skeleton),
        Command::New(new) => run_new(&new),
        Command::Header(header) => run_header(&header),
        Command::Verify(verify) => run_verify(&verify),
        Command::Stubs(stubs) => run_stubs(&stubs),
        Command::Licences(licences) => run_licences(&licences),
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

/// Writes a project of one's own.
fn run_new(new: &New) -> Result<ExitCode> {
    let Some(folder) = new.folder.as_deref().filter(|_| new.from_c.is_empty()) else { return run_from_c(new) };
    let flags = new.sources.flags();
    if !(flags.includes.is_empty() && flags.defines.is_empty() && flags.further.is_empty()) {
        bail!("-I, -D, and what follows `--`, are for files of C, which --from-c names");
    }
    let files = start::project(folder, new.owned.as_deref())?;
    tell::begun(&files, folder, &start::lacking())?;
    Ok(ExitCode::SUCCESS)
}

/// Reads, and writes the crate with which a port begins: nothing, if there is a file that could not be read.
fn run_from_c(new: &New) -> Result<ExitCode> {
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

/// Writes the stub files of a module, or compares them.
fn run_stubs(asked: &Stubs) -> Result<ExitCode> {
    if let Some(python) = &asked.python {
        read::choose(python)?;
    }
    let files = stubs::stubs(&stubs::Asked {
        manifest: &asked.manifest_path,
        folder: asked.folder.as_deref(),
        module: asked.module.as_deref(),
        features: &asked.features,
        no_default_features: asked.no_default_features,
    })?;
    let mut stale = false;
    for file in &files {
        let Some(difference) = file.difference()? else { continue };
        if asked.check {
            print!("{difference}");
            stale = true;
        } else {
            file.write()?;
            println!("wrote {}", file.path.display());
        }
    }
    if stale {
        bail!("the stub files are not what the module has: run `cargo owned stubs`, and commit what it writes");
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the licences of what a wheel contains. What has no text is told, and is for the user to find.
fn run_licences(asked: &Licences) -> Result<ExitCode> {
    let written = licences::licences(&asked.manifest_path)?;
    for file in &written.files {
        println!("wrote {}", file.display());
    }
    for lack in &written.lacking {
        tell::error(lack, None);
    }
    Ok(if written.lacking.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compares, then builds, tests and hunts each step, and fails if something does.
fn run_verify(verify: &Verify) -> Result<ExitCode> {
    if let Some(python) = &verify.python {
        read::choose(python)?;
    }
    let named = !verify.from.is_empty();
    let plan = (!verify.read_only || !named).then(|| check::Plan::of(&verify.manifest_path)).transpose()?;
    let from = if named { &verify.from } else { plan.as_ref().map_or(&verify.from, |plan| &plan.from) };
    let mut is_right = true;
    if !from.is_empty() {
        is_right = compare(verify, from)?;
    } else if verify.read_only {
        bail!("which C files are compared? --from names them, or `from` in {}", check::TABLE);
    }
    if let (Some(plan), false) = (&plan, verify.read_only) {
        let mut outcome = check::check(plan, tell::begins)?;
        if from.is_empty() {
            let missing = format!("nothing is compared with C: `from` in {} names its files, or --from", check::TABLE);
            outcome.missing.insert(0, missing);
        }
        tell::outcome(&outcome)?;
        is_right &= outcome.failures.is_empty();
    }
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether nothing differs, which is told.
fn compare(verify: &Verify, from: &[PathBuf]) -> Result<bool> {
    let flags = verify.sources.flags();
    let read = read::read(&read::sources(from)?, &flags)?;
    for unread in &read.unread {
        tell::error(&unread.to_string(), unread.help.as_deref());
    }
    let project = model::Project::of(&read.parsed);
    let extension = model::extension(&project, flags.minor);
    let library = verify.manifest_path.parent().unwrap_or(Path::new("")).join("src/lib.rs");
    let files = if verify.files.is_empty() { &[library][..] } else { &verify.files };
    let verified = verify::verify(&read.parsed, &project, &extension, files, &flags)?;
    tell::verified(&verified)?;
    Ok(verified.differences.is_empty() && read.unread.is_empty())
}

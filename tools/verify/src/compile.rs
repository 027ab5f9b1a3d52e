//! The extension module with the cases, compiled for one interpreter. What the compiler refuses is told by function.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use owned_contracts::Function;

use crate::generate::{self, Const, Reach};
use crate::interpreter::Interpreter;

const OWN: [(&str, &str); 9] = [
    ("harness.h", include_str!("../csrc/harness.h")),
    ("run.c", include_str!("../csrc/run.c")),
    ("watch.c", include_str!("../csrc/watch.c")),
    ("slots.c", include_str!("../csrc/slots.c")),
    ("memory.c", include_str!("../csrc/memory.c")),
    ("frames.c", include_str!("../csrc/frames.c")),
    ("makers.c", include_str!("../csrc/makers.c")),
    ("newer.c", include_str!("../csrc/newer.c")),
    ("natives.c", include_str!("../csrc/natives.c")),
];

const STRICT: [&str; 5] = [
    "-Werror=implicit-function-declaration",
    "-Werror=incompatible-pointer-types",
    "-Werror=int-conversion",
    "-Wno-deprecated-declarations",
    "-Werror=discarded-qualifiers",
];

/// What the compiler made of the table.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// How each function is reached, in the order of the table.
    pub(crate) reach: Vec<Reach>,
    /// C types that are not what the header says: function by its place in the list, message.
    pub(crate) wrong: Vec<(usize, String)>,
}

/// Compiles the cases into `folder`.
pub(crate) fn compile(python: &Interpreter, functions: &[&Function], folder: &Path) -> Result<Compiled> {
    write_sources(folder)?;
    let macros = macros_of(python, folder)?;
    let mut reach: Vec<Reach> = functions
        .iter()
        .map(|function| match function.exists_in(python.version) {
            false => Reach::Not(format!("not in {}", python.version)),
            true if generate::BLOCKS.contains(&function.name.as_str()) => {
                Reach::Not("it is part of a function, no call".into())
            }
            true if function.params.is_empty() && macros.get(&function.name) == Some(&None) => Reach::Constant,
            true if function.is_macro => Reach::Macro,
            true => Reach::Declared(Const::AsSaid),
        })
        .collect();
    let mut wrong = Vec::new();
    let mut first = HashMap::new();
    let cases = folder.join("cases.c");
    for _ in 0..6 {
        fs::write(&cases, generate::cases(functions, &reach))?;
        let errors = errors_of(python, functions, &cases)?;
        if errors.is_empty() {
            link(python, folder)?;
            return Ok(Compiled { reach, wrong });
        }
        for (at, messages) in errors {
            first.entry(at).or_insert_with(|| messages.join("; "));
            let unknown = |message: &String| message.contains("undeclared") || message.contains("implicit declaration");
            reach[at] = match (&reach[at], messages.iter().any(unknown)) {
                (Reach::Declared(Const::AsSaid), false) => Reach::Declared(Const::Fewer),
                (Reach::Declared(Const::Fewer), false) => Reach::Declared(Const::More),
                (Reach::Declared(_), true) if macros.contains_key(&functions[at].name) => Reach::Macro,
                (Reach::Declared(_), true) => Reach::Symbol,
                (_, true) => {
                    wrong.push((at, "the header lacks it".to_owned()));
                    Reach::Not("the header lacks it".into())
                }
                _ => {
                    // What the first attempt said is about the table as it stands.
                    let said = first.get(&at).cloned().unwrap_or_else(|| messages.join("; "));
                    wrong.push((at, said));
                    Reach::Not("its C types are not those of the header".into())
                }
            };
        }
    }
    bail!("the cases do not compile: see {}", cases.display())
}

/// Our own C files.
pub(crate) fn write_sources(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (name, text) in OWN {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// Every error of the compiler, by function: the place of an error is that of the contract.
fn errors_of(python: &Interpreter, functions: &[&Function], cases: &Path) -> Result<BTreeMap<usize, Vec<String>>> {
    let mut command = compiler(python, cases.parent().expect("it is in a folder"));
    command.args(STRICT).arg("-fsyntax-only").arg("-fmax-errors=0").arg("-fdiagnostics-color=never");
    command.arg(cases);
    let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
    if output.status.success() {
        return Ok(BTreeMap::new());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let places: BTreeMap<String, usize> = functions.iter().enumerate().map(|(at, f)| (f.place(), at)).collect();
    let mut errors: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    // An error inside of a macro is at the header; a note below it then says whose line that was.
    let (mut last, mut pending): (Option<usize>, Option<&str>) = (None, None);
    for line in said.lines() {
        let (place, rest) = line.split_once(": ").unwrap_or(("", line));
        let at = place.rsplit_once(':').and_then(|(place, _)| places.get(place)).copied();
        if let Some(message) = rest.strip_prefix("error: ") {
            if let Some(lost) = pending {
                bail!("the cases do not compile for {}:\n{lost}", python.title());
            }
            match at {
                Some(at) => errors.entry(at).or_default().push(message.to_owned()),
                None => pending = Some(line),
            }
            last = at;
        } else if let (Some(at), Some(first)) = (at, pending) {
            errors.entry(at).or_default().push(first.to_owned());
            pending = None;
        } else if let (Some(note), Some(at)) = (rest.strip_prefix("note: expected "), last) {
            errors.entry(at).or_default().push(format!("expected {note}"));
        }
    }
    if let Some(lost) = pending {
        bail!("the cases do not compile for {}:\n{lost}", python.title());
    }
    if errors.is_empty() {
        bail!("{command:?} failed:\n{said}");
    }
    Ok(errors)
}

/// The macros that the headers define, and how many arguments they take; `None` for those without parentheses.
pub(crate) fn macros_of(python: &Interpreter, folder: &Path) -> Result<HashMap<String, Option<usize>>> {
    let mut command = compiler(python, folder);
    command.args(["-E", "-dM"]).arg(folder.join("harness.h"));
    let said = crate::interpreter::output(&mut command)?;
    let names = said.lines().filter_map(|line| {
        let rest = line.strip_prefix("#define ")?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let arguments = rest[end..].strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let count = arguments.map(|(names, _)| names.split(',').filter(|name| !name.trim().is_empty()).count());
        Some((rest[..end].to_owned(), count))
    });
    Ok(names.collect())
}

fn link(python: &Interpreter, folder: &Path) -> Result<()> {
    let mut command = compiler(python, folder);
    command.args(["-shared", "-fPIC", "-g0", "-O1", "-Wl,-z,lazy", "-w", "-o"]);
    command.arg(folder.join(python.module()));
    for (name, _) in OWN.iter().filter(|(name, _)| name.ends_with(".c")) {
        command.arg(folder.join(name));
    }
    command.arg(folder.join("cases.c"));
    crate::interpreter::output(&mut command).map(drop)
}

/// The compiler with what every call of it needs.
pub(crate) fn compiler(python: &Interpreter, folder: &Path) -> std::process::Command {
    let mut command = python.compiler();
    command.arg("-I").arg(folder).arg("-std=gnu11");
    if !python.debug {
        command.arg("-DNDEBUG");
    }
    command
}

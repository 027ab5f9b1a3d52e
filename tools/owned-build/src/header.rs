//! The header for C of what `foreign::export!` exports.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::fault::Error;
use crate::read::{self, CType, Export, ExportResult, Owns, Parameter};

/// The text of `owned.h`, which the header includes.
pub const OWNED_H: &str = include_str!("../../../c-shim/include/owned.h");

/// The header that declares to C what these Rust files export, with the modules that they declare; `name` is that of the
/// file that it is for, which its include guard is made of.
///
/// # Errors
/// A file that is not there or no Rust, and a type that C has no name for, by file and line.
pub fn header(name: &str, files: &[PathBuf]) -> Result<String, Error> {
    let declared = read::read(files)?;
    if declared.exports.is_empty() {
        let files: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
        return Err(Error::new(format!("{}: no `foreign::export!` is there, so there is no header", files.join(", "))));
    }
    Ok(text(name, &declared.exports))
}

/// The name of the header for a Rust file: `src/exported.rs` gives `exported.h`.
pub(crate) fn name_for(file: &Path) -> String {
    format!("{}.h", file.file_stem().unwrap_or_default().to_string_lossy())
}

fn text(name: &str, exports: &[Export]) -> String {
    let guard: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    let mut h = format!(
        "/* Written by owned-build from Rust: do not edit. */\n#ifndef OWNED_EXPORTS_{guard}\n#define OWNED_EXPORTS_{guard}\n\n\
         #include <Python.h>\n#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n\n#include \"owned.h\"\n\n\
         #ifdef __cplusplus\nextern \"C\" {{\n#endif\n"
    );
    for export in exports {
        h.push('\n');
        comment(&mut h, &export.docs);
        declaration(&mut h, export);
    }
    writeln!(h, "\n#ifdef __cplusplus\n}}\n#endif\n\n#endif").unwrap();
    h
}

fn comment(h: &mut String, docs: &[String]) {
    // A comment of C does not end where Rust's does.
    let lines: Vec<String> = docs.iter().map(|line| line.trim().replace("*/", "* /")).collect();
    match &*lines {
        [] => {}
        [line] => writeln!(h, "/* {line} */").unwrap(),
        [first, rest @ ..] => {
            write!(h, "/* {first}").unwrap();
            for line in rest {
                write!(h, "\n *{}{line}", if line.is_empty() { "" } else { " " }).unwrap();
            }
            h.push_str(" */\n");
        }
    }
}

fn declaration(h: &mut String, export: &Export) {
    let object = || CType::Object.before_name();
    let (says, of) = match &export.result {
        ExportResult::Void => ("", "void ".to_owned()),
        ExportResult::New => ("OWNED_NEW ", object()),
        ExportResult::Type => ("OWNED_BORROWED ", "PyTypeObject *".to_owned()),
        ExportResult::Status => ("OWNED_STATUS ", "int ".to_owned()),
        // C has no way to write the pointer in front of the name.
        ExportResult::Plain(CType::Function) => ("", "void *".to_owned()),
        ExportResult::Plain(of) => ("", of.before_name()),
    };
    let parameters: Vec<String> = export.parameters.iter().map(parameter).collect();
    let parameters = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
    writeln!(h, "{says}{of}{}({parameters});", export.name).unwrap();
}

fn parameter(parameter: &Parameter) -> String {
    let says = match parameter.owns {
        Owns::Nothing => "",
        Owns::Borrowed => "OWNED_LENT ",
        Owns::Stolen => "OWNED_STEALS ",
    };
    format!("{says}{}", parameter.of.declare(&parameter.name))
}

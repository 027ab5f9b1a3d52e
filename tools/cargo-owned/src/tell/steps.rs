//! The report for people: in which order to port.

use std::io::{Result, Write};

use crate::model::{Extension, Port, PortKind};

use super::text::few;
use super::{FAINT, HEADING};

/// The steps, numbered.
pub(super) fn order(out: &mut impl Write, extension: &Extension) -> Result<()> {
    if extension.order.is_empty() {
        return writeln!(out, "Nothing here is seen by Python, so there is nothing to port first.");
    }
    writeln!(out, "{HEADING}The order in which to port{HEADING:#}")?;
    let mut kind = None;
    for (at, port) in extension.order.iter().enumerate() {
        if kind != Some(port.kind) {
            kind = Some(port.kind);
            let title = match port.kind {
                PortKind::Function => "functions of modules",
                PortKind::Method => "methods",
                PortKind::Type => "types: slots, properties, struct",
            };
            writeln!(out, "  {title}")?;
        }
        step(out, at + 1, port)?;
    }
    Ok(())
}

fn step(out: &mut impl Write, number: usize, port: &Port) -> Result<()> {
    let place = port.defined.as_ref().map(|defined| format!(" {}:{}", defined.file.display(), defined.line));
    let place = place.unwrap_or_default();
    writeln!(out, "  {number:>3}. {}{FAINT}{place}{FAINT:#}", port.name)?;
    let alone = if port.functions.is_empty() && port.kind != PortKind::Type {
        "its C function is not in these files".to_owned()
    } else if port.called_by.is_empty() {
        "no C code calls it: it can be ported alone".to_owned()
    } else {
        format!("still called by the C code of {}", few(&port.called_by, 5))
    };
    writeln!(out, "       {alone}")?;
    if !port.helpers.is_empty() {
        writeln!(out, "       needs the C helpers {}", few(&port.helpers, 8))?;
    }
    if !port.same_function.is_empty() {
        let what =
            if port.kind == PortKind::Type { "some of its C functions are also in" } else { "its C function is also" };
        writeln!(out, "       {what} {}", few(&port.same_function, 5))?;
    }
    if !port.uses.is_empty() {
        writeln!(out, "       uses the C code of {}", few(&port.uses, 5))?;
    }
    Ok(())
}

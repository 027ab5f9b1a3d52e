//! The headers that stand in for Python's while C is read.

use std::fs;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// Each header by its name. `stubs/Python.h` says what they are.
const HEADERS: [(&str, &str); 12] = [
    ("Python.h", include_str!("stubs/Python.h")),
    ("assert.h", include_str!("stubs/assert.h")),
    ("datetime.h", include_str!("stubs/datetime.h")),
    ("frameobject.h", include_str!("stubs/frameobject.h")),
    ("grammar.h", include_str!("stubs/grammar.h")),
    ("marshal.h", include_str!("stubs/marshal.h")),
    ("patchlevel.h", include_str!("stubs/patchlevel.h")),
    ("pythread.h", include_str!("stubs/pythread.h")),
    ("structmember.h", include_str!("stubs/structmember.h")),
    ("structseq.h", include_str!("stubs/structseq.h")),
    ("tables.h", include_str!("stubs/tables.h")),
    ("types.h", include_str!("stubs/types.h")),
];

/// Writes them to a temporary folder, which goes when the value does.
pub(crate) fn write() -> Result<TempDir> {
    let folder = tempfile::Builder::new()
        .prefix("cargo-owned-")
        .tempdir()
        .context("cannot make a temporary folder for the headers that C is read with")?;
    for (name, text) in HEADERS {
        let file = folder.path().join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(folder)
}

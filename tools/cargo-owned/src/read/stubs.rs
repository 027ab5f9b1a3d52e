//! The headers that stand in for Python's while C is read.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// Each header by its name. `stubs/Python.h` says what they are.
const HEADERS: [(&str, &str); 15] = [
    ("Python.h", include_str!("stubs/Python.h")),
    ("assert.h", include_str!("stubs/assert.h")),
    ("datetime.h", include_str!("stubs/datetime.h")),
    ("frameobject.h", include_str!("stubs/frameobject.h")),
    ("grammar.h", include_str!("stubs/grammar.h")),
    ("marshal.h", include_str!("stubs/marshal.h")),
    ("patchlevel.h", include_str!("stubs/patchlevel.h")),
    ("pyconfig.h", include_str!("stubs/pyconfig.h")),
    ("pythread.h", include_str!("stubs/pythread.h")),
    ("owned.h", include_str!("stubs/says.h")),
    ("says.h", include_str!("stubs/says.h")),
    ("structmember.h", include_str!("stubs/structmember.h")),
    ("structseq.h", include_str!("stubs/structseq.h")),
    ("tables.h", include_str!("stubs/tables.h")),
    ("types.h", include_str!("stubs/types.h")),
];

/// Other headers of Python's, each of which is what `Python.h` is. They are looked for last, since a project may have a
/// header of such a name.
const ALIASES: &str = "abstract boolobject bytearrayobject bytesobject cellobject ceval classobject code codecs compile \
    complexobject cStringIO descrobject dictobject fileobject fileutils floatobject funcobject genericaliasobject \
    genobject import intrcheck iterobject listobject longintrepr longobject memoryobject methodobject modsupport \
    moduleobject object objimpl opcode osdefs osmodule pybuffer pycapsule pyerrors pyframe pyhash pylifecycle pymacro \
    pymath pymem pyport pystate pystrcmp pystrtod pythonrun pytypedefs rangeobject setobject sliceobject sysmodule \
    traceback tracemalloc tupleobject typeslots unicodeobject warnings weakrefobject";

/// The folders of stubs.
pub(crate) struct Stubs {
    folder: TempDir,
}

impl Stubs {
    /// Where headers are looked for first.
    pub(crate) fn first(&self) -> PathBuf {
        self.folder.path().join("first")
    }

    /// Where they are looked for last.
    pub(crate) fn last(&self) -> PathBuf {
        self.folder.path().join("last")
    }
}

/// Writes them to a temporary folder, which goes when the value does.
pub(crate) fn write() -> Result<Stubs> {
    let folder = tempfile::Builder::new()
        .prefix("cargo-owned-")
        .tempdir()
        .context("cannot make a temporary folder for the headers that C is read with")?;
    let stubs = Stubs { folder };
    let put =
        |file: PathBuf, text: &str| fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()));
    for folder in [stubs.first(), stubs.last()] {
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    for (name, text) in HEADERS {
        put(stubs.first().join(name), text)?;
    }
    for name in ALIASES.split_whitespace() {
        put(stubs.last().join(format!("{name}.h")), "#include <Python.h>\n")?;
    }
    Ok(stubs)
}

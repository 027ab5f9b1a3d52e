//! Classes of Rust beside the same classes written in Python: what is done to one is done to the other, and compared.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use crate::support::exec;
use owned::prelude::*;

/// Runs `source` with the module as `m`. It sees what `twins.py` defines: `compare(operation, mine, twin)` and the rest.
pub(crate) fn run<'py>(module: &Owned<'py, Any>, source: &str) -> Result<()> {
    let globals = Dict::empty(module.py())?;
    globals.set("m", module)?;
    exec(&globals, include_str!("twins.py"))?;
    exec(&globals, source)
}

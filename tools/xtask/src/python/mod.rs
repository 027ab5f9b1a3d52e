//! The Pythons of this machine: which one is used, what it is, and whether it will do.

mod choose;
mod facts;
mod lacking;
mod others;

use std::path::Path;

use anyhow::{Result, bail};

pub(crate) use choose::{choose, is_cargos_own};
pub(crate) use facts::Python;
pub(crate) use lacking::{compiler, lacks, lacks_library};
pub(crate) use others::others;

/// The Python to build for: the chosen one. If it came from PATH alone, nobody asked for it, so another one of this
/// machine may stand in for it when it will not do.
pub(crate) fn fit(asked: Option<&Path>) -> Result<Python> {
    let choice = choose(asked);
    let refused = match choice.python {
        Ok(python) => match lacks(&python) {
            None => return Ok(python),
            Some(lack) => format!("{} ({}) will not do: {lack}", python.executable.display(), choice.why),
        },
        Err(error) => format!("{error:#}"),
    };
    if choice.explicit {
        bail!("{refused}");
    }
    match others(None).into_iter().find(|python| lacks(python).is_none()) {
        Some(python) => {
            eprintln!("note: {refused}\nnote: {} stands in for it", python.executable.display());
            Ok(python)
        }
        None => bail!(
            "{refused}\nno CPython 3.11 or newer with headers was found; on Debian and its kin `apt install python3-dev` \
             brings one, and PYO3_PYTHON or --python points to one that lies elsewhere"
        ),
    }
}

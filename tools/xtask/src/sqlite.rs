//! The example `examples/sqlite`.

use std::path::PathBuf;

use anyhow::Result;

use crate::extension::{self, Package, Profile, Staged};
use crate::paths;
use crate::python::Python;

const SQLITE: Package = Package { name: "owned-example-sqlite", library: "owned_sqlite", folder: "" };

/// The example.
pub(crate) fn folder() -> PathBuf {
    paths::root().join("examples/sqlite")
}

/// Builds it for this interpreter and puts it where it can be imported from.
pub(crate) fn build(python: &Python, profile: Profile, ledger: bool) -> Result<Staged> {
    extension::build_package(python, &SQLITE, profile, ledger)
}

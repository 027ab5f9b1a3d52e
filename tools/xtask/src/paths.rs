//! Where things lie. Whatever a task makes is under the target directory.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("xtask lies two folders below the root")
}

/// The target directory: the one that `cargo` uses for this workspace.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// The example `canvas`.
pub(crate) fn canvas() -> PathBuf {
    root().join("examples/canvas")
}

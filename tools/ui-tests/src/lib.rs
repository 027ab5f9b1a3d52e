//! Tests that misuse does not compile, for bindings: a thin layer over `trybuild`.
//!
//! A binding makes promises to those who extend it in Rust, and to its own authors: this cannot be called while detached, that
//! cannot be kept beyond its parent. Each is a *case*, three files side by side in a folder of the package:
//!
//! - `NAME.rs`, a program that must not compile;
//! - `NAME.pass.rs`, its *twin*: the same but for one small edit, and it compiles and runs. Without it a case can fail for a
//!   reason of its own, a spelling mistake say, and hold nothing;
//! - `NAME.stderr`, what the compiler says to the case.
//!
//! Folders group cases. One line of `tests/ui.rs`, `owned::ui_tests!("tests/ui");`, makes a test of them all: it calls [`run`].
//! This is a crate of its own, so that what trybuild depends on is seen by that one test only.
//!
//! A new case gets its `.stderr` by `TRYBUILD=overwrite cargo test --test ui`, which also writes anew what has changed: read the
//! difference before it is committed. `cargo test --test ui -- trybuild=detached` runs the cases whose path contains the word.
//! Messages differ from one version of the compiler to the next, so a project that has such tests says its own in
//! `rust-toolchain.toml`.

mod cases;
mod layout;

#[doc(hidden)]
pub use cases::{Case, cases, entries};
#[doc(hidden)]
pub use layout::Edit;
pub use layout::check;

use std::env;
use std::path::Path;

/// Holds the cases of a folder, a path from the package's own: the folder is [tidy](check), each case fails to compile with the
/// messages in its `.stderr`, each twin compiles and runs.
///
/// ```
/// fn hold_them_to_it() {
///     owned_ui_tests::run("tests/ui");
/// }
/// # let _ = hold_them_to_it;
/// ```
///
/// # Panics
/// If the folder is not tidy, with all that is wrong; if a case or a twin is not what it must be.
#[track_caller]
pub fn run(folder: impl AsRef<Path>) {
    let folder = folder.as_ref();
    // What trybuild is about to write need not be there.
    let writes = env::var_os("TRYBUILD").is_some_and(|how| how == "overwrite");
    if let Err(wrong) = layout::check_for(folder, !writes) {
        panic!("{wrong}");
    }
    // Every difference is shown before the test fails, when this goes.
    let all = trybuild::TestCases::new();
    for Case { refused, twin, .. } in cases(folder) {
        all.compile_fail(refused);
        all.pass(twin);
    }
}

//! Compiles every case of `cases/`: each fails with the message in its `.stderr`. `twins.rs` compiles and runs what lies
//! one edit beside them, `layout.rs` checks that the cases are what they say.

mod common;

use common::Case;

#[test]
fn cases() {
    // One run for all: trybuild then builds them together, and shows every difference before it fails.
    let run = trybuild::TestCases::new();
    // A program that passes makes trybuild build the others in full: some guarantees are constants, which `cargo check`
    // does not evaluate.
    run.pass("tests/ui/built.rs");
    for Case { refused, .. } in common::cases() {
        run.compile_fail(refused);
    }
}

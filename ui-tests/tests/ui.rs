//! Compiles every case of `cases/`: what must not compile fails with the message in its `.stderr`, and its twin, one
//! edit away, compiles and runs. `layout.rs` checks that the cases are what they say.

mod common;

use common::Case;

#[test]
fn cases() {
    // One run for all: trybuild then builds them together, and shows every difference before it fails.
    let run = trybuild::TestCases::new();
    for Case { refused, twin, .. } in common::cases() {
        run.compile_fail(refused);
        run.pass(twin);
    }
}

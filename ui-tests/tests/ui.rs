//! Compiles every case of `cases/`: each fails with the message in its `.stderr`. `twins.rs` compiles and runs what lies
//! one edit beside them, `layout.rs` checks that the cases are what they say.

mod common;

use std::fs;

use common::Case;

/// trybuild checks these together, and shows every difference before it fails.
#[test]
fn cases() {
    let run = trybuild::TestCases::new();
    for Case { refused, .. } in common::cases().into_iter().filter(|case| !is_of_constant(case)) {
        run.compile_fail(refused);
    }
}

/// `cargo check` does not evaluate the constants of what is generic. A program that passes makes trybuild build the others in
/// full; it then builds one after the other.
#[test]
fn cases_of_constants() {
    let run = trybuild::TestCases::new();
    run.pass("tests/ui/built.rs");
    for Case { refused, .. } in common::cases().into_iter().filter(is_of_constant) {
        run.compile_fail(refused);
    }
}

/// Whether it expects the error of a constant.
fn is_of_constant(case: &Case) -> bool {
    let source = fs::read_to_string(&case.refused).expect("a case can be read");
    source.lines().nth(1).is_some_and(|line| line.starts_with("//! expect: error[E0080]"))
}

//! An interpreter that finds the adopted modules by `import`.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::sync::Once;

use owned::embed::{Interpreter, InterpreterBuilder};
use owned::prelude::*;

use super::support;

/// A program that has all of them.
pub(crate) fn builder() -> InterpreterBuilder {
    Interpreter::builder()
        .module(owned::builtin!(adopt_tests::single))
        .module(owned::builtin!(adopt_tests::multi))
        .module(owned::builtin!(adopt_tests::raises))
        .module(owned::builtin!(adopt_tests::silent))
        .module(owned::builtin!(adopt_tests::unreported))
        .module(owned::builtin!(adopt_tests::unready))
        .module(owned::builtin!(adopt_tests::other))
        .module(owned::builtin!(adopt_tests::phase))
        .module(owned::builtin!(adopt_tests::bare))
        .module(owned::builtin!(adopt_tests::ours_fails))
        .module(owned::builtin!(adopt_tests::vault))
        .module(owned::builtin!(adopt_tests::heap))
        .module(owned::builtin!(adopt_tests::whole))
        .module(owned::builtin!(adopt_tests::unborn))
        .module(owned::builtin!(adopt_tests::forgotten))
        .module(owned::builtin!(adopt_tests::eager))
        .module(owned::builtin!(adopt_tests::twice_a))
        .module(owned::builtin!(adopt_tests::twice_b))
        .module(owned::builtin!(adopt_tests::unreported_phases))
        .module(owned::builtin!(adopt_tests::family))
        .module(owned::builtin!(adopt_tests::family_cut))
        .module(owned::builtin!(adopt_tests::lender))
        .module(owned::builtin!(adopt_tests::slots))
}

/// Runs `body` attached, where `import` finds the adopted modules.
#[track_caller]
pub(crate) fn python(body: impl for<'py> FnOnce(Python<'py>) -> Result<()>) {
    static START: Once = Once::new();
    START.call_once(|| {
        std::mem::forget(builder().start().expect("the interpreter starts"));
    });
    support::python(body);
}

/// Runs Python statements in such an interpreter; a failed `assert` fails the test.
#[track_caller]
pub(crate) fn run(source: &str) {
    python(|py| support::exec(&Dict::empty(py)?, source));
}

//! Compiles and runs every twin of `cases/`: what differs from a case that must not compile by one edit, and must.
//! `build.rs` lists them.

#![allow(
    unsafe_code,
    unused,
    unreachable_pub,
    dropping_copy_types,
    clippy::all,
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    reason = "a twin is a program of its own, and has what its case needs in order to be refused"
)]

use std::fmt::Debug;

/// What a twin's `main` gives.
trait Outcome {
    fn check(self);
}

impl Outcome for () {
    fn check(self) {}
}

impl<E: Debug> Outcome for Result<(), E> {
    fn check(self) {
        self.expect("a twin succeeds");
    }
}

fn succeeds(outcome: impl Outcome) {
    outcome.check();
}

include!(concat!(env!("OUT_DIR"), "/twins.rs"));

//! Random programs against the whole object layer: nothing crashes, and nothing is left.

mod attack_support;
mod support;

use attack_support::{hostile, play};
use support::{flat, python};

/// More seeds, and longer programs, by hand: `OWNED_ATTACK_SEEDS=0..5000 OWNED_ATTACK_STEPS=300`.
#[test]
fn random_programs_neither_crash_nor_leak() {
    let seeds = std::env::var("OWNED_ATTACK_SEEDS").unwrap_or_else(|_| "0..24".into());
    let (start, end) = seeds.split_once("..").expect("start..end");
    let seeds = start.parse().expect("a number")..end.parse().expect("a number");
    let steps = std::env::var("OWNED_ATTACK_STEPS").map_or(60, |steps| steps.parse().expect("a number"));
    python(|py| {
        let hostile = hostile(py)?;
        flat(py, |_| seeds.clone().try_for_each(|seed| play(&hostile, seed, steps)));
        Ok(())
    });
}

//! `cargo xtask bench ledger`: what the ledger costs a handle, at each of its levels.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{paths, process, python};

/// The level, with what may be more than without a ledger: nanoseconds of making and dropping a handle, bytes of a live one.
const LEVELS: [(&str, f64, f64); 4] =
    [("off", 2.0, 0.0), ("sites", 15.0, 0.0), ("frames", 120.0, 96.0), ("stacks", 4000.0, 256.0)];

/// Nanoseconds, alone and while another thread does the same, and bytes.
fn measured(python: &python::Python, features: &str, level: &str) -> Result<[f64; 3]> {
    let mut cargo = process::cargo();
    cargo.args([
        "bench",
        "--quiet",
        "--package",
        "owned-py",
        "--bench",
        "handles",
        "--features",
        features,
        "--",
        level,
    ]);
    cargo.env("PYO3_PYTHON", &python.executable).env("CARGO_TARGET_DIR", paths::target().join("bench/ledger"));
    let output = process::output(&mut cargo)?;
    let line = output.lines().last().with_context(|| format!("nothing was measured at {level}"))?;
    let numbers = line.split('\t').skip(1).map(str::parse::<f64>).collect::<Result<Vec<f64>, _>>();
    let numbers = numbers.with_context(|| format!("`{line}` is not what the benchmark says"))?;
    <[f64; 3]>::try_from(numbers).ok().with_context(|| format!("`{line}` is not what the benchmark says"))
}

/// Builds the benchmark without the feature and with it, and runs it for each level.
pub(super) fn run(asked: Option<&Path>) -> Result<()> {
    let python = python::fit(asked)?;
    let without = measured(&python, "", "off")?;
    println!("Making and dropping a handle, and what a live one takes. Without the feature: {:.2} ns.\n", without[0]);
    println!(
        "{:10}{:>12}{:>12}{:>18}{:>12}{:>12}{:>10}",
        "", "ns", "ns more", "beside another", "at most", "bytes", "at most"
    );
    for (level, most, most_bytes) in LEVELS {
        let [alone, beside, bytes] = measured(&python, "ledger", level)?;
        let (alone, more, beside) = (alone, alone - without[0], beside - without[1]);
        println!("{level:10}{alone:>12.2}{more:>12.2}{beside:>18.2}{most:>12.0}{bytes:>12.0}{most_bytes:>10.0}");
    }
    Ok(())
}

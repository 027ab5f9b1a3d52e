//! The module is written inline.

use owned::prelude::*;

#[owned::module]
mod tallies {}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}

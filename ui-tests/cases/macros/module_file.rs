//! `#[module]` cannot see into another file.
//! expect: error: `#[module]` cannot see into another file
//! errors: 3, because rustc itself knows no such thing yet, and looks for the file

use owned::prelude::*;

#[owned::module]
mod tallies;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}

//! The items' text is copied.

use owned::prelude::*;

#[owned::module]
mod notes {
    #[function]
    fn count(lines: Vec<String>) -> usize {
        lines.len()
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, notes).map(drop))
}

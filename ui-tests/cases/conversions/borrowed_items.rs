//! A list's items are not borrowed from it, so their text is not either.
//! expect: implementation of `FromPy` is not general enough

use owned::prelude::*;

#[owned::module]
mod notes {
    #[function]
    fn count(lines: Vec<&str>) -> usize {
        lines.len()
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, notes).map(drop))
}

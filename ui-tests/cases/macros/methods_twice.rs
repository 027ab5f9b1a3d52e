//! A class has one `#[methods]` block.
//! expect: error[E0592]: duplicate definitions with name `__OWNED_METHODS`
//! elsewhere: rustc comes to the use of the constants first
//! errors: 4, because rustc sees the two constants of each block, where they are made and where they are used

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn count(&self) -> u64 {
        self.count
    }
}
#[methods]
impl Tally {
    pub fn reset(&mut self) {
        self.count = 0;
    }
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}

//! Two methods of one name are one mistake.
//! expect: error[E0592]: duplicate definitions with name `add`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn add(&mut self) {
        self.count += 1;
    }

    fn add(&mut self, more: u64) {
        self.count += more;
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

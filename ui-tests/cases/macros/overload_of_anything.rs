//! An overload takes any arguments.
//! expect: error: an overload says which arguments it takes

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[method(overload)]
    #[signature(*by)]
    fn add(&mut self, by: Vec<u64>) {
        self.count += by.iter().sum::<u64>();
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

//! A setter of the class takes no value.
//! expect: error: a setter of the class gets one value

use owned::prelude::*;

#[class]
pub struct Tally;

#[methods]
impl Tally {
    #[staticsetter]
    fn set_count() {}
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

//! A method is lent the object of its class.
//! expect: error: write `&self` or `&mut self`, or `slf: Borrowed<'_, '_, Self>`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn is_first(slf: Py<Self>) -> bool {
        let _ = slf;
        true
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

//! Both are.

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    #[method(overload)]
    fn add(&mut self, by: u64) {
        self.count += by;
    }

    #[method(name = "add", overload)]
    fn add_text(&mut self, text: &str) {
        self.count += text.len() as u64;
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

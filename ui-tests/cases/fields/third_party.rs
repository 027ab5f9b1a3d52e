//! Of a type that the library does not know, the author says why it holds no reference.
//! expect: the collector cannot see into `TcpStream`

use owned::prelude::*;

#[class]
pub struct Tally {
    peer: std::net::TcpStream,
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

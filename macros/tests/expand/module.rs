/// Counts things.
#[module(name = "_tallies")]
mod tallies {
    #[export]
    pub use crate::tally::{Tally, ops::{count, reset as reset_all}};

    /// The key.
    #[export(name = "KeyTab")]
    pub const KEY_TAB: u32 = 9;

    /// Add two numbers.
    #[cfg(feature = "adding")]
    #[function]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    fn helper() {}

    #[init]
    fn start(py: Python<'_>, module: &Owned<'_, Any>) -> Result<()> {
        Ok(())
    }
}

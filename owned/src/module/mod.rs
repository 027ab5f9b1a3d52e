//! Floor 8: modules, made in two phases, each copy with a state of its own.

mod init;
mod item;
#[cfg(feature = "ledger")]
mod ledger;
mod state;

pub use init::{Module, ModuleCell, load, module_init};
pub use item::Item;

//! Floor 8: modules, made in two phases, each copy with a state of its own.

#[cfg(feature = "adopt")]
mod adopt;
#[cfg(feature = "stubs")]
mod described;
#[cfg(feature = "enums")]
mod enumeration;
mod init;
mod item;
#[cfg(feature = "ledger")]
mod ledger;
#[cfg(feature = "adopt")]
mod single;
mod state;
#[cfg(feature = "stubs")]
pub(crate) mod stubs;
#[cfg(feature = "ledger")]
mod watch;

#[cfg(feature = "adopt")]
pub use adopt::{begin_over, load_over};
#[cfg(feature = "stubs")]
use described::{DescribedModule, ItemDescribed};
pub use init::{Module, ModuleCell, load, module_init};
pub use item::Item;

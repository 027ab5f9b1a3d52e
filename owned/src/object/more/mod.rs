//! The rarer types: what runs (code, cells, frames, properties), contexts, capsules, views and the like; and what is rarer
//! asked of the others. The feature `more-types` has them.

mod capsule;
mod cell;
mod compiled;
mod context;
mod frame;
mod generic_alias;
mod group;
mod int_bytes;
mod mapping_proxy;
mod namespace;
mod property;
mod range;
mod search;
#[cfg(not(feature = "abi3"))]
mod structseq;

pub use capsule::Capsule;
pub use cell::Cell;
pub use compiled::{Code, CompileMode};
pub use context::{Context, ContextToken, ContextVar};
pub use frame::Frame;
pub use generic_alias::GenericAlias;
pub use int_bytes::ByteOrder;
pub use mapping_proxy::MappingProxy;
pub use namespace::Namespace;
pub use property::{Property, Super};
pub use range::Range;
#[cfg(not(feature = "abi3"))]
pub use structseq::StructSequence;

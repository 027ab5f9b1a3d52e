//! The rarer types: what runs (cells, frames, properties), contexts, capsules, views and the like. The feature
//! `more-types` has them.

mod capsule;
mod cell;
mod context;
mod frame;
mod generic_alias;
mod group;
mod mapping_proxy;
mod namespace;
mod property;
mod range;
mod structseq;

pub use capsule::Capsule;
pub use cell::Cell;
pub use context::{Context, ContextToken, ContextVar};
pub use frame::Frame;
pub use generic_alias::GenericAlias;
pub use mapping_proxy::MappingProxy;
pub use namespace::Namespace;
pub use property::{Property, Super};
pub use range::Range;
pub use structseq::StructSequence;

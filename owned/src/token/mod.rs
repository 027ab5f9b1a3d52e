//! Floor 1: the proof that this thread is attached to the interpreter, and what happens when it is not.

mod attach;
mod queue;
mod reaper;

pub use attach::{AttachError, Python};
pub use queue::pending_releases;
pub(crate) use queue::release_later;
pub(crate) use reaper::prepare;

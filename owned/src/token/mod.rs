//! Floor 1: the proof that this thread is attached to the interpreter, and what happens when it is not.

mod attach;
mod gate;
mod life;
mod other;
mod queue;
mod reaper;
mod thread_errands;

pub use attach::{AttachError, Python};
pub use life::{StartError, StopError};
pub(crate) use life::{prepare, start, stop};
use queue::drain;
pub use queue::pending_releases;
pub(crate) use queue::{release_later, run_later, run_later_in};
pub(crate) use thread_errands::{at_each_attach, come_by};

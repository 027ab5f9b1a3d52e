//! Floor 1: the proof that this thread is attached to the interpreter, and what happens when it is not.

mod attach;
mod gate;
mod life;
mod other;
mod queue;
mod reaper;
#[cfg(feature = "embed")]
mod start_stop;
mod thread_errands;

pub use attach::{AttachError, Python};
pub(crate) use life::prepare;
use queue::drain;
pub use queue::pending_releases;
pub(crate) use queue::{release_later, run_later, run_later_in};
#[cfg(feature = "embed")]
pub use start_stop::{StartError, StopError};
#[cfg(feature = "embed")]
pub(crate) use start_stop::{start, stop};
pub(crate) use thread_errands::{at_each_attach, come_by};

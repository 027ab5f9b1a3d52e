//! What a thread does, besides releasing, whenever it has come to be attached.

use std::sync::OnceLock;

use super::{Python, queue};

/// What a floor above wants done on each thread that attaches. It does not unwind.
static HOOK: OnceLock<fn(Python<'_>)> = OnceLock::new();

/// Has `hook` run whenever a thread has been attached, by [`Python::attach`] or at the end of a [`Python::detach`].
/// There is one for the process: the first.
pub(crate) fn at_each_attach(hook: fn(Python<'_>)) {
    HOOK.get_or_init(|| hook);
}

/// This thread has just been attached: it does what waits for that.
pub(crate) fn come_by(py: Python<'_>) {
    queue::drain(py);
    if let Some(hook) = HOOK.get() {
        hook(py);
    }
}

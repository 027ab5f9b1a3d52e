//! How much of the C library is alive.

use owned::foreign;

use super::ffi;

/// How much of the C library is alive, in the whole process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// Canvases.
    pub canvases: usize,
    /// Elements, on a canvas or not.
    pub elements: usize,
    /// Handlers of elements and timers.
    pub handlers: usize,
    /// Renderers.
    pub renderers: usize,
}

/// Counts, after releasing what other threads have dropped for this one.
pub fn live() -> Live {
    foreign::pending();
    Live {
        canvases: ffi::ink_live_canvases(),
        elements: ffi::ink_live_elements(),
        handlers: ffi::ink_live_handlers(),
        renderers: ffi::ink_live_renderers(),
    }
}

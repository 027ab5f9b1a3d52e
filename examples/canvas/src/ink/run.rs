//! The event loop, and the one function through which C calls handlers.
//!
//! C gets no closure to keep. A subscription is only "call [`on_event`] for this kind"; the closure travels as the
//! `context` of a run or a repaint and ends with it. So nothing that C holds can keep the user's objects alive.

#![expect(unsafe_code, reason = "implements the handler that C calls, and runs the loop")]

use std::ffi::{c_int, c_void};
use std::ops::ControlFlow;
use std::ptr;

use super::canvas::Canvas;
use super::error::{Result, STOPPED, check};
use super::event::Event;
use super::ffi::{self, InkEvent};
use super::panics;

/// What a run calls for every event. `Fn`, not `FnMut`: a handler that calls [`Canvas::refresh`] gets draw events
/// while it is still executing.
pub type Handler<'a> = dyn Fn(&Event<'_>) -> ControlFlow<()> + 'a;

/// How a run or a repaint ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// Nothing was left to do.
    Idle,
    /// A handler returned [`ControlFlow::Break`].
    Stopped,
    /// [`Canvas::quit`] was called.
    Quit,
}

pub(super) unsafe extern "C" fn on_event(context: *mut c_void, _user: *mut c_void, event: *const InkEvent) -> c_int {
    // A repaint outside a run, for which no handler was given.
    if context.is_null() {
        return 0;
    }
    panics::catch(1, || {
        // SAFETY: a context that is not null is the handler that `with_context` lends to C until the call returns.
        let handler = unsafe { &*context.cast::<&Handler<'_>>() };
        // SAFETY: C lends the event for the duration of this call.
        let event = unsafe { &*event };
        // SAFETY: and the text with it.
        let event = unsafe { Event::read(event) };
        c_int::from(handler(&event).is_break())
    })
}

/// Calls C with the handler as its context.
fn with_context(handler: &Handler<'_>, call: impl FnOnce(*mut c_void) -> c_int) -> Result<c_int> {
    // A pointer to the wide pointer, which lives here until C has returned. C hands it on as `const` in all but name.
    let context: *const &Handler<'_> = &raw const handler;
    let status = call(context.cast_mut().cast());
    panics::resume();
    check(status).map(|()| status)
}

impl Canvas {
    /// Delivers events and timers to `handler` until none is left, one of the calls breaks off, or [`Canvas::quit`].
    /// Whenever nothing more is due at the present virtual time, damage is repainted.
    ///
    /// # Errors
    /// [`Error::Busy`](super::Error::Busy) when the canvas already runs or repaints. A repaint that fails ends the run
    /// with its error. The canvas stays usable, and what is still queued stays queued.
    pub fn run(&self, handler: &Handler<'_>) -> Result<RunEnd> {
        let raw = self.enter()?;
        let mut end = 0;
        with_context(handler, |context| {
            // SAFETY: `raw` is alive and on its thread by `enter`; `context` and `end` outlive the call.
            unsafe { ffi::ink_canvas_run(raw, context, &raw mut end) }
        })?;
        Ok(match end {
            0 => RunEnd::Idle,
            1 => RunEnd::Stopped,
            _ => RunEnd::Quit,
        })
    }

    /// Repaints what is damaged. During a run its handler gets the draw events; otherwise nobody does.
    ///
    /// # Errors
    /// [`Error::Render`](super::Error::Render): the rest was painted. [`Error::Busy`](super::Error::Busy) from within
    /// a repaint of this canvas.
    pub fn refresh(&self) -> Result<RunEnd> {
        let raw = self.enter()?;
        // SAFETY: `raw` is alive and on its thread by `enter`; a null context is allowed.
        let status = unsafe { ffi::ink_canvas_refresh(raw, ptr::null_mut()) };
        panics::resume();
        check(status).map(|()| repaint_end(status))
    }

    /// Repaints what is damaged, with a handler of its own for the draw events.
    ///
    /// # Errors
    /// As [`Canvas::refresh`].
    pub fn refresh_with(&self, handler: &Handler<'_>) -> Result<RunEnd> {
        let raw = self.enter()?;
        let status = with_context(handler, |context| {
            // SAFETY: `raw` is alive and on its thread by `enter`; `context` outlives the call.
            unsafe { ffi::ink_canvas_refresh(raw, context) }
        })?;
        Ok(repaint_end(status))
    }
}

fn repaint_end(status: c_int) -> RunEnd {
    if status == STOPPED { RunEnd::Stopped } else { RunEnd::Idle }
}

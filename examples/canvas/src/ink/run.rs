//! The event loop, and the one function through which C calls handlers.
//!
//! C gets no closure to keep. A subscription is only "call [`on_event`] for this kind"; the closure travels as the
//! `context` of a run or a repaint and ends with it. So nothing that C holds can keep the user's objects alive.

#![expect(unsafe_code, reason = "implements the handler that C calls, and runs the loop")]

use std::ffi::{c_int, c_void};
use std::ops::ControlFlow;
use std::ptr;

use owned::foreign;

use super::canvas::Canvas;
use super::error::{Result, STOPPED, check};
use super::event::Event;
use super::ffi::{self, InkEvent};

/// What a run calls for every event. An error ends the run, and comes out of it. `Fn`, not `FnMut`: a handler that calls
/// [`Canvas::refresh`] gets draw events while it is still executing.
pub type Handler<'a> = dyn Fn(&Event<'_>) -> owned::Result<ControlFlow<()>> + 'a;

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

foreign::trampoline! {
    pub(super) unsafe extern "C" fn on_event(
        context: *mut c_void, _user: *mut c_void, event: *const InkEvent,
    ) -> c_int {
        state: &Handler<'_> = context,
        on_error: 1,
        call: |handler| {
            // SAFETY: C lends the event for the duration of this call.
            let event = unsafe { &*event };
            // SAFETY: and the text with it.
            let event = unsafe { Event::read(event) };
            handler(&event).map(|next| c_int::from(next.is_break()))
        },
    }
}

impl Canvas {
    /// Delivers events and timers to `handler` until none is left, one of the calls breaks off, or [`Canvas::quit`].
    /// Whenever nothing more is due at the present virtual time, damage is repainted.
    ///
    /// # Errors
    /// What a handler has raised. [`Status::BUSY`](super::Status::BUSY) when the canvas already runs or repaints. A
    /// repaint that fails ends the run with its error. The canvas stays usable, and what is still queued stays queued.
    pub fn run(&self, handler: &Handler<'_>) -> Result<RunEnd> {
        let raw = self.enter()?;
        let mut end = 0;
        // SAFETY: `raw` is alive and on its thread by `enter`; `context` and `end` outlive the call.
        let run = |context| unsafe { ffi::ink_canvas_run(raw, context, &raw mut end) };
        check(foreign::surfacing(|| foreign::lend(&handler, run))?)?;
        Ok(match end {
            0 => RunEnd::Idle,
            1 => RunEnd::Stopped,
            _ => RunEnd::Quit,
        })
    }

    /// Repaints what is damaged. During a run its handler gets the draw events; otherwise nobody does.
    ///
    /// # Errors
    /// [`Status::RENDER`](super::Status::RENDER): the rest was painted. [`Status::BUSY`](super::Status::BUSY) from
    /// within a repaint of this canvas.
    pub fn refresh(&self) -> Result<RunEnd> {
        if !self.is_running()? {
            return self.refresh_with(&|_| Ok(ControlFlow::Continue(())));
        }
        // NULL: the handler of the run.
        self.repaint(ptr::null_mut())
    }

    /// Repaints what is damaged, with a handler of its own for the draw events.
    ///
    /// # Errors
    /// As [`Canvas::refresh`], and what the handler has raised.
    pub fn refresh_with(&self, handler: &Handler<'_>) -> Result<RunEnd> {
        foreign::lend(&handler, |context| self.repaint(context))
    }

    fn repaint(&self, context: *mut c_void) -> Result<RunEnd> {
        let raw = self.enter()?;
        // SAFETY: `raw` is alive and on its thread by `enter`; `context` is NULL or outlives the call.
        let status = foreign::surfacing(|| unsafe { ffi::ink_canvas_refresh(raw, context) })?;
        check(status).map(|()| if status == STOPPED { RunEnd::Stopped } else { RunEnd::Idle })
    }
}

//! The safe interface of the C library `inkcanvas`.
//!
//! A [`Canvas`] owns a framebuffer and holds [`Element`]s; each is one counted reference to what C owns, and clones
//! cheaply. Everything here takes `&self` and may be called from anywhere, the closure that [`Canvas::run`] calls and a
//! [`Render`] included. What cannot be done from there is [`Error::Busy`].
//!
//! # Threads
//!
//! C knows no locks. A handle therefore belongs to the thread that made it, its *home*: a call from another thread is
//! [`Error::WrongThread`] and touches nothing. That is why handles can be `Send` and `Sync`. One that is dropped
//! elsewhere is released at home, with the next call there or at the end of that thread. A lock was the alternative; it
//! would be held for a whole run, and a second thread that waits for it while it holds what the run needs (an
//! interpreter's lock, say) would never wake.
//!
//! # Panics
//!
//! A panic in a handler or a renderer never crosses C: it stops the run, and goes on out of the call that led to it.

mod canvas;
mod element;
mod error;
mod event;
mod ffi;
mod home;
mod panics;
mod png;
mod render;
mod run;

#[cfg(test)]
mod tests;

pub use canvas::{Canvas, Repaint};
pub use element::{Element, ElementId};
pub use error::{Error, Result};
pub use event::{Event, EventKind, TimerId};
pub use ffi::Rect;
pub use home::{Live, live};
pub use render::Render;
pub use run::{Handler, RunEnd};

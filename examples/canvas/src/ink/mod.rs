//! The safe interface of the C library `inkcanvas`.
//!
//! A [`Canvas`] owns a framebuffer and holds [`Element`]s; each is one counted reference to what C owns, and clones
//! cheaply. Everything here takes `&self` and may be called from anywhere, the closure that [`Canvas::run`] calls and a
//! [`Render`] included. What cannot be done from there is [`Status::BUSY`].
//!
//! # Threads
//!
//! C knows no locks. A handle therefore belongs to the thread that made it, its *home*: a call from another thread is
//! [`Error::WrongThread`] and touches nothing. That is what `HomeBound` of `owned::foreign` sees to, and why handles can be
//! `Send` and `Sync`. One that is dropped elsewhere is released at home. A lock was the alternative; it would be held for a whole run, and a second thread that waits for it while it holds what the run needs (an
//! interpreter's lock, say) would never wake.
//!
//! # Errors and panics
//!
//! What a handler raises, and a panic in a handler or a renderer, never crosses C: it stops the run, and goes on out of the
//! call that led to it.

mod canvas;
mod element;
mod error;
mod event;
mod ffi;
mod live;
mod png;
mod render;
mod run;

#[cfg(test)]
mod tests;

pub use canvas::{Canvas, Repaint};
pub use element::{Element, ElementId};
pub use error::{Error, Result, Status};
pub use event::{Event, EventKind, TimerId};
pub use ffi::Rect;
pub use live::{Live, live};
pub use render::Render;
pub use run::{Handler, RunEnd};

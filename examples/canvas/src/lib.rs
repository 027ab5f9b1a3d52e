//! `inkface`: draw a user interface in Inkscape, program it from Python.
//!
//! The C library `inkcanvas` (safe wrapper: [`ink`]) owns canvases, elements and events; [`svg`] turns drawings into
//! elements and their pixels; the other files bind both to Python, the way any C library is bound: one file for each
//! class, and this one for the module.

mod canvas;
mod element;
mod errors;
mod eventloop;
mod face;
mod handler;
pub mod ink;
#[cfg(feature = "ledger")]
mod leak;
mod loading;
pub mod svg;

/// Draw a user interface in Inkscape, program it from Python.
///
/// `loadsvg` reads a drawing; its elements go onto a canvas, get handlers, and receive events from the canvas's
/// `eventloop`. There is no window: events are posted, time is virtual, and frames are saved as PNG.
#[owned::module]
pub mod inkface {
    #[export]
    pub use crate::canvas::{Canvas, create_x_canvas};
    #[export]
    pub use crate::element::Element;
    #[export]
    pub use crate::eventloop::exit;
    #[export]
    pub use crate::face::{Face, release};
    #[cfg(feature = "ledger")]
    #[export]
    pub use crate::leak::leak;
    #[export]
    pub use crate::loading::{live_counts, loadsvg, unload};

    /// The key symbol of Backspace in X11.
    #[export(name = "KeyBackspace")]
    pub const KEY_BACKSPACE: u32 = 0xff08;
    /// The key symbol of Tab in X11.
    #[export(name = "KeyTab")]
    pub const KEY_TAB: u32 = 0xff09;
    /// The key symbol of Enter in X11.
    #[export(name = "KeyEnter")]
    pub const KEY_ENTER: u32 = 0xff0d;
    /// The key symbol of Escape in X11.
    #[export(name = "KeyEscape")]
    pub const KEY_ESCAPE: u32 = 0xff1b;
    /// The key symbol of Space in X11.
    #[export(name = "KeySpace")]
    pub const KEY_SPACE: u32 = 0x0020;
}

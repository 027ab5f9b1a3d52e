//! Drawings made in Inkscape: elements and their pixels.
//!
//! [`Drawing::load`] reads an SVG file and finds its *elements*: the children of its layers. Each
//! becomes a [`Shape`], which knows its name, its box in pixels of the canvas, its place in the
//! z-order and its text, and renders itself into an ARGB32 buffer.
//!
//! The phases, a file each: the text becomes an XML tree (`xml`), whose size and nesting are
//! checked before anything is built from it ([`limits`], `weight`, `arcs`); the layers are searched
//! (`elements`) and the elements named (`names`); of each element a small drawing of its own is
//! cut out (`source`, `flow`, `opacity`), laid out and measured (`layout`, `cost`).
//!
//! # Fonts
//!
//! Fonts of the machine are never read. Every family falls back to **DejaVu Sans** 2.37, upright or
//! bold, embedded from the package `dejavu`, so that a drawing has the same pixels everywhere. The
//! fonts are under the Bitstream Vera and Arev licences (free use, embedding and redistribution;
//! a modified font must be renamed); the text is in the package, in
//! `assets/dejavu-fonts-ttf-2.37/LICENSE`.
//!
//! # Files outside the drawing
//!
//! None is read: an `image` that names a file or an address is left out. Images embedded as `data:`
//! URLs (PNG, JPEG, GIF, WebP) are drawn; an SVG embedded that way is not.

mod arcs;
mod cost;
mod elements;
mod error;
mod flow;
mod fonts;
mod layout;
pub mod limits;
mod load;
mod names;
mod opacity;
mod render;
mod shape;
mod source;
mod text;
mod weight;
mod xml;

pub use error::{LoadError, RenderError};
pub use load::Drawing;
pub use shape::Shape;

#[cfg(test)]
mod tests;

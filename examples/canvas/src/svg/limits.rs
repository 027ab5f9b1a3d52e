//! How large a drawing may be.
//!
//! Far above what a user interface needs, far below what would exhaust the memory or the stack: a
//! drawing that asks for more is refused with [`LoadError::TooLarge`](super::LoadError::TooLarge).

/// Bytes of the file.
pub const MAX_BYTES: u64 = 32 << 20;
/// Width and height of the drawing, and of one element, in pixels.
pub const MAX_SIDE: u32 = 16_384;
/// Pixels of the drawing, and of one element.
pub const MAX_PIXELS: u64 = 64 << 20;
/// Pixels of all elements together.
pub const MAX_ALL_PIXELS: u64 = 256 << 20;
/// Elements and text nodes of the file.
pub const MAX_NODES: u32 = 250_000;
/// Nesting, counted through references: a `use` is one level above what it uses.
pub const MAX_DEPTH: u32 = 96;
/// Nodes of one element, counted through references.
pub const MAX_WEIGHT: u64 = 250_000;
/// Nodes of all elements together, counted through references.
pub const MAX_ALL_WEIGHT: u64 = 2_000_000;
/// Bytes of all elements, each with what it refers to.
pub const MAX_SOURCES: u64 = 128 << 20;
/// Distinct references from style sheets, which apply to every element.
pub const MAX_STYLE_REFERENCES: usize = 64;
/// Characters that the entities of the document type may expand to.
pub const MAX_ENTITY_TEXT: u64 = 64 << 20;
/// Pixels of all layers that the renderer holds at one time for one element.
pub const MAX_LAYER_PIXELS: u64 = 64 << 20;
/// Pixels times the steps (blurs, masks, patterns, …) that rendering one element takes.
pub const MAX_WORK: u64 = 2 << 30;
/// Coordinates beyond are not on any canvas; an `f32` still counts single pixels there.
pub(super) const MAX_COORDINATE: f32 = (1 << 22) as f32;

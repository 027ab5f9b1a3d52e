//! One element of a drawing.

use super::elements::Element;
use super::error::LoadError;
use super::layout::{self, PixelBox};
use super::{flow, names, opacity, source, text, xml};
use resvg::usvg::Tree;
use std::fmt;

/// An element of a drawing: where it is, and how it looks.
///
/// It owns all that it needs to be rendered, independent of its [`Drawing`](super::Drawing) and of
/// other shapes, and may be sent to another thread.
#[derive(Clone)]
#[non_exhaustive]
pub struct Shape {
    /// The name, unique in its drawing: the attribute `name`, else `inkscape:label`, else the id.
    pub name: String,
    /// The id in the SVG file, or a generated one.
    pub id: String,
    /// Place in the z-order. Elements with equal orders lie as in the drawing, the later above.
    pub order: i32,
    /// The attribute `order`, if the element has it.
    pub declared_order: Option<i32>,
    /// Left edge of the box in pixels of the canvas. It may be negative.
    pub x: i32,
    /// Upper edge of the box.
    pub y: i32,
    /// Width of the box, with strokes and filters. 0 if nothing is drawn.
    pub w: u32,
    /// Height of the box.
    pub h: u32,
    /// The element's own opacity, from 0 to 1. It is **not** in the pixels: the canvas applies it.
    /// (That of a group or layer around or inside the element is in the pixels.)
    pub opacity: f32,
    /// The text, if the element is or contains one. [`set_text`](Self::set_text) changes it.
    pub text: Option<String>,
    pub(super) tree: Tree,
    source: String,
    /// Layers around the element in `source`.
    layers: usize,
    /// Where the element stands in its file.
    line: u32,
    column: u32,
    canvas: (u32, u32),
}

impl Shape {
    /// Lays out `element`, whose own file is `source`.
    pub(super) fn new(
        element: &Element<'_, '_>,
        (name, id): (String, String),
        order: i32,
        source: String,
        canvas: (u32, u32),
    ) -> Result<Self, LoadError> {
        let position = element.node.document().text_pos_at(element.node.range().start);
        let (line, column) = (position.row, position.col);
        let source = flow::to_text(source).map_err(|error| unreadable(line, column, &error))?;
        let layers = element.layers.len();
        let tree = layout::tree(&source, line, column)?;
        let text = {
            let document = xml::parse_part(&source).map_err(|error| unreadable(line, column, &error))?;
            source::element_in(&document, layers).and_then(text::node).map(text::read)
        };
        let mut shape = Self {
            name,
            id,
            order,
            declared_order: names::order(element.node)?,
            x: 0,
            y: 0,
            w: 0,
            h: 0,
            opacity: opacity::of(element.node),
            text,
            tree,
            source,
            layers,
            line,
            column,
            canvas,
        };
        shape.place(shape.measure(&shape.tree)?);
        Ok(shape)
    }

    /// Replaces the text and lays it out anew; the box may change. Newlines begin a line.
    ///
    /// The new text has the style and the place of the old one's first characters. A shape without
    /// text is left as it is: `Ok(false)`. On an error the shape is unchanged.
    pub fn set_text(&mut self, new: &str) -> Result<bool, LoadError> {
        let source = {
            let document = xml::parse_part(&self.source).map_err(|error| unreadable(self.line, self.column, &error))?;
            let Some(node) = source::element_in(&document, self.layers).and_then(text::node) else {
                return Ok(false);
            };
            // An element that an entity holds has its range in the document type.
            let range = node.range();
            let before = self.source.get(..range.start).unwrap_or_default();
            let after = self.source.get(range.end..).unwrap_or_default();
            [before, &text::replaced(node, new), after].concat()
        };
        let tree = layout::tree(&source, self.line, self.column)?;
        let place = self.measure(&tree)?;
        self.place(place);
        (self.tree, self.source, self.text) = (tree, source, Some(new.to_owned()));
        Ok(true)
    }

    fn measure(&self, tree: &Tree) -> Result<PixelBox, LoadError> {
        layout::guarded(|| layout::measure(tree, self.canvas))
            .unwrap_or(Err("the element cannot be measured"))
            .map_err(|message| xml::too_large_at(self.line, self.column, message))
    }

    fn place(&mut self, place: PixelBox) {
        (self.x, self.y, self.w, self.h) = (place.x, place.y, place.w, place.h);
    }
}

fn unreadable(line: u32, column: u32, error: &dyn fmt::Display) -> LoadError {
    xml::malformed_at(line, column, format!("the element cannot be read: {error}"))
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = (self.x, self.y, self.w, self.h);
        f.debug_struct("Shape")
            .field("name", &self.name)
            .field("id", &self.id)
            .field("order", &self.order)
            .field("place", &place)
            .field("opacity", &self.opacity)
            .field("text", &self.text)
            .finish_non_exhaustive()
    }
}

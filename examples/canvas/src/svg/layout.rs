//! From the source of one element to a tree that can be rendered, and its box.

use super::error::LoadError;
use super::{cost, fonts, limits, xml};
use resvg::usvg::{Error, Group, Node, Tree};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A box in pixels of the canvas. An empty one has no width and no height.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct PixelBox {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) w: u32,
    pub(super) h: u32,
}

/// Builds the renderer's tree. Errors are at `line` and `column` of the drawing, for the source is
/// only a part of it.
pub(super) fn tree(source: &str, line: u32, column: u32) -> Result<Tree, LoadError> {
    let parsed = guarded(|| {
        let document = xml::parse_part(source).map_err(Error::ParsingFailed)?;
        Tree::from_xmltree(&document, &fonts::options())
    });
    match parsed {
        Some(Ok(tree)) => Ok(tree),
        Some(Err(Error::InvalidSize)) => {
            Err(xml::too_large_at(line, column, "the drawing has no valid width and height"))
        }
        Some(Err(Error::ElementsLimitReached)) => {
            Err(xml::too_large_at(line, column, "the element has too many nodes"))
        }
        Some(Err(error)) => Err(xml::malformed_at(line, column, format!("the element cannot be read: {error}"))),
        None => Err(xml::malformed_at(line, column, "the element cannot be laid out")),
    }
}

/// Runs the renderer's code, which may panic on hostile numbers: `None` then.
///
/// What it works on is either dropped with the panic or only read, so nothing is left half done.
pub(super) fn guarded<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

/// The box of what `tree` draws on a canvas of the given size, and a check that drawing it stays
/// within the limits.
///
/// A box larger than a canvas may be is cut at the edges of this canvas.
pub(super) fn measure(tree: &Tree, canvas: (u32, u32)) -> Result<PixelBox, &'static str> {
    let Some(bounds) = bounds(tree.root()) else {
        return Ok(PixelBox::default());
    };
    let mut pixels = bounds.pixels();
    let fits = |pixels: PixelBox| {
        pixels.w.max(pixels.h) <= limits::MAX_SIDE && u64::from(pixels.w) * u64::from(pixels.h) <= limits::MAX_PIXELS
    };
    if !fits(pixels) {
        let canvas = Bounds { left: 0.0, top: 0.0, right: canvas.0 as f32, bottom: canvas.1 as f32 };
        pixels = bounds.cut(canvas).pixels();
    }
    cost::check(tree, pixels)?;
    Ok(pixels)
}

#[derive(Clone, Copy)]
struct Bounds {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Bounds {
    fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn cut(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The pixels touched. An edge less than 1/256 of a pixel over covers nothing that 8 bits show.
    fn pixels(self) -> PixelBox {
        const HAIR: f32 = 1.0 / 256.0;
        let limit = |edge: f32| edge.clamp(-limits::MAX_COORDINATE, limits::MAX_COORDINATE) as i32;
        let (left, top) = (limit((self.left + HAIR).floor()), limit((self.top + HAIR).floor()));
        let (right, bottom) = (limit((self.right - HAIR).ceil()), limit((self.bottom - HAIR).ceil()));
        if right <= left || bottom <= top {
            return PixelBox::default();
        }
        PixelBox { x: left, y: top, w: right.abs_diff(left), h: bottom.abs_diff(top) }
    }
}

/// What `group` covers, with strokes and filters. (The renderer's own figure gives an empty group
/// the unit square.)
fn bounds(group: &Group) -> Option<Bounds> {
    let layer = group.abs_layer_bounding_box();
    let layer = Bounds { left: layer.left(), top: layer.top(), right: layer.right(), bottom: layer.bottom() };
    if !group.filters().is_empty() {
        return Some(layer);
    }
    let covered = group.children().iter().filter_map(node_bounds).reduce(Bounds::union)?;
    Some(if group.clip_path().is_some() { covered.cut(layer) } else { covered })
}

fn node_bounds(node: &Node) -> Option<Bounds> {
    let rect = match node {
        Node::Group(group) => return bounds(group),
        Node::Text(text) => return bounds(text.flattened()),
        Node::Path(path) if path.is_visible() => path.abs_stroke_bounding_box(),
        Node::Image(image) if image.is_visible() => image.abs_bounding_box(),
        Node::Path(_) | Node::Image(_) => return None,
    };
    Some(Bounds { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() })
}

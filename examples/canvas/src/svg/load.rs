//! Loads a drawing: the phases in their order.

use super::error::LoadError;
use super::shape::Shape;
use super::weight::{self, References, Scale};
use super::{elements, layout, limits, names, source, xml};
use resvg::usvg::roxmltree::{Document, Node};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The size of a drawing that states none: that of a canvas made without a size.
const DEFAULT_SIZE: (f32, f32) = (800.0, 480.0);

/// A drawing: its size and its elements.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Drawing {
    /// Width in pixels, from 1 to [`limits::MAX_SIDE`].
    pub width: u32,
    /// Height in pixels, from 1 to [`limits::MAX_SIDE`].
    pub height: u32,
    /// The elements in document order. Sorted by [`Shape::order`], stably, they are in z-order.
    pub elements: Vec<Shape>,
}

impl Drawing {
    /// Loads the drawing in the file at `path`.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        let bytes = read(path).map_err(|source| LoadError::Io { path: path.to_owned(), source })?;
        Self::parse(&bytes)
    }

    /// Reads a drawing from its text, in UTF-8.
    pub fn parse(text: impl AsRef<[u8]>) -> Result<Self, LoadError> {
        let text = decode(text.as_ref())?;
        let document = xml::parse(text)?;
        weight::check_depth(&document)?;
        let (width, height) = size(&document)?;
        let references = References::new(&document)?;
        let elements = elements::find(document.root_element());
        weigh(&document, &references, &elements)?;

        let mut drawing = Self { width, height, elements: Vec::with_capacity(elements.len()) };
        let (mut above, mut copied, mut pixels) = (0, 0, 0);
        for (element, names) in elements.iter().zip(names::assign(&elements)) {
            // Without `order`, an element lies above those before it: level with the highest.
            let order = names::order(element.node)?.unwrap_or(above);
            above = if drawing.elements.is_empty() { order } else { above.max(order) };
            let source = source::cut(&document, &references, element);
            copied += source.len() as u64;
            if copied > limits::MAX_SOURCES {
                return Err(xml::too_large(element.node, "the elements refer to too much of the drawing"));
            }
            let shape = Shape::new(element, names, order, source, (width, height))?;
            pixels += u64::from(shape.w) * u64::from(shape.h);
            if pixels > limits::MAX_ALL_PIXELS {
                let limit = limits::MAX_ALL_PIXELS;
                return Err(xml::too_large(
                    element.node,
                    format!("the elements up to here have more than {limit} pixels"),
                ));
            }
            drawing.elements.push(shape);
        }
        Ok(drawing)
    }
}

/// Reads a file up to the limit and one byte over: enough to see that it is too long, even where
/// the file has no end.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limits::MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn decode(bytes: &[u8]) -> Result<&str, LoadError> {
    if bytes.len() as u64 > limits::MAX_BYTES {
        let message = format!("the file is longer than {} bytes", limits::MAX_BYTES);
        return Err(xml::too_large_at(1, 1, message));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = before.matches('\n').count() as u32 + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() as u32 + 1;
        xml::malformed_at(line, column, "the text is not UTF-8")
    })
}

/// Width and height in pixels, rounded.
fn size(document: &Document<'_>) -> Result<(u32, u32), LoadError> {
    let root = document.root_element();
    for name in ["width", "height"] {
        if let Some(value) = root.attribute(name).filter(|value| !is_size(value)) {
            return Err(xml::too_large(root, format!("{name} '{value}' is no size for a drawing")));
        }
    }
    let position = document.text_pos_at(root.range().start);
    let size = layout::tree(&source::empty(document), position.row, position.col)?.size();
    let (width, height) = DEFAULT_SIZE;
    let (width, height) = (
        relative(root, "width", width).unwrap_or(size.width()),
        relative(root, "height", height).unwrap_or(size.height()),
    );
    let side = |side: f32| {
        // `as` saturates, so a side of any length is compared rightly.
        (side <= limits::MAX_SIDE as f32).then(|| (side.round() as u32).max(1))
    };
    let sides = side(width).zip(side(height));
    let fits = |&(width, height): &(u32, u32)| u64::from(width) * u64::from(height) <= limits::MAX_PIXELS;
    sides.filter(fits).ok_or_else(|| {
        let (side, pixels) = (limits::MAX_SIDE, limits::MAX_PIXELS);
        xml::too_large(
            root,
            format!("{width} × {height} is too large for a drawing: at most {side} a side and {pixels} pixels"),
        )
    })
}

/// A side that is missing or in percent, where no `viewBox` says of what: of the default size.
fn relative(root: Node<'_, '_>, name: &str, default: f32) -> Option<f32> {
    if root.attribute("viewBox").is_some() {
        return None;
    }
    let percent: f32 = match root.attribute(name) {
        Some(value) => value.trim().strip_suffix('%')?.parse().ok()?,
        None => 100.0,
    };
    Some(default * percent / 100.0)
}

/// Is `value` a positive number with a unit of SVG, or none? (The renderer would take what it
/// cannot read for 100%.)
fn is_size(value: &str) -> bool {
    const UNITS: [&str; 9] = ["px", "pt", "pc", "mm", "cm", "in", "em", "ex", "%"];
    let value = value.trim();
    let number = UNITS.iter().find_map(|unit| value.strip_suffix(unit)).unwrap_or(value);
    number.parse().is_ok_and(|number: f64| number.is_finite() && number > 0.0)
}

/// Weighs every element and all else that is drawn with it.
fn weigh<'a, 'input>(
    document: &'a Document<'input>,
    references: &References<'a, 'input>,
    elements: &[elements::Element<'a, 'input>],
) -> Result<(), LoadError> {
    let mut scale = Scale::new(references);
    for node in &references.from_styles {
        scale.weigh(*node)?;
    }
    let root = document.root_element();
    let mut total = 0_u64;
    for element in elements {
        let around: Vec<Node<'a, 'input>> = element.layers.iter().copied().chain([root]).collect();
        for target in around.into_iter().flat_map(|node| references.of(node)) {
            total = total.saturating_add(scale.weigh(target)?);
        }
        total = total.saturating_add(scale.weigh(element.node)?);
        if total > limits::MAX_ALL_WEIGHT {
            let limit = limits::MAX_ALL_WEIGHT;
            return Err(xml::too_large(element.node, format!("the elements up to here have more than {limit} nodes")));
        }
    }
    Ok(())
}

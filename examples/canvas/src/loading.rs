//! `loadsvg`, `unload`, and the C library's live counts.

use std::collections::BTreeMap;
use std::path::PathBuf;

use owned::prelude::*;

use crate::canvas::{self, Canvas};
use crate::element::Element;
use crate::eventloop;
use crate::ink;
use crate::svg::Drawing;

/// Load a drawing made in Inkscape: a dict from the names of its elements to the elements, in z-order.
///
/// An element is a child of a layer. Raises OSError (FileNotFoundError, …) if the file cannot be read, and ValueError
/// with line and column if it is no drawing, or too large for a canvas.
#[function]
#[hint(-> "dict[str, element]")]
pub fn loadsvg(py: Python<'_>, path: PathBuf) -> Result<Owned<'_, Dict>> {
    let mut drawing = py.detach(|| Drawing::load(&path))?;
    drawing.elements.sort_by_key(|shape| shape.order);
    let elements = Dict::empty(py)?;
    for shape in drawing.elements {
        let name = shape.name.clone();
        elements.set(name, Element::from_shape(shape)?)?;
    }
    Ok(elements)
}

/// Let a loaded drawing go: takes its elements off their canvases, their handlers off the elements, and empties the dict.
#[function]
#[hint(elements: "dict[str, element]")]
pub fn unload(elements: Borrowed<'_, '_, Dict>) -> Result<()> {
    let mut found = Vec::new();
    for (_, element) in elements.snapshot()? {
        found.push(element.downcast::<Element>()?);
    }
    for element in found {
        let weak = element.borrow()?.canvas.as_ref().map(|weak| weak.clone_ref(elements.py()));
        let canvas = weak.map(|weak| weak.bind(elements.py()).to_owned().upgrade()).transpose()?.flatten();
        if let Some(canvas) = canvas {
            canvas::take(canvas.downcast::<Canvas>()?.as_borrowed(), &element)?;
        }
        let handlers = element.borrow_mut()?.silence()?;
        drop(handlers);
    }
    elements.call_method("clear", ())?;
    Ok(())
}

/// How many canvases, elements, handlers and renderers are alive in the C library, by name.
#[function]
pub fn live_counts() -> BTreeMap<&'static str, usize> {
    let ink::Live { canvases, elements, handlers, renderers, .. } = ink::live();
    BTreeMap::from([
        ("canvases", canvases),
        ("elements", elements),
        ("event loops", eventloop::running()),
        ("handlers", handlers),
        ("renderers", renderers),
    ])
}

//! `inkface.Face`: a drawing whose elements are attributes, for Python to subclass.

use std::path::PathBuf;

use owned::prelude::*;

use crate::canvas::{self, Canvas};
use crate::loading;

/// A drawing on its way to a canvas: its elements are attributes.
///
/// Subclasses connect their methods to elements in wire(), which canvas.add() calls, and let go of them in unwire(),
/// which canvas.remove() calls. Neither is needed for a face to be freed: the collector sees every handler.
#[class(subclass, dict, weakref)]
pub struct Face {
    /// The canvas that the face was made for.
    #[field(get)]
    canvas: Option<Py<Canvas>>,
    /// The path of the drawing.
    #[field(get)]
    svg: Option<PathBuf>,
    elements: Option<Py<Dict>>,
    /// A callable that takes the face's result, for whoever uses the face to set.
    #[field(get, set, name = "resultProcessor")]
    result_processor: Option<Py<Callable>>,
}

impl Face {
    /// The elements, once they are loaded. A new reference.
    pub(crate) fn loaded<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Dict>> {
        let elements =
            self.elements.as_ref().ok_or_else(|| ValueError::new("the face has not been loaded: call load()"));
        Ok(elements?.bind(py).to_owned())
    }

    /// Takes the face out of the canvas's list. It is given back, to be dropped when nothing is borrowed.
    pub(crate) fn forget(canvas: Borrowed<'_, '_, Canvas>, face: Borrowed<'_, '_, Face>) -> Result<Option<Py<Face>>> {
        let mut canvas = canvas.borrow_mut()?;
        let at = canvas.faces.iter().position(|held| held.as_ptr() == face.as_ptr());
        Ok(at.map(|at| canvas.faces.remove(at)))
    }
}

/// Take a face off its canvas and let its drawing go; its handlers go with the elements.
#[function]
pub fn release(face: Borrowed<'_, '_, Face>) -> Result<()> {
    let py = face.py();
    let canvas = face.borrow()?.canvas.as_ref().map(|canvas| canvas.clone_ref(py));
    if let Some(canvas) = canvas {
        let canvas = canvas.bind(py);
        let on_canvas = canvas.borrow()?.faces.iter().any(|held| held.as_ptr() == face.as_ptr());
        if on_canvas {
            canvas.call_method("remove", (face,))?;
        }
    }
    let elements = face.borrow_mut()?.elements.take();
    if let Some(elements) = elements {
        let elements = elements.into_bound(py);
        for canvas in face.borrow()?.canvas.iter() {
            canvas::unregister(canvas.bind(py), elements.as_borrowed())?;
        }
        loading::unload(elements.as_borrowed())?;
    }
    Ok(())
}

#[methods]
impl Face {
    #[new]
    fn new() -> Self {
        Face { canvas: None, svg: None, elements: None, result_processor: None }
    }

    #[signature(canvas, svg, autoload = true)]
    fn __init__(
        slf: Borrowed<'_, '_, Self>,
        canvas: Borrowed<'_, '_, Canvas>,
        svg: PathBuf,
        autoload: bool,
    ) -> Result<()> {
        let mut this = slf.borrow_mut()?;
        let old = (this.canvas.replace(canvas.into()), this.elements.take());
        this.svg = Some(svg);
        drop(this);
        drop(old);
        if autoload { slf.call_method("load", ()).map(drop) } else { Ok(()) }
    }

    /// Load the drawing, again if it is loaded already.
    fn load(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        let svg = slf.borrow()?.svg.clone();
        let svg = svg.ok_or_else(|| ValueError::new("the face has no drawing: Face.__init__() was not called"))?;
        let elements = loading::loadsvg(slf.py(), svg)?.unbind();
        let old = slf.borrow_mut()?.elements.replace(elements);
        drop(old);
        Ok(())
    }

    /// Connect handlers. Nothing here; for subclasses.
    fn wire(&self) {}

    /// Let go of handlers. Nothing here; for subclasses.
    fn unwire(&self) {}

    /// The elements by name: a new dict each time, empty while the face is not loaded.
    #[getter]
    #[hint(-> "dict[str, element]")]
    fn elements<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Dict>> {
        self.elements.as_ref().map_or_else(|| Dict::empty(py), |elements| elements.bind(py).copy())
    }

    #[hint(-> "element")]
    fn __getattr__(slf: Borrowed<'_, '_, Self>, name: Borrowed<'_, '_, Str>) -> Result<Py<Any>> {
        let elements = slf.borrow()?.elements.as_ref().map(|elements| elements.clone_ref(slf.py()));
        let found = elements.map(|elements| elements.bind(slf.py()).get(name.to_str()?)).transpose()?.flatten();
        found.map(Owned::unbind).ok_or_else(|| {
            AttributeError::new(format!("'{}' object has no attribute or element {name:?}", slf.type_name()))
        })
    }
}

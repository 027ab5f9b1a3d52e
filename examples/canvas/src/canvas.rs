//! `inkface.canvas`: what elements lie on.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, mem};

use owned::TypeHint;
use owned::prelude::*;
use owned::types::{Exported, MemoryView};

use crate::element::Element;
use crate::eventloop;
use crate::face::Face;
use crate::handler::Handler;
use crate::ink::{self, ElementId, Status, TimerId};

/// A width or a height as it is asked for. Whatever number it is, one that no canvas can have is a ValueError.
pub struct Side(i32);

impl FromPy<'_, '_> for Side {
    const ACCEPTS: TypeHint = i64::ACCEPTS;

    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let side: Result<i64> = object.extract();
        match side {
            Ok(side) => Ok(Side(i32::try_from(side).unwrap_or(0))),
            Err(error) if error.is::<OverflowError>(object.py()) => Ok(Side(0)),
            Err(error) => Err(error),
        }
    }
}

/// A new canvas, white and empty.
///
/// The environment variable INKFACE_FULLSCREEN=TRUE forces fullscreen.
#[function(name = "create_X_canvas")]
#[signature(width = Side(800), height = Side(480), fullscreen = false)]
pub fn create_x_canvas(width: Side, height: Side, fullscreen: bool) -> Result<Canvas> {
    Canvas::new(width, height, fullscreen)
}

/// A canvas: a framebuffer, the elements on it, and their events.
#[class(name = "canvas", subclass, weakref)]
pub struct Canvas {
    #[traverse(skip = "a reference to a canvas of the C library, which knows no Python")]
    pub(crate) inner: ink::Canvas,
    /// By the C library's ids: how an event finds its element.
    elements: BTreeMap<u64, Py<Element>>,
    pub(crate) faces: Vec<Py<Face>>,
    pub(crate) on_timer: Handler,
    timeout: u64,
    #[traverse(skip = "a number of the C library")]
    timer: Option<TimerId>,
    /// Whether the canvas covers the whole screen, where there is one.
    #[field(get, set)]
    fullscreen: bool,
}

impl Canvas {
    pub(crate) fn element(&self, id: ElementId) -> Option<&Py<Element>> {
        self.elements.get(&id.get())
    }

    /// A timer runs while there is a time and somebody to call.
    fn set_timer(&mut self) -> Result<()> {
        if let Some(timer) = self.timer.take() {
            self.inner.remove_timer(timer)?;
        }
        if self.timeout > 0 && self.on_timer.is_set() {
            self.timer = Some(self.inner.add_timer(self.timeout)?);
        }
        Ok(())
    }
}

/// The elements of a dict; anything else in it is a TypeError.
fn elements_of<'py>(dict: Borrowed<'_, 'py, Dict>) -> Result<Vec<Owned<'py, Element>>> {
    let check = |(name, element): (_, Owned<'py, Any>)| {
        element.downcast::<Element>().map_err(|error| TypeError::new(format!("{name:?}: {error}")))
    };
    dict.snapshot()?.map(check).collect()
}

/// Puts all the elements on the canvas, or none.
pub(crate) fn register(slf: Borrowed<'_, '_, Canvas>, dict: Borrowed<'_, '_, Dict>) -> Result<()> {
    let elements = elements_of(dict)?;
    for (at, element) in elements.iter().enumerate() {
        if let Err(error) = put(slf, element) {
            elements[..at].iter().try_for_each(|element| take(slf, element))?;
            return Err(error);
        }
    }
    Ok(())
}

fn put(slf: Borrowed<'_, '_, Canvas>, element: &Owned<'_, Element>) -> Result<()> {
    let canvas = Weak::new(&slf.to_owned())?.unbind();
    let mut placed = element.borrow_mut()?;
    let mut this = slf.borrow_mut()?;
    if let Err(error) = this.inner.add(&placed.inner) {
        drop((this, placed));
        return Err(about(element, error));
    }
    this.elements.insert(placed.inner.id().get(), element.clone().unbind());
    placed.canvas = Some(canvas);
    Ok(())
}

/// Takes one element off this canvas.
pub(crate) fn take(slf: Borrowed<'_, '_, Canvas>, element: &Owned<'_, Element>) -> Result<()> {
    let mut placed = element.borrow_mut()?;
    let mut this = slf.borrow_mut()?;
    if let Err(error) = this.inner.remove(&placed.inner) {
        drop((this, placed));
        return Err(about(element, error));
    }
    let gone = this.elements.remove(&placed.inner.id().get());
    let canvas = placed.canvas.take();
    // Dropped when nothing is borrowed: each may be the last reference.
    drop(this);
    drop(placed);
    drop((gone, canvas));
    Ok(())
}

/// The error with the name of the element that it is about, which must not be borrowed exclusively.
fn about(element: &Owned<'_, Element>, error: ink::Error) -> PyErr {
    match error {
        ink::Error::Status(Status::ATTACHED | Status::DETACHED) => ValueError::new(format!("{element:?}: {error}")),
        other => other.into(),
    }
}

/// Takes the elements off that are still on this canvas; others are passed over.
pub(crate) fn unregister(slf: Borrowed<'_, '_, Canvas>, dict: Borrowed<'_, '_, Dict>) -> Result<()> {
    for element in elements_of(dict)? {
        let id = element.borrow()?.inner.id();
        if slf.borrow()?.element(id).is_some() {
            take(slf, &element)?;
        }
    }
    Ok(())
}

/// The dict, or the ValueError that its absence is.
fn required<'a, 'py>(elements: Option<Borrowed<'a, 'py, Dict>>) -> Result<Borrowed<'a, 'py, Dict>> {
    elements.ok_or_else(|| ValueError::new("a dict of elements is required, as loadsvg() gives it"))
}

#[methods]
impl Canvas {
    #[new]
    #[signature(width = Side(800), height = Side(480), fullscreen = false)]
    fn new(width: Side, height: Side, fullscreen: bool) -> Result<Self> {
        let forced = env::var_os("INKFACE_FULLSCREEN").is_some_and(|value| value == "TRUE");
        Ok(Canvas {
            inner: ink::Canvas::new(width.0, height.0)?,
            elements: BTreeMap::new(),
            faces: Vec::new(),
            on_timer: Handler::default(),
            timeout: 0,
            timer: None,
            fullscreen: fullscreen || forced,
        })
    }

    /// The width in pixels.
    #[getter]
    fn width(&self) -> i32 {
        self.inner.width()
    }

    /// The height in pixels.
    #[getter]
    fn height(&self) -> i32 {
        self.inner.height()
    }

    /// The elements on the canvas, the lowest first: a new list each time.
    #[getter]
    #[hint(-> "list[element]")]
    fn elements<'py>(&self, py: Python<'py>) -> Result<Owned<'py, List>> {
        let list = List::empty(py)?;
        for inner in self.inner.elements()? {
            if let Some(element) = self.element(inner.id()) {
                list.append(element)?;
            }
        }
        Ok(list)
    }

    /// Milliseconds of virtual time between two calls of onTimer; 0 for none.
    #[getter]
    fn timeout(&self) -> u64 {
        self.timeout
    }

    #[setter]
    fn set_timeout(&mut self, timeout: i64) -> Result<()> {
        let wrong = |_| ValueError::new(format!("timeout must not be negative, got {timeout}"));
        self.timeout = u64::try_from(timeout).map_err(wrong)?;
        self.set_timer()
    }

    /// Called as onTimer(canvas) every `timeout` milliseconds.
    #[getter(name = "onTimer")]
    fn on_timer(&self) -> &Handler {
        &self.on_timer
    }

    #[setter(name = "onTimer")]
    fn set_on_timer(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        let mut this = slf.borrow_mut()?;
        let old = mem::replace(&mut this.on_timer, handler);
        let set = this.set_timer();
        drop(this);
        drop(old);
        set
    }

    /// Virtual milliseconds since the canvas was made.
    #[getter]
    fn now(&self) -> Result<u64> {
        Ok(self.inner.now()?)
    }

    /// Put a face's elements on the canvas, and have the face connect its handlers: calls face.wire().
    fn add(slf: Borrowed<'_, '_, Self>, face: Borrowed<'_, '_, Face>) -> Result<()> {
        let elements = face.borrow()?.loaded(face.py())?;
        register(slf, elements.as_borrowed())?;
        slf.borrow_mut()?.faces.push(face.into());
        face.call_method("wire", ()).map(drop).or_else(|error| {
            drop(Face::forget(slf, face)?);
            unregister(slf, elements.as_borrowed())?;
            Err(error)
        })
    }

    /// Take a face's elements off the canvas, after the face has let go of its handlers: calls face.unwire().
    fn remove(slf: Borrowed<'_, '_, Self>, face: Borrowed<'_, '_, Face>) -> Result<()> {
        let Some(held) = Face::forget(slf, face)? else {
            return Err(ValueError::new("the face is not on this canvas"));
        };
        let unwired = face.call_method("unwire", ());
        let elements = face.borrow()?.loaded(face.py())?;
        unregister(slf, elements.as_borrowed())?;
        drop(held);
        unwired.map(drop)
    }

    /// Put all the elements of a dict on the canvas, or none if one of them cannot be.
    #[signature(elements = None)]
    #[hint(elements: "dict[str, element] | None")]
    fn register_elements(slf: Borrowed<'_, '_, Self>, elements: Option<Borrowed<'_, '_, Dict>>) -> Result<()> {
        register(slf, required(elements)?)
    }

    /// Take the elements of a dict off the canvas; those that are not on it are passed over.
    #[signature(elements = None)]
    #[hint(elements: "dict[str, element] | None")]
    fn unregister_elements(slf: Borrowed<'_, '_, Self>, elements: Option<Borrowed<'_, '_, Dict>>) -> Result<()> {
        unregister(slf, required(elements)?)
    }

    /// Paint an element anew, with what lies over it.
    fn draw(slf: Borrowed<'_, '_, Self>, element: Borrowed<'_, '_, Element>) -> Result<()> {
        let element = element.borrow()?.inner.clone();
        let inner = slf.borrow()?.inner.clone();
        inner.damage(Some(element.rect()?))?;
        // Within a loop the repaint comes when nothing else is due.
        if inner.is_running()? { Ok(()) } else { eventloop::refresh(slf) }
    }

    /// Repaint what has changed since the last time. The event loop does so by itself when it is idle.
    fn refresh(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        eventloop::refresh(slf)
    }

    /// Lay an element above all others, until reset_order().
    fn bring_to_front(&self, element: Ref<'_, Element>) -> Result<()> {
        Ok(self.inner.bring_to_front(&element.inner)?)
    }

    /// Lay the elements by their `order` again.
    fn reset_order(&self) -> Result<()> {
        Ok(self.inner.reset_order()?)
    }

    /// Deliver events until no event and no timer is left, exit() is called, or a handler raises: its exception comes
    /// out here.
    fn eventloop(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        eventloop::run(slf)
    }

    /// Post a press of a button (1 left, 2 middle, 3 right), due after `delay` milliseconds of virtual time.
    #[signature(x, y, button = 1, delay = 0)]
    fn post_tap(&self, x: i32, y: i32, button: i32, delay: u64) -> Result<()> {
        Ok(self.inner.post_tap(delay, x, y, button)?)
    }

    /// Post a movement of the pointer.
    #[signature(x, y, delay = 0)]
    fn post_motion(&self, x: i32, y: i32, delay: u64) -> Result<()> {
        Ok(self.inner.post_motion(delay, x, y)?)
    }

    /// Post a key: the text that it types, and its X11 key symbol.
    #[signature(text, keysym = 0, delay = 0)]
    fn post_key(&self, text: &str, keysym: u32, delay: u64) -> Result<()> {
        Ok(self.inner.post_key(delay, text, keysym)?)
    }

    /// The rectangles (x, y, w, h) that the last repaint touched.
    #[getter]
    fn repainted(&self) -> Result<Vec<(i32, i32, i32, i32)>> {
        let rects = self.inner.last_repaint()?.rects;
        Ok(rects.into_iter().map(|rect| (rect.x, rect.y, rect.w, rect.h)).collect())
    }

    /// The framebuffer as it was last painted: a read-only memoryview of height × width × 4 bytes, ARGB32 (in memory
    /// blue, green, red, alpha on a little-endian machine). It shows what is painted later, too.
    #[getter]
    fn surface<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, MemoryView>> {
        MemoryView::of(&slf)
    }

    fn __buffer__(&self) -> Result<Exported> {
        let [height, width] = [self.inner.height(), self.inner.width()].map(|side| side.unsigned_abs() as usize);
        self.inner.surface()?.shape(&[height, width, 4])
    }

    /// Save the framebuffer as a PNG file.
    fn save(&self, path: PathBuf) -> Result<()> {
        self.inner.save_png(&path).map_err(|error| match error {
            ink::Error::Save(error) => PyErr::from_io(&error, &path),
            other => other.into(),
        })
    }

    /// A canvas is a canvas, also an empty one.
    fn __bool__(&self) -> bool {
        true
    }

    fn __len__(&self) -> usize {
        self.elements.len()
    }

    fn __repr__(&self) -> String {
        let (width, height) = (self.inner.width(), self.inner.height());
        format!("<inkface.canvas {width}x{height}, {} elements>", self.elements.len())
    }
}

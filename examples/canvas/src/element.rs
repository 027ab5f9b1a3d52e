//! `inkface.element`: one element of a drawing, with its handlers.

use std::mem;
use std::panic::AssertUnwindSafe;

use owned::prelude::*;

use crate::handler::Handler;
use crate::ink::{self, EventKind, Rect, Status};
use crate::svg::Shape;

/// How many kinds of events an element can have handlers for: all but the canvas's timer.
const KINDS: usize = EventKind::ALL.len() - 1;

/// An element of a drawing. It comes from `loadsvg`, lies on at most one canvas, and calls its handlers.
///
/// Elements are ordered by their `order` and equal only to themselves.
#[class(name = "element", weakref)]
pub struct Element {
    #[traverse(skip = "a reference to an element of the C library, which knows no Python")]
    pub(crate) inner: ink::Element,
    /// The fonts inside are behind a trait object, in which the compiler cannot look for references: the assertion is ours.
    #[traverse(skip = "the parsed drawing of this element, plain data")]
    shape: AssertUnwindSafe<Shape>,
    /// The name in the drawing: the attribute `name`, else the label, else the id.
    #[field(get)]
    name: String,
    /// The id in the drawing, after a `#`.
    #[field(get)]
    id: String,
    /// Whatever the user wants to keep with the element.
    #[field(get, set)]
    user_data: Option<Py<Any>>,
    handlers: [Handler; KINDS],
    /// The canvas that it lies on. Weakly: the canvas holds its elements, and an element keeps no canvas.
    pub(crate) canvas: Option<Py<Weak>>,
}

impl Element {
    /// The element of a shape, on no canvas yet.
    pub(crate) fn from_shape(shape: Shape) -> Result<Self> {
        let inner = ink::Element::new(rect(&shape), shape.order, painter(&shape))?;
        inner.set_opacity(f64::from(shape.opacity))?;
        let (name, id) = (shape.name.clone(), format!("#{}", shape.id));
        Ok(Element {
            inner,
            shape: AssertUnwindSafe(shape),
            name,
            id,
            user_data: None,
            handlers: Default::default(),
            canvas: None,
        })
    }

    pub(crate) fn handler(&self, kind: EventKind) -> Option<&Handler> {
        self.handlers.get(kind as usize)
    }

    /// Takes every handler off. They are given back, to be dropped when nothing is borrowed any more.
    pub(crate) fn silence(&mut self) -> Result<[Handler; KINDS]> {
        EventKind::ALL[..KINDS].iter().try_for_each(|kind| self.inner.unlisten(*kind))?;
        Ok(mem::take(&mut self.handlers))
    }

    /// Lays out the shape's present text and has it painted anew.
    fn reshape(&self) -> Result<()> {
        let at = self.inner.rect()?;
        let size = rect(&self.shape);
        self.inner.set_renderer(painter(&self.shape))?;
        Ok(self.inner.set_rect(Rect { x: at.x, y: at.y, ..size })?)
    }
}

fn rect(shape: &Shape) -> Rect {
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    Rect { x: shape.x, y: shape.y, w: side(shape.w), h: side(shape.h) }
}

/// What C asks for the element's pixels. What the renderer gives up on is painted as nothing.
fn painter(shape: &Shape) -> impl ink::Render + use<> {
    let shape = shape.clone();
    move |pixels: &mut [u32], width: usize, height: usize, stride: usize| {
        let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) else {
            return false;
        };
        shape.render(pixels, width, height, stride).is_ok() || {
            pixels.fill(0);
            true
        }
    }
}

/// Sets a handler. The old one is dropped last, when nothing is borrowed: its destructor may be anything.
fn connect(slf: Borrowed<'_, '_, Element>, kind: EventKind, handler: Handler) -> Result<()> {
    let mut this = slf.borrow_mut()?;
    if handler.is_set() {
        this.inner.listen(kind)?
    } else {
        this.inner.unlisten(kind)?
    }
    let old = mem::replace(&mut this.handlers[kind as usize], handler);
    drop(this);
    drop(old);
    Ok(())
}

#[methods]
impl Element {
    /// The left edge, in pixels of the canvas.
    #[getter]
    fn x(&self) -> Result<i32> {
        Ok(self.inner.rect()?.x)
    }

    #[setter]
    fn set_x(&self, x: i32) -> Result<()> {
        Ok(self.inner.move_to(x, self.inner.rect()?.y)?)
    }

    /// The upper edge, in pixels of the canvas.
    #[getter]
    fn y(&self) -> Result<i32> {
        Ok(self.inner.rect()?.y)
    }

    #[setter]
    fn set_y(&self, y: i32) -> Result<()> {
        Ok(self.inner.move_to(self.inner.rect()?.x, y)?)
    }

    /// The width in pixels.
    #[getter]
    fn w(&self) -> Result<i32> {
        Ok(self.inner.rect()?.w)
    }

    /// The height in pixels.
    #[getter]
    fn h(&self) -> Result<i32> {
        Ok(self.inner.rect()?.h)
    }

    /// The place in the z-order: higher lies above.
    #[getter]
    fn order(&self) -> Result<i32> {
        Ok(self.inner.order()?)
    }

    #[setter]
    fn set_order(&self, order: i32) -> Result<()> {
        Ok(self.inner.set_order(order)?)
    }

    /// From 0 (invisible) to 1 (opaque).
    #[getter]
    fn opacity(&self) -> Result<f64> {
        Ok(self.inner.opacity()?)
    }

    #[setter]
    fn set_opacity(&self, opacity: f64) -> Result<()> {
        self.inner.set_opacity(opacity).map_err(|error| match error {
            ink::Error::Status(Status::VALUE) => ValueError::new(format!("opacity must be from 0 to 1, not {opacity}")),
            other => other.into(),
        })
    }

    /// The text, or `None` for an element without one. After a change, `refresh()` shows it.
    #[getter]
    fn text(&self) -> Option<&str> {
        self.shape.text.as_deref()
    }

    #[setter]
    fn set_text(&mut self, text: &str) -> Result<()> {
        if self.shape.set_text(text)? {
            return Ok(());
        }
        Err(ValueError::new(format!("element '{}' has no text to change", self.name)))
    }

    /// The element's own pixels as they are now: a read-only memoryview of h × w × 4 bytes, premultiplied ARGB32 (in
    /// memory blue, green, red, alpha on a little-endian machine).
    #[getter]
    fn surface<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        let Rect { w, h, .. } = self.inner.rect()?;
        let bytes: Vec<u8> = self.inner.pixels()?.into_iter().flat_map(u32::to_ne_bytes).collect();
        let view = Bytes::new(py, &bytes)?.memory_view()?;
        // A shape with a zero in it cannot be cast to.
        if bytes.is_empty() { Ok(view) } else { view.call_method("cast", ("B", (h, w, 4))) }
    }

    /// The parts that higher elements cover and where this one therefore gets no events: a list of (x, y, w, h).
    #[getter]
    fn clouds(&self) -> Result<Vec<(i32, i32, i32, i32)>> {
        Ok(self.inner.clouds()?.into_iter().map(|Rect { x, y, w, h }| (x, y, w, h)).collect())
    }

    /// Whether the element is shown.
    #[getter]
    fn visible(&self) -> Result<bool> {
        Ok(self.inner.visible()?)
    }

    /// Lay out a changed text and have the element painted anew.
    fn refresh(&self) -> Result<()> {
        self.reshape()
    }

    /// Take the element out of sight; it gets no events.
    fn hide(&self) -> Result<()> {
        Ok(self.inner.set_visible(false)?)
    }

    /// Show the element again.
    fn unhide(&self) -> Result<()> {
        Ok(self.inner.set_visible(true)?)
    }

    /// Move the element in one step, so that only its old and its new rectangle are repainted.
    fn move_to(&self, x: i32, y: i32) -> Result<()> {
        Ok(self.inner.move_to(x, y)?)
    }

    /// Whether the point lies in the element's rectangle.
    fn occupies(&self, x: i32, y: i32) -> Result<bool> {
        Ok(self.inner.occupies(x, y)?)
    }

    /// Whether the point lies under one of the element's clouds.
    fn clouded(&self, x: i32, y: i32) -> Result<bool> {
        Ok(self.inner.clouded(x, y)?)
    }

    /// A new element that looks the same and lies at the same place, on no canvas and without handlers.
    #[method(name = "clone")]
    fn duplicate(&self) -> Result<Element> {
        let copy = Element::from_shape(Shape::clone(&self.shape))?;
        copy.inner.set_order(self.inner.order()?)?;
        copy.inner.set_opacity(self.inner.opacity()?)?;
        copy.inner.set_visible(self.inner.visible()?)?;
        copy.inner.set_rect(self.inner.rect()?)?;
        Ok(copy)
    }

    fn __lt__(&self, other: Ref<'_, Element>) -> Result<bool> {
        Ok(self.inner.order()? < other.inner.order()?)
    }

    fn __le__(&self, other: Ref<'_, Element>) -> Result<bool> {
        Ok(self.inner.order()? <= other.inner.order()?)
    }

    fn __gt__(&self, other: Ref<'_, Element>) -> Result<bool> {
        Ok(self.inner.order()? > other.inner.order()?)
    }

    fn __ge__(&self, other: Ref<'_, Element>) -> Result<bool> {
        Ok(self.inner.order()? >= other.inner.order()?)
    }

    fn __repr__(&self) -> Result<String> {
        let Rect { x, y, w, h } = self.inner.rect()?;
        Ok(format!("<inkface.element '{}' {w}x{h} at ({x}, {y})>", self.name))
    }

    /// Called as onDraw(element) before the element is repainted.
    #[getter(name = "onDraw")]
    fn on_draw(&self) -> Option<&Handler> {
        self.handler(EventKind::Draw)
    }

    #[setter(name = "onDraw")]
    fn set_on_draw(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::Draw, handler)
    }

    /// Called as onTap(element) when a button was pressed over the element.
    #[getter(name = "onTap")]
    fn on_tap(&self) -> Option<&Handler> {
        self.handler(EventKind::Tap)
    }

    #[setter(name = "onTap")]
    fn set_on_tap(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::Tap, handler)
    }

    /// Called as onMouseEnter(element) when the pointer comes over the element.
    #[getter(name = "onMouseEnter")]
    fn on_mouse_enter(&self) -> Option<&Handler> {
        self.handler(EventKind::Enter)
    }

    #[setter(name = "onMouseEnter")]
    fn set_on_mouse_enter(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::Enter, handler)
    }

    /// Called as onMouseLeave(element) when the pointer is no longer over the element.
    #[getter(name = "onMouseLeave")]
    fn on_mouse_leave(&self) -> Option<&Handler> {
        self.handler(EventKind::Leave)
    }

    #[setter(name = "onMouseLeave")]
    fn set_on_mouse_leave(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::Leave, handler)
    }

    /// Called as onKeyPress(element, text, keysym) when a key was pressed.
    #[getter(name = "onKeyPress")]
    fn on_key_press(&self) -> Option<&Handler> {
        self.handler(EventKind::Key)
    }

    #[setter(name = "onKeyPress")]
    fn set_on_key_press(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::Key, handler)
    }

    /// Called as onLeftClick(element), after onTap.
    #[getter(name = "onLeftClick")]
    fn on_left_click(&self) -> Option<&Handler> {
        self.handler(EventKind::LeftClick)
    }

    #[setter(name = "onLeftClick")]
    fn set_on_left_click(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::LeftClick, handler)
    }

    /// Called as onRightClick(element), after onTap.
    #[getter(name = "onRightClick")]
    fn on_right_click(&self) -> Option<&Handler> {
        self.handler(EventKind::RightClick)
    }

    #[setter(name = "onRightClick")]
    fn set_on_right_click(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::RightClick, handler)
    }

    /// Called as onMouseOver(element) when the pointer has moved and is over the element.
    #[getter(name = "onMouseOver")]
    fn on_mouse_over(&self) -> Option<&Handler> {
        self.handler(EventKind::MouseOver)
    }

    #[setter(name = "onMouseOver")]
    fn set_on_mouse_over(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::MouseOver, handler)
    }

    /// Called as onGainFocus(element) when keys go to the element from now on.
    #[getter(name = "onGainFocus")]
    fn on_gain_focus(&self) -> Option<&Handler> {
        self.handler(EventKind::GainFocus)
    }

    #[setter(name = "onGainFocus")]
    fn set_on_gain_focus(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::GainFocus, handler)
    }

    /// Called as onLoseFocus(element) when keys go elsewhere from now on.
    #[getter(name = "onLoseFocus")]
    fn on_lose_focus(&self) -> Option<&Handler> {
        self.handler(EventKind::LoseFocus)
    }

    #[setter(name = "onLoseFocus")]
    fn set_on_lose_focus(slf: Borrowed<'_, '_, Self>, handler: Handler) -> Result<()> {
        connect(slf, EventKind::LoseFocus, handler)
    }
}

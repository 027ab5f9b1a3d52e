//! Elements.

#![expect(unsafe_code, reason = "calls the element functions of the C library")]

use std::fmt;
use std::num::NonZeroU64;
use std::ptr::{self, NonNull};
use std::sync::Arc;

use owned::foreign::{self, Foreign, Handle, HomeBound, OneThread};

use super::canvas::Canvas;
use super::error::{Error, Result, Status, check};
use super::event::EventKind;
use super::ffi::{self, InkElement, Rect};
use super::render::{Render, Renderer};
use super::run::on_event;

// SAFETY of the calls below, unless they say more: the pointer comes from `enter`, so the element is alive by the
// handle's reference and this is its thread; C checks the values.

/// The name of an element, never used twice in a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ElementId(pub(super) NonZeroU64);

impl ElementId {
    /// The number.
    pub fn get(self) -> u64 {
        self.0.get()
    }
}

// SAFETY: a handle is one counted reference, which `ink_element_unref` gives up; the thread is that of the element.
unsafe impl Foreign for InkElement {
    type Raw = Self;
    type Threads = OneThread;

    unsafe fn destroy(raw: NonNull<Self>) {
        // SAFETY: the handle's reference.
        unsafe { ffi::ink_element_unref(raw.as_ptr()) }
    }
}

/// A rectangle with a picture that receives events. A clone is another handle to the same element.
#[derive(Clone)]
pub struct Element {
    handle: Arc<HomeBound<Handle<InkElement>>>,
    id: ElementId,
}

impl Element {
    /// A new element on no canvas, visible and opaque.
    ///
    /// # Errors
    /// [`Status::SIZE`], [`Status::VALUE`] or [`Status::MEMORY`].
    pub fn new(rect: Rect, order: i32, renderer: impl Render) -> Result<Self> {
        let mut out = ptr::null_mut();
        // SAFETY: the table is copied, and `data` fits it.
        let new = |data| check(unsafe { ffi::ink_element_new(rect, order, &Renderer::TABLE, data, &raw mut out) });
        // SAFETY: C owns `data` from here if the status says so, and has forgotten it otherwise.
        unsafe { foreign::give(Renderer::new(renderer), new) }?;
        // SAFETY: C has made the element for this thread and gives us its first reference.
        unsafe { Self::owning(out) }.ok_or(Error::Status(Status::MEMORY))
    }

    /// Takes over a reference; `None` for null.
    ///
    /// # Safety
    /// `raw` is null or an element of this thread, and the caller gives up one reference to it.
    unsafe fn owning(raw: *mut InkElement) -> Option<Self> {
        // SAFETY: the reference is the caller's to give.
        let handle = unsafe { Handle::new(raw, || ()) }.ok()?;
        // SAFETY: alive by the handle, on its thread.
        let id = NonZeroU64::new(unsafe { ffi::ink_element_id(raw) })?;
        // SAFETY: C wants one thread at a time, and what an element has in common with others of this thread is handles.
        let handle = Arc::new(unsafe { HomeBound::with_heirs(handle) });
        Some(Self { handle, id: ElementId(id) })
    }

    /// A handle of its own to an element that C lends; `None` for null.
    ///
    /// # Safety
    /// `raw` is null or a live element of this thread.
    pub(super) unsafe fn borrowed(raw: *mut InkElement) -> Option<Self> {
        if raw.is_null() {
            return None;
        }
        // SAFETY: alive, by this function's contract.
        let raw = unsafe { ffi::ink_element_ref(raw) };
        // SAFETY: gives up the reference just taken.
        unsafe { Self::owning(raw) }
    }

    pub(super) fn enter(&self) -> Result<*mut InkElement> {
        Ok(self.handle.get()?.as_ptr())
    }

    /// The element's id. It can be asked for on any thread.
    pub fn id(&self) -> ElementId {
        self.id
    }

    /// Where the element is.
    pub fn rect(&self) -> Result<Rect> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_rect(raw) })
    }

    /// Moves or resizes it; a new size invalidates.
    pub fn set_rect(&self, rect: Rect) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_element_set_rect(raw, rect) })
    }

    /// Moves it. Only its old and its new rectangle are repainted.
    pub fn move_to(&self, x: i32, y: i32) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_element_move(raw, x, y) })
    }

    /// Its place in the z-order.
    pub fn order(&self) -> Result<i32> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_order(raw) })
    }

    /// Changes its place in the z-order.
    pub fn set_order(&self, order: i32) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_element_set_order(raw, order) })
    }

    /// From 0 to 1.
    pub fn opacity(&self) -> Result<f64> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_opacity(raw) })
    }

    /// Sets the opacity; [`Status::VALUE`] unless it is from 0 to 1.
    pub fn set_opacity(&self, opacity: f64) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_element_set_opacity(raw, opacity) })
    }

    /// Whether it is shown.
    pub fn visible(&self) -> Result<bool> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_visible(raw) } != 0)
    }

    /// Shows or hides it. Hidden it is not painted, covers nothing and is not hit.
    pub fn set_visible(&self, visible: bool) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        unsafe { ffi::ink_element_set_visible(raw, visible.into()) };
        Ok(())
    }

    /// The canvas that it is on.
    pub fn canvas(&self) -> Result<Option<Canvas>> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        let canvas = unsafe { ffi::ink_element_canvas(raw) };
        // SAFETY: an element's canvas is alive (it clears this pointer as it goes) and of the same thread.
        Ok(unsafe { Canvas::borrowed(canvas) })
    }

    /// Draws it with another renderer from now on.
    pub fn set_renderer(&self, renderer: impl Render) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file; the table is copied, and `data` fits it.
        let set = |data| check(unsafe { ffi::ink_element_set_renderer(raw, &Renderer::TABLE, data) });
        // SAFETY: C owns `data` from here if the status says so, and has forgotten it otherwise.
        foreign::surfacing(|| unsafe { foreign::give(Renderer::new(renderer), set) })?
    }

    /// Has it rendered anew when it is next needed.
    pub fn invalidate(&self) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        unsafe { ffi::ink_element_invalidate(raw) };
        Ok(())
    }

    /// A copy of its own pixels, row by row, premultiplied ARGB; rendered now if they must be.
    pub fn pixels(&self) -> Result<Vec<u32>> {
        let raw = self.enter()?;
        let mut pixels = ptr::null();
        // SAFETY: see the top of the file.
        check(foreign::surfacing(|| unsafe { ffi::ink_element_pixels(raw, &raw mut pixels) })?)?;
        // SAFETY: see the top of the file.
        let rect = unsafe { ffi::ink_element_rect(raw) };
        let count = usize::try_from(i64::from(rect.w) * i64::from(rect.h)).unwrap_or(0);
        if count == 0 {
            return Ok(Vec::new());
        }
        // SAFETY: on success C lends w * h pixels until the element is next changed. That is after this copy: since the
        // pixels were asked for, nothing has run that is not ours.
        Ok(unsafe { std::slice::from_raw_parts(pixels, count) }.to_vec())
    }

    /// Has the handler of a run called for events of a kind; [`Status::VALUE`] for [`EventKind::Timer`].
    pub fn listen(&self, kind: EventKind) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file; `on_event` uses no `user`, so there is nothing to destroy.
        check(unsafe { ffi::ink_element_listen(raw, kind.code(), on_event, ptr::null_mut(), None) })
    }

    /// Ends [`Element::listen`].
    pub fn unlisten(&self, kind: EventKind) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_element_unlisten(raw, kind.code()) })
    }

    /// Whether it listens for a kind.
    pub fn listens(&self, kind: EventKind) -> Result<bool> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_listens(raw, kind.code()) } != 0)
    }

    /// Whether a point lies in its rectangle.
    pub fn occupies(&self, x: i32, y: i32) -> Result<bool> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_occupies(raw, x, y) } != 0)
    }

    /// Whether a higher element covers it at a point.
    pub fn clouded(&self, x: i32, y: i32) -> Result<bool> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_element_clouded(raw, x, y) } != 0)
    }

    /// The rectangles where higher elements cover it, in canvas coordinates, the lowest coverer first.
    pub fn clouds(&self) -> Result<Vec<Rect>> {
        let raw = self.enter()?;
        let mut count = 0;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_element_cloud_count(raw, &raw mut count) })?;
        // SAFETY: see the top of the file; C answers for every index.
        let cloud = |index| unsafe { ffi::ink_element_cloud(raw, index) };
        Ok((0..count).map(cloud).collect())
    }
}

/// Handles are equal when they name the same element.
impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Element {}

impl fmt::Debug for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Element").field(&self.id.get()).finish()
    }
}

//! Canvases: what is on them, what is posted to them, what they look like. The event loop is in `run`.

#![expect(unsafe_code, reason = "calls the canvas functions of the C library")]

use std::fmt;
use std::num::NonZeroU64;
use std::path::Path;
use std::ptr::{self, NonNull};
use std::sync::Arc;

use owned::foreign::{self, Foreign, Handle, HomeBound, OneThread};
use owned::types::Exported;

use super::element::{Element, ElementId};
use super::error::{Error, Result, Status, check};
use super::event::TimerId;
use super::ffi::{self, InkCanvas, InkElement, Rect};
use super::png;
use super::run::on_event;

// SAFETY of the calls below, unless they say more: the pointers come from `enter`, so that the canvas and the element
// are alive by their handles' references and this is their thread; C checks the values.

// SAFETY: a handle is one counted reference, which `ink_canvas_unref` gives up; the thread is that of the canvas.
unsafe impl Foreign for InkCanvas {
    type Raw = Self;
    type Threads = OneThread;

    unsafe fn destroy(raw: NonNull<Self>) {
        // SAFETY: the handle's reference.
        unsafe { ffi::ink_canvas_unref(raw.as_ptr()) }
    }
}

/// A framebuffer with elements on it, an event queue and virtual time. A clone is another handle to the same canvas.
#[derive(Clone)]
pub struct Canvas {
    handle: Arc<HomeBound<Handle<InkCanvas>>>,
    width: i32,
    height: i32,
}

/// What the last repaint touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaint {
    /// Rectangles that do not overlap.
    pub rects: Vec<Rect>,
    /// Their area.
    pub pixels: u64,
}

impl Canvas {
    /// A new white canvas; [`Status::SIZE`] unless both sides are from 1 to 16384 and the area is at most 64 Mi.
    pub fn new(width: i32, height: i32) -> Result<Self> {
        let mut out = ptr::null_mut();
        // SAFETY: C checks the sizes and writes `out` on success.
        check(unsafe { ffi::ink_canvas_new(width, height, &raw mut out) })?;
        // SAFETY: C has made the canvas for this thread and gives us its first reference.
        unsafe { Self::owning(out) }.ok_or(Error::Status(Status::MEMORY))
    }

    /// Takes over a reference; `None` for null.
    ///
    /// # Safety
    /// `raw` is null or a canvas of this thread, and the caller gives up one reference to it.
    unsafe fn owning(raw: *mut InkCanvas) -> Option<Self> {
        // SAFETY: the reference is the caller's to give.
        let handle = unsafe { Handle::new(raw, || ()) }.ok()?;
        // SAFETY: alive by the handle, on its thread.
        let width = unsafe { ffi::ink_canvas_width(raw) };
        // SAFETY: as above.
        let height = unsafe { ffi::ink_canvas_height(raw) };
        // SAFETY: C wants one thread at a time, and what a canvas has in common with others of this thread is handles.
        let handle = Arc::new(unsafe { HomeBound::with_heirs(handle) });
        Some(Self { handle, width, height })
    }

    /// A handle of its own to a canvas that C lends; `None` for null.
    ///
    /// # Safety
    /// `raw` is null or a live canvas of this thread.
    pub(super) unsafe fn borrowed(raw: *mut InkCanvas) -> Option<Self> {
        if raw.is_null() {
            return None;
        }
        // SAFETY: alive, by this function's contract.
        let raw = unsafe { ffi::ink_canvas_ref(raw) };
        // SAFETY: gives up the reference just taken.
        unsafe { Self::owning(raw) }
    }

    pub(super) fn enter(&self) -> Result<*mut InkCanvas> {
        Ok(self.handle.get()?.as_ptr())
    }

    /// The width in pixels. It can be asked for on any thread.
    pub fn width(&self) -> i32 {
        self.width
    }

    /// The height in pixels. It can be asked for on any thread.
    pub fn height(&self) -> i32 {
        self.height
    }

    /// Puts an element on the canvas, which keeps it alive; [`Status::ATTACHED`] if it is on one.
    pub fn add(&self, element: &Element) -> Result<()> {
        let (raw, el) = (self.enter()?, element.enter()?);
        // SAFETY: see the top of the file; both are of this thread.
        check(unsafe { ffi::ink_canvas_add(raw, el) })
    }

    /// Takes an element off.
    pub fn remove(&self, element: &Element) -> Result<()> {
        let (raw, el) = (self.enter()?, element.enter()?);
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_canvas_remove(raw, el) })
    }

    /// Puts an element above all others.
    pub fn bring_to_front(&self, element: &Element) -> Result<()> {
        let (raw, el) = (self.enter()?, element.enter()?);
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_canvas_bring_to_front(raw, el) })
    }

    /// Undoes every [`Canvas::bring_to_front`].
    pub fn reset_order(&self) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        unsafe { ffi::ink_canvas_reset_order(raw) };
        Ok(())
    }

    /// The elements from the lowest to the highest.
    pub fn elements(&self) -> Result<Vec<Element>> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        let count = unsafe { ffi::ink_canvas_element_count(raw) };
        let elements = (0..count).filter_map(|index| {
            // SAFETY: see the top of the file.
            let el = unsafe { ffi::ink_canvas_element_at(raw, index) };
            self.lent(el)
        });
        Ok(elements.collect())
    }

    /// The element with an id, if it is on this canvas.
    pub fn find(&self, id: ElementId) -> Result<Option<Element>> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(self.lent(unsafe { ffi::ink_canvas_find(raw, id.get()) }))
    }

    /// The element that a tap at this point reaches.
    pub fn hit(&self, x: i32, y: i32) -> Result<Option<Element>> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(self.lent(unsafe { ffi::ink_canvas_hit(raw, x, y) }))
    }

    /// The element that keys go to.
    pub fn focus(&self) -> Result<Option<Element>> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(self.lent(unsafe { ffi::ink_canvas_focus(raw) }))
    }

    /// For what a function above has just returned, on this canvas's thread.
    fn lent(&self, el: *mut InkElement) -> Option<Element> {
        // SAFETY: null or an element on this canvas, so alive and of its thread; nothing has run since C returned it.
        unsafe { Element::borrowed(el) }
    }

    /// Queues a tap, `delay` ms of virtual time from now. Buttons: 1 left, 2 middle, 3 right.
    pub fn post_tap(&self, delay: u64, x: i32, y: i32, button: i32) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_canvas_post_tap(raw, delay, x, y, button) })
    }

    /// Queues a motion of the pointer.
    pub fn post_motion(&self, delay: u64, x: i32, y: i32) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_canvas_post_motion(raw, delay, x, y) })
    }

    /// Queues a key.
    pub fn post_key(&self, delay: u64, text: &str, keysym: u32) -> Result<()> {
        let raw = self.enter()?;
        let bytes = text.as_ptr().cast();
        // SAFETY: see the top of the file; C copies the `len` bytes.
        check(unsafe { ffi::ink_canvas_post_key(raw, delay, bytes, text.len(), keysym) })
    }

    /// How many events are queued.
    pub fn queued(&self) -> Result<usize> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_canvas_queued(raw) })
    }

    /// Forgets what is queued.
    pub fn clear_events(&self) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        unsafe { ffi::ink_canvas_clear_events(raw) };
        Ok(())
    }

    /// A recurring timer, first due `ms` from now; [`Status::VALUE`] for 0.
    pub fn add_timer(&self, ms: u64) -> Result<TimerId> {
        let raw = self.enter()?;
        let mut id = 0;
        // SAFETY: see the top of the file; `on_event` uses no `user`, so there is nothing to destroy.
        check(unsafe { ffi::ink_canvas_add_timer(raw, ms, on_event, ptr::null_mut(), None, &raw mut id) })?;
        NonZeroU64::new(id).map(TimerId).ok_or(Error::Status(Status::VALUE))
    }

    /// Ends a timer; [`Status::VALUE`] when there is none of this name.
    pub fn remove_timer(&self, timer: TimerId) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        check(unsafe { ffi::ink_canvas_remove_timer(raw, timer.0.get()) })
    }

    /// How many timers there are.
    pub fn timer_count(&self) -> Result<usize> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_canvas_timer_count(raw) })
    }

    /// Virtual milliseconds since the canvas was made.
    pub fn now(&self) -> Result<u64> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_canvas_now(raw) })
    }

    /// Ends the run that is under way, after the handler that is executing. Outside a run it does nothing.
    pub fn quit(&self) -> Result<()> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        unsafe { ffi::ink_canvas_quit(raw) };
        Ok(())
    }

    /// Whether a run is under way.
    pub fn is_running(&self) -> Result<bool> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_canvas_running(raw) } != 0)
    }

    /// Marks a part of the canvas, or all of it, for the next repaint.
    pub fn damage(&self, rect: Option<Rect>) -> Result<()> {
        let raw = self.enter()?;
        let rect = rect.as_ref().map_or(ptr::null(), ptr::from_ref);
        // SAFETY: see the top of the file; `rect` is null or outlives the call.
        unsafe { ffi::ink_canvas_damage(raw, rect) };
        Ok(())
    }

    /// Whether anything waits for a repaint.
    pub fn is_damaged(&self) -> Result<bool> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        Ok(unsafe { ffi::ink_canvas_damaged(raw) } != 0)
    }

    /// What the last repaint touched.
    pub fn last_repaint(&self) -> Result<Repaint> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        let count = unsafe { ffi::ink_canvas_repaint_count(raw) };
        // SAFETY: see the top of the file; C answers for every index.
        let rect = |index| unsafe { ffi::ink_canvas_repaint_rect(raw, index) };
        Ok(Repaint {
            rects: (0..count).map(rect).collect(),
            // SAFETY: see the top of the file.
            pixels: unsafe { ffi::ink_canvas_repaint_pixels(raw) },
        })
    }

    /// The bytes of the framebuffer, row by row, premultiplied ARGB. Whoever looks keeps the canvas.
    pub fn surface(&self) -> Result<Exported> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        let pixels = unsafe { ffi::ink_canvas_pixels(raw) };
        // SAFETY: a live canvas has so many pixels, of 4 bytes each, and they stay in place.
        Ok(unsafe { foreign::view(Arc::clone(&self.handle), pixels.cast::<u8>(), 4 * self.area()) })
    }

    /// A copy of the framebuffer as of the last repaint, row by row, premultiplied ARGB.
    pub fn pixels(&self) -> Result<Vec<u32>> {
        let raw = self.enter()?;
        // SAFETY: see the top of the file.
        let pixels = unsafe { ffi::ink_canvas_pixels(raw) };
        // SAFETY: a live canvas has so many pixels, and nothing runs before they are copied.
        Ok(unsafe { std::slice::from_raw_parts(pixels, self.area()) }.to_vec())
    }

    fn area(&self) -> usize {
        usize::try_from(i64::from(self.width) * i64::from(self.height)).unwrap_or(0)
    }

    /// Writes the framebuffer, as of the last repaint, as PNG.
    pub fn save_png(&self, path: impl AsRef<Path>) -> Result<()> {
        let pixels = self.pixels()?;
        let [width, height] = [self.width, self.height].map(i32::unsigned_abs);
        png::save(path.as_ref(), width, height, &pixels).map_err(Error::Save)
    }
}

impl fmt::Debug for Canvas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Canvas({} x {})", self.width, self.height)
    }
}

//! Pictures of elements: a Rust value behind C's renderer table.

#![expect(unsafe_code, reason = "implements the renderer table that C calls")]

use std::ffi::{c_int, c_void};
use std::ptr::NonNull;
use std::slice;

use super::ffi::InkRenderer;
use super::panics;

/// Draws an element. C asks for it when the element is first shown and after it was invalidated or resized.
///
/// `Send`, because an element that is dropped after its thread has ended is released by another one.
pub trait Render: Send + 'static {
    /// Fills `pixels`, premultiplied ARGB (`0xAARRGGBB`), all 0 at first, `stride` of them from row to row. Returns
    /// whether it succeeded; after a failure it is not asked again until the element is invalidated.
    fn render(&mut self, pixels: &mut [u32], width: usize, height: usize, stride: usize) -> bool;
}

impl<F: FnMut(&mut [u32], usize, usize, usize) -> bool + Send + 'static> Render for F {
    fn render(&mut self, pixels: &mut [u32], width: usize, height: usize, stride: usize) -> bool {
        self(pixels, width, height, stride)
    }
}

/// A renderer on its way to C. It is C's once it was [taken](Boxed::taken), and dropped with this otherwise.
///
/// Invariant: the pointer came from a `Box`, and this owns it. A `Box` proper would claim to be the only way to the
/// value, while C, which knows the pointer by then, may already render with it.
pub(super) struct Boxed<R: Render>(NonNull<R>);

impl<R: Render> Boxed<R> {
    pub(super) const TABLE: InkRenderer = InkRenderer { render: render::<R>, destroy: Some(destroy::<R>) };

    pub(super) fn new(renderer: R) -> Self {
        Self(NonNull::from(Box::leak(Box::new(renderer))))
    }

    /// What C gets as `data`.
    pub(super) fn data(&self) -> *mut c_void {
        self.0.as_ptr().cast()
    }

    /// C has taken the value over and passes it to `destroy` one day.
    pub(super) fn taken(self) {
        std::mem::forget(self);
    }
}

impl<R: Render> Drop for Boxed<R> {
    fn drop(&mut self) {
        // SAFETY: the invariant; C did not take it and forgot the pointer.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

unsafe extern "C" fn render<R: Render>(
    data: *mut c_void,
    pixels: *mut u32,
    w: c_int,
    h: c_int,
    stride: c_int,
) -> c_int {
    let [width, height, stride] = [w, h, stride].map(|side| usize::try_from(side).unwrap_or(0));
    panics::catch(1, || {
        // SAFETY: `data` is the value that `Boxed` gave to C, alive until `destroy`, which C defers while a rendering is
        // under way. C renders an element once at a time, so this is the only reference to it.
        let renderer = unsafe { &mut *data.cast::<R>() };
        // SAFETY: C lends `height` rows of `stride` initialized pixels that nobody else knows of during the call.
        let pixels = unsafe { slice::from_raw_parts_mut(pixels, stride * height) };
        c_int::from(!renderer.render(pixels, width, height, stride))
    })
}

unsafe extern "C" fn destroy<R: Render>(data: *mut c_void) {
    panics::catch((), || {
        // SAFETY: `data` came from `Box<R>` by `Boxed::taken`, and C calls this once, as its last use.
        drop(unsafe { Box::from_raw(data.cast::<R>()) });
    });
}

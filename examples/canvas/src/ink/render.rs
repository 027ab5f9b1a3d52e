//! Pictures of elements: a Rust value behind C's renderer table.

#![expect(unsafe_code, reason = "implements the renderer table that C calls")]

use std::ffi::{c_int, c_void};
use std::slice;
use std::sync::{Mutex, PoisonError};

use owned::foreign;
use owned::prelude::{NoRefs, Opaque};

use super::ffi::InkRenderer;

/// Draws an element. C asks for it when the element is first shown and after it was invalidated or resized.
///
/// `Send`, because an element that is dropped after its thread has ended is released by another one. It holds no Python
/// object: C owns it, and no collector sees into C.
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

/// What C owns of an element's picture.
#[derive(NoRefs)]
pub(super) struct Renderer(Opaque<Mutex<Box<dyn Render>>>);

impl Renderer {
    pub(super) const TABLE: InkRenderer = InkRenderer { render, destroy: Some(foreign::release::<Self>) };

    pub(super) fn new(renderer: impl Render) -> Self {
        Self(Opaque::new(Mutex::new(Box::new(renderer)), "a renderer draws, and knows no Python"))
    }
}

foreign::trampoline! {
    unsafe extern "C" fn render(data: *mut c_void, pixels: *mut u32, w: c_int, h: c_int, stride: c_int) -> c_int {
        state: Renderer = data,
        on_error: 1,
        call: |renderer| {
            let [width, height, stride] = [w, h, stride].map(|side| usize::try_from(side).unwrap_or(0));
            // SAFETY: C lends `height` rows of `stride` initialized pixels that nobody else knows of during the call.
            let pixels = unsafe { slice::from_raw_parts_mut(pixels, stride * height) };
            // C renders an element once at a time, so nobody waits. A renderer that has panicked is asked again.
            let mut renderer = renderer.0.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(c_int::from(!renderer.render(pixels, width, height, stride)))
        },
    }
}

//! What `inkcanvas.h` declares, one to one; ownership is stated there.

#![expect(unsafe_code, reason = "declares the functions of the C library")]

use std::ffi::{c_char, c_double, c_int, c_void};

/// A canvas, known to C only.
#[repr(C)]
pub(super) struct InkCanvas {
    opaque: [u8; 0],
}

/// An element, known to C only.
#[repr(C)]
pub(super) struct InkElement {
    opaque: [u8; 0],
}

/// A rectangle in whole pixels; `x` and `y` may lie outside the canvas.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are what they are called")]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

#[repr(C)]
pub(super) struct InkEvent {
    pub(super) kind: c_int,
    pub(super) element: u64,
    pub(super) timer: u64,
    pub(super) now: u64,
    pub(super) x: c_int,
    pub(super) y: c_int,
    pub(super) button: c_int,
    pub(super) keysym: u32,
    pub(super) text: *const c_char,
    pub(super) text_len: usize,
}

pub(super) type InkHandler =
    unsafe extern "C" fn(context: *mut c_void, user: *mut c_void, event: *const InkEvent) -> c_int;
pub(super) type InkDestroy = unsafe extern "C" fn(user: *mut c_void);

#[repr(C)]
pub(super) struct InkRenderer {
    pub(super) render:
        unsafe extern "C" fn(data: *mut c_void, pixels: *mut u32, w: c_int, h: c_int, stride: c_int) -> c_int,
    pub(super) destroy: Option<InkDestroy>,
}

unsafe extern "C" {
    pub(super) fn ink_status_text(status: c_int) -> *const c_char;

    pub(super) fn ink_element_new(
        rect: Rect,
        order: c_int,
        renderer: *const InkRenderer,
        data: *mut c_void,
        out: *mut *mut InkElement,
    ) -> c_int;
    pub(super) fn ink_element_ref(el: *mut InkElement) -> *mut InkElement;
    pub(super) fn ink_element_unref(el: *mut InkElement);
    pub(super) fn ink_element_id(el: *const InkElement) -> u64;
    pub(super) fn ink_element_rect(el: *const InkElement) -> Rect;
    pub(super) fn ink_element_order(el: *const InkElement) -> c_int;
    pub(super) fn ink_element_opacity(el: *const InkElement) -> c_double;
    pub(super) fn ink_element_visible(el: *const InkElement) -> c_int;
    pub(super) fn ink_element_canvas(el: *const InkElement) -> *mut InkCanvas;
    pub(super) fn ink_element_set_rect(el: *mut InkElement, rect: Rect) -> c_int;
    pub(super) fn ink_element_move(el: *mut InkElement, x: c_int, y: c_int) -> c_int;
    pub(super) fn ink_element_set_order(el: *mut InkElement, order: c_int) -> c_int;
    pub(super) fn ink_element_set_opacity(el: *mut InkElement, opacity: c_double) -> c_int;
    pub(super) fn ink_element_set_visible(el: *mut InkElement, visible: c_int);
    pub(super) fn ink_element_set_renderer(
        el: *mut InkElement,
        renderer: *const InkRenderer,
        data: *mut c_void,
    ) -> c_int;
    pub(super) fn ink_element_invalidate(el: *mut InkElement);
    pub(super) fn ink_element_pixels(el: *mut InkElement, pixels: *mut *const u32) -> c_int;
    pub(super) fn ink_element_listen(
        el: *mut InkElement,
        kind: c_int,
        handler: InkHandler,
        user: *mut c_void,
        destroy: Option<InkDestroy>,
    ) -> c_int;
    pub(super) fn ink_element_unlisten(el: *mut InkElement, kind: c_int) -> c_int;
    pub(super) fn ink_element_listens(el: *const InkElement, kind: c_int) -> c_int;
    pub(super) fn ink_element_occupies(el: *const InkElement, x: c_int, y: c_int) -> c_int;
    pub(super) fn ink_element_clouded(el: *const InkElement, x: c_int, y: c_int) -> c_int;
    pub(super) fn ink_element_cloud_count(el: *mut InkElement, count: *mut usize) -> c_int;
    pub(super) fn ink_element_cloud(el: *const InkElement, index: usize) -> Rect;

    pub(super) fn ink_canvas_new(width: c_int, height: c_int, out: *mut *mut InkCanvas) -> c_int;
    pub(super) fn ink_canvas_ref(canvas: *mut InkCanvas) -> *mut InkCanvas;
    pub(super) fn ink_canvas_unref(canvas: *mut InkCanvas);
    pub(super) fn ink_canvas_width(canvas: *const InkCanvas) -> c_int;
    pub(super) fn ink_canvas_height(canvas: *const InkCanvas) -> c_int;
    pub(super) fn ink_canvas_add(canvas: *mut InkCanvas, el: *mut InkElement) -> c_int;
    pub(super) fn ink_canvas_remove(canvas: *mut InkCanvas, el: *mut InkElement) -> c_int;
    pub(super) fn ink_canvas_element_count(canvas: *const InkCanvas) -> usize;
    pub(super) fn ink_canvas_element_at(canvas: *const InkCanvas, index: usize) -> *mut InkElement;
    pub(super) fn ink_canvas_find(canvas: *const InkCanvas, id: u64) -> *mut InkElement;
    pub(super) fn ink_canvas_hit(canvas: *const InkCanvas, x: c_int, y: c_int) -> *mut InkElement;
    pub(super) fn ink_canvas_focus(canvas: *const InkCanvas) -> *mut InkElement;
    pub(super) fn ink_canvas_bring_to_front(canvas: *mut InkCanvas, el: *mut InkElement) -> c_int;
    pub(super) fn ink_canvas_reset_order(canvas: *mut InkCanvas);

    pub(super) fn ink_canvas_post_tap(canvas: *mut InkCanvas, delay: u64, x: c_int, y: c_int, button: c_int) -> c_int;
    pub(super) fn ink_canvas_post_motion(canvas: *mut InkCanvas, delay: u64, x: c_int, y: c_int) -> c_int;
    pub(super) fn ink_canvas_post_key(
        canvas: *mut InkCanvas,
        delay: u64,
        text: *const c_char,
        len: usize,
        keysym: u32,
    ) -> c_int;
    pub(super) fn ink_canvas_queued(canvas: *const InkCanvas) -> usize;
    pub(super) fn ink_canvas_clear_events(canvas: *mut InkCanvas);
    pub(super) fn ink_canvas_add_timer(
        canvas: *mut InkCanvas,
        ms: u64,
        handler: InkHandler,
        user: *mut c_void,
        destroy: Option<InkDestroy>,
        id: *mut u64,
    ) -> c_int;
    pub(super) fn ink_canvas_remove_timer(canvas: *mut InkCanvas, id: u64) -> c_int;
    pub(super) fn ink_canvas_timer_count(canvas: *const InkCanvas) -> usize;
    pub(super) fn ink_canvas_now(canvas: *const InkCanvas) -> u64;
    pub(super) fn ink_canvas_run(canvas: *mut InkCanvas, context: *mut c_void, end: *mut c_int) -> c_int;
    pub(super) fn ink_canvas_quit(canvas: *mut InkCanvas);
    pub(super) fn ink_canvas_running(canvas: *const InkCanvas) -> c_int;

    pub(super) fn ink_canvas_refresh(canvas: *mut InkCanvas, context: *mut c_void) -> c_int;
    pub(super) fn ink_canvas_damage(canvas: *mut InkCanvas, rect: *const Rect);
    pub(super) fn ink_canvas_damaged(canvas: *const InkCanvas) -> c_int;
    pub(super) fn ink_canvas_repaint_count(canvas: *const InkCanvas) -> usize;
    pub(super) fn ink_canvas_repaint_rect(canvas: *const InkCanvas, index: usize) -> Rect;
    pub(super) fn ink_canvas_repaint_pixels(canvas: *const InkCanvas) -> u64;
    pub(super) fn ink_canvas_pixels(canvas: *const InkCanvas) -> *const u32;

    // These read atomic counters.
    pub(super) safe fn ink_live_canvases() -> usize;
    pub(super) safe fn ink_live_elements() -> usize;
    pub(super) safe fn ink_live_handlers() -> usize;
    pub(super) safe fn ink_live_renderers() -> usize;
}

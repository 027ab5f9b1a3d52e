//! The wrapper's own tests. The C library is tested in C.

mod elements;
mod events;
mod layout;
mod painting;
mod panicking;
mod threads;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Canvas, Element, Rect, Render};

/// For tests that look at the counts of the process: one at a time, and every test that makes an element takes it.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn rect(x: i32, y: i32, w: i32, h: i32) -> Rect {
    Rect { x, y, w, h }
}

/// Fills with a colour, and counts what is done to it.
struct Fill {
    colour: u32,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    rendered: AtomicUsize,
    dropped: AtomicUsize,
}

impl Counts {
    fn get(&self) -> (usize, usize) {
        (self.rendered.load(Ordering::Relaxed), self.dropped.load(Ordering::Relaxed))
    }
}

impl Render for Fill {
    fn render(&mut self, pixels: &mut [u32], width: usize, height: usize, stride: usize) -> bool {
        assert_eq!((pixels.len(), stride), (width * height, width));
        self.counts.rendered.fetch_add(1, Ordering::Relaxed);
        pixels.fill(self.colour);
        true
    }
}

impl Drop for Fill {
    fn drop(&mut self) {
        self.counts.dropped.fetch_add(1, Ordering::Relaxed);
    }
}

fn counted(colour: u32) -> (Fill, Arc<Counts>) {
    let counts = Arc::<Counts>::default();
    let fill = Fill { colour, counts: Arc::clone(&counts) };
    (fill, counts)
}

fn filled(canvas: &Canvas, rect: Rect, order: i32, colour: u32) -> Element {
    let element = Element::new(rect, order, counted(colour).0).expect("the rectangle is valid");
    canvas.add(&element).expect("the element is on no canvas");
    element
}

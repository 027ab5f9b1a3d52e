//! A view holds a share of the owner.

use std::ptr::NonNull;
use std::sync::Arc;

use owned::foreign::{AnyThread, Foreign, Handle};

enum Number {}

// SAFETY: made by `number`, freed once, on any thread.
unsafe impl Foreign for Number {
    type Raw = i32;
    type Threads = AnyThread;

    unsafe fn destroy(raw: NonNull<i32>) {
        drop(unsafe { Box::from_raw(raw.as_ptr()) });
    }
}

fn number() -> Handle<Number> {
    unsafe { Handle::new(Box::into_raw(Box::new(7)), || ()) }.unwrap()
}

fn lend(number: &Arc<Handle<Number>>) -> owned::types::Exported {
    unsafe { owned::foreign::view(number.clone(), number.as_ptr(), 1) }
}

fn main() {
    lend(&Arc::new(number()));
}

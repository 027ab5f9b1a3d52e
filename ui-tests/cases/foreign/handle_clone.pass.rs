//! A handle is shared by an `Arc`.

use std::ptr::NonNull;

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

fn main() {
    let handle = std::sync::Arc::new(number());
    let _other = handle.clone();
}

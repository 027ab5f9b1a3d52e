//! A handle is not `Copy`: two of them would destroy one object.
//! expect: use of moved value

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
    let handle = number();
    drop(handle);
    drop(handle);
}

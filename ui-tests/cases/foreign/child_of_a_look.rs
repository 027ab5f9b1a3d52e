//! A child takes a share of its parent, which a look at it is not: it could outlive the parent.
//! expect: mismatched types

use std::ptr::NonNull;

use owned::foreign::{AnyThread, Child, Foreign, Handle};

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
    let parent = number();
    let child = unsafe { Child::<Number, _>::new(&parent, Box::into_raw(Box::new(1)), || ()) }.unwrap();
    drop(parent);
    assert_eq!(unsafe { *child.parent().as_ptr() }, 7);
}

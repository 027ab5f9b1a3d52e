//! What only its own thread may use is no field of a class, which any thread can drop.
//! expect: the C library wants each object used, and destroyed, by the thread that made it

use std::ptr::NonNull;

use owned::foreign::{Foreign, Handle, HomeBound, OneThread};

enum Number {}

// SAFETY: made by `number`, freed once, on any thread.
unsafe impl Foreign for Number {
    type Raw = i32;
    type Threads = OneThread;

    unsafe fn destroy(raw: NonNull<i32>) {
        drop(unsafe { Box::from_raw(raw.as_ptr()) });
    }
}

fn number() -> Handle<Number> {
    unsafe { Handle::new(Box::into_raw(Box::new(7)), || ()) }.unwrap()
}

fn needs<T: Send>(_: T) {}

fn main() {
    let _bound: fn(i32) -> HomeBound<i32> = HomeBound::new;
    needs(number());
}

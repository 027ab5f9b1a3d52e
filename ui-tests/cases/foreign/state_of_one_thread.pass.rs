//! All threads may use an atomic.

use std::ffi::c_void;

use owned::foreign;

#[derive(Default)]
struct OneThread(std::cell::Cell<usize>);

impl owned::NoRefs for OneThread {}

// SAFETY: there is nothing to visit.
unsafe impl owned::Traverse for OneThread {
    fn traverse(&self, _: &mut owned::Visitor<'_>) -> owned::Visited {
        Ok(())
    }
}

#[derive(Default, owned::NoRefs)]
struct Count(std::sync::atomic::AtomicUsize);

fn main() {
    let refuse = |_: *mut c_void| Err::<(), _>(());
    assert!(unsafe { foreign::give(Count::default(), refuse) }.is_err());
}

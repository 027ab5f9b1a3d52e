//! What an error costs before it reaches Python: with a literal, nothing.
#![expect(unsafe_code, reason = "counts what is allocated")]

mod support;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use owned::exceptions::*;
use owned::prelude::{Any, Owned, PyErr, Result};
use support::{eval, python};

struct Counting;

thread_local! {
    static ALLOCATED: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: the system's allocator, and a count.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = ALLOCATED.try_with(|count| count.set(count.get() + 1));
        // SAFETY: the caller's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `body` allocates in Rust.
fn allocations(body: impl FnOnce()) -> usize {
    let before = ALLOCATED.get();
    body();
    ALLOCATED.get() - before
}

#[test]
fn a_literal_allocates_nothing_until_it_is_raised() {
    python(|py| {
        let fails = || -> Result<i32> { Err(ValueError::new("a literal")) };
        let made = allocations(|| {
            let error = fails().expect_err("it fails");
            assert!(error.is::<ValueError>(py) && error.is::<Exception>(py) && !error.is::<KeyError>(py));
        });
        assert_eq!(made, 0);
        assert!(allocations(|| drop(ValueError::new("made".to_owned()))) > 0);
        let blocks = || eval(py, "__import__('sys').getallocatedblocks()")?.extract::<i64>();
        let before = blocks()?;
        let errors: [PyErr; 64] = core::array::from_fn(|_| ValueError::new("a literal"));
        // Asking costs the same few blocks both times; 64 exceptions would be more.
        assert!((blocks()? - before).abs() < 16);
        for error in errors {
            assert_eq!(error.to_string(), "ValueError: a literal");
            assert_eq!(error.into_value(py).str()?.to_str()?, "a literal");
        }
        assert_eq!(KeyError::new("").to_string(), "KeyError");
        Ok(())
    });
}

#[test]
fn an_error_is_two_words() {
    if cfg!(target_pointer_width = "64") && !owned::report::ENABLED {
        assert_eq!(size_of::<PyErr>(), 16);
        assert_eq!(size_of::<Result<Owned<'static, Any>>>(), 16);
        assert_eq!(size_of::<Result<()>>(), 16);
    }
}

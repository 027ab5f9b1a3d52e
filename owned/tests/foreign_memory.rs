//! Views of memory that C owns: it stays while it is looked at, and is not moved meanwhile.

#![allow(unsafe_code, reason = "lends memory of a C library")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use owned::foreign::{self, AnyThread, Exports, Foreign, Handle, HomeBound, OneThread};
use owned::prelude::*;
use owned::types::Exported;
use support::{flat, python, run};

static LIVE: AtomicUsize = AtomicUsize::new(0);

enum Pixels {}

// SAFETY: `free` takes what `make` has allocated, on any thread.
unsafe impl Foreign for Pixels {
    type Raw = Vec<u16>;
    type Threads = AnyThread;

    unsafe fn destroy(raw: NonNull<Vec<u16>>) {
        LIVE.fetch_sub(1, SeqCst);
        // SAFETY: a handle gives up its one object.
        drop(unsafe { Box::from_raw(raw.as_ptr()) });
    }
}

enum HomePixels {}

// SAFETY: as above, and on one thread.
unsafe impl Foreign for HomePixels {
    type Raw = Vec<u16>;
    type Threads = OneThread;

    unsafe fn destroy(raw: NonNull<Vec<u16>>) {
        // SAFETY: a handle gives up its one object.
        unsafe { Pixels::destroy(raw) };
    }
}

fn make(count: usize) -> *mut Vec<u16> {
    LIVE.fetch_add(1, SeqCst);
    Box::into_raw(Box::new((0..).take(count).collect()))
}

/// A picture whose memory C may move.
#[class]
pub struct Picture {
    memory: Mutex<Arc<Handle<Pixels>>>,
    exports: Exports,
}

impl Picture {
    fn pixels(&self) -> (Arc<Handle<Pixels>>, *mut u16, usize) {
        let handle = self.memory.lock().unwrap().clone();
        // SAFETY: alive by its handle; nobody else is at it.
        let vec = unsafe { &mut *handle.as_ptr() };
        let (start, count) = (vec.as_mut_ptr(), vec.len());
        (handle, start, count)
    }
}

#[methods]
impl Picture {
    #[new]
    fn new(count: usize) -> Result<Self> {
        // SAFETY: made for us.
        let handle = unsafe { Handle::new(make(count), || RuntimeError::new("unreachable")) }?;
        Ok(Picture { memory: Mutex::new(Arc::new(handle)), exports: Exports::default() })
    }

    fn __buffer__(&self) -> Result<Exported> {
        let held = self.exports.hold()?;
        let (owner, start, count) = self.pixels();
        // SAFETY: so many numbers, which stay while an export is held.
        Ok(unsafe { foreign::view_mut((owner, held), start, count) })
    }

    fn copied(slf: Borrowed<'_, '_, Self>) -> Copied {
        Copied { picture: slf.into() }
    }

    fn resize(&self, count: usize) -> Result<()> {
        self.exports.moving(|| {
            let (owner, ..) = self.pixels();
            // SAFETY: nobody looks at it.
            unsafe { (*owner.as_ptr()).resize(count, 7) };
        })
    }
}

/// Lends a copy to each view.
#[class]
pub struct Copied {
    picture: Py<Picture>,
}

#[methods]
impl Copied {
    fn __buffer__(slf: Borrowed<'_, '_, Self>) -> Exported {
        let picture = slf.get().picture.bind(slf.py());
        let (_owner, start, count) = picture.get().pixels();
        // SAFETY: so many numbers, and this thread is attached meanwhile.
        unsafe { foreign::copy(start, count) }
    }
}

/// A picture of one thread, whose memory stays in place: all threads may look at it.
#[class]
pub struct AtHome {
    memory: Arc<HomeBound<Handle<HomePixels>>>,
}

#[methods]
impl AtHome {
    #[new]
    fn new() -> Result<Self> {
        // SAFETY: made for us.
        let handle = unsafe { Handle::new(make(3), || RuntimeError::new("unreachable")) }?;
        Ok(AtHome { memory: Arc::new(HomeBound::new(handle)) })
    }

    fn __buffer__(&self) -> Result<Exported> {
        // SAFETY: alive by its handle.
        let start = unsafe { (*self.memory.get()?.as_ptr()).as_ptr() };
        // SAFETY: three numbers, in place as long as the handle lives, and written to by nobody.
        Ok(unsafe { foreign::view(self.memory.clone(), start, 3) })
    }
}

/// Nothing at all.
#[class]
pub struct Empty;

#[methods]
impl Empty {
    #[new]
    fn new() -> Self {
        Empty
    }

    fn __buffer__(&self) -> Exported {
        // SAFETY: no items.
        unsafe { foreign::view((), std::ptr::null::<f64>(), 0) }
    }
}

#[owned::module]
mod memory {
    #[export]
    pub use super::{AtHome, Copied, Empty, Picture};
}

#[test]
fn a_view_keeps_the_owner_of_the_memory() {
    python(|py| {
        let module = owned::load!(py, memory)?;
        flat(py, |_| {
            run(
                &module,
                "import threading\n\
                 view = memoryview(m.Picture(4))\n\
                 assert view.format == 'H' and view.shape == (4,) and not view.readonly\n\
                 view[1] = 700\n\
                 assert view.tolist() == [0, 700, 2, 3]\n\
                 view.release()\n\
                 home = memoryview(m.AtHome())\n\
                 assert home.readonly and home.tolist() == [0, 1, 2]\n\
                 assert raised(home.__setitem__, 0, 1).startswith('TypeError')\n\
                 box = [home]; del home\n\
                 thread = threading.Thread(target=box.clear); thread.start(); thread.join()\n\
                 assert memoryview(m.Empty()).tolist() == []\n",
            )
        });
        Python::attach(|_| ());
        assert_eq!(LIVE.load(SeqCst), 0);
        Ok(())
    });
}

#[test]
fn what_is_looked_at_is_not_moved() {
    python(|py| {
        let module = owned::load!(py, memory)?;
        flat(py, |_| {
            run(
                &module,
                "p = m.Picture(2)\n\
                 copied = memoryview(p.copied())\n\
                 first, second = memoryview(p), memoryview(p)\n\
                 assert raised(p.resize, 9) == 'BufferError: the memory cannot be moved: there are 2 views of it'\n\
                 second.release()\n\
                 assert raised(p.resize, 9) == 'BufferError: the memory cannot be moved: there is a view of it'\n\
                 part = first[1:]; first.release()\n\
                 assert raised(p.resize, 9).startswith('BufferError')\n\
                 part.release()\n\
                 p.resize(4)\n\
                 assert memoryview(p).tolist() == [0, 1, 7, 7] and copied.tolist() == [0, 1] and copied.readonly\n\
                 del p\n\
                 assert copied.tolist() == [0, 1]\n",
            )
        });
        Ok(())
    });
}

#[test]
fn exports_and_moves_exclude_each_other() {
    let exports = Exports::default();
    let moves = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..2000 {
                    if let Ok(held) = exports.hold() {
                        assert!(exports.moving(|| ()).is_err());
                        drop(held);
                    }
                    let moved = exports.moving(|| {
                        assert!(exports.hold().is_err());
                        assert!(exports.moving(|| ()).is_err());
                    });
                    moves.fetch_add(usize::from(moved.is_ok()), SeqCst);
                }
            });
        }
    });
    assert!(moves.load(SeqCst) > 0);
    let unwound = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        exports.moving(|| std::panic::resume_unwind(Box::new(())))
    }));
    assert!(unwound.is_err());
    exports.moving(|| ()).unwrap();
}

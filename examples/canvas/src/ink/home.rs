//! Which thread may touch what, and how references reach it.
//!
//! The invariant that everything in `ink` rests on: **C objects of a home are touched by the home's thread only, or,
//! once that thread has ended, by the one thread that is draining the home.** [`Handle::enter`] is the only way to a
//! pointer and upholds the first half; `drain` upholds the second by its flag.

#![expect(unsafe_code, reason = "releases C references, and says why handles can be shared")]

use std::ptr::NonNull;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::{Error, Result};
use super::ffi::{self, InkCanvas, InkElement};
use super::panics;

/// One counted reference that nobody names any more.
pub(super) enum Reference {
    Canvas(NonNull<InkCanvas>),
    Element(NonNull<InkElement>),
}

// SAFETY: another thread only carries the pointer to the list of its home; see the invariant above for who uses it.
unsafe impl Send for Reference {}

impl Reference {
    /// # Safety
    /// The reference is ours to give up, and the module's invariant lets this thread touch it.
    unsafe fn release(self) {
        match self {
            // SAFETY: gives up the one reference that this value stands for, by this function's contract.
            Self::Canvas(raw) => unsafe { ffi::ink_canvas_unref(raw.as_ptr()) },
            // SAFETY: as above.
            Self::Element(raw) => unsafe { ffi::ink_element_unref(raw.as_ptr()) },
        }
    }
}

/// A thread that made canvases or elements, and what was dropped for it elsewhere.
#[derive(Default)]
pub(super) struct Home {
    orphans: Mutex<Orphans>,
    /// Whether there may be orphans: spares the lock in nearly every call.
    waiting: AtomicBool,
}

#[derive(Default)]
struct Orphans {
    references: Vec<Reference>,
    /// The thread has ended.
    closed: bool,
    /// Some frame is releasing the references, and will see those that are added meanwhile.
    draining: bool,
}

/// Ends the home with its thread.
struct Resident(Arc<Home>);

thread_local! {
    static RESIDENT: Resident = Resident(Arc::default());
}

impl Drop for Resident {
    fn drop(&mut self) {
        self.0.lock().closed = true;
        self.0.drain();
        panics::discard();
    }
}

impl Home {
    /// This thread's. There is none any more while the thread's variables are being destroyed.
    pub(super) fn current() -> Result<Arc<Self>> {
        let home = RESIDENT.try_with(|resident| Arc::clone(&resident.0));
        home.map_err(|_| Error::WrongThread)
    }

    fn is_current(&self) -> bool {
        RESIDENT.try_with(|resident| std::ptr::eq(&*resident.0, self)).unwrap_or(false)
    }

    fn lock(&self) -> MutexGuard<'_, Orphans> {
        // Nothing that can panic runs under the lock, so a poisoned list is still a list.
        self.orphans.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn release(&self, reference: Reference) {
        if self.is_current() {
            // SAFETY: the dropped handle's reference, on its home's thread.
            unsafe { reference.release() };
            return;
        }
        let mut orphans = self.lock();
        orphans.references.push(reference);
        self.waiting.store(true, Ordering::Release);
        let closed = orphans.closed;
        drop(orphans);
        if closed {
            self.drain();
        }
    }

    /// Releases the orphans. Called on the home's thread, or when that has ended.
    fn drain(&self) {
        let mut orphans = self.lock();
        if std::mem::replace(&mut orphans.draining, true) {
            return;
        }
        while let Some(reference) = orphans.references.pop() {
            // Releasing runs destroy functions, which may drop further handles of this home.
            drop(orphans);
            // SAFETY: an orphan is a reference that its handle gave up. This is the home's thread, or that has ended;
            // then `draining`, which only this frame set, keeps every other thread out until the list is empty.
            unsafe { reference.release() };
            orphans = self.lock();
        }
        self.waiting.store(false, Ordering::Release);
        orphans.draining = false;
    }
}

/// What a handle can point to.
pub(super) trait Foreign {
    fn reference(raw: NonNull<Self>) -> Reference;
}

impl Foreign for InkCanvas {
    fn reference(raw: NonNull<Self>) -> Reference {
        Reference::Canvas(raw)
    }
}

impl Foreign for InkElement {
    fn reference(raw: NonNull<Self>) -> Reference {
        Reference::Element(raw)
    }
}

/// One counted reference to a C object. Invariants: 0 `raw` is alive, because this holds one reference; 1 the object
/// and all that it refers to belong to `home`.
pub(super) struct Handle<T: Foreign> {
    raw: NonNull<T>,
    home: Arc<Home>,
}

// SAFETY: `raw` is reached through `enter` and `drop` only, which keep the module's invariant on whatever thread.
unsafe impl<T: Foreign> Send for Handle<T> {}
// SAFETY: as above; `enter` is the only method and refuses every thread but one.
unsafe impl<T: Foreign> Sync for Handle<T> {}

impl<T: Foreign> Handle<T> {
    /// # Safety
    /// Gives the handle one reference to `raw`, which belongs to `home`.
    pub(super) unsafe fn new(raw: NonNull<T>, home: Arc<Home>) -> Self {
        Self { raw, home }
    }

    /// The pointer, if this is its thread. It stays valid at least as long as `self`.
    pub(super) fn enter(&self) -> Result<*mut T> {
        if !self.home.is_current() {
            return Err(Error::WrongThread);
        }
        if self.home.waiting.load(Ordering::Acquire) {
            self.home.drain();
            panics::resume();
        }
        Ok(self.raw.as_ptr())
    }

    /// Whether both name the same object. Any thread may ask: the addresses of live objects differ.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.raw == other.raw
    }

    pub(super) fn home(&self) -> &Arc<Home> {
        &self.home
    }
}

impl<T: Foreign> Drop for Handle<T> {
    fn drop(&mut self) {
        self.home.release(T::reference(self.raw));
        // A renderer may have panicked as it was dropped.
        panics::resume();
    }
}

/// How much of the C library is alive, in the whole process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// Canvases.
    pub canvases: usize,
    /// Elements, on a canvas or not.
    pub elements: usize,
    /// Handlers of elements and timers.
    pub handlers: usize,
    /// Renderers.
    pub renderers: usize,
}

/// Counts, after releasing what other threads have dropped for this one.
pub fn live() -> Live {
    if let Ok(home) = Home::current() {
        home.drain();
        panics::resume();
    }
    Live {
        canvases: ffi::ink_live_canvases(),
        elements: ffi::ink_live_elements(),
        handlers: ffi::ink_live_handlers(),
        renderers: ffi::ink_live_renderers(),
    }
}

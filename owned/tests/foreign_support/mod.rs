//! A C library for the tests, written in Rust: it counts what is alive, keeps callbacks, and has threads of its own.
#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(unsafe_code, reason = "it is a C library, and what a binding says of it")]

use std::ffi::{c_int, c_void};
use std::ptr::NonNull;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use owned::foreign::{AnyThread, Foreign, OneAtATime, OneThread};

/// What C calls for each event.
pub(crate) type OnEvent = unsafe extern "C" fn(user: *mut c_void, event: c_int) -> c_int;
/// How C says that it is done with a `user`.
pub(crate) type Destroy = unsafe extern "C" fn(user: *mut c_void);

static LIVE: AtomicUsize = AtomicUsize::new(0);
static DESTROYED: Mutex<Vec<(&str, thread::ThreadId)>> = Mutex::new(Vec::new());

/// How many objects C has not destroyed.
pub(crate) fn live() -> usize {
    LIVE.load(SeqCst)
}

/// What was destroyed since the last time, in this order, and by which thread.
pub(crate) fn destroyed() -> Vec<(&'static str, thread::ThreadId)> {
    std::mem::take(&mut DESTROYED.lock().unwrap())
}

/// The names alone.
pub(crate) fn destroyed_names() -> Vec<&'static str> {
    destroyed().into_iter().map(|(name, _)| name).collect()
}

/// NULL for a name that is empty.
#[expect(improper_ctypes_definitions, reason = "nobody but Rust calls it")]
pub(crate) extern "C" fn c_new(name: &'static str) -> *mut Object {
    if name.is_empty() {
        return std::ptr::null_mut();
    }
    LIVE.fetch_add(1, SeqCst);
    Box::into_raw(Box::new(Object { name }))
}

pub(crate) unsafe extern "C" fn c_destroy(object: *mut Object) {
    // SAFETY: made by `c_new`, and destroyed once, as the header says.
    let object = unsafe { Box::from_raw(object) };
    LIVE.fetch_sub(1, SeqCst);
    DESTROYED.lock().unwrap().push((object.name, thread::current().id()));
}

/// An object of C's.
pub(crate) struct Object {
    pub(crate) name: &'static str,
}

macro_rules! kinds {
    ($($kind:ident: $threads:ident),*) => { $(
        pub(crate) enum $kind {}

        // SAFETY: `c_destroy` takes what `c_new` gave; the threads are what the test is about.
        unsafe impl Foreign for $kind {
            type Raw = Object;
            type Threads = $threads;

            unsafe fn destroy(raw: NonNull<Object>) {
                // SAFETY: a handle gives up its one object.
                unsafe { c_destroy(raw.as_ptr()) }
            }
        }
    )* };
}
kinds!(Homely: OneThread, Movable: OneAtATime, Shared: AnyThread);

/// A subscription of C's: a function, what it is called with, and the destroy notice.
#[derive(Clone, Copy)]
pub(crate) struct Subscription {
    call: OnEvent,
    user: *mut c_void,
    destroy: Option<Destroy>,
}

// SAFETY: C's own threads call it.
unsafe impl Send for Subscription {}
// SAFETY: as above.
unsafe impl Sync for Subscription {}

impl Subscription {
    /// What C does for an event.
    pub(crate) fn fire(self, event: c_int) -> c_int {
        // SAFETY: what was subscribed, until it is released.
        unsafe { (self.call)(self.user, event) }
    }

    /// C's destroy notice.
    pub(crate) fn release(self) {
        if let Some(destroy) = self.destroy {
            // SAFETY: the last use.
            unsafe { destroy(self.user) };
        }
    }
}

/// Subscribes; -1, with nothing taken, for a NULL `destroy`.
pub(crate) unsafe extern "C" fn c_subscribe(
    call: OnEvent,
    user: *mut c_void,
    destroy: Option<Destroy>,
    out: *mut Option<Subscription>,
) -> c_int {
    if destroy.is_none() {
        return -1;
    }
    // SAFETY: the caller's.
    unsafe { out.write(Some(Subscription { call, user, destroy })) };
    0
}

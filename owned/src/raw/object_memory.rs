//! Hearing which memory of objects is given back. The allocator of objects is wrapped, as `tracemalloc` wraps it: that is the one
//! place that every death comes through, whatever deallocator, finalizer, trashcan or base class an object has, and no type
//! changes for it.

use core::ffi::c_void;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::ffi;

/// Whoever hears of it, by addresses of blocks. Called on the thread that gives the block back, before it is given back.
pub(crate) struct Listener {
    pub(crate) freed: fn(usize),
    /// From where to where.
    pub(crate) moved: fn(usize, usize),
}

static LISTENER: OnceLock<&'static Listener> = OnceLock::new();

/// What stood there before. Never freed: another one who wraps allocators may call it for as long as the process lives.
struct Link {
    below: ffi::PyMemAllocatorEx,
}

// SAFETY: functions, and a pointer that is theirs; they are called as the allocator of objects is.
unsafe impl Send for Link {}
// SAFETY: as above.
unsafe impl Sync for Link {}

struct Links {
    placed: Option<&'static Link>,
    /// One that was taken out again.
    spare: Option<&'static Link>,
}

static LINKS: Mutex<Links> = Mutex::new(Links { placed: None, spare: None });
/// A block of which it is asked whether its end is heard.
static PROBE: AtomicUsize = AtomicUsize::new(0);

fn links() -> MutexGuard<'static, Links> {
    LINKS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn below(context: *mut c_void) -> ffi::PyMemAllocatorEx {
    // SAFETY: the context is a `Link`, which is never freed.
    unsafe { (*context.cast::<Link>()).below }
}

extern "C" fn malloc(context: *mut c_void, size: usize) -> *mut c_void {
    let below = below(context);
    below.malloc.map_or(ptr::null_mut(), |malloc| malloc(below.ctx, size))
}

extern "C" fn calloc(context: *mut c_void, count: usize, size: usize) -> *mut c_void {
    let below = below(context);
    below.calloc.map_or(ptr::null_mut(), |calloc| calloc(below.ctx, count, size))
}

extern "C" fn realloc(context: *mut c_void, block: *mut c_void, size: usize) -> *mut c_void {
    let below = below(context);
    let from = block.addr();
    let now = below.realloc.map_or(ptr::null_mut(), |realloc| realloc(below.ctx, block, size));
    if !now.is_null()
        && now.addr() != from
        && let Some(listener) = LISTENER.get()
    {
        (listener.moved)(from, now.addr());
    }
    now
}

extern "C" fn free(context: *mut c_void, block: *mut c_void) {
    let below = below(context);
    if block.addr() == PROBE.load(Relaxed) {
        PROBE.store(0, Relaxed);
    } else if let Some(listener) = LISTENER.get() {
        (listener.freed)(block.addr());
    }
    if let Some(free) = below.free {
        free(below.ctx, block);
    }
}

fn current() -> ffi::PyMemAllocatorEx {
    let mut current =
        ffi::PyMemAllocatorEx { ctx: ptr::null_mut(), malloc: None, calloc: None, realloc: None, free: None };
    // SAFETY: fills in the struct.
    unsafe { ffi::PyMem_GetAllocator(ffi::PyMemAllocatorDomain::PYMEM_DOMAIN_OBJ, &mut current) };
    current
}

/// # Safety
/// The thread is attached, with the one GIL of the process; what is set leads to what was there.
unsafe fn set(mut allocator: ffi::PyMemAllocatorEx) {
    // SAFETY: the caller's; the struct is copied.
    unsafe { ffi::PyMem_SetAllocator(ffi::PyMemAllocatorDomain::PYMEM_DOMAIN_OBJ, &mut allocator) };
}

/// Whether the end of a block is heard now. Others who wrap the allocator may have put back what was there before us.
fn hears() -> bool {
    // SAFETY: attached, by the callers.
    let block = unsafe { ffi::PyObject_Malloc(1) };
    PROBE.store(block.addr(), Relaxed);
    // SAFETY: the block of the line above, or NULL.
    unsafe { ffi::PyObject_Free(block) };
    PROBE.swap(0, Relaxed) == 0
}

/// From now on `listener` hears of each block, if it does not do so yet.
///
/// # Safety
/// The thread is attached, where there is a GIL.
pub(crate) unsafe fn hear_frees(listener: &'static Listener) {
    LISTENER.get_or_init(|| listener);
    let mut links = links();
    if links.placed.is_some() && hears() {
        return;
    }
    let below = current();
    let spare = links.spare.take().filter(|spare| {
        spare.below.ctx == below.ctx
            && spare.below.free.map(|free| free as usize) == below.free.map(|free| free as usize)
    });
    let link: &'static Link = spare.unwrap_or_else(|| Box::leak(Box::new(Link { below })));
    let context = ptr::from_ref(link).cast_mut().cast();
    let ours = ffi::PyMemAllocatorEx {
        ctx: context,
        malloc: Some(malloc),
        calloc: Some(calloc),
        realloc: Some(realloc),
        free: Some(free),
    };
    // SAFETY: attached, by the caller; each function calls what was there.
    unsafe { set(ours) };
    links.placed = Some(link);
}

/// The allocator is what it was, unless somebody has wrapped it since: then it stays, and is heard no more than before.
///
/// # Safety
/// The thread is attached, where there is a GIL.
pub(crate) unsafe fn hear_frees_no_more() {
    let mut links = links();
    let Some(link) = links.placed else { return };
    if current().ctx.cast_const().cast::<Link>() == ptr::from_ref(link) {
        // SAFETY: attached; what was there before.
        unsafe { set(link.below) };
        links.spare = links.placed.take();
    }
}

//! Hearing which objects are made: from CPython 3.13 on the interpreter itself says so, to one who asks.

use super::refs::PyObject;

pub(crate) type Born = fn(*mut PyObject);

/// Whether the interpreter says of each object that it is made. Where it does not, the allocator of a type is what can be asked.
pub(crate) const BIRTHS_ARE_TOLD: bool = cfg!(Py_3_13);

#[cfg(Py_3_13)]
pub(crate) use told::{hear_births, hear_births_no_more};

#[cfg(Py_3_13)]
mod told {
    use core::ffi::{c_int, c_void};
    use core::ptr;
    use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
    use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

    use pyo3_ffi as ffi;

    use super::{Born, PyObject};

    type Tracer = unsafe extern "C" fn(*mut PyObject, c_int, *mut c_void) -> c_int;

    crate::raw::libpython! {
        fn PyRefTracer_SetTracer(tracer: Option<Tracer>, data: *mut c_void) -> c_int;
        fn PyRefTracer_GetTracer(data: *mut *mut c_void) -> Option<Tracer>;
    }

    /// The event of an object that was made (`PyRefTracer_CREATE`).
    const CREATE: c_int = 0;

    /// Who was there before, and hears what we hear. Never freed: whoever comes after us may call us as long as the process lives.
    struct Link {
        former: Option<Tracer>,
        data: *mut c_void,
    }

    // SAFETY: a function and what it asks for, which are used as the interpreter would.
    unsafe impl Send for Link {}
    // SAFETY: as above.
    unsafe impl Sync for Link {}

    struct Links {
        placed: Option<&'static Link>,
        spare: Option<&'static Link>,
    }

    static LINKS: Mutex<Links> = Mutex::new(Links { placed: None, spare: None });
    static LISTENER: OnceLock<Born> = OnceLock::new();
    /// Something was heard.
    static HEARD: AtomicBool = AtomicBool::new(false);

    fn links() -> MutexGuard<'static, Links> {
        LINKS.lock().unwrap_or_else(PoisonError::into_inner)
    }

    unsafe extern "C" fn tracer(object: *mut PyObject, event: c_int, data: *mut c_void) -> c_int {
        if event == CREATE && !object.is_null() {
            HEARD.store(true, Relaxed);
            if let Some(listener) = LISTENER.get() {
                listener(object);
            }
        }
        // SAFETY: the data is a `Link`, which is never freed.
        let link = unsafe { &*data.cast::<Link>() };
        match link.former {
            // SAFETY: called as the interpreter calls us, with what it was set with.
            Some(former) => unsafe { former(object, event, link.data) },
            None => 0,
        }
    }

    fn current() -> (Option<Tracer>, *mut c_void) {
        let mut data = ptr::null_mut();
        // SAFETY: attached, by the callers.
        let tracer = unsafe { PyRefTracer_GetTracer(&mut data) };
        (tracer, data)
    }

    /// Whether a birth is heard now. Whoever sets another tracer may call ours, or not.
    fn hears() -> bool {
        HEARD.store(false, Relaxed);
        // SAFETY: attached, by the callers.
        let list = unsafe { ffi::PyList_New(0) };
        // SAFETY: a new reference, or NULL.
        drop(unsafe { super::super::refs::NewRef::from_ptr(list) });
        if super::super::error_is_set() {
            // SAFETY: attached; there was no memory for a list.
            unsafe { ffi::PyErr_Clear() };
        }
        HEARD.load(Relaxed)
    }

    /// From now on `listener` hears of each object, if it does not do so yet; and whoever did before still does.
    ///
    /// # Safety
    /// The thread is attached, no exception is set.
    pub(crate) unsafe fn hear_births(listener: Born) {
        LISTENER.get_or_init(|| listener);
        let mut links = links();
        if links.placed.is_some() && hears() {
            return;
        }
        let (former, data) = current();
        let same = |spare: &&'static Link| {
            spare.data == data && spare.former.map(|former| former as usize) == former.map(|former| former as usize)
        };
        let spare = links.spare.take().filter(same);
        let link: &'static Link = spare.unwrap_or_else(|| Box::leak(Box::new(Link { former, data })));
        // SAFETY: attached; a function, and what it asks for, which is never freed.
        unsafe { PyRefTracer_SetTracer(Some(tracer), ptr::from_ref(link).cast_mut().cast()) };
        links.placed = Some(link);
    }

    /// The tracer is again who it was before, unless somebody else has taken our place.
    ///
    /// # Safety
    /// The thread is attached.
    pub(crate) unsafe fn hear_births_no_more() {
        let mut links = links();
        let Some(link) = links.placed else { return };
        if current().1.cast_const().cast::<Link>() == ptr::from_ref(link) {
            // SAFETY: attached; who was there before, with what it asked for.
            unsafe { PyRefTracer_SetTracer(link.former, link.data) };
            links.spare = links.placed.take();
        }
    }
}

/// Nobody says it.
///
/// # Safety
/// None.
#[cfg(not(Py_3_13))]
pub(crate) unsafe fn hear_births(_: Born) {}

/// As above.
///
/// # Safety
/// None.
#[cfg(not(Py_3_13))]
pub(crate) unsafe fn hear_births_no_more() {}

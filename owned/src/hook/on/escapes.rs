//! References that left through `into_raw`, by address, so that `from_new` of the same pointer takes one back.

use core::ptr::NonNull;
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::raw::PyObject;

use super::Tag;

pub(super) type Escapes = HashMap<usize, Vec<Tag>>;

static ESCAPES: LazyLock<Mutex<Escapes>> = LazyLock::new(Mutex::default);
/// How many there are. While there are none, nobody looks.
static COUNT: AtomicUsize = AtomicUsize::new(0);

pub(super) fn escapes() -> MutexGuard<'static, Escapes> {
    ESCAPES.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn keep(object: NonNull<PyObject>, tag: Tag) {
    escapes().entry(object.as_ptr().addr()).or_default().push(tag);
    COUNT.fetch_add(1, SeqCst);
}

/// A reference came back from a raw pointer; if it had left through `into_raw`, it is no longer escaped.
#[inline]
pub(crate) fn taken_back(object: NonNull<PyObject>) {
    if COUNT.load(SeqCst) != 0 {
        take(object);
    }
}

#[cold]
fn take(object: NonNull<PyObject>) {
    let mut escapes = escapes();
    let address = object.as_ptr().addr();
    let Some(tags) = escapes.get_mut(&address) else { return };
    let tag = tags.pop();
    if tags.is_empty() {
        escapes.remove(&address);
    }
    drop(escapes);
    if let Some(tag) = tag {
        COUNT.fetch_sub(1, SeqCst);
        tag.released();
    }
}

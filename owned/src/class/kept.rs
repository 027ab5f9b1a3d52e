//! Classes of the library's own, which belong to no module: made when first needed, kept by the interpreter.
//!
//! All is `#[inline]`: compiled with the bindings that need such a class, and not with the library.
#![expect(unsafe_code, reason = "keeps a box in a capsule of the interpreter's dict")]

use core::ffi::CStr;
use core::ptr::NonNull;
use std::ffi::CString;

use crate::err::Result;
use crate::raw::{self, BorrowedRef, NewRef, PyObject};
use crate::token::Python;

use super::build::CreatedType;
use super::cell::LiveTypes;

const NAME: &CStr = c"owned.class";

struct Kept {
    class: NewRef,
    live: &'static LiveTypes,
}

impl CreatedType {
    /// The type object lives as long as the interpreter, and is found as long.
    #[inline]
    pub(crate) fn keep(self, py: Python<'_>) -> Result<()> {
        let (class, live) = self.into_parts();
        let key = CString::new(format!("owned.class:{:p}", core::ptr::from_ref(live))).expect("an address has no NUL");
        let kept = Box::into_raw(Box::new(Kept { class: class.into_bound(py).into_ref(), live }));
        // SAFETY: attached, by `py`; the destructor takes the box.
        let capsule = match unsafe { raw::capsule_new(kept.cast(), NAME, Some(release)) } {
            Ok(capsule) => capsule,
            Err(error) => {
                // SAFETY: the box of above, which nobody has taken.
                drop(unsafe { Box::from_raw(kept) });
                return Err(error.into());
            }
        };
        // SAFETY: attached.
        match unsafe { raw::interpreter_dict() } {
            // SAFETY: attached; the interpreter's dict is a dict, which takes its own reference.
            Some(dict) => Ok(unsafe { raw::dict_set_item_string(dict, key.as_ptr(), capsule.borrow()) }?),
            None => Ok(()),
        }
    }
}

impl Drop for Kept {
    /// The class must not be found any more before its type object goes.
    #[inline]
    fn drop(&mut self) {
        self.live.forget(self.class.borrow());
    }
}

/// The interpreter's dict is cleared: attached.
#[inline]
unsafe extern "C" fn release(capsule: *mut PyObject) {
    let Some(capsule) = NonNull::new(capsule) else { return };
    // SAFETY: the capsule is passed alive.
    let capsule = unsafe { BorrowedRef::from_non_null(capsule) };
    // SAFETY: attached; the capsule has this name.
    let Ok(kept) = (unsafe { raw::capsule_get_pointer(capsule, NAME.as_ptr()) }) else { return };
    // SAFETY: the box that `keep` made; a capsule calls its destructor once.
    drop(unsafe { Box::from_raw(kept.cast::<Kept>()) });
}

//! C's tables of methods, properties and members, as far as they are kept.

use core::ffi::CStr;
use core::ptr;

use super::ffi;

/// The entries of one of C's tables that ends with a NULL name, without those of these names.
macro_rules! kept {
    ($(#[$doc:meta])* $function:ident($entry:ty, $name:ident)) => {
        $(#[$doc])*
        ///
        /// # Safety
        /// NULL, or a table that ends with a NULL name.
        pub(crate) unsafe fn $function(mut at: *const $entry, displaced: impl Fn(&CStr) -> bool) -> Vec<$entry> {
            let mut kept = Vec::new();
            while !at.is_null() {
                // SAFETY: an entry; the one without a name is the last.
                let entry = unsafe { &*at };
                let name = entry.$name;
                if name.is_null() {
                    break;
                }
                // SAFETY: the name of an entry is a C string.
                if !displaced(unsafe { CStr::from_ptr(name) }) {
                    kept.push(entry.clone());
                }
                // SAFETY: it was not the last.
                at = unsafe { at.add(1) };
            }
            kept
        }
    };
}

kept! {
    /// C's methods.
    kept_methods(ffi::PyMethodDef, ml_name)
}
kept! {
    /// C's properties.
    kept_properties(ffi::PyGetSetDef, name)
}
kept! {
    /// C's members.
    kept_members(ffi::PyMemberDef, name)
}

/// What ends a table of members.
pub(crate) const fn no_member() -> ffi::PyMemberDef {
    ffi::PyMemberDef { name: ptr::null(), type_code: 0, offset: 0, flags: 0, doc: ptr::null() }
}

//! Records are kept alive while they are checked.

use owned::PyObject;

unsafe extern "C" {
    fn Py_IncRef(object: *mut PyObject);
    fn Py_DecRef(object: *mut PyObject);
}

/// How long a name may be: a panic for one that is no ASCII.
fn checked(name: &str) -> usize {
    assert!(name.is_ascii(), "names are ASCII");
    name.len()
}

#[owned::module]
mod pinned_record_bug {
    use owned::prelude::*;

    #[function]
    fn check(record: Borrowed<'_, '_, Dict>, names: Vec<String>) -> usize {
        unsafe { super::Py_IncRef(record.as_ptr()) } // BUG
        let total = names.iter().map(|name| super::checked(name)).sum();
        unsafe { super::Py_DecRef(record.as_ptr()) }
        total
    }
}

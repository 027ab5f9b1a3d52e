//! A context for callbacks of other extensions: a capsule that knows an object.

use std::ffi::{CStr, c_char, c_void};

use owned::PyObject;
use owned::prelude::*;

const NAME: &CStr = c"tokens.context";

type Destructor = unsafe extern "C" fn(*mut PyObject);

unsafe extern "C" {
    fn PyCapsule_New(pointer: *mut c_void, name: *const c_char, destructor: Option<Destructor>) -> *mut PyObject;
    fn PyCapsule_GetPointer(capsule: *mut PyObject, name: *const c_char) -> *mut c_void;
}

unsafe extern "C" fn release(capsule: *mut PyObject) {
    let py = unsafe { Python::assume_attached() };
    let pointer = unsafe { PyCapsule_GetPointer(capsule, NAME.as_ptr()) };
    drop(unsafe { Owned::<Any>::from_new(py, pointer.cast()) });
}

#[owned::module]
mod context_token_twin {
    use super::*;

    #[function]
    fn token<'py>(py: Python<'py>, context: Py<Any>) -> Result<Owned<'py, Any>> {
        let pointer = context.into_raw();
        let capsule = unsafe { PyCapsule_New(pointer.cast(), NAME.as_ptr(), Some(release)) };
        unsafe { Owned::from_new(py, capsule) }.ok_or_else(|| {
            let raised = PyErr::take(py).expect("C has raised");
            drop(unsafe { Owned::<Any>::from_new(py, pointer) });
            raised
        })
    }

    #[function]
    fn context<'py>(token: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        let pointer = unsafe { PyCapsule_GetPointer(token.as_ptr(), NAME.as_ptr()) };
        unsafe { Owned::from_borrowed(token.py(), pointer.cast()) }
            .ok_or_else(|| PyErr::take(token.py()).expect("C has raised"))
    }
}

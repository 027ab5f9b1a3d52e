//! Binds a ticker of C: the callable goes along as the `void *` of its subscription.

use std::ffi::{c_int, c_void};

use owned::prelude::*;

unsafe extern "C" {
    fn ticker_hook_twin_subscribe(call: extern "C" fn(*mut c_void, c_int), user: *mut c_void) -> c_int;
    fn ticker_hook_twin_unsubscribe(slot: c_int) -> *mut c_void;
    safe fn ticker_hook_twin_tick(tick: c_int);
}

extern "C" fn called(user: *mut c_void, tick: c_int) {
    let py = unsafe { Python::assume_attached() };
    let handler = unsafe { Owned::<Any>::from_borrowed(py, user.cast()) }.expect("a subscription has a handler");
    if let Err(error) = handler.call((tick,)) {
        error.write_unraisable(py, Some(&handler));
    }
}

#[owned::module]
mod ticker_hook_twin {
    use super::*;

    #[function]
    fn subscribe(handler: Py<Any>) -> i32 {
        unsafe { ticker_hook_twin_subscribe(called, handler.into_raw().cast()) }
    }

    #[function]
    fn unsubscribe(py: Python<'_>, slot: i32) -> bool {
        let user = unsafe { ticker_hook_twin_unsubscribe(slot) };
        unsafe { Owned::<Any>::from_new(py, user.cast()) }.is_some()
    }

    #[function]
    fn tick(number: i32) {
        ticker_hook_twin_tick(number)
    }
}

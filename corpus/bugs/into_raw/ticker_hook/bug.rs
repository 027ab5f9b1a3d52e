//! Binds a ticker of C: the callable goes along as the `void *` of its subscription.

use std::ffi::{c_int, c_void};

use owned::prelude::*;

unsafe extern "C" {
    fn ticker_hook_bug_subscribe(call: extern "C" fn(*mut c_void, c_int), user: *mut c_void) -> c_int;
    fn ticker_hook_bug_unsubscribe(slot: c_int) -> *mut c_void;
    safe fn ticker_hook_bug_tick(tick: c_int);
}

extern "C" fn called(user: *mut c_void, tick: c_int) {
    let py = unsafe { Python::assume_attached() };
    let handler = unsafe { Owned::<Any>::from_borrowed(py, user.cast()) }.expect("a subscription has a handler");
    if let Err(error) = handler.call((tick,)) {
        error.write_unraisable(py, Some(&handler));
    }
}

#[owned::module]
mod ticker_hook_bug {
    use super::*;

    #[function]
    fn subscribe(handler: Py<Any>, // BUG
    ) -> i32 {
        unsafe { ticker_hook_bug_subscribe(called, handler.into_raw().cast()) } // BUG
    }

    #[function]
    fn unsubscribe(slot: i32) -> bool {
        let user = unsafe { ticker_hook_bug_unsubscribe(slot) };
        !user.is_null()
    }

    #[function]
    fn tick(number: i32) {
        ticker_hook_bug_tick(number)
    }
}

//! Whoever calls it vouches for the pointer.

use std::ffi::{c_int, c_void};

owned::foreign::trampoline! {
    unsafe extern "C" fn answer(user: *mut c_void) -> c_int {
        state: i32 = user,
        on_error: -1,
        call: |state| Ok(*state),
    }
}

fn main() {
    assert_eq!(unsafe { answer(std::ptr::null_mut()) }, -1);
}

//! A callback keeps no look at its state, which C may release right after the call.
//! expect: temporary value dropped while borrowed

use std::cell::Cell;
use std::ffi::c_void;

thread_local!(static KEPT: Cell<Option<&'static i32>> = const { Cell::new(None) });

owned::foreign::trampoline! {
    unsafe extern "C" fn keep(user: *mut c_void) {
        state: i32 = user,
        on_error: (),
        call: |state| {
            KEPT.set(Some(state));
            Ok(())
        },
    }
}

fn main() {
    owned::foreign::lend(&7, |user| unsafe { keep(user) });
}

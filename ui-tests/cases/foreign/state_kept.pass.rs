//! A callback looks at its state while it runs.

use std::cell::Cell;
use std::ffi::c_void;

thread_local!(static KEPT: Cell<Option<&'static i32>> = const { Cell::new(None) });

owned::foreign::trampoline! {
    unsafe extern "C" fn keep(user: *mut c_void) {
        state: i32 = user,
        on_error: (),
        call: |state| {
            KEPT.set(Some(&7).filter(|seven| *seven == state));
            Ok(())
        },
    }
}

fn main() {
    owned::foreign::lend(&7, |user| unsafe { keep(user) });
}

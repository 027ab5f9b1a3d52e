//! Status codes and `errno` become exceptions.

#![allow(unsafe_code, reason = "calls C functions")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod support;

use std::ffi::{CString, c_char, c_int};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr;

use owned::exceptions::{FileNotFoundError, MemoryError, NotADirectoryError};
use owned::foreign::{OrErrno, Statuses, raise};
use owned::prelude::*;
use support::{flat, python};

unsafe extern "C" {
    fn opendir(path: *const c_char) -> *mut u8;
    fn closedir(folder: *mut u8) -> c_int;
    fn close(file: c_int) -> c_int;
}

unsafe extern "C" fn text(status: c_int) -> *const c_char {
    match status {
        5 => ptr::null(),
        6 => c"not UTF-8: \xff".as_ptr(),
        1 => c"too large".as_ptr(),
        _ => c"what?".as_ptr(),
    }
}

owned::create_exception! {
    /// The library is busy.
    pub BusyError: RuntimeError,
}

#[owned::module]
mod library {
    #[export]
    pub use super::BusyError;
}

// SAFETY: `text` takes any number and gives NULL or static text.
static STATUSES: Statuses = unsafe { Statuses::new(text) }.successes(&[0, 100]).errors(&[
    (1, raise::<ValueError>),
    (2, raise::<MemoryError>),
    (4, raise::<BusyError>),
    (7, |message| OSError::new(format!("seven: {message}"))),
]);

#[test]
fn a_status_is_its_exception() {
    python(|py| {
        let _module = owned::load!(py, library)?;
        assert_eq!((STATUSES.check(0)?, STATUSES.check(100)?), (0, 100));
        let said = |status| STATUSES.check(status).unwrap_err().to_string();
        assert_eq!(said(1), "ValueError: too large");
        assert_eq!(said(2), "MemoryError: what?");
        assert_eq!(said(5), "RuntimeError: the C library has failed (status 5)");
        assert_eq!(said(6), "RuntimeError: not UTF-8: \u{fffd} (status 6)");
        assert_eq!(said(7), "OSError: seven: what?");
        assert_eq!(said(-3), "RuntimeError: what? (status -3)");
        let busy = STATUSES.check(4).unwrap_err();
        assert!(busy.is::<BusyError>(py) && busy.is::<RuntimeError>(py) && !busy.is::<ValueError>(py));
        flat(py, |_| {
            drop(STATUSES.check(4).unwrap_err().into_value(py));
            drop(STATUSES.check(1).unwrap_err().into_value(py));
            Ok(())
        });
        Ok(())
    });
}

fn list(path: &Path) -> Result<()> {
    let c_path = CString::new(path.as_os_str().as_bytes())?;
    // SAFETY: a C string.
    let folder = unsafe { opendir(c_path.as_ptr()) }.or_errno_of(path)?;
    // SAFETY: opened above.
    unsafe { closedir(folder) }.or_errno().map(drop)
}

#[test]
fn errno_is_an_os_error_of_the_right_subclass() {
    python(|py| {
        list(Path::new("/"))?;
        let missing = list(Path::new("/no/such/folder")).unwrap_err();
        assert!(missing.is::<FileNotFoundError>(py));
        let missing = missing.into_value(py);
        assert_eq!(missing.getattr("filename")?.extract::<String>()?, "/no/such/folder");
        assert_eq!(missing.getattr("errno")?.extract::<i32>()?, 2);
        assert!(list(Path::new("/etc/passwd")).unwrap_err().is::<NotADirectoryError>(py));
        // SAFETY: no such file.
        let closed = unsafe { close(-1) }.or_errno().unwrap_err();
        assert_eq!(closed.to_string(), "OSError: [Errno 9] Bad file descriptor");
        assert!(closed.into_value(py).getattr("filename")?.is_none());
        assert_eq!((7_i32.or_errno()?, 0_i64.or_errno()?, 0_isize.or_errno()?), (7, 0, 0));
        let there = &raw const STATUSES;
        assert_eq!(there.or_errno()?, there);
        flat(py, |_| {
            drop(list(Path::new("/no/such/folder")).unwrap_err().into_value(py));
            Ok(())
        });
        Ok(())
    });
}

//! Status codes and `errno` as exceptions: [`Statuses`], [`OrErrno`].
#![expect(unsafe_code, reason = "asks the library for its messages")]

use core::ffi::{CStr, c_char, c_int, c_long};
use core::fmt;
use std::io;
use std::path::Path;

use crate::err::{ExceptionClass, PyErr, Result, RuntimeError, error_of};

/// A library's status codes: which mean success, which exception each other one is, and what the library says of it.
///
/// ```
/// use std::ffi::{c_char, c_int};
///
/// use owned::exceptions::MemoryError;
/// use owned::foreign::{Statuses, raise};
/// use owned::prelude::*;
///
/// // A function of C's, from its header.
/// unsafe extern "C" fn ink_status_text(status: c_int) -> *const c_char {
///     match status {
///         0 => c"success",
///         1 => c"a side is out of range",
///         _ => c"unknown status",
///     }
///     .as_ptr()
/// }
///
/// // SAFETY: `ink_status_text` takes any number and gives static text.
/// static INK: Statuses = unsafe { Statuses::new(ink_status_text) }
///     .errors(&[(1, raise::<ValueError>), (3, raise::<MemoryError>)]);
///
/// assert_eq!(INK.check(0)?, 0);
/// assert_eq!(INK.check(1).unwrap_err().to_string(), "ValueError: a side is out of range");
/// assert_eq!(INK.check(9).unwrap_err().to_string(), "RuntimeError: unknown status (status 9)");
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Copy)]
pub struct Statuses {
    text: Text,
    successes: &'static [c_int],
    errors: &'static [(c_int, Raise)],
}

type Text = unsafe extern "C" fn(c_int) -> *const c_char;

/// Makes the exception of a status, with the library's message: [`raise::<ValueError>`](raise), or a function of one's
/// own.
///
/// ```
/// use owned::foreign::Raise;
/// use owned::prelude::*;
///
/// const TOO_LARGE: Raise = |message| OverflowError::new(format!("too large: {message}"));
/// assert_eq!(TOO_LARGE("a side".to_owned()).to_string(), "OverflowError: too large: a side");
/// ```
pub type Raise = fn(String) -> PyErr;

/// An exception of the class `E`, built in or made by [`create_exception!`](crate::create_exception).
///
/// ```
/// use owned::foreign::raise;
/// use owned::prelude::*;
///
/// assert_eq!(raise::<ValueError>("no ink".to_owned()).to_string(), "ValueError: no ink");
/// ```
pub fn raise<E: ExceptionClass>(message: String) -> PyErr {
    error_of::<E>(message.into())
}

impl Statuses {
    /// A library that says by `text` what a status means. 0 is success, everything else a `RuntimeError` that names the
    /// number, until more is said.
    ///
    /// ```
    /// # use std::ffi::{c_char, c_int};
    /// use owned::foreign::Statuses;
    ///
    /// unsafe extern "C" fn ink_status_text(_: c_int) -> *const c_char {
    ///     c"no ink".as_ptr()
    /// }
    /// // SAFETY: `ink_status_text` takes any number and gives static text.
    /// static INK: Statuses = unsafe { Statuses::new(ink_status_text) };
    /// assert_eq!(INK.check(0)?, 0);
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Safety
    /// `text` may be called with any number, on any thread. It gives NULL, or text that stays until this thread calls
    /// the library again.
    #[inline]
    pub const unsafe fn new(text: unsafe extern "C" fn(c_int) -> *const c_char) -> Self {
        Statuses { text, successes: &[0], errors: &[] }
    }

    /// The codes that mean success, in place of 0.
    ///
    /// ```
    /// # use std::ffi::{c_char, c_int};
    /// # use owned::foreign::Statuses;
    /// # unsafe extern "C" fn ink_status_text(_: c_int) -> *const c_char { c"no ink".as_ptr() }
    /// // SAFETY: `ink_status_text` takes any number and gives static text.
    /// static INK: Statuses = unsafe { Statuses::new(ink_status_text) }.successes(&[100, 101]);
    /// assert_eq!(INK.check(101)?, 101);
    /// assert!(INK.check(0).is_err());
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn successes(self, successes: &'static [c_int]) -> Self {
        Statuses { successes, ..self }
    }

    /// Which exception a code is.
    ///
    /// ```
    /// # use std::ffi::{c_char, c_int};
    /// # use owned::foreign::{Statuses, raise};
    /// # use owned::prelude::*;
    /// # unsafe extern "C" fn ink_status_text(_: c_int) -> *const c_char { c"no ink".as_ptr() }
    /// // SAFETY: `ink_status_text` takes any number and gives static text.
    /// static INK: Statuses = unsafe { Statuses::new(ink_status_text) }.errors(&[(1, raise::<ValueError>)]);
    /// assert_eq!(INK.check(1).unwrap_err().to_string(), "ValueError: no ink");
    /// ```
    #[must_use]
    #[inline]
    pub const fn errors(self, errors: &'static [(c_int, Raise)]) -> Self {
        Statuses { errors, ..self }
    }

    /// The status, if it means success.
    ///
    /// ```
    /// # use std::ffi::{c_char, c_int};
    /// # use owned::foreign::Statuses;
    /// # unsafe extern "C" fn ink_status_text(_: c_int) -> *const c_char { c"no ink".as_ptr() }
    /// # // SAFETY: `ink_status_text` takes any number and gives static text.
    /// # static INK: Statuses = unsafe { Statuses::new(ink_status_text) };
    /// assert_eq!(INK.check(0)?, 0);
    /// assert_eq!(INK.check(3).unwrap_err().to_string(), "RuntimeError: no ink (status 3)");
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// The exception of the status.
    #[inline]
    pub fn check(&self, status: c_int) -> Result<c_int> {
        if self.successes.contains(&status) { Ok(status) } else { Err(self.error(status)) }
    }

    /// The exception of a status.
    ///
    /// ```
    /// # use std::ffi::{c_char, c_int};
    /// # use owned::foreign::Statuses;
    /// # unsafe extern "C" fn ink_status_text(_: c_int) -> *const c_char { c"no ink".as_ptr() }
    /// # // SAFETY: `ink_status_text` takes any number and gives static text.
    /// # static INK: Statuses = unsafe { Statuses::new(ink_status_text) };
    /// assert_eq!(INK.error(3).to_string(), "RuntimeError: no ink (status 3)");
    /// ```
    #[cold]
    #[inline]
    pub fn error(&self, status: c_int) -> PyErr {
        match self.errors.iter().find(|(code, _)| *code == status) {
            Some((_, raise)) => raise(self.text(status)),
            None => RuntimeError::new(format!("{} (status {status})", self.text(status))),
        }
    }

    /// What the library says of a status.
    ///
    /// ```
    /// # use std::ffi::{c_char, c_int};
    /// # use owned::foreign::Statuses;
    /// # unsafe extern "C" fn ink_status_text(_: c_int) -> *const c_char { c"no ink".as_ptr() }
    /// # // SAFETY: `ink_status_text` takes any number and gives static text.
    /// # static INK: Statuses = unsafe { Statuses::new(ink_status_text) };
    /// assert_eq!(INK.text(3), "no ink");
    /// ```
    #[inline]
    pub fn text(&self, status: c_int) -> String {
        // SAFETY: the maker's: any number, on any thread.
        let text = unsafe { (self.text)(status) };
        if text.is_null() {
            return "the C library has failed".to_owned();
        }
        // SAFETY: not NULL, so a text that stays at least until it is copied.
        unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
    }
}

impl fmt::Debug for Statuses {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Statuses").field("successes", &self.successes).finish_non_exhaustive()
    }
}

/// What C functions return that report failure by `errno`: -1, or NULL.
///
/// Call it right away: `errno` is that of the last call.
///
/// ```
/// use std::ffi::{CString, c_char, c_int};
/// use std::path::Path;
///
/// use owned::foreign::OrErrno;
///
/// unsafe extern "C" {
///     fn chdir(path: *const c_char) -> c_int;
/// }
///
/// let path = Path::new("/no/such/folder");
/// let c_path = CString::new(path.to_str().unwrap())?;
/// // SAFETY: a C string.
/// let error = unsafe { chdir(c_path.as_ptr()) }.or_errno_of(path).unwrap_err();
/// assert_eq!(error.to_string(), "OSError: [Errno 2] No such file or directory: '/no/such/folder'");
/// # Ok::<(), owned::PyErr>(()) // which becomes a `FileNotFoundError` in Python
/// ```
pub trait OrErrno: Copy {
    /// Whether it says that the call has failed.
    ///
    /// ```
    /// use owned::foreign::OrErrno as _;
    ///
    /// assert!((-1_i32).has_failed() && !0_i32.has_failed());
    /// assert!(std::ptr::null_mut::<u8>().has_failed());
    /// ```
    fn has_failed(self) -> bool;

    /// The value, unless it says that the call has failed.
    ///
    /// ```
    /// use owned::foreign::OrErrno as _;
    ///
    /// assert_eq!(7_i32.or_errno()?, 7);
    /// assert!((-1_i32).or_errno().is_err()); // with what `errno` says
    /// # Ok::<(), owned::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `OSError` with the number that is in `errno`; Python picks the subclass.
    #[inline]
    fn or_errno(self) -> Result<Self> {
        if self.has_failed() { Err(io::Error::last_os_error().into()) } else { Ok(self) }
    }

    /// As [`OrErrno::or_errno`], with the name of the file that it was about.
    ///
    /// ```
    /// use owned::foreign::OrErrno as _;
    ///
    /// let error = (-1_i32).or_errno_of("ink.txt".as_ref()).unwrap_err();
    /// assert!(error.to_string().ends_with("'ink.txt'"));
    /// ```
    ///
    /// # Errors
    /// `OSError` with the number and the name.
    #[inline]
    fn or_errno_of(self, path: &Path) -> Result<Self> {
        if self.has_failed() { Err(PyErr::from_io(&io::Error::last_os_error(), path)) } else { Ok(self) }
    }
}

macro_rules! minus_one {
    ($($type:ty)*) => { $(
        impl OrErrno for $type {
            #[inline]
            fn has_failed(self) -> bool {
                self == -1
            }
        }
    )* };
}
minus_one!(i32 i64 isize);
const _: fn(c_int, c_long) = |int, long| {
    let _ = (int.has_failed(), long.has_failed());
};

impl<T> OrErrno for *mut T {
    #[inline]
    fn has_failed(self) -> bool {
        self.is_null()
    }
}

impl<T> OrErrno for *const T {
    #[inline]
    fn has_failed(self) -> bool {
        self.is_null()
    }
}

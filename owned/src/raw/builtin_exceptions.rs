//! The built-in exceptions: which there are, what each derives from, and since which version.

use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};

use super::ffi;

use super::refs::{BorrowedRef, PyObject};

/// Hands the table to a macro: `always`, which every version has and a message makes; `special`, which are made of other
/// arguments; `since`, which the first version with the `cfg` has. Each with its base.
macro_rules! builtin_exceptions {
    ($callback:ident) => {
        $callback! {
            always {
                BaseException: Any = PyExc_BaseException;
                ArithmeticError: Exception = PyExc_ArithmeticError;
                AssertionError: Exception = PyExc_AssertionError;
                AttributeError: Exception = PyExc_AttributeError;
                BlockingIOError: OSError = PyExc_BlockingIOError;
                BrokenPipeError: ConnectionError = PyExc_BrokenPipeError;
                BufferError: Exception = PyExc_BufferError;
                BytesWarning: Warning = PyExc_BytesWarning;
                ChildProcessError: OSError = PyExc_ChildProcessError;
                ConnectionAbortedError: ConnectionError = PyExc_ConnectionAbortedError;
                ConnectionError: OSError = PyExc_ConnectionError;
                ConnectionRefusedError: ConnectionError = PyExc_ConnectionRefusedError;
                ConnectionResetError: ConnectionError = PyExc_ConnectionResetError;
                DeprecationWarning: Warning = PyExc_DeprecationWarning;
                EOFError: Exception = PyExc_EOFError;
                EncodingWarning: Warning = PyExc_EncodingWarning;
                Exception: BaseException = PyExc_Exception;
                FileExistsError: OSError = PyExc_FileExistsError;
                FileNotFoundError: OSError = PyExc_FileNotFoundError;
                FloatingPointError: ArithmeticError = PyExc_FloatingPointError;
                FutureWarning: Warning = PyExc_FutureWarning;
                GeneratorExit: BaseException = PyExc_GeneratorExit;
                ImportError: Exception = PyExc_ImportError;
                ImportWarning: Warning = PyExc_ImportWarning;
                IndentationError: SyntaxError = PyExc_IndentationError;
                IndexError: LookupError = PyExc_IndexError;
                InterruptedError: OSError = PyExc_InterruptedError;
                IsADirectoryError: OSError = PyExc_IsADirectoryError;
                KeyError: LookupError = PyExc_KeyError;
                KeyboardInterrupt: BaseException = PyExc_KeyboardInterrupt;
                LookupError: Exception = PyExc_LookupError;
                MemoryError: Exception = PyExc_MemoryError;
                ModuleNotFoundError: ImportError = PyExc_ModuleNotFoundError;
                NameError: Exception = PyExc_NameError;
                NotADirectoryError: OSError = PyExc_NotADirectoryError;
                NotImplementedError: RuntimeError = PyExc_NotImplementedError;
                OSError: Exception = PyExc_OSError;
                OverflowError: ArithmeticError = PyExc_OverflowError;
                PendingDeprecationWarning: Warning = PyExc_PendingDeprecationWarning;
                PermissionError: OSError = PyExc_PermissionError;
                ProcessLookupError: OSError = PyExc_ProcessLookupError;
                RecursionError: RuntimeError = PyExc_RecursionError;
                ReferenceError: Exception = PyExc_ReferenceError;
                ResourceWarning: Warning = PyExc_ResourceWarning;
                RuntimeError: Exception = PyExc_RuntimeError;
                RuntimeWarning: Warning = PyExc_RuntimeWarning;
                StopAsyncIteration: Exception = PyExc_StopAsyncIteration;
                StopIteration: Exception = PyExc_StopIteration;
                SyntaxError: Exception = PyExc_SyntaxError;
                SyntaxWarning: Warning = PyExc_SyntaxWarning;
                SystemError: Exception = PyExc_SystemError;
                SystemExit: BaseException = PyExc_SystemExit;
                TabError: IndentationError = PyExc_TabError;
                TimeoutError: OSError = PyExc_TimeoutError;
                TypeError: Exception = PyExc_TypeError;
                UnboundLocalError: NameError = PyExc_UnboundLocalError;
                UnicodeError: ValueError = PyExc_UnicodeError;
                UnicodeWarning: Warning = PyExc_UnicodeWarning;
                UserWarning: Warning = PyExc_UserWarning;
                ValueError: Exception = PyExc_ValueError;
                Warning: Exception = PyExc_Warning;
                ZeroDivisionError: ArithmeticError = PyExc_ZeroDivisionError;
            }
            special {
                BaseExceptionGroup: BaseException = PyExc_BaseExceptionGroup;
                UnicodeDecodeError: UnicodeError = PyExc_UnicodeDecodeError;
                UnicodeEncodeError: UnicodeError = PyExc_UnicodeEncodeError;
                UnicodeTranslateError: UnicodeError = PyExc_UnicodeTranslateError;
            }
            since {
                PythonFinalizationError: RuntimeError = PyExc_PythonFinalizationError, Py_3_13;
                ImportCycleError: ImportError = PyExc_ImportCycleError, Py_3_15;
            }
        }
    };
}
pub(crate) use builtin_exceptions;

macro_rules! kinds {
    (
        always { $( $name:ident: $base:ident = $c:ident; )* }
        special { $( $special:ident: $special_base:ident = $special_c:ident; )* }
        since { $( $newer:ident: $newer_base:ident = $newer_c:ident, $version:ident; )* }
    ) => {
        /// A built-in exception, by name.
        ///
        /// ```
        /// # use owned::prelude::*;
        /// use owned::exceptions::ExceptionKind;
        ///
        /// let error = PyErr::new(ExceptionKind::ValueError, "no ink");
        /// assert_eq!(error.to_string(), "ValueError: no ink");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum ExceptionKind {
            $( #[doc = concat!("`", stringify!($name), "`")] $name, )*
            $( #[doc = concat!("`", stringify!($special), "`")] $special, )*
            $( #[doc = concat!("`", stringify!($newer), "`")] $newer, )*
        }

        impl ExceptionKind {
            /// The name in Python.
            ///
            /// ```
            /// use owned::exceptions::ExceptionKind;
            ///
            /// assert_eq!(ExceptionKind::ValueError.name(), "ValueError");
            /// ```
            #[inline]
            pub const fn name(self) -> &'static str {
                match self {
                    $( ExceptionKind::$name => stringify!($name), )*
                    $( ExceptionKind::$special => stringify!($special), )*
                    $( ExceptionKind::$newer => stringify!($newer), )*
                }
            }

            /// Whether the version of Python that this is built for has it. If not, its base is raised in its place.
            ///
            /// ```
            /// use owned::exceptions::ExceptionKind;
            ///
            /// assert!(ExceptionKind::ValueError.exists());
            /// ```
            #[inline]
            pub const fn exists(self) -> bool {
                match self {
                    $( ExceptionKind::$newer => cfg!($version), )*
                    _ => true,
                }
            }
        }

        crate::raw::libpython! {
            $( #[cfg($version)] static mut $newer_c: *mut ffi::PyObject; )*
        }

        /// C's variable for the class, or for that of its base where this version has none. Inlined, so that of a kind which is a
        /// constant one symbol is left for the linker, of which each costs an import time.
        #[inline(always)]
        fn place(which: ExceptionKind) -> *const *mut PyObject {
            match which {
                $( ExceptionKind::$name => &raw const ffi::$c, )*
                $( ExceptionKind::$special => &raw const ffi::$special_c, )*
                $(
                    #[cfg($version)]
                    ExceptionKind::$newer => &raw const $newer_c,
                    #[cfg(not($version))]
                    ExceptionKind::$newer => place(ExceptionKind::$newer_base),
                )*
            }
        }

        /// How many kinds there are.
        const KINDS: usize = [$( stringify!($name), )* $( stringify!($special), )* $( stringify!($newer), )*].len();
    };
}
builtin_exceptions!(kinds);

/// The places of those kinds of which errors were made.
static KNOWN: [AtomicPtr<*mut PyObject>; KINDS] = [const { AtomicPtr::new(ptr::null_mut()) }; KINDS];

/// A kind of which an error is made, so that its class is [found](known_exception_type) when it is to be raised: of a constant.
#[inline(always)]
pub(crate) fn known(which: ExceptionKind) -> ExceptionKind {
    KNOWN[which as usize].store(place(which).cast_mut(), Relaxed);
    which
}

/// The class of the exception, which is a constant, or that of its base where this version has none; the interpreter keeps it.
///
/// # Safety
/// The thread is attached for `'a`.
#[inline(always)]
pub(crate) unsafe fn exception_type<'a>(which: ExceptionKind) -> BorrowedRef<'a> {
    // SAFETY: a variable of the interpreter; the caller's.
    unsafe { class_at(place(which)) }
}

/// The same of a kind that is [known].
///
/// # Safety
/// The thread is attached for `'a`.
#[inline]
pub(crate) unsafe fn known_exception_type<'a>(which: ExceptionKind) -> BorrowedRef<'a> {
    let place = KNOWN[which as usize].load(Relaxed);
    assert!(!place.is_null(), "whoever makes an error makes its kind known");
    // SAFETY: a variable of the interpreter; the caller's.
    unsafe { class_at(place) }
}

/// # Safety
/// The variable of a built-in exception; the thread is attached for `'a`.
#[inline(always)]
unsafe fn class_at<'a>(place: *const *mut PyObject) -> BorrowedRef<'a> {
    // SAFETY: set when the interpreter was initialised, and not changed while it runs.
    let class = unsafe { *place };
    // SAFETY: the interpreter keeps its built-in exceptions alive.
    unsafe { BorrowedRef::from_ptr(class) }.expect("built-in exceptions exist while attached")
}

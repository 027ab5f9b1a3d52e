//! The built-in exceptions: which there are, what each derives from, and since which version.

use super::ffi;

use super::refs::BorrowedRef;

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

        /// The exception's class, or that of its base where this version has none; the interpreter keeps it.
        ///
        /// # Safety
        /// The thread is attached for `'a`.
        #[inline]
        pub(crate) unsafe fn exception_type<'a>(which: ExceptionKind) -> BorrowedRef<'a> {
            let place = match which {
                $( ExceptionKind::$name => &raw const ffi::$c, )*
                $( ExceptionKind::$special => &raw const ffi::$special_c, )*
                $(
                    #[cfg($version)]
                    ExceptionKind::$newer => &raw const $newer_c,
                    #[cfg(not($version))]
                    // SAFETY: the caller's.
                    ExceptionKind::$newer => return unsafe { exception_type(ExceptionKind::$newer_base) },
                )*
            };
            // SAFETY: a variable of the interpreter, set when it was initialised and not changed while it runs.
            let class = unsafe { *place };
            // SAFETY: the interpreter keeps its built-in exceptions alive.
            unsafe { BorrowedRef::from_ptr(class) }.expect("built-in exceptions exist while attached")
        }
    };
}
builtin_exceptions!(kinds);

//! The built-in types and exceptions, by name.

use pyo3_ffi as ffi;

use super::refs::BorrowedRef;

macro_rules! checks {
    ($( $(#[$doc:meta])* fn $name:ident = $c:ident; )*) => { $(
        #[doc = concat!("`", stringify!($c), "`.")]
        pub(crate) fn $name(object: BorrowedRef<'_>) -> bool {
            // SAFETY: the object is alive; the check reads its type.
            unsafe { ffi::$c(object.as_ptr()) != 0 }
        }
    )* };
}

checks! {
    fn is_str = PyUnicode_Check;
    fn is_bytes = PyBytes_Check;
    fn is_int = PyLong_Check;
    fn is_bool = PyBool_Check;
    fn is_float = PyFloat_Check;
    fn is_list = PyList_Check;
    fn is_dict = PyDict_Check;
    fn is_tuple = PyTuple_Check;
    fn is_type = PyType_Check;
    fn is_module = PyModule_Check;
    fn is_exception = PyExceptionInstance_Check;
}

/// Whether the object is a `weakref.ref` (or a subclass, such as `weakref.WeakMethod`).
pub(crate) fn is_weakref(object: BorrowedRef<'_>) -> bool {
    // SAFETY: the object is alive; the check reads its type.
    unsafe { ffi::PyWeakref_CheckRef(object.as_ptr()) != 0 }
}

/// Whether the object is an instance of `class` or of a subclass, by `PyObject_TypeCheck`: no Python code runs.
pub(crate) fn is_instance_of(object: BorrowedRef<'_>, class: BorrowedRef<'_>) -> bool {
    // SAFETY: both are alive and `class` is a type object, as its callers know.
    unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_ptr().cast()) != 0 }
}

/// `PyType_IsSubtype`: no Python code runs.
pub(crate) fn is_subtype(class: BorrowedRef<'_>, base: BorrowedRef<'_>) -> bool {
    // SAFETY: both are live type objects, as their callers know.
    unsafe { ffi::PyType_IsSubtype(class.as_ptr().cast(), base.as_ptr().cast()) != 0 }
}

macro_rules! exceptions {
    ($( $name:ident = $c:ident; )*) => {
        /// A built-in exception, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ExceptionKind { $(
            #[doc = concat!("`", stringify!($name), "`")]
            $name
        ),* }

        impl ExceptionKind {
            /// The name in Python.
            pub fn name(self) -> &'static str {
                match self { $( ExceptionKind::$name => stringify!($name) ),* }
            }
        }

        /// The exception's type object; the interpreter keeps it.
        ///
        /// # Safety
        /// The thread is attached for `'a`.
        pub(crate) unsafe fn exception_type<'a>(which: ExceptionKind) -> BorrowedRef<'a> {
            let class = match which { $(
                // SAFETY: set when the interpreter was initialised and not changed while it runs.
                ExceptionKind::$name => unsafe { ffi::$c }
            ),* };
            // SAFETY: the interpreter keeps its built-in exceptions alive.
            unsafe { BorrowedRef::from_ptr(class) }.expect("built-in exceptions exist while attached")
        }
    };
}

exceptions! {
    BaseException = PyExc_BaseException; Exception = PyExc_Exception; ArithmeticError = PyExc_ArithmeticError;
    AssertionError = PyExc_AssertionError; AttributeError = PyExc_AttributeError; BufferError = PyExc_BufferError;
    EOFError = PyExc_EOFError; ImportError = PyExc_ImportError; IndexError = PyExc_IndexError;
    KeyError = PyExc_KeyError; KeyboardInterrupt = PyExc_KeyboardInterrupt; LookupError = PyExc_LookupError;
    MemoryError = PyExc_MemoryError; NameError = PyExc_NameError; NotImplementedError = PyExc_NotImplementedError;
    OSError = PyExc_OSError; FileNotFoundError = PyExc_FileNotFoundError; PermissionError = PyExc_PermissionError;
    OverflowError = PyExc_OverflowError; RecursionError = PyExc_RecursionError; ReferenceError = PyExc_ReferenceError;
    RuntimeError = PyExc_RuntimeError; StopIteration = PyExc_StopIteration; SyntaxError = PyExc_SyntaxError;
    SystemError = PyExc_SystemError; TimeoutError = PyExc_TimeoutError; TypeError = PyExc_TypeError;
    UnicodeDecodeError = PyExc_UnicodeDecodeError; UnicodeError = PyExc_UnicodeError; ValueError = PyExc_ValueError;
    ZeroDivisionError = PyExc_ZeroDivisionError;
}

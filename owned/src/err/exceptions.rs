//! The built-in exceptions, each a type with a constructor.
#![expect(unsafe_code, reason = "declares types for handles; reads the interpreter's own exception types")]

use crate::ptr::{Any, Derived, Owned, TypeInfo};
use crate::raw::{self, BorrowedRef, ExceptionKind};
use crate::token::Python;

use super::PyErr;

/// A built-in exception type. [`PyErr::is`] asks for one.
pub trait ExceptionType: TypeInfo {
    /// Which.
    const KIND: ExceptionKind;

    /// The type object. A new reference.
    #[track_caller]
    fn type_object(py: Python<'_>) -> Owned<'_, Any> {
        // SAFETY: attached, by `py`; static for the interpreter.
        let class = unsafe { raw::exception_type(Self::KIND) }.to_new();
        // SAFETY: any object is an `Any`.
        unsafe { Owned::from_ref(py, class) }
    }
}

macro_rules! exceptions {
    ($($name:ident)*) => { $(
        #[doc = concat!("Python's `", stringify!($name), "`.")]
        #[derive(Debug)]
        pub enum $name {}

        impl $name {
            /// An error of this kind, not raised yet. Needs no token: the exception is built when it reaches Python.
            #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
            pub fn new(message: impl Into<String>) -> PyErr {
                PyErr::new(ExceptionKind::$name, message)
            }
        }

        // SAFETY: checked against the interpreter's own type; nothing is offered beyond `Any`'s operations.
        unsafe impl TypeInfo for $name {
            const NAME: &'static str = stringify!($name);

            fn is_instance(object: BorrowedRef<'_>) -> bool {
                // SAFETY: whoever holds an object is attached.
                raw::is_instance_of(object, unsafe { raw::exception_type(ExceptionKind::$name) })
            }
        }

        // SAFETY: an exception is an object.
        unsafe impl Derived for $name {
            type Base = Any;
        }

        impl ExceptionType for $name {
            const KIND: ExceptionKind = ExceptionKind::$name;
        }
    )* };
}

exceptions! {
    BaseException Exception ArithmeticError AssertionError AttributeError BufferError EOFError ImportError IndexError
    KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError FileNotFoundError
    PermissionError OverflowError RecursionError ReferenceError RuntimeError StopIteration SyntaxError SystemError
    TimeoutError TypeError UnicodeDecodeError UnicodeError ValueError ZeroDivisionError
}

//! The built-in exceptions, each a type with a constructor, in Python's own hierarchy.
#![expect(unsafe_code, reason = "declares types for handles; reads the interpreter's own exception types")]

use std::borrow::Cow;

use crate::ptr::{Any, Derived, Owned, Py, TypeInfo};
use crate::raw::{self, BorrowedRef, ExceptionKind};
use crate::token::Python;

use super::repr::Repr;
use super::{PyErr, Result};

/// A class of exceptions as a type of Rust: built in, of a `#[module]` ([`create_exception!`](crate::create_exception)),
/// or of a module of Python ([`import_exception!`](crate::import_exception)).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::exceptions::{ExceptionClass, LookupError};
///
/// Python::attach(|py| {
///     fn is_any_of<E: ExceptionClass>(error: &PyErr, py: Python<'_>) -> bool {
///         error.is::<E>(py)
///     }
///     let error = IndexError::new("no such element");
///     assert!(is_any_of::<LookupError>(&error, py) && !is_any_of::<KeyError>(&error, py));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a class of exceptions",
    label = "not an exception",
    note = "the built-in ones are in `owned::exceptions`; `create_exception!` and `import_exception!` make types of others"
)]
pub trait ExceptionClass: TypeInfo {
    /// The class. A new reference.
    ///
    /// # Errors
    /// If its module is not loaded, or cannot be imported.
    #[track_caller]
    fn class(py: Python<'_>) -> Result<Owned<'_, Any>>;

    /// Whether `class` is this class or derives from it. No Python code runs, and nothing is imported.
    fn covers(class: BorrowedRef<'_>) -> bool;
}

/// A built-in exception type.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::exceptions::{ExceptionType, TimeoutError};
///
/// Python::attach(|py| {
///     let class = TimeoutError::type_object(py);
///     assert_eq!(class.getattr("__name__")?.extract::<String>()?, "TimeoutError");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub trait ExceptionType: ExceptionClass {
    /// Which.
    const KIND: ExceptionKind;

    /// The class, or its base's where this version of Python has none. A new reference.
    #[track_caller]
    fn type_object(py: Python<'_>) -> Owned<'_, Any> {
        // SAFETY: attached, by `py`; static for the interpreter.
        let class = unsafe { raw::exception_type(Self::KIND) }.to_new();
        // SAFETY: any object is an `Any`.
        unsafe { Owned::from_ref(py, class) }
    }
}

#[diagnostic::do_not_recommend]
impl<E: ExceptionType> ExceptionClass for E {
    #[track_caller]
    #[inline]
    fn class(py: Python<'_>) -> Result<Owned<'_, Any>> {
        Ok(Self::type_object(py))
    }

    #[inline]
    fn covers(class: BorrowedRef<'_>) -> bool {
        covers(E::KIND, class)
    }
}

#[inline(always)]
fn covers(kind: ExceptionKind, class: BorrowedRef<'_>) -> bool {
    // SAFETY: whoever holds an object is attached.
    kind.exists() && raw::is_type(class) && raw::is_subtype(class, unsafe { raw::exception_type(kind) })
}

macro_rules! types {
    (
        always { $( $name:ident: $base:ident = $c:ident; )* }
        special { $( $special:ident: $special_base:ident = $special_c:ident; )* }
        since { $( $newer:ident: $newer_base:ident = $newer_c:ident, $version:ident; )* }
    ) => {
        $( types!(@type $name $base concat!("Python's `", stringify!($name), "`.")); types!(@new $name); )*
        $( types!(@type $special $special_base concat!("Python's `", stringify!($special), "`.")); )*
        $(
            types!(@type $newer $newer_base concat!(
                "Python's `", stringify!($newer), "`. Where the version of Python that this is built for has none, no ",
                "exception is one, and `new` makes its base, `", stringify!($newer_base), "`."
            ));
            types!(@new $newer);
        )*
    };
    (@type $name:ident $base:ident $doc:expr) => {
        #[doc = $doc]
        #[doc = ""]
        #[doc = "```"]
        #[doc = "# use owned::Any;"]
        #[doc = "use owned::exceptions::*;"]
        #[doc = "use owned::{Derived, TypeInfo};"]
        #[doc = ""]
        #[doc = concat!("assert_eq!(", stringify!($name), "::NAME, \"", stringify!($name), "\");")]
        #[doc = concat!("assert_eq!(<", stringify!($name), " as Derived>::Base::NAME, ", stringify!($base), "::NAME);")]
        #[doc = "```"]
        pub enum $name {}

        // SAFETY: checked against the interpreter's own type: the object is an exception of that type.
        unsafe impl TypeInfo for $name {
            const NAME: &'static str = stringify!($name);

            #[inline]
            fn is_instance(object: BorrowedRef<'_>) -> bool {
                covers(ExceptionKind::$name, raw::type_of(object))
            }
        }

        // SAFETY: Python's own hierarchy, which a test compares.
        unsafe impl Derived for $name {
            type Base = $base;
        }

        impl ExceptionType for $name {
            const KIND: ExceptionKind = ExceptionKind::$name;
        }
    };
    (@new $name:ident) => {
        impl $name {
            /// An error of this kind, not raised yet. Needs no token: the exception is built when it reaches Python.
            /// With a literal it allocates nothing until then.
            ///
            /// ```
            #[doc = concat!("let error = owned::exceptions::", stringify!($name), "::new(\"no more ink\");")]
            /// assert!(error.to_string().ends_with(": no more ink"));
            /// ```
            #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
            #[track_caller]
            #[inline]
            pub fn new(message: impl Into<Cow<'static, str>>) -> PyErr {
                PyErr::new(ExceptionKind::$name, message)
            }
        }
    };
}
raw::builtin_exceptions!(types);

impl KeyError {
    /// An error that has the key itself, as Python's containers raise it: `error.args[0]` is that object, and the message its
    /// `repr`. The error holds the key; nothing is allocated until it reaches Python.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let missing = KeyError::of(("colour", 7).into_py(py)?);
    ///     assert_eq!(missing.to_string(), "KeyError: ('colour', 7)");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    #[inline]
    pub fn of<T: TypeInfo>(key: impl Into<Py<T>>) -> PyErr {
        Repr::Key(key.into().into_any()).into()
    }
}

/// Python's other name of `OSError`.
///
/// ```
/// use owned::exceptions::{EnvironmentError, OSError};
/// use owned::prelude::*;
///
/// # Python::initialize();
/// let error = EnvironmentError::new("no ink");
/// assert!(Python::attach(|py| error.is::<OSError>(py)));
/// ```
pub type EnvironmentError = OSError;
/// Python's other name of `OSError`.
///
/// ```
/// use owned::exceptions::{IOError, OSError};
/// use owned::prelude::*;
///
/// # Python::initialize();
/// let error = IOError::new("no ink");
/// assert!(Python::attach(|py| error.is::<OSError>(py)));
/// ```
pub type IOError = OSError;
/// Python's other name of `OSError`, on Windows.
///
/// ```
/// use owned::exceptions::{OSError, WindowsError};
/// use owned::prelude::*;
///
/// # Python::initialize();
/// let error = WindowsError::new("no ink");
/// assert!(Python::attach(|py| error.is::<OSError>(py)));
/// ```
#[cfg(windows)]
pub type WindowsError = OSError;

//! The macros that make types of exception classes. They stand here since what they write names every floor.

/// Makes an exception class as a type of Rust, for a `#[module]` to export.
///
/// Each copy of the module makes a class of its own, named after it (`drawings.LoadError`), which can be imported,
/// caught and pickled like one that was written in Python. `LoadError::new("…")` makes an error of the newest live copy;
/// an exception of any of them is a `LoadError`.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// owned::create_exception! {
///     /// A drawing cannot be loaded.
///     pub LoadError: ValueError,
///     /// It is too large.
///     pub SizeError: LoadError,
/// }
///
/// #[owned::module]
/// mod drawings {
///     #[export]
///     pub use super::{LoadError, SizeError};
///
///     #[function]
///     fn load(size: u32) -> owned::Result<u32> {
///         if size > 9 { Err(super::SizeError::new("9 at most")) } else { Ok(size) }
///     }
/// }
/// # fn main() -> Result<()> {
/// #     Python::initialize();
/// #     Python::attach(|py| {
/// #         let module = owned::load!(py, drawings)?;
/// #         let error = module.call_method("load", (10,)).unwrap_err();
/// #         assert!(error.is::<SizeError>(py) && error.is::<LoadError>(py) && error.is::<ValueError>(py));
/// #         Ok(())
/// #     })
/// # }
/// ```
#[macro_export]
macro_rules! create_exception {
    ($( $(#[doc = $doc:literal])* $visibility:vis $name:ident: $base:ty ),+ $(,)?) => { $(
        $(#[doc = $doc])*
        #[derive(Debug)]
        $visibility enum $name {}

        $crate::__exception_type!($name, $base, $crate::TypeHint::class::<Self>(Self::NAME), {
            fn class(py: $crate::Python<'_>) -> $crate::Result<$crate::Owned<'_, $crate::Any>> {
                $crate::__private::created_class::<Self>(py)
            }

            fn covers(class: $crate::BorrowedRef<'_>) -> bool {
                $crate::__private::created_covers::<Self>(class)
            }
        });

        impl $crate::__private::CreatedException for $name {
            const PYTHON_NAME: &'static ::core::ffi::CStr =
                match ::core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($name), "\0").as_bytes()) {
                    Ok(name) => name,
                    Err(_) => panic!("a name of Rust has no NUL"),
                };
            const DOC: &'static str = concat!($($doc, "\n"),*);

            fn cell() -> &'static $crate::__private::TypeCell<Self> {
                static CELL: $crate::__private::TypeCell<$name> = $crate::__private::TypeCell::new();
                &CELL
            }
        }

        impl $name {
            #[doc(hidden)]
            pub const __OWNED_ITEM: $crate::__private::Item = $crate::__private::Item::exception::<$name>();
        }
    )+ };
}

/// Makes a type of an exception class that a module of Python has: `import_exception!(pub json.decoder, JSONDecodeError)`.
///
/// The module is imported when the class is first needed, to raise it, once per interpreter; if that fails, the
/// failure is what is raised. Asking whether an error is one ([`PyErr::is`](crate::PyErr::is)) imports nothing: while the module is
/// not imported, nothing is an instance of its classes.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
///
/// owned::import_exception!(pub json.decoder, JSONDecodeError);
///
/// Python::attach(|py| {
///     let error = py.import("json")?.call_method("loads", ("{",)).unwrap_err();
///     assert!(error.is::<JSONDecodeError>(py) && error.is::<ValueError>(py));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[macro_export]
macro_rules! import_exception {
    ($visibility:vis $first:ident $(. $rest:ident)*, $name:ident) => {
        #[doc = concat!("`", stringify!($name), "` of the Python module `", stringify!($first), $(".", stringify!($rest),)* "`.")]
        #[derive(Debug)]
        $visibility enum $name {}

        $crate::__exception_type!($name, $crate::exceptions::BaseException, $crate::TypeHint::named(Self::__OWNED_PLACE.0, Self::__OWNED_PLACE.1), {
            fn class(py: $crate::Python<'_>) -> $crate::Result<$crate::Owned<'_, $crate::Any>> {
                $crate::__private::imported_class(py, Self::__OWNED_PLACE.0, Self::__OWNED_PLACE.1)
            }

            fn covers(class: $crate::BorrowedRef<'_>) -> bool {
                $crate::__private::imported_covers(Self::__OWNED_PLACE.0, Self::__OWNED_PLACE.1, class)
            }
        });

        impl $name {
            const __OWNED_PLACE: (&'static str, &'static str) =
                (concat!(stringify!($first), $(".", stringify!($rest),)*), stringify!($name));
        }
    };
}

/// What `import_exception!` and `create_exception!` have in common. `covers` gives exceptions only: see `ExceptionClass`.
#[doc(hidden)]
#[macro_export]
macro_rules! __exception_type {
    ($name:ident, $base:ty, $hint:expr, { $($class:tt)* }) => {
        // SAFETY: `covers` is the library's own, and says yes to classes below the base only.
        unsafe impl $crate::TypeInfo for $name {
            const NAME: &'static str = stringify!($name);
            const HINT: $crate::TypeHint = $hint;

            fn is_instance(object: $crate::BorrowedRef<'_>) -> bool {
                $crate::__private::exception_covers::<Self>(object)
            }
        }

        // SAFETY: as above.
        unsafe impl $crate::Derived for $name {
            type Base = $base;
        }

        impl $crate::exceptions::ExceptionClass for $name { $($class)* }

        #[allow(dead_code, reason = "some are raised, some are only caught")]
        impl $name {
            /// An error of this class, not raised yet. Needs no token: the exception is built when it reaches Python.
            pub fn new(message: impl ::core::convert::Into<::std::borrow::Cow<'static, str>>) -> $crate::PyErr {
                $crate::__private::error_of::<Self>(message.into())
            }
        }
    };
}

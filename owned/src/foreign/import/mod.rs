//! [`import`](super::import): C functions that take and give Python objects.

#[cfg(feature = "ledger")]
mod check;
mod position;
#[cfg(not(feature = "ledger"))]
mod unchecked;

#[cfg(feature = "ledger")]
pub use check::Call;
pub use position::{Argument, Borrowed, Escaped, Given, Kept, New, Plain, Returned, Status, Stolen};
#[cfg(not(feature = "ledger"))]
pub use unchecked::Call;

/// Declares C functions that take or give Python objects, by what each does with references, and writes a safe function
/// for each.
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign;
/// use owned::prelude::*;
///
/// foreign::import! {
///     // SAFETY: as `Python.h` says.
///     unsafe extern "C" {
///         /// The text of an object.
///         fn PyObject_Str(object: Kept<Any>) -> New<Str>;
///         /// An item of a list.
///         fn PyList_GetItem(list: Borrowed<List>, index: isize) -> Borrowed<Any>;
///         /// Replaces an item.
///         fn PyList_SetItem(list: Borrowed<List>, index: isize, item: Stolen<Any>) -> Status;
///     }
/// }
///
/// Python::attach(|py| {
///     let list = List::new(py, [1, 2])?;
///     PyList_SetItem(py, &list, 0, Str::new(py, "stolen")?.into_any())?;
///     let first = PyList_GetItem(py, &list, 0)?;
///     assert_eq!(PyObject_Str(py, &first)?.to_str()?, "stolen");
///     assert!(PyList_GetItem(py, &list, 2).unwrap_err().to_string().starts_with("IndexError"));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// The safe function takes the token, and then
///
/// | declared | C is passed | the safe function takes |
/// |---|---|---|
/// | `x: Borrowed<T>` | a reference for the call, of which it keeps none | `&Owned<T>` |
/// | `x: Kept<T>` | a reference for the call; C, or Python code that it runs, may take others of its own | `&Owned<T>` |
/// | `x: Stolen<T>` | a reference to release, or to store in an argument or in the result, also when it fails: then to release | `Owned<T>` |
/// | `x: Escaped<T>` | a reference that it keeps where no collector sees it, and which the ledger counts as escaped | `Owned<T>` |
/// | `x: c_int`, … | the value: a number, a pointer | the same |
///
/// | declared | C gives | the safe function gives |
/// |---|---|---|
/// | `-> New<T>` | a reference that is ours; NULL with an exception | `Result<Owned<T>>` |
/// | `-> Borrowed<T>` | a reference that somebody else owns; NULL with an exception | `Result<Owned<T>>`, a new one |
/// | `-> Status` | 0 or more; -1 with an exception | `Result<c_int>` |
/// | `-> c_int`, … | a value; it does not fail | the same |
///
/// `static fn` is a function that only its own file of C knows: that file, or one that includes it, exports a pointer to it as
/// `owned_c_` and its name, `void (*const owned_c_helper)(void) = (void (*)(void))helper;`. (The crate `owned-build` writes
/// such a file.)
///
/// An object that is no `T` is a `TypeError`. By `unsafe extern` you say that the declarations are true.
///
/// **With the feature `ledger` they are checked at each call**: the counts of the arguments, and of a result that is one of them
/// or belongs to one, are compared before and after, on success and on failure; and so is whether an exception is set. What
/// is not as declared is recorded, by the function's name ([`report::violations`](crate::report::violations)), and panics in a
/// crate that is compiled for its own tests. Immortal objects have no count. What counts cannot tell is left out: whether a
/// new object is really ours, and what other threads do that run meanwhile.
#[macro_export]
#[doc(hidden)]
macro_rules! __foreign_import {
    (unsafe extern "C" { $($functions:tt)* }) => {
        $crate::foreign::import!(@functions $($functions)*);
    };
    (@functions) => {};
    (@functions $(#[$meta:meta])* $visibility:vis static fn $name:ident($($parameters:tt)*) -> $($rest:tt)*) => {
        $crate::foreign::import!(@result [$(#[$meta])*] [$visibility, static] $name [$($parameters)*] $($rest)*);
    };
    (@functions $(#[$meta:meta])* $visibility:vis static fn $name:ident($($parameters:tt)*); $($rest:tt)*) => {
        $crate::foreign::import!(@parameters [$(#[$meta])*] [$visibility, static] $name [()] [] $($parameters)*);
        $crate::foreign::import!(@functions $($rest)*);
    };
    (@functions $(#[$meta:meta])* $visibility:vis fn $name:ident($($parameters:tt)*) -> $($rest:tt)*) => {
        $crate::foreign::import!(@result [$(#[$meta])*] [$visibility, fn] $name [$($parameters)*] $($rest)*);
    };
    (@functions $(#[$meta:meta])* $visibility:vis fn $name:ident($($parameters:tt)*); $($rest:tt)*) => {
        $crate::foreign::import!(@parameters [$(#[$meta])*] [$visibility, fn] $name [()] [] $($parameters)*);
        $crate::foreign::import!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident [$($parameters:tt)*] New<$of:ty>; $($rest:tt)*) => {
        $crate::foreign::import!(@parameters $meta $visibility $name [$crate::foreign::written::New<$of>] [] $($parameters)*);
        $crate::foreign::import!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident [$($parameters:tt)*] Borrowed<$of:ty>; $($rest:tt)*) => {
        $crate::foreign::import!(@parameters $meta $visibility $name [$crate::foreign::written::Borrowed<$of>] [] $($parameters)*);
        $crate::foreign::import!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident [$($parameters:tt)*] Status; $($rest:tt)*) => {
        $crate::foreign::import!(@parameters $meta $visibility $name [$crate::foreign::written::Status] [] $($parameters)*);
        $crate::foreign::import!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident [$($parameters:tt)*] $plain:ty; $($rest:tt)*) => {
        $crate::foreign::import!(@parameters $meta $visibility $name [$plain] [] $($parameters)*);
        $crate::foreign::import!(@functions $($rest)*);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $result:tt [$($done:tt)*] $parameter:ident: Borrowed<$of:ty> $(, $($rest:tt)*)?) => {
        $crate::foreign::import!(@parameters $meta $visibility $name $result
            [$($done)* ($parameter, $crate::foreign::written::Borrowed<$of>)] $($($rest)*)?);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $result:tt [$($done:tt)*] $parameter:ident: Kept<$of:ty> $(, $($rest:tt)*)?) => {
        $crate::foreign::import!(@parameters $meta $visibility $name $result
            [$($done)* ($parameter, $crate::foreign::written::Kept<$of>)] $($($rest)*)?);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $result:tt [$($done:tt)*] $parameter:ident: Stolen<$of:ty> $(, $($rest:tt)*)?) => {
        $crate::foreign::import!(@parameters $meta $visibility $name $result
            [$($done)* ($parameter, $crate::foreign::written::Stolen<$of>)] $($($rest)*)?);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $result:tt [$($done:tt)*] $parameter:ident: Escaped<$of:ty> $(, $($rest:tt)*)?) => {
        $crate::foreign::import!(@parameters $meta $visibility $name $result
            [$($done)* ($parameter, $crate::foreign::written::Escaped<$of>)] $($($rest)*)?);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $result:tt [$($done:tt)*] $parameter:ident: $plain:ty $(, $($rest:tt)*)?) => {
        $crate::foreign::import!(@parameters $meta $visibility $name $result
            [$($done)* ($parameter, $crate::foreign::written::Plain<$plain>)] $($($rest)*)?);
    };
    (@parameters [$($meta:tt)*] [$visibility:vis, $linkage:tt] $name:ident [$result:ty] [$(($parameter:ident, $position:ty))*]) => {
        $($meta)*
        ///
        /// # Errors
        /// What the C function raises, and `TypeError` for a result of another type.
        #[track_caller]
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "a function of C's")]
        $visibility fn $name<'a, 'py: 'a>(
            py: $crate::foreign::written::Python<'py>,
            $($parameter: <$position as $crate::foreign::written::Argument>::Safe<'a, 'py>,)*
        ) -> <$result as $crate::foreign::written::Returned>::Safe<'py> {
            $crate::foreign::import!(@declare $linkage function $name [$($position)*] $result);
            let mut call = $crate::foreign::written::Call::new(::core::stringify!($name), ::core::cfg!(test));
            $(let $parameter = $crate::foreign::written::Given::<$position>::new($parameter, ::core::stringify!($parameter), &mut call);)*
            call.begins(py);
            // SAFETY: attached; by `unsafe extern`, the function is as it is declared.
            let result = unsafe { function($($parameter.pass()),*) };
            // SAFETY: what the function has just given.
            unsafe { <$result as $crate::foreign::written::Returned>::take(py, result, call) }
        }
    };
    (@declare fn $function:ident $name:ident [$($position:ty)*] $result:ty) => {
        unsafe extern "C" {
            fn $name($(_: <$position as $crate::foreign::written::Argument>::Raw),*)
                -> <$result as $crate::foreign::written::Returned>::Raw;
        }
        let $function = $name;
    };
    (@declare static $function:ident $name:ident [$($position:ty)*] $result:ty) => {
        unsafe extern "C" {
            #[link_name = ::core::concat!("owned_c_", ::core::stringify!($name))]
            static POINTER: unsafe extern "C" fn($(<$position as $crate::foreign::written::Argument>::Raw),*)
                -> <$result as $crate::foreign::written::Returned>::Raw;
        }
        // SAFETY: by `unsafe extern`, a constant of C's that points to the function as it is declared.
        let $function = unsafe { POINTER };
    };
}
pub use __foreign_import as import;

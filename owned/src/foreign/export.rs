//! [`export`](super::export): functions of Rust's that C code calls, with Python objects.
#![expect(unsafe_code, reason = "takes over what C passes, as declared, and is entered attached")]

use core::cell::Cell;
use core::ffi::c_int;
use core::mem::ManuallyDrop;
use core::ptr;

use crate::class::{Base as _, Class};
use crate::err::{PyErr, Result, SystemError, TypeError, boundary, note_panics};
use crate::object::Type;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::structs::PyTypeObject;
use crate::raw::{self, NewRef, PyObject, SavedException};
use crate::token::Python;

use super::import::{New, Status};

/// Writes functions that C code calls with Python objects, by what each does with references: what is left of a C extension
/// uses what Rust has taken over.
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign;
/// use owned::prelude::*;
///
/// #[owned::module]
/// mod points {
///     /// C had a struct for it.
///     #[class(new)]
///     pub struct Point {
///         #[field(get)]
///         pub x: i64,
///     }
/// }
/// use points::Point;
///
/// foreign::export! {
///     // SAFETY: C calls them attached, with what the header asks for.
///     unsafe extern "C" {
///         /// `PyTypeObject *Point_Type(void)`, borrowed.
///         type Point_Type = Point;
///
///         /// `PyObject *Point_New(long long x)`.
///         fn Point_New(py, x: i64) -> New<Point> {
///             Point { x }.into_py(py)
///         }
///
///         /// `long long Point_X(PyObject *point)`; -1 with an exception if it is no point.
///         fn Point_X(py, point: Borrowed<Point>) -> i64 {
///             let _ = py;
///             Ok(point.get().x)
///         }
///
///         /// `int Point_PutInto(PyObject *point, PyObject *list)`, which steals the point.
///         fn Point_PutInto(_py, point: Stolen<Point>, list: Borrowed<List>) -> Status {
///             list.push(&point)
///         }
///     }
/// }
/// # Python::attach(|py| {
/// # let module = owned::load!(py, points)?;
/// # let point = unsafe { Owned::<Any>::from_new(py, Point_New(3)) }.unwrap();
/// # assert_eq!(unsafe { Point_X(point.as_ptr()) }, 3);
/// # assert_eq!(unsafe { Point_X(py.none().as_ptr()) }, -1);
/// # let error = PyErr::take(py).unwrap().to_string();
/// # assert_eq!(error, "TypeError: Point_X() argument 'point': expected Point, got NoneType");
/// # assert!(std::ptr::eq(unsafe { Point_Type() }.cast(), module.getattr("Point")?.as_ptr()));
/// # let list = List::empty(py)?;
/// # assert_eq!(unsafe { Point_PutInto(point.into_raw(), list.as_ptr()) }, 0);
/// # assert_eq!(list.len(), 1);
/// # Ok::<(), PyErr>(())
/// # })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// The first parameter is the token's name; C does not pass it. Then
///
/// | declared | C passes | the body has |
/// |---|---|---|
/// | `x: Borrowed<T>` | a reference of its own, which it keeps | `&Owned<T>`, held while the body runs |
/// | `x: Stolen<T>` | its reference, which is gone for it, also on failure | `Owned<T>` |
/// | `x: c_int`, … | the value | the same |
///
/// | declared | the body gives | C gets |
/// |---|---|---|
/// | `-> New<T>` | `Result<Owned<T>>` | a reference that is C's; NULL with an exception |
/// | `-> Status` | `Result<()>` | 0; -1 with an exception |
/// | `-> c_int`, … | `Result` of the number | it; -1 with an exception, which `PyErr_Occurred` tells from a result |
/// | nothing | `Result<()>` | nothing; an error goes to `sys.unraisablehook` |
/// | `type NAME = Class` | – | `PyTypeObject *NAME(void)`: borrowed from the class's module; NULL with an exception if that is not loaded |
///
/// An argument that is no `T` is a `TypeError` that names function and parameter, and NULL a `SystemError`. A panic is an
/// exception. If one is set already when C calls, as in a destructor, it is put aside and back; an error of the body is then
/// reported to `sys.unraisablehook`.
///
/// The functions are symbols of the program, under their own names. The crate `owned-build` writes the header for C.
///
/// # Safety
/// By `unsafe extern` you say that C calls the functions on attached threads, and passes living objects, or NULL.
#[macro_export]
#[doc(hidden)]
macro_rules! __foreign_export {
    (unsafe extern "C" { $($functions:tt)* }) => {
        $crate::foreign::export!(@functions $($functions)*);
    };
    (@functions) => {};
    (@functions $(#[$meta:meta])* $visibility:vis type $name:ident = $class:ty; $($rest:tt)*) => {
        $(#[$meta])*
        ///
        /// # Safety
        /// Attached.
        #[unsafe(no_mangle)]
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "a function of C's")]
        $visibility unsafe extern "C" fn $name() -> *mut $crate::foreign::written::PyTypeObject {
            // SAFETY: by `unsafe extern`, attached.
            unsafe { $crate::foreign::written::class_of::<$class>(::core::stringify!($name)) }
        }
        $crate::foreign::export!(@functions $($rest)*);
    };
    (@functions $(#[$meta:meta])* $visibility:vis fn $name:ident($py:ident $(, $($parameters:tt)*)?) -> $($rest:tt)*) => {
        $crate::foreign::export!(@result [$(#[$meta])*] [$visibility] $name $py [$($($parameters)*)?] $($rest)*);
    };
    (@functions $(#[$meta:meta])* $visibility:vis fn $name:ident($py:ident $(, $($parameters:tt)*)?) $body:block $($rest:tt)*) => {
        $crate::foreign::export!(@parameters [$(#[$meta])*] [$visibility] $name $py [()] $body [] $($($parameters)*)?);
        $crate::foreign::export!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident $py:ident [$($parameters:tt)*] New<$of:ty> $body:block $($rest:tt)*) => {
        $crate::foreign::export!(@parameters $meta $visibility $name $py [$crate::foreign::written::New<$of>] $body [] $($parameters)*);
        $crate::foreign::export!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident $py:ident [$($parameters:tt)*] Status $body:block $($rest:tt)*) => {
        $crate::foreign::export!(@parameters $meta $visibility $name $py [$crate::foreign::written::Status] $body [] $($parameters)*);
        $crate::foreign::export!(@functions $($rest)*);
    };
    (@result $meta:tt $visibility:tt $name:ident $py:ident [$($parameters:tt)*] $plain:ty $body:block $($rest:tt)*) => {
        $crate::foreign::export!(@parameters $meta $visibility $name $py [$plain] $body [] $($parameters)*);
        $crate::foreign::export!(@functions $($rest)*);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $py:ident $result:tt $body:block [$($done:tt)*]
        $parameter:ident: Borrowed<$of:ty> $(, $($rest:tt)*)?) => {
        $crate::foreign::export!(@parameters $meta $visibility $name $py $result $body
            [$($done)* (borrowed $parameter ($of) (*mut $crate::foreign::written::PyObject))] $($($rest)*)?);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $py:ident $result:tt $body:block [$($done:tt)*]
        $parameter:ident: Stolen<$of:ty> $(, $($rest:tt)*)?) => {
        $crate::foreign::export!(@parameters $meta $visibility $name $py $result $body
            [$($done)* (stolen $parameter ($of) (*mut $crate::foreign::written::PyObject))] $($($rest)*)?);
    };
    (@parameters $meta:tt $visibility:tt $name:ident $py:ident $result:tt $body:block [$($done:tt)*]
        $parameter:ident: $plain:ty $(, $($rest:tt)*)?) => {
        $crate::foreign::export!(@parameters $meta $visibility $name $py $result $body
            [$($done)* (plain $parameter ($plain) ($plain))] $($($rest)*)?);
    };
    (@parameters [$($meta:tt)*] [$visibility:vis] $name:ident $py:ident [$result:ty] $body:block
        [$(($kind:ident $parameter:ident ($of:ty) ($raw:ty)))*]) => {
        $($meta)*
        ///
        /// # Safety
        /// Attached; each object is alive, or NULL.
        #[unsafe(no_mangle)]
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "a function of C's")]
        $visibility unsafe extern "C" fn $name($($parameter: $raw),*) -> <$result as $crate::foreign::written::Answer>::Raw {
            // Names of items are no macro's own: these are nobody else's.
            const __OWNED_FUNCTION: &str = ::core::stringify!($name);
            #[inline]
            fn __owned_body<'py>(
                $py: $crate::foreign::written::Python<'py>,
                $($parameter: $crate::foreign::export!(@passed $kind $raw)),*
            ) -> $crate::foreign::written::Result<<$result as $crate::foreign::written::Answer>::Given<'py>> {
                // All of them first: what C gives up is ours, whichever of them is wrong.
                $($crate::foreign::export!(@take $kind $py $parameter __OWNED_FUNCTION [$of]);)*
                $($crate::foreign::export!(@check $kind $parameter);)*
                $body
            }
            $($crate::foreign::export!(@hold $kind $parameter);)*
            // SAFETY: by `unsafe extern`, attached.
            unsafe {
                $crate::foreign::written::answer::<$result>(__OWNED_FUNCTION, move |py| __owned_body(py, $($parameter),*))
            }
        }
    };
    (@passed stolen $raw:ty) => { $crate::foreign::written::GivenUp };
    (@passed $kind:ident $raw:ty) => { $raw };
    (@hold stolen $parameter:ident) => {
        // SAFETY: by `unsafe extern`, a reference that C gives up, or NULL: released also if the body is not run.
        let $parameter = unsafe { $crate::foreign::written::GivenUp::new($parameter) };
    };
    (@hold $kind:ident $parameter:ident) => {};
    (@take borrowed $py:ident $parameter:ident $function:ident [$of:ty]) => {
        // SAFETY: by `unsafe extern`, alive or NULL.
        let $parameter = unsafe {
            $crate::foreign::written::lent::<$of>($py, $parameter, $function, ::core::stringify!($parameter))
        };
    };
    (@check borrowed $parameter:ident) => {
        let $parameter = &$parameter?;
    };
    (@take stolen $py:ident $parameter:ident $function:ident [$of:ty]) => {
        let $parameter = $crate::foreign::written::given::<$of>($py, $parameter, $function, ::core::stringify!($parameter));
    };
    (@check stolen $parameter:ident) => {
        let $parameter = $parameter?;
    };
    (@check plain $parameter:ident) => {};
    (@take plain $py:ident $parameter:ident $function:ident [$of:ty]) => {};
}
pub use __foreign_export as export;

/// What a function gives C.
#[diagnostic::on_unimplemented(
    message = "C cannot be given `{Self}`",
    label = "not what a function that C calls gives",
    note = "write `New<T>` for an object, `Status` for whether it went well (also for yes and no: `c_int`), a number, or nothing"
)]
pub trait Answer {
    /// What its body gives.
    type Given<'py>;
    /// What C gets.
    type Raw;

    /// The reference goes to C.
    fn give(given: Self::Given<'_>) -> Self::Raw;
    /// What C gets on failure: the exception is set.
    fn failed(py: Python<'_>, function: &str) -> Self::Raw;
}

impl<T: TypeInfo> Answer for New<T> {
    type Given<'py> = Owned<'py, T>;
    type Raw = *mut PyObject;

    fn give(given: Owned<'_, T>) -> *mut PyObject {
        given.into_ref().into_non_null().as_ptr()
    }

    fn failed(_: Python<'_>, _: &str) -> *mut PyObject {
        ptr::null_mut()
    }
}

impl Answer for Status {
    type Given<'py> = ();
    type Raw = c_int;

    fn give((): ()) -> c_int {
        0
    }

    fn failed(_: Python<'_>, _: &str) -> c_int {
        -1
    }
}

impl Answer for () {
    type Given<'py> = ();
    type Raw = ();

    fn give((): ()) {}

    /// C cannot be told.
    fn failed(py: Python<'_>, function: &str) {
        if let Some(error) = PyErr::take(py) {
            let name = crate::object::Str::new(py, function).ok();
            error.write_unraisable(py, name.as_deref());
        }
    }
}

macro_rules! numbers {
    ($($number:ty = $failed:expr),* $(,)?) => {
        $(
            impl Answer for $number {
                type Given<'py> = $number;
                type Raw = $number;

                fn give(given: $number) -> $number {
                    given
                }

                fn failed(_: Python<'_>, _: &str) -> $number {
                    $failed
                }
            }
        )*
    };
}

numbers! {
    i8 = -1, i16 = -1, i32 = -1, i64 = -1, isize = -1,
    u8 = u8::MAX, u16 = u16::MAX, u32 = u32::MAX, u64 = u64::MAX, usize = usize::MAX,
    f32 = -1.0, f64 = -1.0,
}

/// Runs the body of a function.
///
/// # Safety
/// Attached.
pub unsafe fn answer<A: Answer>(
    function: &str,
    body: impl for<'py> FnOnce(Python<'py>) -> Result<A::Given<'py>>,
) -> A::Raw {
    // SAFETY: the caller's.
    let py = unsafe { Python::assume_attached() };
    note_panics();
    // SAFETY: attached, by the caller, until the end.
    let raised = raw::error_is_set().then(|| unsafe { SavedException::take() });
    let (body, given) = (Cell::new(Some(body)), Cell::new(None));
    boundary(py, || {
        if let Some(body) = body.take() {
            given.set(Some(A::give(body(py)?)));
        }
        Ok(0)
    });
    let answer = given.take().unwrap_or_else(|| A::failed(py, function));
    drop(raised);
    answer
}

/// An argument that C keeps, held.
///
/// # Safety
/// NULL, or a live object.
#[track_caller]
pub unsafe fn lent<'py, T: TypeInfo>(
    py: Python<'py>,
    object: *mut PyObject,
    function: &str,
    parameter: &str,
) -> Result<Owned<'py, T>> {
    // SAFETY: the caller's.
    checked(unsafe { Owned::from_borrowed(py, object) }, function, parameter)
}

/// A reference that C has given up, or NULL.
pub struct GivenUp(*mut PyObject);

impl GivenUp {
    /// # Safety
    /// Attached as long as it is there; NULL, or a reference that is the caller's, and that C does not use again.
    pub unsafe fn new(object: *mut PyObject) -> Self {
        GivenUp(object)
    }
}

impl Drop for GivenUp {
    fn drop(&mut self) {
        // SAFETY: NULL or the reference that `new` was given, which nobody has taken.
        drop(unsafe { NewRef::from_ptr(self.0) });
    }
}

/// An argument that C gives up.
#[track_caller]
pub fn given<'py, T: TypeInfo>(
    py: Python<'py>,
    object: GivenUp,
    function: &str,
    parameter: &str,
) -> Result<Owned<'py, T>> {
    // SAFETY: by `new`; it is not dropped.
    checked(unsafe { Owned::from_new(py, ManuallyDrop::new(object).0) }, function, parameter)
}

#[track_caller]
fn checked<'py, T: TypeInfo>(
    object: Option<Owned<'py, Any>>,
    function: &str,
    parameter: &str,
) -> Result<Owned<'py, T>> {
    let Some(object) = object else {
        return Err(SystemError::new(format!("{function}() argument '{parameter}': NULL")));
    };
    object.downcast().map_err(|wrong| TypeError::new(format!("{function}() argument '{parameter}': {wrong}")))
}

/// The type object of a class, borrowed from its module.
///
/// # Safety
/// Attached.
pub unsafe fn class_of<C: Class>(function: &str) -> *mut PyTypeObject {
    /// As [`New`], but that the reference stays with the module.
    enum Held {}

    impl Answer for Held {
        type Given<'py> = Owned<'py, Type>;
        type Raw = *mut PyObject;

        fn give(given: Owned<'_, Type>) -> *mut PyObject {
            given.as_ptr()
        }

        fn failed(_: Python<'_>, _: &str) -> *mut PyObject {
            ptr::null_mut()
        }
    }

    // SAFETY: the caller's.
    unsafe { answer::<Held>(function, |py| C::class(py)) }.cast()
}

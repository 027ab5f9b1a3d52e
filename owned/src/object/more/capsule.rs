//! Capsules: values of Rust that Python code hands about without looking inside.
#![expect(unsafe_code, reason = "calls the capsule API and boxes values behind its pointers")]

use core::any::Any as AnyValue;
use core::ffi::{CStr, c_void};

use crate::err::{PyErr, Result, ValueError, quietly};
use crate::ptr::Owned;
use crate::raw::{self, PyObject};
use crate::token::Python;

use crate::object::builtin_type;

builtin_type! {
    /// A capsule: an object that holds a value for C or Rust code (`PyCapsule`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Capsule;
    ///
    /// Python::attach(|py| {
    ///     let capsule = Capsule::new(py, c"example.numbers", vec![1, 2, 3])?;
    ///     assert_eq!(capsule.get::<Vec<i32>>(), Some(&vec![1, 2, 3]));
    ///     assert_eq!(capsule.get::<String>(), None); // the type is checked
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Capsule, "PyCapsule", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::capsule_check_exact(object) != 0 }
    }
}

/// Names by which others, and the arrays of this library, believe what is in a capsule.
const PROTOCOLS: [&CStr; 5] =
    [c"dltensor", c"dltensor_versioned", c"arrow_schema", c"arrow_array", c"arrow_array_stream"];

/// What a capsule of ours points to: a value that knows its type.
type Content = Box<dyn AnyValue + Send + Sync>;

impl Capsule {
    /// A capsule that owns `value` and drops it when it goes itself, on whichever thread that is (`PyCapsule_New`).
    ///
    /// The collector does not look inside: a `Py` in the value that leads back to the capsule is a leak.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Capsule;
    /// let capsule = Capsule::new(py, c"example.numbers", vec![1, 2, 3])?;
    /// assert!(capsule.repr()?.to_str()?.contains("example.numbers"));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a name that says what lies in the capsule, to whoever takes it: those of DLPack and of Arrow.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py, T: Send + Sync + 'static>(
        py: Python<'py>,
        name: &'static CStr,
        value: T,
    ) -> Result<Owned<'py, Capsule>> {
        is_free(name)?;
        let content: Content = Box::new(value);
        let content = Box::into_raw(Box::new(content));
        // SAFETY: attached, by `py`; the destructor takes what `Box::into_raw` gave.
        match unsafe { raw::capsule_new(content.cast(), name, Some(destroy)) } {
            // SAFETY: the function makes a capsule.
            Ok(capsule) => Ok(unsafe { Owned::from_ref(py, capsule) }),
            Err(failed) => {
                // SAFETY: no capsule was made, so the box is still ours alone.
                drop(unsafe { Box::from_raw(content) });
                Err(failed.into())
            }
        }
    }

    /// A capsule for other extensions, in whatever language: its pointer is that of `table`, a `#[repr(C)]` struct of
    /// functions and numbers which both sides know by the capsule's name.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Capsule;
    ///
    /// #[repr(C)]
    /// struct Api {
    ///     version: u32,
    ///     double: extern "C" fn(f64) -> f64,
    /// }
    /// extern "C" fn double(x: f64) -> f64 {
    ///     2.0 * x
    /// }
    /// static API: Api = Api { version: 1, double };
    ///
    /// let capsule = Capsule::of_static(py, c"example.api", &API)?;
    /// assert_eq!(capsule.pointer(c"example.api")?.cast_const().cast(), &raw const API);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` for the names of protocols, as [`new`](Capsule::new) has it.
    #[track_caller]
    pub fn of_static<'py, T: Sync>(
        py: Python<'py>,
        name: &'static CStr,
        table: &'static T,
    ) -> Result<Owned<'py, Capsule>> {
        is_free(name)?;
        let pointer = core::ptr::from_ref(table).cast_mut().cast();
        // SAFETY: attached, by `py`; a reference is not NULL, and nothing is to be destroyed.
        let capsule = unsafe { raw::capsule_new(pointer, name, None) }?;
        // SAFETY: the function makes a capsule.
        Ok(unsafe { Owned::from_ref(py, capsule) })
    }
}

/// That the name is not one which says what lies in a capsule.
fn is_free(name: &CStr) -> Result<()> {
    if PROTOCOLS.contains(&name) {
        return Err(ValueError::new(format!(
            "{name:?} is the name of a protocol's capsules, which hold a struct of C's"
        )));
    }
    Ok(())
}

impl Owned<'_, Capsule> {
    /// The value, if [`Capsule::new`] of this very library made the capsule, of a `T`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Capsule;
    /// let capsule = Capsule::new(py, c"example.number", 7_i32)?;
    /// assert_eq!((capsule.get::<i32>(), capsule.get::<u32>()), (Some(&7), None));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn get<T: 'static>(&self) -> Option<&T> {
        // SAFETY: a handle to a capsule.
        let content = unsafe { raw::capsule_pointer(self.raw(), destroy) }?.cast::<Content>();
        // SAFETY: the destructor is ours, so this is the box that it will take; it lives as long as the capsule, whose
        // pointer nobody can change from safe code, and is never changed.
        let content = unsafe { &*content };
        content.downcast_ref()
    }

    /// The pointer of a capsule that anybody made, such as the table of functions of an extension
    /// (`PyCapsule_GetPointer`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Capsule;
    /// let capsule = py.import("_datetime")?.getattr("datetime_CAPI")?.downcast::<Capsule>()?;
    /// assert!(!capsule.pointer(c"datetime.datetime_CAPI")?.is_null());
    /// let error = capsule.pointer(c"another").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "ValueError: expected a capsule named \"another\", got \"datetime.datetime_CAPI\"",
    /// );
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the capsule's name is another.
    #[track_caller]
    #[inline]
    pub fn pointer(&self, name: &CStr) -> Result<*mut c_void> {
        // SAFETY: a handle to a capsule; a C string.
        match unsafe { raw::capsule_get_pointer(self.raw(), name.as_ptr()) } {
            Ok(pointer) => Ok(pointer),
            Err(failed) => Err(self.is_another(name, failed.into())),
        }
    }

    /// What Python says of a wrong name names neither.
    #[cold]
    fn is_another(&self, name: &CStr, error: PyErr) -> PyErr {
        // SAFETY: a handle to a capsule.
        let own = match unsafe { raw::capsule_get_name(self.raw()) } {
            Ok(own) if own.is_null() => "one without a name".to_owned(),
            // SAFETY: a C string, which whoever made the capsule keeps as long as it is there.
            Ok(own) => format!("{:?}", unsafe { CStr::from_ptr(own) }),
            Err(_) => return error,
        };
        ValueError::new(format!("expected a capsule named {name:?}, got {own}"))
    }
}

/// # Safety
/// Called by CPython, attached, with a capsule of [`Capsule::new`] that goes.
#[inline]
unsafe extern "C" fn destroy(capsule: *mut PyObject) {
    // SAFETY: CPython calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: attached. The user's destructor runs in the middle of anything, so what is raised stays as it is.
    let exception = unsafe { raw::SavedException::take() };
    // SAFETY: alive until this function is over.
    let object = unsafe { raw::BorrowedRef::from_ptr(capsule) }.expect("CPython passes the capsule");
    // SAFETY: attached, and a capsule.
    if let Some(content) = unsafe { raw::capsule_pointer(object, destroy) } {
        // SAFETY: the box of `Capsule::new`, which nobody else takes and which is not looked at any more.
        let content = unsafe { Box::from_raw(content.cast::<Content>()) };
        quietly(py, raw::type_of(object), || drop(content));
    }
    drop(exception);
}

//! Type objects: making them from specs, and asking them for slots, names, modules and bases. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_int, c_ulong, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyType_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::type_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyType_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::type_check_exact(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyType_FastSubclass`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("bool", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_fast_subclass(class.raw(), pyo3_ffi::Py_TPFLAGS_LONG_SUBCLASS) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_fast_subclass(class: BorrowedRef<'_>, flag: c_ulong) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_FastSubclass(class.as_ptr().cast(), flag) };
    outcome != 0
}

/// `PyType_Freeze`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// unsafe { raw::type_freeze(class.raw()) }?;
/// assert!(class.setattr("size", 3).is_err());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14))]
#[inline]
pub unsafe fn type_freeze(class: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_Freeze(class.as_ptr().cast()) };
    results::status(outcome)
}

/// `PyType_FromMetaclass`. Takes a reference of its own to `metaclass`, `module`, `bases`. Can run Python code.
///
/// `bases` is a class or a tuple of classes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `metaclass` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut slots = [pyo3_ffi::PyType_Slot { slot: 0, pfunc: core::ptr::null_mut() }];
/// let mut spec = pyo3_ffi::PyType_Spec {
///     name: c"ink.Blot".as_ptr(),
///     basicsize: 0,
///     itemsize: 0,
///     flags: pyo3_ffi::Py_TPFLAGS_DEFAULT as _,
///     slots: slots.as_mut_ptr(),
/// };
/// // SAFETY: attached, by `py`; `metaclass` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_from_metaclass(None, None, &raw mut spec, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn type_from_metaclass(
    metaclass: Option<BorrowedRef<'_>>,
    module: Option<BorrowedRef<'_>>,
    spec: *mut ffi::PyType_Spec,
    bases: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyType_FromMetaclass(
            results::or_null(metaclass).cast(),
            results::or_null(module),
            spec,
            results::or_null(bases),
        )
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_FromModuleAndSpec`. Takes a reference of its own to `module`, `bases`. Can run Python code.
///
/// `bases` is a class or a tuple of classes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut slots = [pyo3_ffi::PyType_Slot { slot: 0, pfunc: core::ptr::null_mut() }];
/// let mut spec = pyo3_ffi::PyType_Spec {
///     name: c"ink.Blot".as_ptr(),
///     basicsize: 0,
///     itemsize: 0,
///     flags: pyo3_ffi::Py_TPFLAGS_DEFAULT as _,
///     slots: slots.as_mut_ptr(),
/// };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_from_module_and_spec(None, &raw mut spec, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn type_from_module_and_spec(
    module: Option<BorrowedRef<'_>>,
    spec: *mut ffi::PyType_Spec,
    bases: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_FromModuleAndSpec(results::or_null(module), spec, results::or_null(bases)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_FromSlots`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// use pyo3_ffi::{PySlot_DATA, PySlot_END, Py_tp_name};
/// let name = PySlot_DATA(Py_tp_name, c"ink.Blot".as_ptr().cast_mut().cast());
/// let mut slots = [name, PySlot_END()];
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_from_slots(slots.as_mut_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn type_from_slots(slots: *mut ffi::PySlot) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_FromSlots(slots) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_FromSpec`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut slots = [pyo3_ffi::PyType_Slot { slot: 0, pfunc: core::ptr::null_mut() }];
/// let mut spec = pyo3_ffi::PyType_Spec {
///     name: c"ink.Blot".as_ptr(),
///     basicsize: 0,
///     itemsize: 0,
///     flags: pyo3_ffi::Py_TPFLAGS_DEFAULT as _,
///     slots: slots.as_mut_ptr(),
/// };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_from_spec(&raw mut spec) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_from_spec(spec: *mut ffi::PyType_Spec) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_FromSpec(spec) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_FromSpecWithBases`. Takes a reference of its own to `bases`. Can run Python code.
///
/// `bases` is a class or a tuple of classes; before 3.12 only a tuple.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut slots = [pyo3_ffi::PyType_Slot { slot: 0, pfunc: core::ptr::null_mut() }];
/// let mut spec = pyo3_ffi::PyType_Spec {
///     name: c"ink.Blot".as_ptr(),
///     basicsize: 0,
///     itemsize: 0,
///     flags: pyo3_ffi::Py_TPFLAGS_DEFAULT as _,
///     slots: slots.as_mut_ptr(),
/// };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_from_spec_with_bases(&raw mut spec, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_from_spec_with_bases(
    spec: *mut ffi::PyType_Spec,
    bases: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_FromSpecWithBases(spec, results::or_null(bases)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GenericAlloc`. Takes a reference of its own to `class`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_generic_alloc(class.raw(), 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "Blot");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_generic_alloc(class: BorrowedRef<'_>, items: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GenericAlloc(class.as_ptr().cast(), items) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GenericNew`. Takes a reference of its own to `class`. Can run Python code.
///
/// `args` and `kwargs` are not looked at.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_generic_new(class.raw(), None, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "Blot");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_generic_new(
    class: BorrowedRef<'_>,
    args: Option<BorrowedRef<'_>>,
    kwargs: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyType_GenericNew(class.as_ptr().cast(), results::or_null(args), results::or_null(kwargs)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GetBaseByToken`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_get_base_by_token(class.raw(), core::ptr::without_provenance_mut(8)) }?;
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14))]
#[inline]
pub unsafe fn type_get_base_by_token(class: BorrowedRef<'_>, token: *mut c_void) -> Result<Option<NewRef>, Failed> {
    let mut base_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetBaseByToken(class.as_ptr().cast(), token, &raw mut base_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let base = unsafe { NewRef::from_ptr(base_out.cast()) };
    results::three_way(outcome)?;
    Ok(base)
}

/// `PyType_GetDict`.
///
/// NULL for a type that is not ready.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_dict(class.raw()) }.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn type_get_dict(class: BorrowedRef<'_>) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetDict(class.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyType_GetFlags`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_flags(class.raw()) };
/// assert_ne!(result & pyo3_ffi::Py_TPFLAGS_LONG_SUBCLASS, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn type_get_flags(class: BorrowedRef<'_>) -> c_ulong {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyType_GetFlags(class.as_ptr().cast()) }
}

/// `PyType_GetFullyQualifiedName`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('collections').OrderedDict", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_fully_qualified_name(class.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'collections.OrderedDict'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn type_get_fully_qualified_name(class: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetFullyQualifiedName(class.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GetModule`. The result is borrowed from `class`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('functools').partial", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_module(class.raw()) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'_functools'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_get_module<'a>(class: BorrowedRef<'a>) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModule(class.as_ptr().cast()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyType_GetModule_DuringGC`. The result is borrowed from `class`.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('functools').partial", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_module_during_gc(class.raw()) }.expect("there is one");
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'_functools'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn type_get_module_during_gc<'a>(class: BorrowedRef<'a>) -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModule_DuringGC(class.as_ptr().cast()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}

/// `PyType_GetModuleByDef`. The result is borrowed from `class`.
///
/// The module of the class or of a base of it, which assigning `__bases__` can drop.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (module, class) = (py.import("_functools")?, py.eval("__import__('functools').partial", None)?);
/// // SAFETY: attached, by `py`.
/// let definition = unsafe { raw::module_get_def(module.raw()) }?;
/// // SAFETY: attached, by `py`; the module's definition, which is a static.
/// let found = unsafe { raw::type_get_module_by_def(class.raw(), definition) }?;
/// // SAFETY: the class keeps its module.
/// let found: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, found) };
/// assert!(found.is(&module));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", any(not(Py_LIMITED_API), Py_3_13)))]
#[inline]
pub unsafe fn type_get_module_by_def<'a>(
    class: BorrowedRef<'a>,
    definition: *mut ffi::PyModuleDef,
) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModuleByDef(class.as_ptr().cast(), definition) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyType_GetModuleByToken`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (module, mut token) = (py.import("_functools")?, core::ptr::null_mut());
/// // SAFETY: attached, by `py`; the pointer is to a local.
/// unsafe { raw::module_get_token(module.raw(), &mut token) }?;
/// let class = py.eval("__import__('functools').partial", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_get_module_by_token(class.raw(), token) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'_functools'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn type_get_module_by_token(class: BorrowedRef<'_>, token: *const c_void) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModuleByToken(class.as_ptr().cast(), token) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GetModuleByToken_DuringGC`. The result is borrowed from `class`.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`; the pointers are what the C
/// function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (module, mut token) = (py.import("_functools")?, core::ptr::null_mut());
/// // SAFETY: attached, by `py`; the pointer is to a local.
/// unsafe { raw::module_get_token(module.raw(), &mut token) }?;
/// let class = py.eval("__import__('functools').partial", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::type_get_module_by_token_during_gc(class.raw(), token) }.expect("there is one");
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'_functools'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn type_get_module_by_token_during_gc<'a>(
    class: BorrowedRef<'a>,
    token: *const c_void,
) -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModuleByToken_DuringGC(class.as_ptr().cast(), token) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}

/// `PyType_GetModuleName`. Can run Python code.
///
/// The attribute `__module__`, which Python code can set to what is no str.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_module_name(class.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'builtins'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn type_get_module_name(class: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModuleName(class.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GetModuleState`.
///
/// NULL without an exception for a module that has no state, or none yet.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('functools').partial", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_module_state(class.raw()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_get_module_state(class: BorrowedRef<'_>) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetModuleState(class.as_ptr().cast()) };
    results::pointer_or_end(outcome)
}

/// `PyType_GetModuleState_DuringGC`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('functools').partial", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_module_state_during_gc(class.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn type_get_module_state_during_gc(class: BorrowedRef<'_>) -> *mut c_void {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyType_GetModuleState_DuringGC(class.as_ptr().cast()) }
}

/// `PyType_GetName`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_name(class.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'int'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_get_name(class: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetName(class.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GetQualName`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_qual_name(class.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'int'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn type_get_qual_name(class: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetQualName(class.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyType_GetSlot`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_slot(class.raw(), pyo3_ffi::Py_tp_repr) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn type_get_slot(class: BorrowedRef<'_>, slot: c_int) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetSlot(class.as_ptr().cast(), slot) };
    results::pointer_or_end(outcome)
}

/// `PyType_GetTypeDataSize`.
///
/// `class` has a base: the type `object` itself crashes it.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (int,), {'__slots__': ()})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_get_type_data_size(class.raw()) }?;
/// assert_eq!(result, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn type_get_type_data_size(class: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_GetTypeDataSize(class.as_ptr().cast()) };
    results::size(outcome)
}

/// `PyType_HasFeature`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_has_feature(class.raw(), pyo3_ffi::Py_TPFLAGS_LONG_SUBCLASS) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_has_feature(class: BorrowedRef<'_>, feature: c_ulong) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_HasFeature(class.as_ptr().cast(), feature) };
    outcome != 0
}

/// `PyType_IS_GC`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("list", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_is_gc_unchecked(class.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_is_gc_unchecked(class: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_IS_GC(class.as_ptr().cast()) };
    outcome != 0
}

/// `PyType_IsSubtype`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`; `base` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("bool", None)?;
/// let base = py.eval("int", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`; `base` is a `PyTypeObject`.
/// let result = unsafe { raw::type_is_subtype(class.raw(), base.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_is_subtype(class: BorrowedRef<'_>, base: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_IsSubtype(class.as_ptr().cast(), base.as_ptr().cast()) };
    outcome != 0
}

/// `PyType_Modified`. Can run Python code.
///
/// Type watchers are called since 3.12.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// unsafe { raw::type_modified(class.raw()) };
/// assert_eq!(format!("{:?}", class.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_modified(class: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyType_Modified(class.as_ptr().cast()) };
}

/// `PyType_Ready`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// unsafe { raw::type_ready(class.raw()) }?;
/// assert_eq!(format!("{:?}", class.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn type_ready(class: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_Ready(class.as_ptr().cast()) };
    results::status(outcome)
}

/// `PyType_SUPPORTS_WEAKREFS`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("set", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::type_supports_weakrefs_unchecked(class.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn type_supports_weakrefs_unchecked(class: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyType_SUPPORTS_WEAKREFS(class.as_ptr().cast()) };
    outcome != 0
}

/// `PyType_Unwatch`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// use core::ffi::c_int;
/// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
///
/// type Callback = unsafe extern "C" fn(*mut raw::PyObject) -> c_int;
/// unsafe extern "C" {
///     fn PyType_AddWatcher(callback: Callback) -> c_int;
/// }
/// static CHANGES: AtomicU32 = AtomicU32::new(0);
/// unsafe extern "C" fn heard(_: *mut raw::PyObject) -> c_int {
///     CHANGES.fetch_add(1, Relaxed);
///     0
/// }
/// // SAFETY: attached, by `py`.
/// let watcher = unsafe { PyType_AddWatcher(heard) };
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::type_watch(watcher, class.raw()) }?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::type_unwatch(watcher, class.raw()) }?;
/// class.setattr("size", 3)?;
/// assert_eq!(CHANGES.load(Relaxed), 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn type_unwatch(watcher: c_int, class: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyType_Unwatch(watcher, class.as_ptr()) };
    results::status(outcome)
}

/// `PyType_Watch`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// use core::ffi::c_int;
/// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
///
/// type Callback = unsafe extern "C" fn(*mut raw::PyObject) -> c_int;
/// unsafe extern "C" {
///     fn PyType_AddWatcher(callback: Callback) -> c_int;
/// }
/// static CHANGES: AtomicU32 = AtomicU32::new(0);
/// unsafe extern "C" fn heard(_: *mut raw::PyObject) -> c_int {
///     CHANGES.fetch_add(1, Relaxed);
///     0
/// }
/// // SAFETY: attached, by `py`.
/// let watcher = unsafe { PyType_AddWatcher(heard) };
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::type_watch(watcher, class.raw()) }?;
/// class.setattr("size", 3)?;
/// assert_eq!(CHANGES.load(Relaxed), 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn type_watch(watcher: c_int, class: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyType_Watch(watcher, class.as_ptr()) };
    results::status(outcome)
}

/// `PyUnstable_Type_AssignVersionTag`.
///
/// # Safety
/// This thread is attached; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("type('Blot', (), {})", None)?;
/// // SAFETY: attached, by `py`; `class` is a `PyTypeObject`.
/// let result = unsafe { raw::unstable_type_assign_version_tag(class.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_type_assign_version_tag(class: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_Type_AssignVersionTag(class.as_ptr().cast()) };
    outcome != 0
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyType_Unwatch(watcher: c_int, class: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyType_Watch(watcher: c_int, class: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Type_AssignVersionTag(class: *mut ffi::PyTypeObject) -> c_int;
}

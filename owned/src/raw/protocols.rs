//! Calls of methods, slices, and the types that containers are told by.

use super::ffi;
use pyo3_ffi::Py_ssize_t;

use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;

/// `PyObject_VectorcallMethod` with positional arguments only: `args[0].name(*args[1..])`, without a bound method in
/// between.
///
/// # Safety
/// The thread is attached; `args` is not empty.
#[inline]
pub(crate) unsafe fn vectorcall_method(name: BorrowedRef<'_>, args: &mut [BorrowedRef<'_>]) -> Result<NewRef, Failed> {
    let count = args.len() | ffi::PY_VECTORCALL_ARGUMENTS_OFFSET;
    // A `BorrowedRef` is one pointer wide (asserted), so the slice is an array of pointers.
    let array = args.as_mut_ptr().cast::<*mut ffi::PyObject>().cast_const();
    // SAFETY: attached; borrowed objects that live during the call. The flag lets the callee write to the first place
    // of the array, which is ours to lend: it puts back what was there.
    let result = unsafe { ffi::PyObject_VectorcallMethod(name.as_ptr(), array, count, core::ptr::null_mut()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(result) }
}

/// What a slice selects of a sequence of some length.
pub(crate) struct Indices {
    pub(crate) start: Py_ssize_t,
    pub(crate) stop: Py_ssize_t,
    pub(crate) step: Py_ssize_t,
    pub(crate) count: usize,
}

/// `PySlice_Unpack` and `PySlice_AdjustIndices`.
///
/// # Errors
/// `ValueError` if the step is 0, and what `__index__` of a bound raises.
///
/// # Safety
/// The thread is attached and `slice` is a slice.
#[inline]
pub(crate) unsafe fn slice_indices(slice: BorrowedRef<'_>, length: usize) -> Result<Indices, Failed> {
    let (mut start, mut stop, mut step) = (0, 0, 0);
    // SAFETY: attached; a slice; three places.
    results::status(unsafe { ffi::PySlice_Unpack(slice.as_ptr(), &mut start, &mut stop, &mut step) })?;
    let length = isize::try_from(length).unwrap_or(isize::MAX);
    // SAFETY: three places that hold what the line above put there; the step is not 0.
    let count = unsafe { ffi::PySlice_AdjustIndices(length, &mut start, &mut stop, step) };
    Ok(Indices { start, stop, step, count: count.unsigned_abs() })
}

/// Whether the type has this flag.
#[inline]
pub(super) fn has_flag(object: BorrowedRef<'_>, flag: core::ffi::c_ulong) -> bool {
    // SAFETY: a live object.
    let class = unsafe { ffi::Py_TYPE(object.as_ptr()) };
    // SAFETY: an object's type is a live type object.
    unsafe { ffi::PyType_HasFeature(class, flag) != 0 }
}

/// Whether a `match` statement takes the object for a mapping: a flag of its type, which `dict` and
/// `collections.abc.Mapping` give to what inherits from them or is registered.
#[inline]
pub(crate) fn is_mapping(object: BorrowedRef<'_>) -> bool {
    has_flag(object, super::structs::Py_TPFLAGS_MAPPING)
}

/// Whether a `match` statement takes the object for a sequence: a flag of its type. A str, bytes and a bytearray do
/// not have it.
#[inline]
pub(crate) fn is_sequence(object: BorrowedRef<'_>) -> bool {
    has_flag(object, super::structs::Py_TPFLAGS_SEQUENCE)
}

macro_rules! static_types {
    ($( $(#[$doc:meta])* $exact:ident, $type_object:ident = $c:ident; )*) => { $(
        /// Whether the object's type is this one itself.
        #[inline]
        pub(crate) fn $exact(object: BorrowedRef<'_>) -> bool {
            let class = &raw mut ffi::$c;
            // SAFETY: the object is alive; the check compares its type with the address of a static.
            unsafe { ffi::Py_IS_TYPE(object.as_ptr(), class) != 0 }
        }

        /// The type object.
        ///
        /// # Safety
        /// The thread is attached for `'a`.
        #[allow(dead_code, reason = "made for each type; not each is asked for")]
        #[inline]
        pub(crate) unsafe fn $type_object<'a>() -> BorrowedRef<'a> {
            let class = (&raw mut ffi::$c).cast::<ffi::PyObject>();
            // SAFETY: a static that is alive while the interpreter is.
            unsafe { BorrowedRef::from_ptr(class) }.expect("a static has an address")
        }
    )* };
}
static_types! {
    is_exactly_list, list_type = PyList_Type;
    is_exactly_tuple, tuple_type = PyTuple_Type;
    is_exactly_dict, dict_type = PyDict_Type;
    is_exactly_set, set_type = PySet_Type;
    is_exactly_frozen_set, frozen_set_type = PyFrozenSet_Type;
    is_exactly_str, str_type = PyUnicode_Type;
    is_exactly_int, int_type = PyLong_Type;
    is_exactly_float, float_type = PyFloat_Type;
    is_exactly_type, type_type = PyType_Type;
    is_exactly_module, module_type = PyModule_Type;
    is_range, range_type = PyRange_Type;
    is_slice, slice_type = PySlice_Type;
    is_mapping_proxy, mapping_proxy_type = PyDictProxy_Type;
}

macro_rules! checks {
    ($( fn $name:ident = $c:ident; )*) => { $(
        #[doc = concat!("`", stringify!($c), "`.")]
        #[inline]
        pub(crate) fn $name(object: BorrowedRef<'_>) -> bool {
            // SAFETY: the object is alive; the check reads its type.
            unsafe { ffi::$c(object.as_ptr()) != 0 }
        }
    )* };
}
checks! {
    fn is_set = PySet_Check;
    fn is_frozen_set = PyFrozenSet_Check;
    fn is_dict_keys = PyDictKeys_Check;
    fn is_dict_values = PyDictValues_Check;
    fn is_dict_items = PyDictItems_Check;
    fn is_async_iterator = PyAIter_Check;
}

/// Whether the object is a `types.GenericAlias`, or of a subclass.
#[inline]
pub(crate) fn is_generic_alias(object: BorrowedRef<'_>) -> bool {
    let class = &raw mut ffi::Py_GenericAliasType;
    // SAFETY: the object is alive; the check reads its type.
    unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class) != 0 }
}

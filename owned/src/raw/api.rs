//! The C functions, one line each: what happens to every reference they take or give.
//!
//! Parameters: `borrow` (the callee takes none of our count), `steal` (the callee owns it afterwards, also on failure),
//! anything else is passed as it is. Results: `new`, `borrowed` (from the thread or interpreter), `status` (-1 fails),
//! `flag` (1, 0, or -1 for failure), `size` (-1 fails), or a plain type.

use core::ffi::{c_char, c_int, c_long, c_void};

use pyo3_ffi as ffi;
use pyo3_ffi::Py_ssize_t;

use super::refs::{BorrowedRef, Failed, NewRef, StolenArg};

macro_rules! param {
    (borrow) => { BorrowedRef<'_> };
    (steal) => { StolenArg };
    ($plain:ty) => { $plain };
}
macro_rules! pass {
    (borrow, $arg:ident) => {
        $arg.as_ptr()
    };
    (steal, $arg:ident) => {
        $arg.into_ptr()
    };
    ($plain:ty, $arg:ident) => {
        $arg
    };
}
macro_rules! result {
    (new) => { Result<NewRef, Failed> };
    (status) => { Result<(), Failed> };
    (flag) => { Result<bool, Failed> };
    (size) => { Result<usize, Failed> };
    ($plain:ty) => { $plain };
}
macro_rules! give {
    (new, $value:expr) => {{
        let result = $value;
        // SAFETY: the function's contract is a new reference or NULL with an exception set.
        unsafe { NewRef::from_ptr(result) }.ok_or_else(Failed::set)
    }};
    (status, $value:expr) => {
        if $value == -1 { Err(Failed::set()) } else { Ok(()) }
    };
    (flag, $value:expr) => {
        match $value {
            -1 => Err(Failed::set()),
            other => Ok(other != 0),
        }
    };
    (size, $value:expr) => {
        usize::try_from($value).map_err(|_| Failed::set())
    };
    ($plain:ty, $value:expr) => {
        $value
    };
}

macro_rules! api {
    ($( fn $name:ident($($arg:ident: $kind:tt),*) -> $result:tt = $c:ident; )*) => { $(
        #[doc = concat!("`", stringify!($c), "`.")]
        ///
        /// # Safety
        /// The thread is attached, and each object is of the type that the C function asks for.
        pub(crate) unsafe fn $name($($arg: param!($kind)),*) -> result!($result) {
            // SAFETY: the caller attached the thread and vouches for the types; the table states the counts.
            give!($result, unsafe { ffi::$c($(pass!($kind, $arg)),*) })
        }
    )* };
}

type Utf8 = *const c_char;
type Pointer = *mut c_void;
type Object = *mut ffi::PyObject;
type TypeObject = *mut ffi::PyTypeObject;
type TypeSpec = *mut ffi::PyType_Spec;
type ModuleDef = *mut ffi::PyModuleDef;
type MethodDef = *mut ffi::PyMethodDef;

api! {
    fn object_repr(object: borrow) -> new = PyObject_Repr;
    fn object_str(object: borrow) -> new = PyObject_Str;
    fn object_hash(object: borrow) -> Py_ssize_t = PyObject_Hash;
    fn object_size(object: borrow) -> size = PyObject_Size;
    fn object_is_true(object: borrow) -> flag = PyObject_IsTrue;
    fn object_is_instance(object: borrow, class: borrow) -> flag = PyObject_IsInstance;
    fn object_get_attr(object: borrow, name: borrow) -> new = PyObject_GetAttr;
    fn object_generic_get_attr(object: borrow, name: borrow) -> new = PyObject_GenericGetAttr;
    fn object_set_attr(object: borrow, name: borrow, value: borrow) -> status = PyObject_SetAttr;
    fn object_get_item(object: borrow, key: borrow) -> new = PyObject_GetItem;
    fn object_set_item(object: borrow, key: borrow, value: borrow) -> status = PyObject_SetItem;
    fn object_del_item(object: borrow, key: borrow) -> status = PyObject_DelItem;
    fn object_get_iter(object: borrow) -> new = PyObject_GetIter;
    fn object_rich_compare(left: borrow, right: borrow, op: c_int) -> new = PyObject_RichCompare;
    fn object_rich_compare_bool(left: borrow, right: borrow, op: c_int) -> flag = PyObject_RichCompareBool;
    fn callable_check(object: borrow) -> c_int = PyCallable_Check;
    fn iter_check(object: borrow) -> c_int = PyIter_Check;
    fn sequence_contains(sequence: borrow, item: borrow) -> flag = PySequence_Contains;
    fn call_function_dict(callable: borrow, args: borrow, kwargs: Object) -> new = PyObject_Call;

    fn unicode_from_utf8(text: Utf8, size: Py_ssize_t) -> new = PyUnicode_FromStringAndSize;
    fn bytes_from(data: Utf8, size: Py_ssize_t) -> new = PyBytes_FromStringAndSize;
    fn memory_view(object: borrow) -> new = PyMemoryView_FromObject;

    fn long_from_i64(value: i64) -> new = PyLong_FromLongLong;
    fn long_from_u64(value: u64) -> new = PyLong_FromUnsignedLongLong;
    fn number_index(object: borrow) -> new = PyNumber_Index;
    fn float_from(value: f64) -> new = PyFloat_FromDouble;
    fn bool_from(value: c_long) -> new = PyBool_FromLong;

    fn list_new(size: Py_ssize_t) -> new = PyList_New;
    fn list_append(list: borrow, item: borrow) -> status = PyList_Append;
    fn list_insert(list: borrow, at: Py_ssize_t, item: borrow) -> status = PyList_Insert;
    fn list_set_item(list: borrow, at: Py_ssize_t, item: steal) -> status = PyList_SetItem;
    fn list_size(list: borrow) -> size = PyList_Size;
    fn list_as_tuple(list: borrow) -> new = PyList_AsTuple;
    fn list_sort(list: borrow) -> status = PyList_Sort;
    fn list_reverse(list: borrow) -> status = PyList_Reverse;

    fn tuple_new(size: Py_ssize_t) -> new = PyTuple_New;
    fn tuple_set_item(tuple: borrow, at: Py_ssize_t, item: steal) -> status = PyTuple_SetItem;
    fn tuple_size(tuple: borrow) -> size = PyTuple_Size;

    fn dict_new() -> new = PyDict_New;
    fn dict_set_item(dict: borrow, key: borrow, value: borrow) -> status = PyDict_SetItem;
    fn dict_del_item(dict: borrow, key: borrow) -> status = PyDict_DelItem;
    fn dict_contains(dict: borrow, key: borrow) -> flag = PyDict_Contains;
    fn dict_size(dict: borrow) -> size = PyDict_Size;
    fn dict_keys(dict: borrow) -> new = PyDict_Keys;
    fn dict_values(dict: borrow) -> new = PyDict_Values;
    fn dict_copy(dict: borrow) -> new = PyDict_Copy;

    fn weakref_new(object: borrow, callback: Object) -> new = PyWeakref_NewRef;
    fn import(name: borrow) -> new = PyImport_Import;
    fn exception_new(name: Utf8, doc: Utf8, base: borrow, dict: Object) -> new = PyErr_NewExceptionWithDoc;

    fn type_from_spec(module: borrow, spec: TypeSpec, bases: Object) -> new = PyType_FromModuleAndSpec;
    fn type_slot(ty: TypeObject, slot: c_int) -> Pointer = PyType_GetSlot;
    fn function_new(def: MethodDef, receiver: Object, module: Object) -> new = PyCFunction_NewEx;
    fn gc_untrack(object: Pointer) -> () = PyObject_GC_UnTrack;
    fn clear_weakrefs(object: Object) -> () = PyObject_ClearWeakRefs;
    fn module_def_init(def: ModuleDef) -> Object = PyModuleDef_Init;
    fn module_from_def(def: ModuleDef, spec: borrow) -> new = PyModule_FromDefAndSpec;
    fn module_exec(module: borrow, def: ModuleDef) -> status = PyModule_ExecDef;
    fn module_state(module: Object) -> Pointer = PyModule_GetState;
    fn module_name(module: borrow) -> new = PyModule_GetNameObject;
}

/// `PyList_GetItemRef`, or its backport.
///
/// # Safety
/// The thread is attached and `list` is a list.
pub(crate) unsafe fn list_get_item(list: BorrowedRef<'_>, at: Py_ssize_t) -> Result<NewRef, Failed> {
    // SAFETY: attached, and a list; the result is new, or NULL with an exception set.
    let item = unsafe { ffi::compat::PyList_GetItemRef(list.as_ptr(), at) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(item) }.ok_or_else(Failed::set)
}

/// `PyTuple_GetItem`: a tuple cannot change, so the item may stay borrowed as long as the tuple does.
///
/// # Safety
/// The thread is attached and `tuple` is a tuple that others can see (not one under construction).
pub(crate) unsafe fn tuple_get_item(tuple: BorrowedRef<'_>, at: Py_ssize_t) -> Result<BorrowedRef<'_>, Failed> {
    // SAFETY: attached, and a tuple; the result is borrowed from it or NULL with an exception set.
    let item = unsafe { ffi::PyTuple_GetItem(tuple.as_ptr(), at) };
    // SAFETY: the tuple holds the item for as long as the tuple is borrowed.
    unsafe { BorrowedRef::from_ptr(item) }.ok_or_else(Failed::set)
}

/// `PyDict_GetItemRef`, or its backport; `None` if there is no such key.
///
/// # Safety
/// The thread is attached and `dict` is a dict.
pub(crate) unsafe fn dict_get_item(dict: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut item = core::ptr::null_mut();
    // SAFETY: attached, and a dict; `item` receives a new reference, or NULL with -1 or 0.
    let found = unsafe { ffi::compat::PyDict_GetItemRef(dict.as_ptr(), key.as_ptr(), &mut item) };
    if found == -1 {
        return Err(Failed::set());
    }
    // SAFETY: the contract above.
    Ok(unsafe { NewRef::from_ptr(item) })
}

/// The next pair of `PyDict_Next`, both made strong at once.
///
/// # Safety
/// The thread is attached, `dict` is a dict, `position` came from an earlier call on it or is 0.
pub(crate) unsafe fn dict_next(dict: BorrowedRef<'_>, position: &mut Py_ssize_t) -> Option<(NewRef, NewRef)> {
    let (mut key, mut value) = (core::ptr::null_mut(), core::ptr::null_mut());
    // SAFETY: attached, and a dict; key and value are borrowed from it if the result is not 0.
    if unsafe { ffi::PyDict_Next(dict.as_ptr(), position, &mut key, &mut value) } == 0 {
        return None;
    }
    // SAFETY: the dict holds the key; no code has run since.
    let key = unsafe { BorrowedRef::from_ptr(key) }?.to_new();
    // SAFETY: the dict holds the value; no code has run since.
    let value = unsafe { BorrowedRef::from_ptr(value) }?.to_new();
    Some((key, value))
}

/// `PyIter_Next`: `None` at the end.
///
/// # Safety
/// The thread is attached and `iterator` is an iterator.
pub(crate) unsafe fn iter_next(iterator: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    // SAFETY: attached, and an iterator; a new reference, or NULL with or without an exception.
    let item = unsafe { ffi::PyIter_Next(iterator.as_ptr()) };
    // SAFETY: the contract above.
    let item = unsafe { NewRef::from_ptr(item) };
    if item.is_none() && super::error_is_set() { Err(Failed::set()) } else { Ok(item) }
}

/// `PyWeakref_GetRef`, or its backport; `None` if the referent is dead.
///
/// # Safety
/// The thread is attached and `weak` is a weak reference.
pub(crate) unsafe fn weakref_get(weak: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut object = core::ptr::null_mut();
    // SAFETY: attached, and a weak reference; `object` receives a new reference, or NULL with -1 or 0.
    let found = unsafe { ffi::compat::PyWeakref_GetRef(weak.as_ptr(), &mut object) };
    if found == -1 {
        return Err(Failed::set());
    }
    // SAFETY: the contract above.
    Ok(unsafe { NewRef::from_ptr(object) })
}

/// Whether the object is `None`.
pub(crate) fn is_none(object: BorrowedRef<'_>) -> bool {
    // SAFETY: `Py_None` only yields the address of a static.
    object.as_ptr() == unsafe { ffi::Py_None() }
}

/// A new reference to `None`.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn none() -> NewRef {
    // SAFETY: `Py_None` only yields the address of a static.
    let none = unsafe { ffi::Py_None() };
    // SAFETY: `None` lives as long as the interpreter, which lives while a thread is attached.
    unsafe { BorrowedRef::from_ptr(none) }.expect("None is not NULL").to_new()
}

/// A new reference to `NotImplemented`.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn not_implemented() -> NewRef {
    // SAFETY: `Py_NotImplemented` only yields the address of a static.
    let object = unsafe { ffi::Py_NotImplemented() };
    // SAFETY: it lives as long as the interpreter, which lives while a thread is attached.
    unsafe { BorrowedRef::from_ptr(object) }.expect("NotImplemented is not NULL").to_new()
}

/// `PyUnicode_AsUTF8AndSize`: the text, cached in the string and alive as long as it.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
pub(crate) unsafe fn unicode_utf8(text: BorrowedRef<'_>) -> Result<&str, Failed> {
    let mut size = 0;
    // SAFETY: attached, and a str; the buffer belongs to the string, NULL with an exception for lone surrogates.
    let data = unsafe { ffi::PyUnicode_AsUTF8AndSize(text.as_ptr(), &mut size) };
    let (false, Ok(size)) = (data.is_null(), usize::try_from(size)) else {
        return Err(Failed::set());
    };
    // SAFETY: `size` bytes that live as long as the string, which cannot change.
    let bytes = unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size) };
    // SAFETY: CPython's UTF-8 encoder wrote them.
    Ok(unsafe { core::str::from_utf8_unchecked(bytes) })
}

/// The bytes of a `bytes`, alive as long as it.
///
/// # Safety
/// The thread is attached and `bytes` is a `bytes`.
pub(crate) unsafe fn bytes_data(bytes: BorrowedRef<'_>) -> &[u8] {
    // SAFETY: attached, and bytes.
    let size = unsafe { ffi::PyBytes_Size(bytes.as_ptr()) };
    // SAFETY: attached, and bytes.
    let data = unsafe { ffi::PyBytes_AsString(bytes.as_ptr()) };
    // SAFETY: the object owns `size` bytes at `data`, never changes them, and is borrowed for the result's life.
    unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size.unsigned_abs()) }
}

/// `PyLong_AsLongLongAndOverflow`: `Err(sign)` when the value does not fit; the inner error is Python's.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
pub(crate) unsafe fn long_as_i64(int: BorrowedRef<'_>) -> Result<Result<i64, c_int>, Failed> {
    let mut overflow = 0;
    // SAFETY: attached, and an int.
    let value = unsafe { ffi::PyLong_AsLongLongAndOverflow(int.as_ptr(), &mut overflow) };
    match overflow {
        0 if value == -1 && super::error_is_set() => Err(Failed::set()),
        0 => Ok(Ok(value)),
        sign => Ok(Err(sign)),
    }
}

/// `PyLong_AsUnsignedLongLong`; fails with `OverflowError` when the value is negative or too large.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
pub(crate) unsafe fn long_as_u64(int: BorrowedRef<'_>) -> Result<u64, Failed> {
    // SAFETY: attached, and an int.
    let value = unsafe { ffi::PyLong_AsUnsignedLongLong(int.as_ptr()) };
    if value == u64::MAX && super::error_is_set() { Err(Failed::set()) } else { Ok(value) }
}

/// `PyFloat_AsDouble`: a float, or what `__float__` or `__index__` gives.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn float_as_f64(object: BorrowedRef<'_>) -> Result<f64, Failed> {
    // SAFETY: attached; any object may be asked.
    let value = unsafe { ffi::PyFloat_AsDouble(object.as_ptr()) };
    if value == -1.0 && super::error_is_set() { Err(Failed::set()) } else { Ok(value) }
}

/// `PyObject_Vectorcall` with positional arguments only.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn vectorcall(callable: BorrowedRef<'_>, args: &[BorrowedRef<'_>]) -> Result<NewRef, Failed> {
    // A `BorrowedRef` is one pointer wide (asserted), so the slice is an array of pointers.
    let array = args.as_ptr().cast::<*mut ffi::PyObject>();
    // SAFETY: attached; `args.len()` borrowed objects that live during the call; the result is new or NULL.
    let result = unsafe { ffi::PyObject_Vectorcall(callable.as_ptr(), array, args.len(), core::ptr::null_mut()) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(result) }.ok_or_else(Failed::set)
}

/// `Py_TYPE`: borrowed from the object, which keeps its type alive.
pub(crate) fn type_of(object: BorrowedRef<'_>) -> BorrowedRef<'_> {
    // SAFETY: the object is alive, so its type pointer can be read.
    let class = unsafe { ffi::Py_TYPE(object.as_ptr()) };
    // SAFETY: the object holds its type for as long as it lives.
    unsafe { BorrowedRef::from_ptr(class.cast()) }.expect("an object has a type")
}

/// `Py_REFCNT`.
pub(crate) fn refcount(object: BorrowedRef<'_>) -> usize {
    // SAFETY: the object is alive.
    unsafe { ffi::Py_REFCNT(object.as_ptr()) }.unsigned_abs()
}

/// `tp_name`, as text.
pub(crate) fn type_name(class: BorrowedRef<'_>) -> String {
    let class = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a live type object; `tp_name` is never NULL.
    let name = unsafe { (*class).tp_name };
    // SAFETY: a C string that lives as long as the type, copied at once.
    unsafe { core::ffi::CStr::from_ptr(name) }.to_string_lossy().into_owned()
}

/// A path as Python has it: the filesystem encoding with surrogate escapes (`os.fsdecode`).
pub(crate) fn path_to_str(path: &std::ffi::OsStr) -> Result<NewRef, Failed> {
    let bytes = path.as_encoded_bytes();
    #[cfg(unix)]
    // SAFETY: errors are only built on attached threads; the pointer and the length are of one slice.
    let text = unsafe { ffi::PyUnicode_DecodeFSDefaultAndSize(bytes.as_ptr().cast(), bytes.len().cast_signed()) };
    #[cfg(not(unix))]
    // SAFETY: as above; WTF-8 differs from UTF-8 by surrogates, which the handler lets pass.
    let text = unsafe {
        ffi::PyUnicode_DecodeUTF8(bytes.as_ptr().cast(), bytes.len().cast_signed(), c"surrogatepass".as_ptr())
    };
    // SAFETY: a new reference or NULL with an exception set.
    unsafe { NewRef::from_ptr(text) }.ok_or_else(Failed::set)
}

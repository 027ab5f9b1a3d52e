//! What C code says of a type before it is made: a static `PyTypeObject`, or a `PyType_Spec`. Both are changed in place, so
//! that whoever makes the type of it makes ours.

use core::ffi::{c_int, c_void};
use core::mem::MaybeUninit;
use core::ptr;

use super::ffi;

use super::refs::BorrowedRef;

/// A type of C's that has not been made yet.
pub(crate) enum CType {
    /// Its slots are written to at once.
    Static(*mut ffi::PyTypeObject),
    /// Its slots are a copy until [`CType::close`].
    Spec(*mut ffi::PyType_Spec, Vec<ffi::PyType_Slot>),
}

/// A pointer to a copy of what `from` points to, or of nothing; it is never freed, like the type that has it.
///
/// # Safety
/// NULL, or a struct of functions, of which all-zero memory is one.
unsafe fn own<T>(from: *mut T) -> *mut T {
    let copy = Box::into_raw(Box::<T>::new_zeroed()).cast::<T>();
    if !from.is_null() {
        // SAFETY: both are such a struct, and the new one is nobody else's.
        unsafe { ptr::copy_nonoverlapping(from, copy, 1) };
    }
    copy
}

impl CType {
    /// # Safety
    /// A spec that ends with a slot of number 0, and that nobody else changes meanwhile.
    pub(crate) unsafe fn of_spec(spec: *mut ffi::PyType_Spec) -> Self {
        let mut slots = Vec::new();
        // SAFETY: the caller's.
        let mut at = unsafe { (*spec).slots };
        loop {
            // SAFETY: a slot; the one with number 0 is the last.
            let slot = unsafe { *at };
            if slot.slot == 0 {
                return CType::Spec(spec, slots);
            }
            slots.push(slot);
            // SAFETY: it was not the last.
            at = unsafe { at.add(1) };
        }
    }

    /// # Safety
    /// A type that nobody has made ready yet, and nobody else changes meanwhile.
    pub(crate) unsafe fn of_static(class: *mut ffi::PyTypeObject) -> Self {
        CType::Static(class)
    }

    /// Gives a static type suites of its own, which no other type shares, before the first [`CType::put`].
    pub(crate) fn open(&mut self) {
        let CType::Static(class) = *self else { return };
        macro_rules! own {
            ($($suite:ident)*) => {
                $(
                    // SAFETY: by `of_static`.
                    let suite = unsafe { (*class).$suite };
                    // SAFETY: NULL or the suite, a struct of functions.
                    let suite = unsafe { own(suite) };
                    // SAFETY: by `of_static`.
                    unsafe { (*class).$suite = suite };
                )*
            };
        }
        own! { tp_as_async tp_as_number tp_as_sequence tp_as_mapping tp_as_buffer }
    }

    /// What is in a slot: NULL for nothing.
    pub(crate) fn get(&self, id: c_int) -> *mut c_void {
        match self {
            CType::Static(class) => {
                // SAFETY: by `of_static`.
                let place = unsafe { static_place(*class, id) };
                // SAFETY: a place in the type.
                place.map_or(ptr::null_mut(), |place| unsafe { *place })
            }
            CType::Spec(_, slots) => {
                slots.iter().rfind(|slot| slot.slot == id).map_or(ptr::null_mut(), |slot| slot.pfunc)
            }
        }
    }

    /// Fills a slot.
    ///
    /// # Safety
    /// What is kept there is of the kind that belongs there, and lives as long as the type.
    pub(crate) unsafe fn put(&mut self, id: c_int, value: *mut c_void) {
        match self {
            CType::Static(class) => {
                // SAFETY: by `of_static`.
                let place = unsafe { static_place(*class, id) }.expect("it was opened, so it has suites");
                // SAFETY: a place in the type, which nobody else changes now.
                unsafe { *place = value };
            }
            CType::Spec(_, slots) => {
                slots.retain(|slot| slot.slot != id);
                slots.push(ffi::PyType_Slot { slot: id, pfunc: value });
            }
        }
    }

    /// Leaves a slot empty, as a type has it that says nothing of it.
    pub(crate) fn clear(&mut self, id: c_int) {
        match self {
            CType::Static(class) => {
                // SAFETY: by `of_static`.
                let place = unsafe { static_place(*class, id) }.expect("it was opened, so it has suites");
                // SAFETY: a place in the type, which nobody else changes now.
                unsafe { *place = ptr::null_mut() };
            }
            CType::Spec(_, slots) => slots.retain(|slot| slot.slot != id),
        }
    }

    /// Calls of instances go through `tp_call` from now on, and through no function of each instance's own.
    pub(crate) fn forget_vectorcall(&mut self) {
        match self {
            #[cfg(not(Py_GIL_DISABLED))]
            // SAFETY: by `of_static`.
            CType::Static(class) => unsafe { (**class).tp_flags &= !ffi::Py_TPFLAGS_HAVE_VECTORCALL },
            #[cfg(Py_GIL_DISABLED)]
            CType::Static(class) => {
                // SAFETY: by `of_static`.
                let flags = unsafe { &(**class).tp_flags };
                flags.fetch_and(!ffi::Py_TPFLAGS_HAVE_VECTORCALL, core::sync::atomic::Ordering::Relaxed);
            }
            // SAFETY: by `of_spec`.
            CType::Spec(spec, _) => unsafe {
                (**spec).flags &= !(ffi::Py_TPFLAGS_HAVE_VECTORCALL as core::ffi::c_uint)
            },
        }
    }

    /// The end: the changes are there for whoever makes the type.
    pub(crate) fn close(self) {
        if let CType::Spec(spec, mut slots) = self {
            slots.push(ffi::PyType_Slot { slot: 0, pfunc: ptr::null_mut() });
            // SAFETY: by `of_spec`; the array is never freed, as the spec is not.
            unsafe { (*spec).slots = slots.leak().as_mut_ptr() };
        }
    }
}

/// What a static type is before it is made: its memory behind the header, and that of its suites.
///
/// An interpreter that ends leaves a static type as it was, with a dict and a list of derived classes in memory that the next
/// one does not know. As it was before it was made, it is made anew.
pub(crate) struct Unmade(Vec<Part>);

/// A place, and what was there.
type Part = (*mut MaybeUninit<u8>, Box<[MaybeUninit<u8>]>);

// SAFETY: addresses of what lives for ever, and copies of bytes; both are used attached, under a lock.
unsafe impl Send for Unmade {}

impl Unmade {
    /// # Safety
    /// A static type that nobody has made ready yet, with suites of its own.
    pub(crate) unsafe fn of(class: *mut ffi::PyTypeObject) -> Self {
        const HEADER: usize = size_of::<ffi::PyVarObject>();
        // SAFETY: the header is the first part of the type.
        let behind = unsafe { class.cast::<MaybeUninit<u8>>().add(HEADER) };
        let mut parts = vec![(behind, size_of::<ffi::PyTypeObject>() - HEADER)];
        macro_rules! suites {
            ($($suite:ident: $kind:ident)*) => {
                $(
                    // SAFETY: the caller's.
                    parts.push((unsafe { (*class).$suite }.cast(), size_of::<ffi::$kind>()));
                )*
            };
        }
        suites! {
            tp_as_async: PyAsyncMethods tp_as_number: PyNumberMethods tp_as_sequence: PySequenceMethods
            tp_as_mapping: PyMappingMethods tp_as_buffer: PyBufferProcs
        }
        let copied = parts.into_iter().map(|(at, size)| {
            // SAFETY: so many bytes of the type, or of a suite.
            (at, Box::from(unsafe { core::slice::from_raw_parts(at, size) }))
        });
        Unmade(copied.collect())
    }

    /// The type is as it was.
    ///
    /// # Safety
    /// Attached, in a life of the interpreter in which nobody has used the type yet.
    pub(crate) unsafe fn restore(&self) {
        for (at, bytes) in &self.0 {
            // SAFETY: the memory that the bytes are a copy of; nobody else uses it, by the caller.
            unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), *at, bytes.len()) };
        }
    }
}

/// What a static type is derived from, ready or not.
///
/// # Safety
/// A static type, or one that a static type is derived from.
pub(crate) unsafe fn base_of_static(class: *mut ffi::PyTypeObject) -> *mut ffi::PyTypeObject {
    // SAFETY: the caller's.
    unsafe { (*class).tp_base }
}

/// A static type of C's that an earlier life of the interpreter has made has no derived types yet in this one. From 3.12 on
/// the list of those is in memory that this life does not know. Python's own types have one for each interpreter.
///
/// # Safety
/// Attached; a type.
pub(crate) unsafe fn forget_derived(class: *mut ffi::PyTypeObject) {
    /// `_Py_TPFLAGS_STATIC_BUILTIN`, of 3.12 and later.
    const BUILT_IN: core::ffi::c_ulong = 1 << 1;
    #[cfg(not(Py_GIL_DISABLED))]
    // SAFETY: the caller's.
    let flags = unsafe { (*class).tp_flags };
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: the caller's.
    let flags = unsafe { (*class).tp_flags.load(core::sync::atomic::Ordering::Relaxed) };
    if cfg!(Py_3_12) && flags & (BUILT_IN | ffi::Py_TPFLAGS_HEAPTYPE) == 0 {
        // SAFETY: the caller's; only the address is taken.
        let derived = unsafe { &raw mut (*class).tp_subclasses };
        // SAFETY: the place of one pointer, which may be NULL.
        unsafe { derived.cast::<*mut c_void>().write(ptr::null_mut()) };
    }
}

/// Where a static type has what a slot is for. `None` where it has no suite for it.
///
/// # Safety
/// A static type.
///
/// # Panics
/// If no such slot can be taken over.
unsafe fn static_place(class: *mut ffi::PyTypeObject, id: c_int) -> Option<*mut *mut c_void> {
    macro_rules! places {
        ($($slot:ident = $suite:ident . $field:ident,)* @ $($own:ident = $place:ident,)*) => {
            match id {
                $(ffi::$slot => {
                    // SAFETY: the caller's.
                    let suite = unsafe { (*class).$suite };
                    // SAFETY: the suite is there; only the address is taken.
                    (!suite.is_null()).then(|| unsafe { (&raw mut (*suite).$field).cast() })
                })*
                // SAFETY: the caller's; only the address is taken.
                $(ffi::$own => Some(unsafe { (&raw mut (*class).$place).cast() }),)*
                other => panic!("no type has a place for slot {other}"),
            }
        };
    }
    places! {
        Py_am_await = tp_as_async.am_await,
        Py_am_aiter = tp_as_async.am_aiter,
        Py_am_anext = tp_as_async.am_anext,
        Py_bf_getbuffer = tp_as_buffer.bf_getbuffer,
        Py_bf_releasebuffer = tp_as_buffer.bf_releasebuffer,
        Py_mp_length = tp_as_mapping.mp_length,
        Py_mp_subscript = tp_as_mapping.mp_subscript,
        Py_mp_ass_subscript = tp_as_mapping.mp_ass_subscript,
        Py_sq_length = tp_as_sequence.sq_length,
        Py_sq_item = tp_as_sequence.sq_item,
        Py_sq_ass_item = tp_as_sequence.sq_ass_item,
        Py_sq_contains = tp_as_sequence.sq_contains,
        Py_sq_concat = tp_as_sequence.sq_concat,
        Py_sq_repeat = tp_as_sequence.sq_repeat,
        Py_sq_inplace_concat = tp_as_sequence.sq_inplace_concat,
        Py_sq_inplace_repeat = tp_as_sequence.sq_inplace_repeat,
        Py_nb_add = tp_as_number.nb_add,
        Py_nb_subtract = tp_as_number.nb_subtract,
        Py_nb_multiply = tp_as_number.nb_multiply,
        Py_nb_remainder = tp_as_number.nb_remainder,
        Py_nb_divmod = tp_as_number.nb_divmod,
        Py_nb_power = tp_as_number.nb_power,
        Py_nb_negative = tp_as_number.nb_negative,
        Py_nb_positive = tp_as_number.nb_positive,
        Py_nb_absolute = tp_as_number.nb_absolute,
        Py_nb_bool = tp_as_number.nb_bool,
        Py_nb_invert = tp_as_number.nb_invert,
        Py_nb_lshift = tp_as_number.nb_lshift,
        Py_nb_rshift = tp_as_number.nb_rshift,
        Py_nb_and = tp_as_number.nb_and,
        Py_nb_xor = tp_as_number.nb_xor,
        Py_nb_or = tp_as_number.nb_or,
        Py_nb_int = tp_as_number.nb_int,
        Py_nb_float = tp_as_number.nb_float,
        Py_nb_index = tp_as_number.nb_index,
        Py_nb_floor_divide = tp_as_number.nb_floor_divide,
        Py_nb_true_divide = tp_as_number.nb_true_divide,
        Py_nb_matrix_multiply = tp_as_number.nb_matrix_multiply,
        Py_nb_inplace_add = tp_as_number.nb_inplace_add,
        Py_nb_inplace_subtract = tp_as_number.nb_inplace_subtract,
        Py_nb_inplace_multiply = tp_as_number.nb_inplace_multiply,
        Py_nb_inplace_remainder = tp_as_number.nb_inplace_remainder,
        Py_nb_inplace_power = tp_as_number.nb_inplace_power,
        Py_nb_inplace_lshift = tp_as_number.nb_inplace_lshift,
        Py_nb_inplace_rshift = tp_as_number.nb_inplace_rshift,
        Py_nb_inplace_and = tp_as_number.nb_inplace_and,
        Py_nb_inplace_xor = tp_as_number.nb_inplace_xor,
        Py_nb_inplace_or = tp_as_number.nb_inplace_or,
        Py_nb_inplace_floor_divide = tp_as_number.nb_inplace_floor_divide,
        Py_nb_inplace_true_divide = tp_as_number.nb_inplace_true_divide,
        Py_nb_inplace_matrix_multiply = tp_as_number.nb_inplace_matrix_multiply,
        @
        Py_tp_call = tp_call,
        Py_tp_descr_get = tp_descr_get,
        Py_tp_descr_set = tp_descr_set,
        Py_tp_getattro = tp_getattro,
        Py_tp_getset = tp_getset,
        Py_tp_hash = tp_hash,
        Py_tp_init = tp_init,
        Py_tp_iter = tp_iter,
        Py_tp_iternext = tp_iternext,
        Py_tp_members = tp_members,
        Py_tp_methods = tp_methods,
        Py_tp_repr = tp_repr,
        Py_tp_richcompare = tp_richcompare,
        Py_tp_setattro = tp_setattro,
        Py_tp_str = tp_str,
    }
}

/// Slots of numbers, and those of sequences that have the same names in Python.
pub(crate) const SECOND_PLACES: [(c_int, c_int); 4] = [
    (ffi::Py_nb_add, ffi::Py_sq_concat),
    (ffi::Py_nb_multiply, ffi::Py_sq_repeat),
    (ffi::Py_nb_inplace_add, ffi::Py_sq_inplace_concat),
    (ffi::Py_nb_inplace_multiply, ffi::Py_sq_inplace_repeat),
];

/// What a type is derived from.
///
/// # Safety
/// A type, which has been made.
pub(crate) unsafe fn base_of(class: BorrowedRef<'_>) -> Option<BorrowedRef<'_>> {
    // SAFETY: the caller's.
    let base = unsafe { (*class.as_ptr().cast::<ffi::PyTypeObject>()).tp_base };
    // SAFETY: NULL, or a type that the type holds.
    unsafe { BorrowedRef::from_ptr(base.cast()) }
}

/// Whether it is what `object` has for attributes, which is what an empty slot comes to.
pub(crate) fn is_objects_own(function: *mut c_void) -> bool {
    let own = [ffi::PyObject_GenericGetAttr as *const (), ffi::PyObject_GenericSetAttr as *const ()];
    own.contains(&function.cast_const().cast())
}

/// Whether somebody has made the static type ready.
///
/// # Safety
/// A static type.
pub(crate) unsafe fn is_ready(class: *mut ffi::PyTypeObject) -> bool {
    #[cfg(not(Py_GIL_DISABLED))]
    // SAFETY: the caller's.
    let flags = unsafe { (*class).tp_flags };
    #[cfg(Py_GIL_DISABLED)]
    // SAFETY: the caller's.
    let flags = unsafe { (*class).tp_flags.load(core::sync::atomic::Ordering::Relaxed) };
    flags & ffi::Py_TPFLAGS_READY != 0
}

/// Whether a type has the methods of a spec, which no other type has.
///
/// # Safety
/// Attached; a type, and a spec that ends with a slot of number 0.
pub(crate) unsafe fn is_made_of(class: BorrowedRef<'_>, spec: *mut ffi::PyType_Spec) -> bool {
    // SAFETY: the caller's.
    let class = unsafe { &*class.as_ptr().cast::<ffi::PyTypeObject>() };
    // SAFETY: the caller's.
    let spec = unsafe { CType::of_spec(spec) };
    spec.get(ffi::Py_tp_methods) == class.tp_methods.cast()
}

/// How large an instance of a static type is.
///
/// # Safety
/// A static type, ready or not.
pub(crate) unsafe fn static_size(class: *mut ffi::PyTypeObject) -> usize {
    // SAFETY: the caller's.
    unsafe { (*class).tp_basicsize }.cast_unsigned()
}

/// How large an instance is, by a spec.
///
/// # Safety
/// A spec.
pub(crate) unsafe fn spec_size(spec: *mut ffi::PyType_Spec) -> usize {
    // SAFETY: the caller's.
    usize::try_from(unsafe { (*spec).basicsize }).unwrap_or_default()
}

/// A static type as an object.
///
/// # Safety
/// Attached for `'a`; a static type, which lives as long as the process.
pub(crate) unsafe fn static_type<'a>(class: *mut ffi::PyTypeObject) -> BorrowedRef<'a> {
    // SAFETY: the caller's.
    unsafe { BorrowedRef::from_ptr(class.cast()) }.expect("the address of a static")
}

//! What a class can extend: nothing (`object`), another class, or a built-in type.
//!
//! An instance is made of the parts of all classes on the way down from `object`, in that order. Each part knows itself;
//! what is done to a whole instance is passed on to the part below.
#![expect(unsafe_code, reason = "takes the parts of an instance apart, the built-in ones by their own slots")]

use core::ffi::{c_int, c_void};

use crate::err::{PyErr, Result, RuntimeError};
use crate::gc::{Visited, Visitor};
use crate::object::Type;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{self, BorrowedRef, NewRef, PyObject};
use crate::token::Python;

use super::built_in::{self, BuiltInType};
use super::layout::Layout;
use super::{Class, ClassAttribute, Property, dealloc, freelist, slots, visit};

/// What a class can extend: `#[class(extends = …)]`.
///
/// # Safety
/// An instance of the type begins with [`Base::size`] bytes that are its own, and the functions do for them what their
/// comments say.
///
/// ```
/// # owned::Python::initialize();
/// use owned::Base;
/// use owned::prelude::*;
/// Python::attach(|py| {
///     fn made<'py, B: Base>(py: Python<'py>) -> Result<Owned<'py, Any>> {
///         B::class(py)?.call(()) // what can be extended has a class
///     }
///     assert_eq!(made::<Dict>(py)?.repr()?.to_str()?, "{}");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a class cannot extend `{Self}`",
    label = "not a class that can be extended",
    note = "it can extend another `#[class(subclass)]`, a built-in exception, `Dict`, `List`, `Set`, `FrozenSet`, `Str`, `Float`, `Complex` or `ByteArray`",
    note = "instances of `int`, `tuple` and `bytes` have no fixed size, so nothing can be added to them, in Python either"
)]
pub unsafe trait Base: TypeInfo {
    /// The type of the interpreter that it is, or that is at the bottom.
    #[doc(hidden)]
    const BUILT_IN: BuiltInType;
    /// How large an instance is, if the compiler can know: not where the interpreter says it.
    const SIZE: Option<usize> = None;
    /// Whether it has a `__del__`, here or below.
    const FINALIZES: bool = false;
    /// Whether it may be extended.
    const EXTENSIBLE: bool = true;
    /// Whether its instances have a `__dict__` anyway.
    const DICT: bool = Self::BUILT_IN.dict;
    /// Whether its instances can be referred to weakly anyway.
    const WEAKREF: bool = Self::BUILT_IN.weakref;

    /// Whether its class has a metaclass of its own, for static properties, here or below.
    const METACLASS: bool = false;
    /// Whether the collector must know of its instances: if they can hold a reference, or be reached from their own type
    /// through something that can change.
    const NEEDS_HEADER: bool = true;
    /// Whether letting go of an instance runs no code.
    const TRIVIAL: bool = false;
    /// Whether it runs no code of Rust's authors: see [`Class::DROPS_QUIETLY`].
    const QUIET: bool = false;
    /// Whether the memory of its instances is kept, by functions that a class over it must not inherit.
    const KEEPS: bool = false;

    /// How large an instance is.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::Base as _;
    /// let class = Dict::class(py)?;
    /// assert_eq!(Dict::size(class.raw()), class.getattr("__basicsize__")?.extract::<usize>()?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    fn size(class: BorrowedRef<'_>) -> usize {
        raw::basic_size(class)
    }

    /// The running type. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::Base as _;
    /// assert_eq!(Dict::class(py)?.name(), "dict");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` if its module is not loaded.
    fn class(py: Python<'_>) -> Result<Owned<'_, Type>> {
        Ok(Self::BUILT_IN.handle(py))
    }

    /// Shows the collector what this part and those below own.
    ///
    /// # Safety
    /// A live instance, during a traversal.
    unsafe fn show(object: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
        // SAFETY: the collector runs on an attached thread.
        let class = unsafe { Self::BUILT_IN.get() };
        // SAFETY: the caller's.
        unsafe { built_in::show(class, object, visitor) }
    }

    /// Releases what this part and those below own, for the collector.
    ///
    /// # Safety
    /// Attached; an instance that the collector holds.
    unsafe fn clear(_: Python<'_>, object: *mut PyObject) {
        // SAFETY: the caller is attached.
        let class = unsafe { Self::BUILT_IN.get() };
        // SAFETY: the caller's.
        unsafe { built_in::clear(class, object) };
    }

    /// Takes this part and those below apart, gives the memory back, and the reference to its type that an instance holds.
    ///
    /// # Safety
    /// Attached; an untracked instance whose count is zero, and which is not used again.
    unsafe fn free(_: Python<'_>, object: *mut PyObject) {
        // SAFETY: the caller is attached.
        let class = unsafe { Self::BUILT_IN.get() };
        // SAFETY: the object holds its type until its memory is gone.
        let own = raw::type_of(unsafe { BorrowedRef::from_ptr(object) }.expect("not NULL")).as_non_null();
        // SAFETY: the caller's.
        unsafe { built_in::free(class, object) };
        // SAFETY: an instance of a heap type owns one reference to it, taken by `tp_alloc` and given up here.
        drop(unsafe { NewRef::from_non_null(own) });
    }
}

// SAFETY: an object begins with its header, and that owns nothing but its type, of which others take care.
unsafe impl Base for Any {
    const BUILT_IN: BuiltInType = BuiltInType::OBJECT;
    const SIZE: Option<usize> = Some(size_of::<PyObject>());
    const NEEDS_HEADER: bool = false;
    const TRIVIAL: bool = true;
    const QUIET: bool = true;

    #[inline]
    fn size(_: BorrowedRef<'_>) -> usize {
        size_of::<PyObject>()
    }

    #[inline]
    unsafe fn show(_: *mut PyObject, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }

    #[inline]
    unsafe fn clear(_: Python<'_>, _: *mut PyObject) {}

    #[inline]
    unsafe fn free(_: Python<'_>, object: *mut PyObject) {
        // SAFETY: the caller's.
        unsafe { raw::type_free(object) };
    }
}

// SAFETY: an instance begins with the parts below and its own; each is taken care of by itself.
#[diagnostic::do_not_recommend]
unsafe impl<C: Class> Base for C {
    const BUILT_IN: BuiltInType = C::Base::BUILT_IN;
    const SIZE: Option<usize> = Layout::<C>::SIZE;
    const FINALIZES: bool = slots::finalizes::<C>() || C::Base::FINALIZES;
    const EXTENSIBLE: bool = C::OPTIONS.subclass && !C::OPTIONS.completed();
    const DICT: bool = Layout::<C>::HAS_DICT;
    const WEAKREF: bool = Layout::<C>::HAS_WEAKREF;
    const METACLASS: bool = has_static_properties::<C>() || C::Base::METACLASS;
    const NEEDS_HEADER: bool = C::HOLDS_REFERENCES
        || C::Base::NEEDS_HEADER
        || Layout::<C>::HAS_DICT
        // Without a header nobody would know that `__del__` has been called.
        || Self::FINALIZES
        || !attributes_are_plain::<C>();
    const TRIVIAL: bool = !core::mem::needs_drop::<C>()
        && C::Base::TRIVIAL
        && !Layout::<C>::HAS_DICT
        && !Layout::<C>::HAS_WEAKREF
        && !Self::FINALIZES;
    const QUIET: bool = C::DROPS_QUIETLY && C::Base::QUIET;
    const KEEPS: bool = freelist::keeps::<C>();

    fn size(_: BorrowedRef<'_>) -> usize {
        Layout::<C>::size()
    }

    fn class(py: Python<'_>) -> Result<Owned<'_, Type>> {
        let class = C::cell().live.get().ok_or_else(not_loaded::<C>)?;
        // SAFETY: the cell holds the class's type.
        Ok(unsafe { Owned::from_ref(py, class) })
    }

    unsafe fn show(object: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
        // SAFETY: the caller's.
        unsafe { visit::show_part::<C>(object, visitor) }?;
        // SAFETY: the caller's: an instance of the class is one of its base.
        unsafe { C::Base::show(object, visitor) }
    }

    unsafe fn clear(py: Python<'_>, object: *mut PyObject) {
        // SAFETY: the caller's.
        unsafe { visit::clear_part::<C>(py, object) };
        // SAFETY: the caller's: an instance of the class is one of its base.
        unsafe { C::Base::clear(py, object) };
    }

    unsafe fn free(py: Python<'_>, object: *mut PyObject) {
        // SAFETY: the caller's.
        unsafe { dealloc::drop_part::<C>(py, object) };
        // SAFETY: the caller's: an instance of the class is one of its base.
        unsafe { C::Base::free(py, object) };
    }
}

/// The class has no type object now.
#[cold]
fn not_loaded<C: Class>() -> PyErr {
    let name = <C as TypeInfo>::NAME;
    RuntimeError::new(format!("the module of class '{name}' is not loaded in this interpreter"))
}

/// Whether no instance can be reached from the attributes of the class.
const fn attributes_are_plain<C: Class>() -> bool {
    let written = match C::METHODS {
        Some(methods) => methods.attributes,
        None => &[],
    };
    ClassAttribute::all_plain(C::FIELDS.attributes) && ClassAttribute::all_plain(written)
}

const fn has_static_properties<C: Class>() -> bool {
    let written = match C::METHODS {
        Some(methods) => methods.properties,
        None => &[],
    };
    Property::any_static(C::FIELDS.properties) || Property::any_static(written)
}

/// The function in a slot of a type, if there is one.
///
/// # Safety
/// Attached; a live type; `F` is the type of the functions in that slot.
pub(super) unsafe fn slot<F: Copy>(class: BorrowedRef<'_>, id: c_int) -> Option<F> {
    const { assert!(size_of::<F>() == size_of::<*mut c_void>()) };
    // SAFETY: attached; a live type.
    let function = unsafe { raw::type_get_slot(class, id) }.unwrap_or(core::ptr::null_mut());
    // SAFETY: not NULL, so a function of that type.
    (!function.is_null()).then(|| unsafe { core::mem::transmute_copy(&function) })
}

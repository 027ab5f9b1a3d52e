//! Built-in types as bases: their parts are taken care of by their own slots.
#![expect(unsafe_code, reason = "calls the slots of types that it knows")]

use core::ptr;

use crate::convert::IntoArgs;
use crate::err::{self, Result, RuntimeError, SystemError};
use crate::gc::{Stop, Visited, Visitor};
use crate::object::{ByteArray, Complex, Dict, Float, FrozenSet, List, Set, Str, Tuple, Type};
use crate::ptr::Owned;
use crate::raw::place::{Py_tp_init, Py_tp_new};
use crate::raw::structs::{
    Py_TPFLAGS_HAVE_GC, Py_tp_clear, Py_tp_dealloc, Py_tp_traverse, destructor, initproc, inquiry, newfunc,
    traverseproc,
};
use crate::raw::{self, BorrowedRef, Builtin, ExceptionKind, NewRef, PyObject};
use crate::token::Python;

use super::base::slot;
use super::initial::Allocated;
use super::initial::{fetched, made};
use super::{Base, BaseArgs, Initial};

/// A type of the interpreter whose instances have a fixed size.
pub trait BuiltIn: Base {}

/// A type of the interpreter; all are static.
#[derive(Clone, Copy, Debug)]
pub struct BuiltInType {
    which: Which,
    /// Whether its instances have a `__dict__`.
    pub(super) dict: bool,
    /// Whether they can be referred to weakly.
    pub(super) weakref: bool,
}

#[derive(Clone, Copy, Debug)]
enum Which {
    Plain(Builtin),
    Exception(ExceptionKind),
}

impl BuiltInType {
    pub(super) const OBJECT: BuiltInType =
        BuiltInType { which: Which::Plain(Builtin::Object), dict: false, weakref: false };

    /// # Safety
    /// The thread is attached for `'a`.
    #[inline]
    pub(super) unsafe fn get<'a>(self) -> BorrowedRef<'a> {
        match self.which {
            // SAFETY: attached, by the caller.
            Which::Plain(which) => unsafe { raw::builtin(which) },
            // SAFETY: attached, by the caller.
            Which::Exception(which) => unsafe { raw::exception_type(which) },
        }
    }

    /// A new reference.
    #[inline]
    pub(super) fn handle(self, py: Python<'_>) -> Owned<'_, Type> {
        // SAFETY: attached, by `py`.
        let class = unsafe { self.get() };
        // SAFETY: a type.
        unsafe { Owned::from_ref(py, class.to_new()) }
    }
}

// Only a constant: what is done is the trait's own, and so compiled once.
macro_rules! built_in {
    ($($name:ty, $dict:literal, $weakref:literal, $which:expr;)*) => { $(
        impl BuiltIn for $name {}

        // SAFETY: the interpreter says how large an instance is, and its own slots do the rest.
        unsafe impl Base for $name {
            const BUILT_IN: BuiltInType = BuiltInType { which: $which, dict: $dict, weakref: $weakref };
        }
    )* };
}
built_in! {
    Dict, false, false, Which::Plain(Builtin::Dict);
    List, false, false, Which::Plain(Builtin::List);
    Set, false, true, Which::Plain(Builtin::Set);
    FrozenSet, false, true, Which::Plain(Builtin::FrozenSet);
    Str, false, false, Which::Plain(Builtin::Str);
    Float, false, false, Which::Plain(Builtin::Float);
    Complex, false, false, Which::Plain(Builtin::Complex);
    ByteArray, false, false, Which::Plain(Builtin::ByteArray);
}

macro_rules! exceptions {
    ($($list:ident { $( $name:ident: $base:ident = $c:ident $(, $version:ident)?; )* })*) => { $($(
        built_in! { err::$name, true, false, Which::Exception(ExceptionKind::$name); }
    )*)* };
}
raw::builtin_exceptions!(exceptions);

// SAFETY: the interpreter's own constructor makes the whole part.
unsafe impl<'py, B: BuiltIn> Initial<'py, B> for () {
    type Parts = ();

    unsafe fn allocate(self, py: Python<'py>, class: BorrowedRef<'_>) -> Allocated<()> {
        // SAFETY: the caller's.
        Allocated::tracked(Tuple::empty(py).and_then(|args| unsafe { construct::<B>(class, &args) }), ())
    }

    unsafe fn write(_: (), _: *mut PyObject) {}
}

// SAFETY: as above.
unsafe impl<'py, B: BuiltIn, A: IntoArgs<'py>> Initial<'py, B> for BaseArgs<A> {
    type Parts = ();

    unsafe fn allocate(self, py: Python<'py>, class: BorrowedRef<'_>) -> Allocated<()> {
        let args = self.0.into_vec(py).and_then(|args| Tuple::from_vec(py, args));
        // SAFETY: the caller's.
        Allocated::tracked(args.and_then(|args| unsafe { construct::<B>(class, &args) }), ())
    }

    unsafe fn write(_: (), _: *mut PyObject) {}
}

// SAFETY: as above.
unsafe impl<'py, B: BuiltIn> Initial<'py, B> for BaseArgs<Owned<'py, Tuple>> {
    type Parts = ();

    unsafe fn allocate(self, _: Python<'py>, class: BorrowedRef<'_>) -> Allocated<()> {
        // SAFETY: the caller's.
        Allocated::tracked(unsafe { construct::<B>(class, &self.0) }, ())
    }

    unsafe fn write(_: (), _: *mut PyObject) {}
}

/// # Safety
/// As [`Base::show`]; `class` is static.
#[inline]
pub(super) unsafe fn show(class: BorrowedRef<'_>, object: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
    // SAFETY: a static type; a `traverseproc` stands in that slot.
    let Some(traverse) = (unsafe { slot::<traverseproc>(class, Py_tp_traverse) }) else {
        return Ok(());
    };
    // SAFETY: an instance, and the two arguments of this traversal.
    match unsafe { visitor.by(object, traverse) } {
        0 => Ok(()),
        stop => Err(Stop(stop)),
    }
}

/// # Safety
/// As [`Base::clear`]; `class` is static.
#[inline]
pub(super) unsafe fn clear(class: BorrowedRef<'_>, object: *mut PyObject) {
    // SAFETY: a static type; an `inquiry` stands in that slot.
    if let Some(clear) = unsafe { slot::<inquiry>(class, Py_tp_clear) } {
        // SAFETY: an instance, held by the collector.
        unsafe { clear(object) };
    }
}

/// # Safety
/// As [`Base::free`]; `class` is static.
#[inline]
pub(super) unsafe fn free(class: BorrowedRef<'_>, object: *mut PyObject) {
    // SAFETY: attached; a live type.
    if unsafe { raw::type_get_flags(class) } & Py_TPFLAGS_HAVE_GC as core::ffi::c_ulong != 0 {
        // SAFETY: untracked by the caller; the slot expects an object as the collector knows it.
        unsafe { raw::gc_track(object) };
    }
    // SAFETY: a static type; a `destructor` stands in that slot.
    let dealloc: destructor = unsafe { slot(class, Py_tp_dealloc) }.expect("a type can free its instances");
    // SAFETY: an instance whose count is zero. The slot frees it by its own type's `tp_free` and leaves the reference to
    // that type to us, as it does for a class that is written in Python.
    unsafe { dealloc(object) };
}

/// What the type `B` of the interpreter makes of these arguments, as `type.__call__` would: `__new__`, then `__init__`.
///
/// # Safety
/// As [`Initial::allocate`].
unsafe fn construct<B: BuiltIn>(class: BorrowedRef<'_>, args: &Owned<'_, Tuple>) -> Result<NewRef> {
    let py = args.py();
    // SAFETY: attached, by `py`.
    let base = unsafe { B::BUILT_IN.get() };
    let no_constructor = || RuntimeError::new("the base has no constructor");
    // SAFETY: a live type; a `newfunc` stands in that slot.
    let new: newfunc = unsafe { slot(base, Py_tp_new) }.ok_or_else(no_constructor)?;
    // SAFETY: attached; a subtype of the base, by the caller, and a tuple.
    let object = unsafe { new(class.as_ptr().cast(), args.as_ptr(), ptr::null_mut()) };
    // SAFETY: `tp_new` gives a new reference, or NULL with an exception set.
    let object = unsafe { made(py, object) }?;
    if raw::type_of(object.borrow()).as_ptr() != class.as_ptr() {
        return Err(SystemError::new(format!("the constructor of {} made something else", B::NAME)));
    }
    // SAFETY: a live type; an `initproc` stands in that slot.
    let init: Option<initproc> = unsafe { slot(base, Py_tp_init) };
    // SAFETY: attached.
    let object_type = unsafe { raw::builtin(Builtin::Object) };
    // SAFETY: a live type; an `initproc` stands in that slot.
    let of_object: Option<initproc> = unsafe { slot(object_type, Py_tp_init) };
    // That of `object` takes no arguments: they were for the constructor.
    if let Some(init) = init.filter(|&init| of_object.is_none_or(|other| !ptr::fn_addr_eq(init, other))) {
        // SAFETY: attached; an instance of the base, and a tuple.
        if unsafe { init(object.borrow().as_ptr(), args.as_ptr(), ptr::null_mut()) } < 0 {
            return Err(fetched(py));
        }
    }
    Ok(object)
}

//! Binary operators. C has one slot for both orders of the operands; a class of Python's has a method for each.
//!
//! What C calls for `a + b` is told neither which operand is the object nor who asks. A class that nobody can derive
//! from is simple: what is not an instance is of another class. Where Python classes derive from it, an overridden
//! method must come first only if it is overridden, which C's rules do not know; there the slot gets the function that
//! classes of Python have in it, and that function finds the methods in the type's dict.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::{CStr, c_char, c_int};

use crate::err::{Result, boundary};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::structs::{METH_FASTCALL, METH_O, PyMethodDef, PyMethodDefPointer};
use crate::raw::{self, PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::{into_c, this};
use super::table::{self, Part, Two, shown};
use super::{Slot, lend};

/// `__add__`, `__radd__`, `__iadd__` and their like.
pub trait Operator<C: Class> {
    /// Answers; `None` is `NotImplemented`.
    fn operate<'a, 'py>(slf: Borrowed<'a, 'py, C>, other: Borrowed<'a, 'py, Any>) -> Result<Option<Owned<'py, Any>>>;
}

/// A name, and the text from which Python reads name, signature and doc. Invariant: each is static and ends with a NUL.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) name: *const c_char,
    pub(super) text: *const c_char,
}

impl Named {
    pub(super) const fn new(name: &'static CStr, text: &'static CStr) -> Self {
        Named { name: name.as_ptr(), text: text.as_ptr() }
    }
}

// No `CStr`: the compiler would look through each for a NUL that is not at its end, letter by letter.
macro_rules! text {
    ($($part:literal),*) => {
        concat!($($part,)* "\0").as_ptr().cast()
    };
}

macro_rules! operators {
    ($($id:ident $in_place:ident $name:literal)*) => {
        /// The slots in place, in the same order.
        const IN_PLACE: &[c_int] = &[$(place::$in_place),*];

        /// Each slot with its method, that for the other order, and that which changes the object.
        const OPERATORS: &[(c_int, [Named; 3])] = &[$((place::$id, [
            Named {
                name: text!("__", $name, "__"),
                text: text!("__", $name, "__($self, value, /)\n--\n\nReturn the result for self and value."),
            },
            Named {
                name: text!("__r", $name, "__"),
                text: text!("__r", $name, "__($self, value, /)\n--\n\nReturn the result for value and self."),
            },
            Named {
                name: text!("__i", $name, "__"),
                text: text!("__i", $name, "__($self, value, /)\n--\n\nChange self by value; return what takes its place."),
            },
        ])),*];
    };
}

operators! {
    Py_nb_add Py_nb_inplace_add "add"
    Py_nb_subtract Py_nb_inplace_subtract "sub"
    Py_nb_multiply Py_nb_inplace_multiply "mul"
    Py_nb_matrix_multiply Py_nb_inplace_matrix_multiply "matmul"
    Py_nb_true_divide Py_nb_inplace_true_divide "truediv"
    Py_nb_floor_divide Py_nb_inplace_floor_divide "floordiv"
    Py_nb_remainder Py_nb_inplace_remainder "mod"
    Py_nb_divmod Py_nb_divmod "divmod"
    Py_nb_lshift Py_nb_inplace_lshift "lshift"
    Py_nb_rshift Py_nb_inplace_rshift "rshift"
    Py_nb_and Py_nb_inplace_and "and"
    Py_nb_xor Py_nb_inplace_xor "xor"
    Py_nb_or Py_nb_inplace_or "or"
    Py_nb_power Py_nb_inplace_power "pow"
}

#[inline]
pub(super) const fn named(id: c_int) -> [Named; 3] {
    let mut at = 0;
    while OPERATORS[at].0 != id {
        at += 1;
    }
    OPERATORS[at].1
}

impl<C: Class> Slot<C> {
    /// `__add__`.
    pub const fn forward<M: Operator<C>, const ID: c_int>() -> Self {
        let [named, reflected, _] = named(ID);
        let method = shown(named, PyMethodDefPointer { PyCFunction: method::<C, M> }, METH_O);
        Slot::of(ID, operator::<C, ID> as *const ())
            .part(Part::Binary(M::operate))
            .method(method)
            .alone(not_there(reflected))
    }

    /// `__radd__`.
    pub const fn reflected<M: Operator<C>, const ID: c_int>() -> Self {
        let [forward, named, _] = named(ID);
        let method = shown(named, PyMethodDefPointer { PyCFunction: method::<C, M> }, METH_O);
        let function = if ID == place::Py_nb_power {
            super::power::power::<C> as *const ()
        } else {
            operator::<C, ID> as *const ()
        };
        Slot::of(ID, function).part(Part::Counterpart(M::operate)).method(method).alone(not_there(forward))
    }

    /// `__iadd__`.
    pub const fn in_place<M: Operator<C>, const ID: c_int>() -> Self {
        Slot::of(ID, in_place::<C, M> as *const ()).method(in_place_method::<C, M>(ID))
    }
}

/// What the dict shows of the method for the other order, where the class has only one of the two.
#[inline]
pub(super) const fn not_there(named: Named) -> PyMethodDef {
    shown(named, PyMethodDefPointer { PyCFunctionFast: no_method }, METH_FASTCALL)
}

/// What the dict shows of an operator in place. Made of the slot, `__iadd__` would go into the slot for concatenation too
/// where a class of Python's derives from this one, and its `NotImplemented` would be taken for a result.
pub(super) const fn in_place_method<C: Class, M: Operator<C>>(id: c_int) -> PyMethodDef {
    let mut at = 0;
    while IN_PLACE[at] != id {
        at += 1;
    }
    let [.., named] = OPERATORS[at].1;
    shown(named, PyMethodDefPointer { PyCFunction: in_place::<C, M> }, METH_O)
}

/// `NotImplemented` is no answer.
#[inline]
fn implemented(answer: Option<Owned<'_, Any>>) -> Option<Owned<'_, Any>> {
    answer.filter(|answer| !raw::is_not_implemented(answer.raw()))
}

/// The operators of a class that nobody derives from.
unsafe extern "C" fn operator<C: Class, const ID: c_int>(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live operand.
        let left = unsafe { this::<Any>(py, left) };
        // SAFETY: Python passes a live operand.
        let right = unsafe { this::<Any>(py, right) };
        let (left, right) = (left.lend(), right.lend());
        let (forward, reflected) = const { (table::binary::<C>(ID), table::counterpart::<C>(ID)) };
        let found = either(left, right, |left| forward.map(|ask| ask(left, right)), reflected)?;
        Ok(into_c(found.unwrap_or_else(|| py.not_implemented())))
    })
}

/// Asks the left operand, if it is an instance, and then the right one, if that is an instance and of another type.
pub(super) fn either<'a, 'py, C: Class>(
    left: Borrowed<'a, 'py, Any>,
    right: Borrowed<'a, 'py, Any>,
    forward: impl FnOnce(Borrowed<'a, 'py, C>) -> Option<Result<Option<Owned<'py, Any>>>>,
    reflected: Option<Two<C>>,
) -> Result<Option<Owned<'py, Any>>> {
    if let Ok(left) = left.downcast::<C>()
        && let Some(found) = forward(left).transpose()?
        && let Some(found) = implemented(found)
    {
        return Ok(Some(found));
    }
    // Two of one type: what the left cannot do the right cannot either.
    let other_type = raw::type_of(left.raw()).as_ptr() != raw::type_of(right.raw()).as_ptr();
    match (reflected, right.downcast::<C>()) {
        (Some(reflected), Ok(right)) if other_type => Ok(reflected(right, left)?),
        _ => Ok(None),
    }
}

/// `x += y`: nothing returned is the object itself.
pub(super) unsafe extern "C" fn in_place<C: Class, M: Operator<C>>(
    object: *mut PyObject,
    other: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance on the left.
        let slf = unsafe { this::<C>(py, object) };
        // SAFETY: Python passes a live operand.
        let found = M::operate(slf.lend(), unsafe { lend(py, other) })?;
        Ok(into_c(match found {
            None => py.not_implemented(),
            Some(found) if found.is_none() => slf.lend().to_owned().into_any(),
            Some(found) => found,
        }))
    })
}

/// A method of an operator, called by its name.
unsafe extern "C" fn method<C: Class, M: Operator<C>>(object: *mut PyObject, other: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance: the method's descriptor checks it.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live operand.
        let found = M::operate(slf.lend(), unsafe { lend(py, other) })?;
        Ok(into_c(found.unwrap_or_else(|| py.not_implemented())))
    })
}

/// A method that the class has not, where C would show one that is made of the slot.
#[inline]
unsafe extern "C" fn no_method(_: *mut PyObject, _: *mut *mut PyObject, _: isize) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    into_c(py.not_implemented())
}

/// The methods that make a class have these slots.
#[inline]
pub(super) fn forward_names() -> impl Iterator<Item = *const c_char> {
    OPERATORS.iter().map(|(_, [forward, ..])| forward.name)
}

/// Whether the slot is that of an operator with two orders.
#[inline]
pub(super) fn is_operator(id: c_int) -> bool {
    for (known, _) in OPERATORS {
        if *known == id {
            return true;
        }
    }
    false
}

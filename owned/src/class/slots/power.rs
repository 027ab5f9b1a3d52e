//! `**`, and `pow` with a modulus.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use crate::err::{Result, TypeError, boundary};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::structs::{METH_FASTCALL, PyMethodDefPointer};
use crate::raw::{PyObject, place};
use crate::token::Python;

use super::super::Class;
use super::super::call::{into_c, this};
use super::operators::{Named, either, in_place, in_place_method, named, not_there};
use super::table::{self, Part, shown};
use super::{Operator, Slot, lend};

/// `__pow__`.
pub trait Power<C: Class> {
    /// How many operands the method takes: 1, or 2 with the modulus.
    const OPERANDS: usize;

    /// Answers; `None` is `NotImplemented`. The modulus is `None`, the object, if there is none.
    fn power<'a, 'py>(
        slf: Borrowed<'a, 'py, C>,
        exponent: Borrowed<'a, 'py, Any>,
        modulus: Borrowed<'a, 'py, Any>,
    ) -> Result<Option<Owned<'py, Any>>>;
}

impl<C: Class> Slot<C> {
    /// `__pow__`.
    pub const fn power<M: Power<C>>() -> Self {
        let [_, reflected, _] = named(place::Py_nb_power);
        let text = c"__pow__($self, value, modulus=None, /)\n--\n\nReturn pow(self, value, modulus).";
        let named = Named::new(c"__pow__", text);
        let method = shown(named, PyMethodDefPointer { PyCFunctionFast: method::<C, M> }, METH_FASTCALL);
        Slot::of(place::Py_nb_power, power::<C> as *const ())
            .part(Part::Ternary(checked::<C, M>))
            .method(method)
            .alone(not_there(reflected))
    }

    /// `__ipow__`.
    pub const fn in_place_power<M: Operator<C>>() -> Self {
        Slot::of(place::Py_nb_inplace_power, in_place_power::<C, M> as *const ())
            .method(in_place_method::<C, M>(place::Py_nb_inplace_power))
    }
}

fn checked<'a, 'py, C: Class, M: Power<C>>(
    slf: Borrowed<'a, 'py, C>,
    exponent: Borrowed<'a, 'py, Any>,
    modulus: Borrowed<'a, 'py, Any>,
) -> Result<Option<Owned<'py, Any>>> {
    if M::OPERANDS == 1 && !modulus.is_none() {
        return Err(TypeError::new("__pow__() takes no modulus"));
    }
    M::power(slf, exponent, modulus)
}

/// `pow` of a class that nobody derives from. The right operand is asked only where there is no modulus.
pub(super) unsafe extern "C" fn power<C: Class>(
    base: *mut PyObject,
    exponent: *mut PyObject,
    modulus: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live operand.
        let base = unsafe { this::<Any>(py, base) };
        // SAFETY: Python passes a live operand.
        let exponent = unsafe { this::<Any>(py, exponent) };
        // SAFETY: Python passes a live operand.
        let modulus = unsafe { lend(py, modulus) };
        let (base, exponent) = (base.lend(), exponent.lend());
        let (forward, reflected) =
            const { (table::ternary::<C>(place::Py_nb_power), table::counterpart::<C>(place::Py_nb_power)) };
        let reflected = reflected.filter(|_| modulus.is_none());
        let found = either(base, exponent, |base| forward.map(|ask| ask(base, exponent, modulus)), reflected)?;
        Ok(into_c(found.unwrap_or_else(|| py.not_implemented())))
    })
}

unsafe extern "C" fn in_place_power<C: Class, M: Operator<C>>(
    base: *mut PyObject,
    exponent: *mut PyObject,
    _: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: what Python passes for an operator in place; the modulus is always `None`.
    unsafe { in_place::<C, M>(base, exponent) }
}

/// `__pow__`, called by its name.
unsafe extern "C" fn method<C: Class, M: Power<C>>(
    object: *mut PyObject,
    args: *mut *mut PyObject,
    count: isize,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        if !(1..=2).contains(&count) {
            return Err(TypeError::new(format!("__pow__() takes 1 or 2 arguments, got {count}")));
        }
        let none = py.none();
        // SAFETY: Python passes an instance: the method's descriptor checks it.
        let slf = unsafe { this::<C>(py, object) };
        // SAFETY: Python passes so many arguments.
        let exponent = unsafe { lend_at(py, args, 0) };
        let modulus = match count {
            // SAFETY: Python passes so many arguments.
            2 => unsafe { lend_at(py, args, 1) },
            _ => none.as_borrowed(),
        };
        let found = checked::<C, M>(slf.lend(), exponent, modulus)?;
        Ok(into_c(found.unwrap_or_else(|| py.not_implemented())))
    })
}

/// # Safety
/// There are more than `at` live arguments.
#[inline]
unsafe fn lend_at<'a, 'py>(py: Python<'py>, args: *mut *mut PyObject, at: usize) -> Borrowed<'a, 'py, Any> {
    // SAFETY: inside of the array, by the caller.
    let place = unsafe { args.add(at) };
    // SAFETY: inside of the array, by the caller.
    let argument = unsafe { *place };
    // SAFETY: alive, by the caller.
    unsafe { lend(py, argument) }
}

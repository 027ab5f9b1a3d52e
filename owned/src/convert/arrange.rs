//! The arguments of a call by position and by name, put in the places of the parameters, where nothing is wrong and nothing is
//! left over. What is wrong, [`Signature`] says after that, in a way that takes its time.
#![expect(unsafe_code, reason = "takes apart what a call passes, for it to stay in registers")]

use crate::object::{Str, Tuple};
use crate::ptr::{Any, Borrowed, TypeInfo as _};
use crate::raw::{self, PyObject};
use crate::token::Python;

use super::args::Vector;
use super::signature::{Param, Signature};

/// What each parameter gets, beginning with the first.
pub(super) type Values<'a, 'py> = *mut Option<Borrowed<'a, 'py, Any>>;

impl Signature {
    /// Whether each argument has its parameter, and each parameter that is required its argument. Those by position are in
    /// `values` already. Of what is not usual, it says that it is not so. It calls nothing, which would cost as much as it does.
    ///
    /// # Safety
    /// The pieces are of one [`Vector`]; there is a value for each parameter.
    #[inline(never)]
    pub(super) unsafe fn arrange<'a, 'py>(
        &self,
        py: Python<'py>,
        first: *const *mut PyObject,
        count: usize,
        names: Borrowed<'a, 'py, Tuple>,
        values: Values<'a, 'py>,
    ) -> bool {
        if count > self.positional {
            return false;
        }
        let vector = Vector { first, count, names: Some(names) };
        // One that was given by position has its argument.
        let from = self.positional_only.max(count);
        // SAFETY: a tuple.
        let named = unsafe { raw::tuple_get_size_unchecked(names.raw()) }.cast_unsigned();
        for at in 0..named {
            // SAFETY: a tuple that C passes, and an index within it.
            let name = unsafe { raw::tuple_item(names.raw(), at) };
            if !Str::is_instance(name) {
                return false;
            }
            // SAFETY: attached; a `str`.
            let Some(name) = (unsafe { raw::unicode_bytes(name) }) else { return false };
            let Some(place) = find(self.params, from, name) else { return false };
            // SAFETY: the place of a parameter, and there is a value for each.
            let value = unsafe { values.add(place) };
            // SAFETY: as above; nobody else has them.
            let value = unsafe { &mut *value };
            if value.is_some() {
                return false;
            }
            // SAFETY: there is an argument for each name.
            *value = Some(unsafe { vector.get(py, count + at) });
        }
        // With so many by position, what is left has defaults.
        // SAFETY: there is a value for each parameter, as many as there are.
        count >= self.least || unsafe { self.all_required(count, values) }
    }

    /// Whether each parameter from this one on that is required has its argument.
    ///
    /// # Safety
    /// There is a value for each parameter.
    #[inline]
    unsafe fn all_required(&self, from: usize, values: Values<'_, '_>) -> bool {
        // SAFETY: the caller's; nobody else has them.
        let values = unsafe { core::slice::from_raw_parts(values, self.params.len()) };
        let mut at = from;
        while let (Some(value), Some(param)) = (values.get(at), self.params.get(at)) {
            if value.is_none() && param.required {
                return false;
            }
            at += 1;
        }
        true
    }
}

/// The parameter of this name, from this one on.
#[inline]
pub(super) fn find(params: &[Param], mut at: usize, name: &[u8]) -> Option<usize> {
    let begins = beginning(name);
    while let Some(param) = params.get(at) {
        if param.begins == begins && param.name.len() == name.len() && same_end(param.name.as_bytes(), name) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether two names that begin with the same eight bytes are the same.
#[inline]
fn same_end(one: &[u8], other: &[u8]) -> bool {
    let mut at = 8;
    while let (Some(one), Some(other)) = (one.get(at), other.get(at)) {
        if one != other {
            return false;
        }
        at += 1;
    }
    true
}

/// The first eight bytes of a name as a number, which tell most names apart: a call that compares texts costs more. Of a
/// shorter one all, with zeros behind them.
#[inline]
pub(super) const fn beginning(name: &[u8]) -> u64 {
    if let Some(first) = name.first_chunk() {
        return u64::from_le_bytes(*first);
    }
    // Two halves, which overlap.
    if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
        return u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << (8 * (name.len() - 4));
    }
    if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
        return u16::from_le_bytes(*first) as u64 | (u16::from_le_bytes(*last) as u64) << (8 * (name.len() - 2));
    }
    match name {
        [only] => *only as u64,
        _ => 0,
    }
}

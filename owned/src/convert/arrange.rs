//! The arguments of a call by position and by name, put in the places of the parameters, where nothing is wrong and nothing is
//! left over. What is wrong, [`Signature`] says after that, in a way that takes its time.
#![expect(unsafe_code, reason = "takes apart what a call passes, for it to stay in registers")]

use crate::object::{Str, Tuple};
use crate::ptr::{Any, Borrowed, TypeInfo as _};
use crate::raw::{self, Address, PyObject, Seen};
use crate::token::Python;

use super::args::argument_at;
use super::signature::{Param, Signature};

/// What each parameter gets, beginning with the first.
pub(super) type Values<'a, 'py> = *mut Option<Borrowed<'a, 'py, Any>>;

/// By which name each was given before, beginning with the first.
pub(super) type Places = *const Seen;

impl Signature {
    /// Whether each argument has its parameter, and each parameter that is required its argument. Those by position are in
    /// `values` already. Of what is not usual, it says that it is not so. It calls nothing, which would cost as much as it does.
    ///
    /// More by position than there can be is for the caller to refuse, but where that is as many as there are parameters.
    ///
    /// # Safety
    /// The pieces are of one [`Vector`](super::args::Vector); there are a value and a place for each parameter.
    #[inline(never)]
    pub(super) unsafe fn arrange<'a, 'py>(
        &self,
        py: Python<'py>,
        named: *const *mut PyObject,
        count: usize,
        names: Borrowed<'a, 'py, Tuple>,
        values: Values<'a, 'py>,
        places: Places,
    ) -> bool {
        if !raw::HAS_IMMORTALS {
            // SAFETY: the caller's.
            return unsafe { self.arrange_by_text(py, named, count, names, values, places) };
        }
        // SAFETY: a tuple.
        let mut left = unsafe { raw::tuple_get_size_unchecked(names.raw()) }.cast_unsigned();
        if left == 0 {
            // SAFETY: the caller's.
            return unsafe { self.arrange_by_text(py, named, count, names, values, places) };
        }
        // From the last to the first, names and parameters: fewer things to keep.
        while left > 0 {
            left -= 1;
            // SAFETY: a tuple that C passes, and an index within it.
            let name = Address::of(unsafe { raw::tuple_item(names.raw(), left) });
            // SAFETY: there is a place for each parameter.
            let Some(place) = (unsafe { last_seen(places, count, self.params.len(), name) }) else {
                // SAFETY: the caller's.
                return unsafe { self.arrange_by_text(py, named, count, names, values, places) };
            };
            // SAFETY: the place of a parameter, and there is a value for each.
            let value = unsafe { values.add(place) };
            // SAFETY: as above; nobody else has them.
            let value = unsafe { &mut *value };
            if value.is_some() {
                // SAFETY: the caller's.
                return unsafe { self.arrange_by_text(py, named, count, names, values, places) };
            }
            // SAFETY: there is an argument for each name.
            *value = Some(unsafe { argument_at(py, named, left) });
        }
        // SAFETY: there is a value for each parameter, as many as there are.
        count >= self.least || unsafe { self.all_required(count, values) }
    }

    /// The same, of names that were not seen before.
    ///
    /// # Safety
    /// As [`arrange`](Self::arrange).
    #[inline(never)]
    unsafe fn arrange_by_text<'a, 'py>(
        &self,
        py: Python<'py>,
        named: *const *mut PyObject,
        count: usize,
        names: Borrowed<'a, 'py, Tuple>,
        values: Values<'a, 'py>,
        places: Places,
    ) -> bool {
        if count > self.positional {
            return false;
        }
        // What was found by names that were seen is found anew.
        let begun = if raw::HAS_IMMORTALS { count } else { self.params.len() };
        for at in begun..self.params.len() {
            // SAFETY: there is a value for each parameter.
            let value = unsafe { values.add(at) };
            // SAFETY: as above; nobody else has them.
            unsafe { value.write(None) };
        }
        // One that was given by position has its argument.
        let from = self.positional_only.max(count);
        // SAFETY: a tuple.
        let size = unsafe { raw::tuple_get_size_unchecked(names.raw()) }.cast_unsigned();
        for at in 0..size {
            // SAFETY: a tuple that C passes, and an index within it.
            let name = unsafe { raw::tuple_item(names.raw(), at) };
            if !Str::is_instance(name) {
                return false;
            }
            // SAFETY: attached; a `str`.
            let Some(text) = (unsafe { raw::unicode_bytes(name) }) else { return false };
            let Some(place) = find(self.params, from, text) else { return false };
            // SAFETY: the place of a parameter, and there is one for each.
            let seen = unsafe { places.add(place) };
            // SAFETY: as above.
            unsafe { &*seen }.keep(name);
            // SAFETY: the place of a parameter, and there is a value for each.
            let value = unsafe { values.add(place) };
            // SAFETY: as above; nobody else has them.
            let value = unsafe { &mut *value };
            if value.is_some() {
                return false;
            }
            // SAFETY: there is an argument for each name.
            *value = Some(unsafe { argument_at(py, named, at) });
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

/// The last place from `first` on and before `end` that has this name.
///
/// # Safety
/// There are places before `end`.
#[inline(always)]
unsafe fn last_seen(places: Places, first: usize, mut end: usize, name: Address) -> Option<usize> {
    while end > first {
        // The compiler would keep `end - 1` beside `end`.
        // SAFETY: the caller's.
        let behind = unsafe { places.add(end) };
        // SAFETY: the caller's.
        let seen = unsafe { behind.sub(1) };
        // SAFETY: as above.
        if unsafe { &*seen }.is(name) {
            return Some(end - 1);
        }
        end -= 1;
    }
    None
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

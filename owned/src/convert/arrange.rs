//! The arguments of a call by position and by name, put in the places of the parameters, where nothing is wrong and nothing is
//! left over. What is wrong, [`Signature`] says after that, in a way that takes its time.
#![expect(unsafe_code, reason = "takes apart what a call passes, for it to stay in registers")]

use crate::object::{Str, Tuple};
use crate::ptr::{Any, Borrowed};
use crate::raw::{self, PyObject};
use crate::token::Python;

use super::args::Vector;
use super::signature::Signature;

impl Signature {
    /// Whether each argument has its parameter, and each parameter that is required its argument. Those by position are in
    /// `values` already.
    ///
    /// # Safety
    /// The pieces are of one [`Vector`].
    #[inline(never)]
    pub(super) unsafe fn arrange<'a, 'py>(
        &self,
        py: Python<'py>,
        first: *const *mut PyObject,
        count: usize,
        names: Option<Borrowed<'a, 'py, Tuple>>,
        values: &mut [Option<Borrowed<'a, 'py, Any>>],
    ) -> bool {
        if count > self.positional {
            return false;
        }
        let vector = Vector { first, count, names };
        // One that was given by position has its argument.
        let from = self.positional_only.max(count);
        if let Some(names) = names {
            for (at, name) in names.items().enumerate() {
                let Some(place) = self.place_of(name.as_borrowed(), from) else { return false };
                let Some(value) = values.get_mut(place) else { return false };
                if value.is_some() {
                    return false;
                }
                // SAFETY: there is a value for each name.
                *value = Some(unsafe { vector.get(py, count + at) });
            }
        }
        values.iter().zip(self.params).skip(count).all(|(value, param)| value.is_some() || !param.required)
    }

    /// The parameter of this name, from this one on.
    #[inline]
    fn place_of(&self, name: Borrowed<'_, '_, Any>, from: usize) -> Option<usize> {
        let name = name.downcast::<Str>().ok()?;
        // SAFETY: attached; a `str`.
        let place = match unsafe { raw::unicode_bytes(name.raw()) } {
            Some(units) => self.find(from, |param| is_ascii_and(units, param.as_bytes())),
            None => None,
        };
        place.or_else(|| self.place_of_any(name, from))
    }

    #[cold]
    fn place_of_any(&self, name: Borrowed<'_, '_, Str>, from: usize) -> Option<usize> {
        self.by_name(name.as_str().ok()?, from)
    }

    /// The parameter of this name, from this one on.
    #[inline]
    pub(super) fn by_name(&self, name: &str, from: usize) -> Option<usize> {
        self.find(from, |param| param == name)
    }

    #[inline]
    fn find(&self, mut at: usize, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        while let Some(param) = self.params.get(at) {
            if is_it(param.name) {
                return Some(at);
            }
            at += 1;
        }
        None
    }
}

/// Whether both are the same text. Names are short, and most differ in their first bytes: a call that compares them costs more
/// than they do.
#[inline]
fn is_ascii_and(units: &[u8], other: &[u8]) -> bool {
    units.len() == other.len() && units.iter().zip(other).all(|(unit, other)| unit == other && unit.is_ascii())
}

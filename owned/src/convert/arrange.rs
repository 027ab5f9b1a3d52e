//! The arguments of a call by position and by name, put in the places of the parameters, where nothing is wrong and nothing is
//! left over. What is wrong, [`Signature`] says after that, in a way that takes its time.
#![expect(unsafe_code, reason = "takes apart what a call passes, for it to stay in registers")]

use crate::object::{Str, Tuple};
use crate::ptr::{Any, Borrowed};
use crate::raw::PyObject;
use crate::token::Python;

use super::args::Vector;
use super::signature::{Param, Signature};

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
        if let Some(names) = names {
            for (at, name) in names.items().enumerate() {
                let Ok(name) = name.as_borrowed().downcast::<Str>() else { return false };
                let Ok(name) = name.as_str() else { return false };
                // One that was given by position has its argument.
                let place = self.by_name(name, self.positional_only.max(count));
                let Some(value) = place.and_then(|place| values.get_mut(place)) else { return false };
                if value.is_some() {
                    return false;
                }
                *value = vector.named(py, at);
            }
        }
        values.iter().zip(self.params).all(|(value, param)| value.is_some() || !param.required)
    }

    /// The parameter of this name, from this one on.
    #[inline]
    pub(super) fn by_name(&self, name: &str, mut at: usize) -> Option<usize> {
        while let Some(param) = self.params.get(at) {
            if is_called(param, name) {
                return Some(at);
            }
            at += 1;
        }
        None
    }
}

/// Names are short, and most differ in their first bytes: a call that compares them costs more than they do.
#[inline]
fn is_called(param: &Param, name: &str) -> bool {
    let (one, other) = (param.name.as_bytes(), name.as_bytes());
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one == other)
}

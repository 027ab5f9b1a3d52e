//! The arguments of a call by position and by name, put in the places of the parameters, where nothing is wrong and nothing is
//! left over. What is wrong, [`Signature`] says after that, in a way that takes its time.

use crate::object::{Str, Tuple};
use crate::ptr::{Any, Borrowed};
use crate::token::Python;

use super::args::Vector;
use super::signature::{Param, Signature};

impl Signature {
    /// Whether each argument has its parameter, and each parameter that is required its argument.
    pub(super) fn arrange<'a, 'py>(
        &self,
        py: Python<'py>,
        vector: Vector<'a, 'py>,
        values: &mut [Option<Borrowed<'a, 'py, Any>>],
    ) -> bool {
        if vector.count > self.positional {
            return false;
        }
        vector.put_into(py, values);
        if let Some(names) = vector.names
            && !self.arrange_named(py, vector, names, values)
        {
            return false;
        }
        for (at, value) in values.iter().enumerate() {
            if value.is_none() && self.params[at].required {
                return false;
            }
        }
        true
    }

    #[inline]
    fn arrange_named<'a, 'py>(
        &self,
        py: Python<'py>,
        vector: Vector<'a, 'py>,
        names: Borrowed<'a, 'py, Tuple>,
        values: &mut [Option<Borrowed<'a, 'py, Any>>],
    ) -> bool {
        for (at, name) in names.items().enumerate() {
            let Ok(name) = name.as_borrowed().downcast::<Str>() else { return false };
            let Ok(name) = name.as_str() else { return false };
            let Some(value) = self.by_name(name).and_then(|place| values.get_mut(place)) else { return false };
            if value.is_some() {
                return false;
            }
            *value = vector.named(py, at);
        }
        true
    }

    /// The parameter that can be given by this name.
    #[inline]
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        let mut at = self.positional_only;
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

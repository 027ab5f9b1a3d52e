//! What `#[class(…)]` gives a class from its fields.

use std::hash::{DefaultHasher, Hash, Hasher as _};

use crate::err::Result;
use crate::object::{CompareOp, Str, Tuple};
use crate::ptr::{Any, Borrowed, Owned, TypeInfo};
use crate::token::Python;

/// The hash of a value, the same in every process.
pub fn hash_of<T: Hash>(value: &T) -> isize {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish().cast_signed() as isize
}

/// `==` and `!=` of two values; `None` for another comparison.
#[inline]
pub fn equal<T: PartialEq>(left: &T, right: &T, op: CompareOp) -> Option<bool> {
    match op {
        CompareOp::Eq => Some(left == right),
        CompareOp::Ne => Some(left != right),
        _ => None,
    }
}

/// Any comparison of two values.
#[inline]
pub fn ordered<T: PartialOrd>(left: &T, right: &T, op: CompareOp) -> Option<bool> {
    Some(match op {
        CompareOp::Eq => left == right,
        CompareOp::Ne => left != right,
        CompareOp::Lt => left < right,
        CompareOp::Le => left <= right,
        CompareOp::Gt => left > right,
        CompareOp::Ge => left >= right,
    })
}

/// `Point(x=1.0, y=2.0)`, as a dataclass writes it: the name is that of the object's own class, and an object that
/// contains itself shows as `...` there. Values that have no name are written alone.
///
/// # Errors
/// What a `__repr__` raises.
#[inline]
pub fn repr_of<'py, T: TypeInfo>(
    py: Python<'py>,
    object: Borrowed<'_, 'py, T>,
    names: &[&'static str],
    values: impl FnOnce(Python<'py>) -> Result<Vec<Owned<'py, Any>>>,
) -> Result<Owned<'py, Any>> {
    let object = object.into_any();
    let Some(_entered) = object.enter_repr()? else {
        return Ok(Str::new(py, "...")?.into_any());
    };
    let class = object.type_of().getattr("__qualname__")?;
    let mut text = class.extract::<String>()?;
    text.push('(');
    for (at, value) in values(py)?.iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        if let Some(name) = names.get(at) {
            text.push_str(name);
            text.push('=');
        }
        text.push_str(&value.repr()?.to_string_lossy());
    }
    text.push(')');
    Ok(Str::new(py, &text)?.into_any())
}

/// The value of `__match_args__`.
///
/// # Errors
/// `MemoryError`.
#[inline]
pub fn match_args<'py>(py: Python<'py>, names: &[&'static str]) -> Result<Owned<'py, Any>> {
    Ok(Tuple::new(py, names.iter().copied())?.into_any())
}

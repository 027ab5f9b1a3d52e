//! Any type with serde's traits, to objects of Python and from them.
//!
//! [`to_python`] gives an object for a value that is `Serialize`, [`from_python`] takes a value that is `Deserialize` from an
//! object, and [`Serde`] does either for arguments, results and fields. Of a type that this library converts by itself,
//! [`FromPy`](crate::FromPy) and [`IntoPy`](crate::IntoPy) are quicker and say more.
//!
//! | serde | from Python | to Python |
//! |---|---|---|
//! | `bool`, integers up to 128 bits, floats, `char`, texts | as without serde | `bool`, `int`, `float`, `str` |
//! | bytes | `bytes`, `bytearray`, or integers from 0 to 255 | `bytes` |
//! | `Option` | `None` or what is inside | `None` or what is inside |
//! | unit, unit struct | `None` | `None` |
//! | newtype struct | what is inside | what is inside |
//! | sequence | anything that can be iterated but a `str` | `list` |
//! | tuple, tuple struct | the same, of as many | `tuple` |
//! | map | a `dict` or another mapping, with keys of any type | `dict` |
//! | struct | a `dict` or another mapping, with `str` keys | `dict` |
//! | variant without fields | `'Name'` | `'Name'` |
//! | variant with fields | `{'Name': …}` | `{'Name': …}`, with the value, a tuple, or a dict |
//!
//! The attributes of serde's derives mean what they mean elsewhere: `rename`, `default`, `flatten`, `tag`, `untagged`. What
//! asks an object for what it is, as the last three do, sees `None`, `bool`, `int`, `float`, `str`, `bytes`, mappings, and
//! else whatever can be iterated, as sequences.
//!
//! An error says where: `.items[3].name: expected int, got str`. A wrong type is a `TypeError`, a number that does not fit an
//! `OverflowError`, all else a `ValueError`. What Python code raises while it is read, in `__iter__` or `__index__`, comes
//! through as it is, with a note that says the place. What is nested too deeply, or in itself, is a `RecursionError`.

mod access;
mod deserializer;
mod error;
mod serializer;

use core::ops::{Deref, DerefMut};

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;

use self::deserializer::Deserializer;
use self::serializer::Serializer;
use crate::convert::{FromPy, IntoPy};
use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned};
use crate::token::Python;

/// An object of what `value` consists of; the [module](self) says which. A new reference.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// #[derive(serde::Serialize)]
/// struct Reading {
///     sensor: &'static str,
///     values: Vec<(u32, f64)>,
/// }
/// Python::attach(|py| {
///     let reading = owned::serde::to_python(py, &Reading { sensor: "roof", values: vec![(0, 1.5)] })?;
///     assert_eq!(reading.repr()?.to_str()?, "{'sensor': 'roof', 'values': [(0, 1.5)]}");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// # Errors
/// `TypeError` for a key that cannot be hashed, such as a list; `RecursionError` for what is nested too deeply;
/// `ValueError` for what the type's `Serialize` refuses.
#[track_caller]
pub fn to_python<'py, T: Serialize + ?Sized>(py: Python<'py>, value: &T) -> Result<Owned<'py, Any>> {
    value.serialize(Serializer::new(py)).map_err(|error| error.raised(py))
}

/// A value of what the object consists of; the [module](self) says how. The object's count is as before.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// #[derive(Debug, PartialEq, serde::Deserialize)]
/// #[serde(tag = "shape", rename_all = "lowercase")]
/// enum Shape {
///     Circle { radius: f64 },
///     Polygon { points: Vec<(f64, f64)> },
/// }
/// Python::attach(|py| {
///     let circle = py.eval("{'shape': 'circle', 'radius': 2}", None)?;
///     assert_eq!(owned::serde::from_python::<Shape>(&circle)?, Shape::Circle { radius: 2.0 });
///
///     let wrong = py.eval("[[1, 2], [3, 'x']]", None)?;
///     let error = owned::serde::from_python::<Vec<(f64, f64)>>(&wrong).unwrap_err();
///     assert_eq!(error.to_string(), "TypeError: [1][1]: expected float, got str");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// # Errors
/// `TypeError`, `OverflowError` or `ValueError` for what does not fit, with its place; `RecursionError` for what is nested
/// too deeply; what Python code raises while it is read.
#[track_caller]
pub fn from_python<T: DeserializeOwned>(object: &Owned<'_, Any>) -> Result<T> {
    T::deserialize(Deserializer::new(object)).map_err(|error| error.raised(object.py()))
}

/// A value that is converted by serde: an argument, a result, a settable field.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use owned::prelude::*;
/// use owned::serde::Serde;
///
/// #[derive(serde::Serialize, serde::Deserialize)]
/// pub struct Order {
///     item: String,
///     #[serde(default)]
///     count: u32,
///     #[serde(flatten)]
///     more: BTreeMap<String, f64>,
/// }
///
/// #[owned::module]
/// mod shop {
///     use super::*;
///
///     #[function]
///     fn doubled(order: Serde<Order>) -> Serde<Order> {
///         Serde(Order { count: order.count * 2, ..order.0 })
///     }
/// }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// Python::attach(|py| {
///     let shop = owned::load!(py, shop)?;
///     let order = py.eval("{'item': 'ink', 'count': 2, 'weight': 0.5}", None)?;
///     let doubled = shop.call_method("doubled", (order,))?;
///     assert_eq!(doubled.repr()?.to_str()?, "{'item': 'ink', 'count': 4, 'weight': 0.5}");
///     Ok(())
/// })
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serde<T>(pub T);

impl<T> Deref for Serde<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Serde<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Serde<T> {
    #[inline]
    fn from(value: T) -> Self {
        Serde(value)
    }
}

impl<T: DeserializeOwned> FromPy<'_, '_> for Serde<T> {
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        from_python(&object).map(Serde)
    }
}

impl<'py, T: Serialize> IntoPy<'py> for Serde<T> {
    type Target = Any;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        to_python(py, &self.0)
    }
}

impl<'py, T: Serialize> IntoPy<'py> for &Serde<T> {
    type Target = Any;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        to_python(py, &self.0)
    }
}

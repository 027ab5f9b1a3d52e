//! Struct sequences: tuples whose items have names, as `os.stat` gives them.
#![expect(unsafe_code, reason = "calls the struct sequence API; handles prove an attached thread and live objects")]

use core::ffi::CStr;

use crate::err::{Result, TypeError};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

use crate::object::{Tuple, Type, calls};

/// A type of tuples whose items have names, like that of `sys.version_info`.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::StructSequence;
///
/// Python::attach(|py| {
///     let point = StructSequence::define(py, c"shapes.Point", c"A place.", &[(c"x", c"across"), (c"y", c"down")])?;
///     let here = point.make(vec![1_i64.into_py(py)?.into_any(), 2_i64.into_py(py)?.into_any()])?;
///     assert_eq!(here.getattr("y")?.extract::<i64>()?, 2);
///     assert_eq!(here.repr()?.to_str()?, "shapes.Point(x=1, y=2)");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Debug)]
pub struct StructSequence<'py> {
    class: Owned<'py, Type>,
    fields: usize,
}

impl<'py> StructSequence<'py> {
    /// A new type with these fields, each a name and its documentation (`PyStructSequence_NewType`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::StructSequence;
    /// let point = StructSequence::define(py, c"shapes.Point", c"A point.", &[(c"x", c"To the right."), (c"y", c"Upwards.")])?;
    /// let made = point.make(vec![Int::from_i64(py, 3)?.into_any(), Int::from_i64(py, 4)?.into_any()])?;
    /// assert_eq!(made.getattr("y")?.extract::<i32>()?, 4);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if there is no field.
    #[track_caller]
    #[inline]
    pub fn define(
        py: Python<'py>,
        name: &'static CStr,
        doc: &'static CStr,
        fields: &[(&'static CStr, &'static CStr)],
    ) -> Result<Self> {
        if fields.is_empty() {
            return Err(TypeError::new("a struct sequence has at least one field"));
        }
        // SAFETY: attached, by `py`; the strings are static, since the type keeps pointers to them.
        let class = unsafe { raw::struct_sequence_type(name, doc, fields) }?;
        // SAFETY: the function makes a type.
        Ok(StructSequence { class: unsafe { Owned::from_ref(py, class) }, fields: fields.len() })
    }

    /// The type object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::StructSequence;
    /// let point = StructSequence::define(py, c"shapes.Point", c"A point.", &[(c"x", c"To the right.")])?;
    /// assert_eq!(point.class().qualified_name()?.to_str()?, "Point");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn class(&self) -> &Owned<'py, Type> {
        &self.class
    }

    /// An instance with these items, one for each field. The references move in.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::StructSequence;
    /// let point = StructSequence::define(py, c"shapes.Point", c"A point.", &[(c"x", c"To the right.")])?;
    /// assert_eq!(point.make(vec![py.none()])?.len(), 1);
    /// assert!(point.make(vec![]).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if there are more or fewer items than fields.
    #[track_caller]
    #[inline]
    pub fn make(&self, items: Vec<Owned<'py, Any>>) -> Result<Owned<'py, Tuple>> {
        if items.len() != self.fields {
            let (name, fields, given) = (self.class.name(), self.fields, items.len());
            return Err(TypeError::new(format!("{name} has {fields} fields, but {given} items were given")));
        }
        // By the type and not by `PyStructSequence_New`, whose result the collector never gets to know: a cycle through
        // it would stay.
        let items = Tuple::from_vec(self.class.py(), items)?;
        Ok(calls::call(&self.class, &[items.raw()])?.downcast()?)
    }
}

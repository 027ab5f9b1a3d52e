//! Cells: the variables that closures share.
#![expect(unsafe_code, reason = "calls the cell API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// A cell: a variable that functions share (`types.CellType`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::Cell;
    ///
    /// Python::attach(|py| {
    ///     let cell = Cell::empty(py)?;
    ///     assert!(cell.get()?.is_none());
    ///     cell.set(&Str::new(py, "shared")?)?;
    ///     assert_eq!(cell.get()?.unwrap().extract::<String>()?, "shared");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Cell, "cell", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::cell_check(object) != 0 }
    }
}

impl Cell {
    /// A new cell that holds nothing (`PyCell_New`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Cell;
    /// assert!(Cell::empty(py)?.get()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn empty(py: Python<'_>) -> Result<Owned<'_, Cell>> {
        // SAFETY: attached, by `py`.
        let cell = unsafe { raw::cell_new(None) }?;
        // SAFETY: the function makes a cell.
        Ok(unsafe { Owned::from_ref(py, cell) })
    }
}

impl<'py> Owned<'py, Cell> {
    /// What the cell holds, if anything. A new reference (`PyCell_Get`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Cell;
    /// let cell = Cell::empty(py)?;
    /// cell.set(&Str::new(py, "ink")?)?;
    /// assert_eq!(cell.get()?.unwrap().str()?.to_str()?, "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn get(&self) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: a handle to a cell.
        let content = unsafe { raw::cell_get(self.raw()) }?;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(content.map(|content| unsafe { Owned::from_ref_at(self.py(), content, place) }))
    }

    /// Puts `content` into the cell, which takes its own reference and releases what it held (`PyCell_Set`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Cell;
    /// let cell = Cell::empty(py)?;
    /// cell.set(&py.none())?;
    /// assert!(cell.get()?.is_some_and(|content| content.is_none()));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn set<T: TypeInfo>(&self, content: &Owned<'py, T>) -> Result<()> {
        // SAFETY: a handle to a cell.
        Ok(unsafe { raw::cell_set(self.raw(), Some(content.raw())) }?)
    }

    /// Empties the cell; what it held is released (`PyCell_Set` with NULL).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Cell;
    /// let cell = Cell::empty(py)?;
    /// cell.set(&py.none())?;
    /// cell.clear()?;
    /// assert!(cell.get()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn clear(&self) -> Result<()> {
        // SAFETY: a handle to a cell.
        Ok(unsafe { raw::cell_set(self.raw(), None) }?)
    }
}

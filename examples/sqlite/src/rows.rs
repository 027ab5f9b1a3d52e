//! Rows as tuples, and what is said of their columns.

use std::ffi::c_int;

use owned::prelude::*;

use crate::connection::Connection;
use crate::convert;
use crate::db::{Statement, Value};
use crate::errors::OperationalError;

/// How texts become objects.
pub(crate) struct Texts<'py> {
    py: Python<'py>,
    /// What is called with the bytes; `None` for `str`, which is made without them.
    factory: Option<Owned<'py, Any>>,
}

impl<'py> Texts<'py> {
    pub(crate) fn new(py: Python<'py>, connection: &Connection) -> Result<Self> {
        Ok(Texts { py, factory: connection.text_factory.get(py)? })
    }

    /// The row that a statement is at.
    pub(crate) fn row(&self, statement: &Statement) -> Result<Owned<'py, Tuple>> {
        let columns = (0..statement.columns()).map(|column| Column { texts: self, statement, column });
        Tuple::new(self.py, columns)
    }
}

/// A value of a row, which is made an object when its turn comes.
struct Column<'a, 'py> {
    texts: &'a Texts<'py>,
    statement: &'a Statement,
    column: c_int,
}

impl<'py> IntoPy<'py> for Column<'_, 'py> {
    type Target = Any;

    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        let value = self.statement.column(self.column);
        let Value::Text(text) = value else {
            return convert::to_object(py, value);
        };
        if let Some(factory) = &self.texts.factory {
            return factory.call((Bytes::new(py, text)?,));
        }
        convert::to_object(py, value).map_err(|_| {
            let (name, text) =
                (self.statement.column_name(self.column).to_string_lossy(), String::from_utf8_lossy(text));
            OperationalError::new(format!("Could not decode to UTF-8 column '{name}' with text '{text}'"))
        })
    }
}

/// What the DB-API says of the columns of a statement.
pub(crate) fn description<'py>(py: Python<'py>, statement: &Statement) -> Result<Owned<'py, Tuple>> {
    let none = || py.none();
    let columns = (0..statement.columns()).map(|column| {
        let name = Str::new(py, &statement.column_name(column).to_string_lossy())?;
        Tuple::from_items(py, [name.into_any(), none(), none(), none(), none(), none(), none()])
    });
    Tuple::new(py, columns.collect::<Result<Vec<_>>>()?)
}

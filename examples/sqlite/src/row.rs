//! `Row`: what a row can be, instead of a tuple.

use owned::prelude::*;
use owned::types::Slice;

use crate::cursor::Cursor;

/// A row whose values are found by number and by name of their column, whatever the case.
#[class(sequence)]
pub struct Row {
    values: Py<Tuple>,
    /// As the cursor had it: of each column a tuple, whose first item is the name.
    description: Py<Tuple>,
}

impl Row {
    fn names<'a, 'py: 'a>(&'a self, py: Python<'py>) -> impl Iterator<Item = Result<Borrowed<'a, 'py, Str>>> + 'a {
        let description = self.description.bind(py);
        (0..description.len())
            .map(move |at| Ok(description.item(at)?.downcast::<Tuple>()?.item(0)?.downcast::<Str>()?))
    }
}

#[methods]
impl Row {
    #[new]
    #[signature(cursor, data, /)]
    fn new(cursor: Borrowed<'_, '_, Cursor>, data: Py<Tuple>) -> Result<Self> {
        let py = cursor.py();
        let description = match cursor.get().description.get(py)? {
            Some(description) => description.unbind(),
            None => Tuple::empty(py)?.unbind(),
        };
        Ok(Row { values: data, description })
    }

    /// The names of the columns.
    fn keys<'py>(&self, py: Python<'py>) -> Result<Owned<'py, List>> {
        let list = List::empty(py)?;
        for name in self.names(py) {
            list.append(name?)?;
        }
        Ok(list)
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        self.values.bind(py).len()
    }

    fn __getitem__<'py>(&self, key: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        let py = key.py();
        let values = self.values.bind(py);
        let Ok(wanted) = key.downcast::<Str>() else {
            return if key.is_index() || key.downcast::<Slice>().is_ok() {
                values.get_item(key)
            } else {
                Err(IndexError::new("Index must be int or string"))
            };
        };
        let wanted = wanted.as_str()?;
        for (at, name) in self.names(py).enumerate() {
            if name?.as_str()?.eq_ignore_ascii_case(wanted) {
                return Ok(values.item(at)?.to_owned());
            }
        }
        Err(IndexError::new("No item with that key"))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Iter>> {
        self.values.bind(py).iter()
    }

    fn __hash__(&self, py: Python<'_>) -> Result<isize> {
        Ok(self.values.bind(py).hash()? ^ self.description.bind(py).hash()?)
    }

    fn __eq__(&self, py: Python<'_>, other: Borrowed<'_, '_, Row>) -> Result<bool> {
        let other = other.get();
        let same = self.description.bind(py).eq(other.description.bind(py))?;
        Ok(same && self.values.bind(py).eq(other.values.bind(py))?)
    }
}

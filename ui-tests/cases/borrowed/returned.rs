//! A function cannot return what it borrows from a handle of its own.
//! expect: E0515

use owned::prelude::*;

fn first<'py>(tuple: Owned<'py, Tuple>) -> Result<Borrowed<'py, 'py, Any>> {
    tuple.get(0)
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| first(Tuple::from_items(py, [py.none()])?).map(drop))
}

//! A function returns a new reference.

use owned::prelude::*;

fn first<'py>(tuple: Owned<'py, Tuple>) -> Result<Owned<'py, Any>> {
    tuple.get(0).map(Borrowed::to_owned)
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| first(Tuple::from_items(py, [py.none()])?).map(drop))
}

//! A handle goes from one attached section to another as a `Py`.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|outer| {
        let list = List::empty(outer)?;
        let kept = Python::attach(|inner| {
            let none = inner.none();
            Ok::<_, PyErr>(none.unbind())
        })?;
        list.push(&kept.into_bound(outer))
    })
}

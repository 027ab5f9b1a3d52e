//! A handle of one attached section does not pass for one of another.
//! expect: E0521
//! errors: 2, because neither section's handle passes for the other's

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|outer| {
        let list = List::empty(outer)?;
        let kept = Python::attach(|inner| {
            let none = inner.none();
            list.push(&none)?;
            Ok::<_, PyErr>(none.unbind())
        })?;
        list.push(&kept.into_bound(outer))
    })
}

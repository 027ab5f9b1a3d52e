//! Binds the basket: an item that was added belongs to it.

use owned::foreign;
use owned::prelude::*;

foreign::import! {
    // SAFETY: as the header has it.
    unsafe extern "C" {
        fn basket_add_bug_add(basket: Borrowed<List>, item: Stolen<Any>) -> Status; // BUG
    }
}

#[owned::module]
mod basket_add_bug {
    use super::*;

    /// The parts of an order, one after another.
    #[function]
    fn order<'py>(py: Python<'py>, count: u32) -> Result<Owned<'py, List>> {
        let basket = List::empty(py)?;
        for number in 0..count {
            let part = (number, "part").into_py(py)?; // BUG
            basket_add_bug_add(py, &basket, part.into_any())?; // BUG
        }
        Ok(basket)
    }
}

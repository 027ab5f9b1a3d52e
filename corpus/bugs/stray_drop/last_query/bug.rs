//! What was asked last, for a message.

use std::cell::RefCell;

use owned::prelude::*;

thread_local! {
    static LAST: RefCell<Option<Py<Any>>> = const { RefCell::new(None) };
}

#[owned::module]
mod last_query_bug {
    use super::*;

    #[function]
    fn ask(
        py: Python<'_>,
        query: Py<Any>, // BUG
    ) -> Result<usize> {
        let length = query.bind(py).length()?;
        LAST.with_borrow_mut(|last| last.replace(query));
        Ok(length)
    }

    #[function]
    fn last_message(py: Python<'_>) -> Result<String> {
        LAST.with_borrow(|last| match last {
            Some(query) => Ok(format!("last asked: {}", query.bind(py).repr()?.to_str()?)),
            None => Ok("nothing was asked".into()),
        })
    }
}

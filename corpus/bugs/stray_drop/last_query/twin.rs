//! What was asked last, for a message.

use std::cell::RefCell;

use owned::prelude::*;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

#[owned::module]
mod last_query_twin {
    use super::*;

    #[function]
    fn ask(py: Python<'_>, query: Py<Any>) -> Result<usize> {
        let length = query.bind(py).length()?;
        let text = query.bind(py).repr()?.to_str()?.to_owned();
        LAST.with_borrow_mut(|last| last.replace(text));
        Ok(length)
    }

    #[function]
    fn last_message() -> String {
        LAST.with_borrow(|last| match last {
            Some(query) => format!("last asked: {query}"),
            None => "nothing was asked".into(),
        })
    }
}

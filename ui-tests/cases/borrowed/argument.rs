//! A function borrows its arguments for the call alone: it cannot keep one.
//! expect: borrowed data escapes outside of associated function
//! errors: 2, because the generated code is checked for both of its lifetimes

use std::sync::Mutex;

use owned::prelude::*;

type Text = &'static str;

static KEPT: Mutex<Option<Text>> = Mutex::new(None);

#[owned::module]
mod notes {
    #[function]
    fn keep(text: super::Text) {
        *super::KEPT.lock().unwrap() = Some(text);
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, notes)?.call_method("keep", ("play",)).map(drop))
}

//! A function that keeps an argument takes a reference of its own.

use std::sync::Mutex;

use owned::prelude::*;

type Text = String;

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

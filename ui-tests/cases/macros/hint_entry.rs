//! A hint has a text for each parameter.
//! expect: error: expected `name: "type"` or `-> "type"`, a type as Python writes it

use owned::prelude::*;

#[owned::module]
mod hints {
    use owned::prelude::*;

    #[function]
    #[hint(key: str)]
    fn keep(key: Py<Any>) -> Py<Any> {
        key
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, hints).map(drop))
}

//! A hint says one thing of a parameter.
//! expect: error: `key` is in the hint twice: keep one

use owned::prelude::*;

#[owned::module]
mod hints {
    use owned::prelude::*;

    #[function]
    #[hint(key: "str", key: "int")]
    fn keep(key: Py<Any>) -> Py<Any> {
        key
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, hints).map(drop))
}

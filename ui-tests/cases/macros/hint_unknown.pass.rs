//! It does.

use owned::prelude::*;

#[owned::module]
mod hints {
    use owned::prelude::*;

    #[function]
    #[hint(key: "str", -> "str")]
    fn keep(key: Py<Any>) -> Py<Any> {
        key
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, hints).map(drop))
}

//! A hint is a type as Python writes it.
//! expect: error: `list[str` is no type of Python: a bracket or a quote is not closed

use owned::prelude::*;

#[owned::module]
mod hints {
    use owned::prelude::*;

    #[function]
    #[hint(-> "list[str")]
    fn keep(key: Py<Any>) -> Py<Any> {
        key
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, hints).map(drop))
}

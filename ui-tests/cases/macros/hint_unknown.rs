//! A hint names a parameter of the function.
//! expect: error: no parameter that Python passes is called `kye`

use owned::prelude::*;

#[owned::module]
mod hints {
    use owned::prelude::*;

    #[function]
    #[hint(kye: "str", -> "str")]
    fn keep(key: Py<Any>) -> Py<Any> {
        key
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, hints).map(drop))
}

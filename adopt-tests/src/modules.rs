//! Modules over C's, of a single phase and of two, and over inits that fail.

use owned::prelude::*;

/// In both modules.
#[class]
pub struct Ours {
    #[field(get, set)]
    held: Option<Py<Any>>,
}

#[methods]
impl Ours {
    #[new]
    #[signature(held = None)]
    fn new(held: Option<Py<Any>>) -> Self {
        Ours { held }
    }
}

#[owned::module(adopt)]
pub mod single {
    use owned::prelude::*;

    #[export]
    pub use super::Ours;

    /// Takes the place of C's.
    #[function]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[function]
    fn who() -> &'static str {
        "Rust"
    }

    /// Nothing of this name is in C's module.
    #[function]
    fn new_one() -> super::Ours {
        super::Ours { held: None }
    }

    #[init]
    fn init<'py>(module: &Owned<'py, Any>) -> Result<()> {
        let version: String = module.getattr("VERSION")?.extract()?;
        module.setattr("SEEN_BY_INIT", (version, module.call_method("who", ())?))
    }
}

#[owned::module(adopt)]
pub mod multi {
    use owned::prelude::*;

    #[export]
    pub use super::Ours;

    #[function]
    fn who() -> &'static str {
        "Rust"
    }

    #[function]
    fn new_one() -> super::Ours {
        super::Ours { held: None }
    }

    #[init]
    fn init<'py>(module: &Owned<'py, Any>) -> Result<()> {
        let version: String = module.getattr("VERSION")?.extract()?;
        module.setattr("SEEN_BY_INIT", (version, module.call_method("who", ())?))
    }
}

#[owned::module(adopt)]
pub mod raises {}

#[owned::module(adopt)]
pub mod silent {}

#[owned::module(adopt)]
pub mod unreported {}

#[owned::module(adopt)]
pub mod unready {}

#[owned::module(adopt)]
pub mod other {}

#[owned::module(adopt)]
pub mod phase {}

#[owned::module(adopt)]
pub mod bare {
    #[function]
    fn ours() -> i64 {
        1
    }
}

#[owned::module(adopt)]
pub mod ours_fails {
    use owned::prelude::*;

    #[init]
    fn init(_: &Owned<'_, Any>) -> Result<()> {
        Err(ValueError::new("ours failed"))
    }
}

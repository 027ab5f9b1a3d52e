//! What a closure captures is owned once.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?.unbind();
        let callback = Callable::from_rust(py, "seen", Some(seen), |_, args, _| Ok(args.clone().into_any()));
        drop(callback?);
        Ok(())
    })
}

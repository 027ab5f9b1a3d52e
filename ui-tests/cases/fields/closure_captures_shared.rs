//! What a closure captures hides no reference from the collector.
//! expect: E0277

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?.unbind();
        let callback = Callable::from_rust(py, "seen", std::sync::Arc::new(seen), |_, args, _| Ok(args.clone().into_any()));
        drop(callback?);
        Ok(())
    })
}

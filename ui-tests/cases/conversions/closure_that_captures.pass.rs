//! What a Python callable uses is in its captures.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?.unbind();
        let callback = Callable::from_rust(py, "seen", (), |(), args, _| Ok(args.clone().into_any()));
        drop((callback?, seen.bind(py)));
        Ok(())
    })
}

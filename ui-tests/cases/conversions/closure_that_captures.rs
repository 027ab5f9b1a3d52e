//! A Python callable captures nothing by itself: the collector would not see it.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?.unbind();
        let callback = Callable::from_rust(py, "seen", (), |(), args, _| Ok(seen.bind(args.py()).to_owned().into_any()));
        drop((callback?, seen.bind(py)));
        Ok(())
    })
}

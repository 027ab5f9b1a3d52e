//! The module as Python has it, in an interpreter that the test starts.

use std::fs;
use std::path::Path;

use owned::prelude::*;

use my_binding::{FullError, Tally};

#[test]
fn a_function_has_a_default_by_keyword() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let globals = Dict::empty(py)?;
        globals.set("m", owned::load!(py, my_binding::my_binding)?)?;
        py.run(
            "assert m.count('So so') == {'So': 1, 'so': 1}\n\
             assert m.count('So so', ignore_case=True) == {'so': 2}",
            Some(&globals),
        )
    })
}

#[test]
fn a_full_tally_says_so() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let _module = owned::load!(py, my_binding::my_binding)?;
        let tally = Tally::new(Some(1), None).into_py(py)?;
        let error = Tally::add(tally.as_borrowed(), "one one two").unwrap_err();
        assert!(
            error.is::<FullError>(py) && error.is::<ValueError>(py),
            "{error}"
        );
        assert_eq!(tally.borrow()?.most(), Some("one"));
        Ok(())
    })
}

#[test]
fn the_stub_file_is_what_the_module_has() {
    for stub in owned::stubs!(my_binding::my_binding) {
        // What Python looks for in the library `my_binding` is a module of that name.
        assert_eq!(stub.module, "my_binding");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("{}.pyi", stub.module));
        let committed = fs::read_to_string(&file)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        assert!(
            committed == stub.text,
            "{} is stale: run `cargo owned stubs`, and commit it",
            file.display()
        );
    }
}

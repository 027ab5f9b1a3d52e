//! Runs Python code against a module made by the macros.

use owned::prelude::*;

/// Starts the configured interpreter and runs `body` in it.
pub(crate) fn with_python(body: impl for<'py> FnOnce(Python<'py>) -> Result<()>) {
    Python::initialize();
    let outcome = Python::attach(|py| {
        assert_configured(py).expect("the interpreter says what it is");
        body(py).map_err(|error| error.to_string())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn assert_configured(py: Python<'_>) -> Result<()> {
    let sys = py.import("sys")?;
    let version: String = sys.getattr("version")?.extract()?;
    let prefix: String = sys.getattr("base_prefix")?.extract()?;
    let debug = sys.getattr_opt("gettotalrefcount")?.is_some();
    let version = version.split(' ').next().unwrap_or_default();
    owned_testing::assert_configured(version, &prefix, debug);
    owned_testing::assert_ledger(cfg!(feature = "ledger"));
    Ok(())
}

/// Runs Python statements that see the module as `m`; a failed `assert` is an error.
pub(crate) fn run<'py>(module: &Owned<'py, Any>, source: &str) -> Result<()> {
    let py = module.py();
    let globals = Dict::empty(py)?;
    globals.set("m", module)?;
    // What a call raises, as text.
    let helpers = "def raised(call, *args, **kwargs):\n    \
                   try: result = call(*args, **kwargs)\n    \
                   except Exception as error: return f'{type(error).__name__}: {error}'\n    \
                   raise AssertionError(f'returned {result!r}')\n\
                   def same(found, expected):\n    \
                   assert found == expected, f'{found!r} is not {expected!r}'\n";
    let exec = py.import("builtins")?.getattr("exec")?;
    exec.call((helpers, &globals))?;
    exec.call((source, &globals))?;
    Ok(())
}

//! `eyre::Report` by `?`.

use ::eyre::{WrapErr as _, eyre};
use owned::prelude::*;

use crate::causes;
use crate::support::{flat, python};

#[test]
fn reports_become_exceptions() {
    // Without its default features, nothing installs a hook.
    let _ = ::eyre::set_hook(Box::new(::eyre::DefaultHandler::default_with));
    python(|py| {
        flat(py, |probe| {
            let error = "x".parse::<u8>().wrap_err("reading the size").wrap_err("opening").unwrap_err();
            let said = [
                "RuntimeError: opening",
                "RuntimeError: reading the size",
                "RuntimeError: invalid digit found in string",
            ];
            assert_eq!(causes(py, error.into()), said);
            assert_eq!(causes(py, eyre!("plain").into()), ["RuntimeError: plain"]);

            let mut error = PyErr::lazy::<ValueError, _>(probe.clone().unbind(), |probe, py| (probe,).into_py(py));
            let value = error.value(py);
            let mut back = PyErr::from(::eyre::Report::new(error));
            assert!(back.value(py).is(&value));
            let wrapped = Err::<(), _>(PyErr::from_value(value.clone())).wrap_err("over it").unwrap_err();
            let mut back = PyErr::from(wrapped);
            assert!(back.value(py).getattr("__cause__")?.is(&value));

            let os = PyErr::from(::eyre::Report::new(std::io::Error::from_raw_os_error(2)));
            assert!(os.is::<owned::exceptions::FileNotFoundError>(py));
            Ok(())
        });
        Ok(())
    });
}

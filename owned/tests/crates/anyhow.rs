//! `anyhow::Error` by `?`.

use std::error::Error as _;

use ::anyhow::{Context as _, anyhow};
use owned::exceptions::Exception;
use owned::prelude::*;

use crate::causes;
use crate::support::{flat, python};

#[test]
fn reports_become_exceptions() {
    python(|py| {
        flat(py, |probe| {
            // Texts, the outermost first.
            let error = "x".parse::<u8>().context("reading the size").context("opening").unwrap_err();
            let said = [
                "RuntimeError: opening",
                "RuntimeError: reading the size",
                "RuntimeError: invalid digit found in string",
            ];
            assert_eq!(causes(py, error.into()), said);
            assert_eq!(causes(py, anyhow!("plain").into()), ["RuntimeError: plain"]);

            // An exception comes out as it went in, or as the cause of what was said over it.
            let mut error = PyErr::lazy::<ValueError, _>(probe.clone().unbind(), |probe, py| (probe,).into_py(py));
            let value = error.value(py);
            let mut back = PyErr::from(anyhow!(error));
            assert!(back.value(py).is(&value));
            let mut back: PyErr = Err::<(), _>(PyErr::from_value(value.clone()))
                .context("twice")
                .context("and again")
                .unwrap_err()
                .into();
            assert!(back.is::<RuntimeError>(py));
            let cause = back.value(py).getattr("__cause__")?.getattr("__cause__")?;
            assert!(cause.is(&value));
            assert_eq!(
                causes(py, Err::<(), _>(KeyError::new("k")).context("a look-up").unwrap_err().into()),
                ["RuntimeError: a look-up", "KeyError: 'k'"]
            );

            // Errors of the system, too, alone and with a context.
            let missing = || std::io::Error::from_raw_os_error(2);
            let os = PyErr::from(anyhow!(missing()));
            assert!(os.is::<owned::exceptions::FileNotFoundError>(py));
            let error: PyErr = Err::<(), _>(missing()).context("config").unwrap_err().into();
            let said = causes(py, error);
            assert_eq!(said[0], "RuntimeError: config");
            assert!(said[1].starts_with("FileNotFoundError: "), "{said:?}");

            // What somebody has boxed before.
            let boxed: Box<dyn std::error::Error + Send + Sync> = ValueError::new("boxed").into();
            assert_eq!(causes(py, anyhow!(boxed).into()), ["ValueError: boxed"]);
            Ok(())
        });
        // On a thread that is not attached, nothing is lost either.
        let error = py.detach(|| PyErr::from(Err::<(), _>(ValueError::new("v")).context("c").unwrap_err()));
        assert!(error.is::<RuntimeError>(py) && error.is::<Exception>(py));
        assert_eq!(error.source().expect("a cause").to_string(), "ValueError: v");
        Ok(())
    });
}

//! Warnings: shown, filtered, turned into errors.

mod support;

use owned::exceptions::*;
use owned::prelude::{Owned, Python, Result};
use owned::types::Dict;
use support::{eval, exec, flat, python};

/// Runs `body` with warnings recorded; what was recorded is in `seen`.
fn recorded<'py>(py: Python<'py>, filter: &str, body: impl FnOnce() -> Result<()>) -> Result<Owned<'py, Dict>> {
    let globals = Dict::empty(py)?;
    exec(
        &globals,
        &format!(
            "import warnings\ncatch = warnings.catch_warnings(record=True)\nseen = catch.__enter__()\nwarnings.simplefilter('{filter}')"
        ),
    )?;
    let outcome = body();
    exec(&globals, "catch.__exit__(None, None, None)")?;
    outcome.map(|()| globals)
}

#[test]
fn a_warning_is_told_with_its_category_and_line() {
    python(|py| {
        let globals = recorded(py, "always", || {
            warn::<DeprecationWarning>(py, "use `tick`", 1)?;
            warn_category(py, &FutureWarning::class(py)?, "soon", 1)?;
            warn_explicit::<SyntaxWarning>(py, "čudné", "drawing.svg", 12, Some("svg"))
        })?;
        exec(
            &globals,
            "
assert [(w.category, str(w.message)) for w in seen] == [
    (DeprecationWarning, 'use `tick`'), (FutureWarning, 'soon'), (SyntaxWarning, 'čudné')], seen
assert (seen[2].filename, seen[2].lineno) == ('drawing.svg', 12)",
        )
    });
}

#[test]
fn a_resource_warning_names_its_source() {
    python(|py| {
        let source = support::probe(py);
        let globals = recorded(py, "always", || warn_unclosed(&source, "unclosed probe", 1))?;
        globals.set("source", &source)?;
        exec(&globals, "assert seen[0].source is source and seen[0].category is ResourceWarning")
    });
}

#[test]
fn a_warning_that_is_an_error_is_an_error() {
    python(|py| {
        let globals = recorded(py, "error", || {
            let error = warn::<UserWarning>(py, "no more", 1).expect_err("the filter says so");
            assert!(error.is::<UserWarning>(py) && error.is::<Warning>(py));
            assert_eq!(error.to_string(), "UserWarning: no more");
            let error = warn_explicit::<BytesWarning>(py, "no", "f.py", 1, None).expect_err("the filter says so");
            assert!(error.is::<BytesWarning>(py));
            let error = warn_unclosed(&support::probe(py), "open", 1).expect_err("the filter says so");
            assert!(error.is::<ResourceWarning>(py));
            Ok(())
        })?;
        exec(&globals, "assert seen == []")
    });
}

#[test]
fn what_is_no_warning_is_refused() {
    python(|py| {
        assert!(warn::<ValueError>(py, "x", 1).expect_err("no category").is::<TypeError>(py));
        let number = eval(py, "5")?;
        assert!(warn_category(py, &number, "x", 1).expect_err("no category").is::<TypeError>(py));
        let nul = warn::<UserWarning>(py, "a\0b", 1).expect_err("C has no such text");
        assert!(nul.is::<ValueError>(py));
        assert!(
            warn_explicit::<UserWarning>(py, "x", "f", u32::MAX, None).expect_err("too far").is::<OverflowError>(py)
        );
        Ok(())
    });
}

#[test]
fn warnings_leave_nothing() {
    python(|py| {
        flat(py, |probe| {
            for filter in ["error", "ignore"] {
                drop(recorded(py, filter, || {
                    drop(warn::<UserWarning>(py, "again", 1));
                    drop(warn_explicit::<UserWarning>(py, "again", "f.py", 3, Some("m")));
                    drop(warn_unclosed(probe, "again", 1));
                    drop(warn::<ValueError>(py, "again", 1));
                    Ok(())
                })?);
            }
            Ok(())
        });
        Ok(())
    });
}

//! What Rust code logs, as `logging` gets it.
#![cfg(feature = "log")]

mod support;

use std::time::Duration;

use log::{debug, error, info, warn};
use owned::prelude::*;
use support::{exec, flat, python};

/// A logger of Python's whose records go into `seen`.
fn listening<'py>(py: Python<'py>, name: &str, level: &str) -> Result<Owned<'py, Dict>> {
    owned::logging::install(py)?;
    let globals = Dict::empty(py)?;
    globals.set("name", name)?;
    exec(
        &globals,
        &format!(
            "
import logging
seen = []
class Keeps(logging.Handler):
    def emit(self, record): seen.append(record)
logger = logging.getLogger(name)
logger.handlers = [Keeps()]
logger.propagate = False
logger.setLevel(logging.{level})"
        ),
    )?;
    Ok(globals)
}

#[test]
fn a_record_has_its_name_level_text_and_place() {
    python(|py| {
        let globals = listening(py, "ink.place", "DEBUG")?;
        let line = line!() + 1;
        warn!(target: "ink::place", "100 % of {}", "it");
        globals.set("line", line)?;
        exec(
            &globals,
            "
[record] = seen
assert (record.name, record.levelno, record.getMessage()) == ('ink.place', logging.WARNING, '100 % of it')
assert record.pathname.endswith('logging.rs') and record.lineno == line and record.funcName == 'logging'",
        )
    });
}

#[test]
fn levels_are_those_of_python_and_follow_it() {
    python(|py| {
        let globals = listening(py, "ink.levels", "INFO")?;
        debug!(target: "ink::levels::below", "not wanted");
        info!(target: "ink::levels::below", "wanted");
        exec(&globals, "logger.setLevel(logging.ERROR)")?;
        py.detach(|| std::thread::sleep(Duration::from_millis(1100)));
        info!(target: "ink::levels::below", "not wanted any more");
        error!(target: "ink::levels::below", "still wanted");
        exec(&globals, "logging.disable(logging.CRITICAL)")?;
        owned::logging::install(py)?; // what was believed is forgotten
        error!(target: "ink::levels::below", "nothing is wanted");
        exec(
            &globals,
            "logging.disable(logging.NOTSET)\nassert [r.getMessage() for r in seen] == ['wanted', 'still wanted']",
        )?;
        owned::logging::install(py)
    });
}

#[test]
fn threads_that_are_not_attached_log_too() {
    python(|py| {
        let globals = listening(py, "ink.threads", "INFO")?;
        py.detach(|| {
            std::thread::scope(|scope| {
                for number in 0..4 {
                    scope.spawn(move || {
                        for _ in 0..50 {
                            debug!(target: "ink::threads", "{number}");
                            info!(target: "ink::threads", "{number}");
                        }
                    });
                }
            });
        });
        exec(&globals, "assert sorted(int(r.getMessage()) for r in seen) == [n for n in range(4) for _ in range(50)]")
    });
}

#[test]
fn what_a_handler_raises_is_not_lost_and_raises_nothing_here() {
    python(|py| {
        let globals = listening(py, "ink.raising", "INFO")?;
        exec(
            &globals,
            "
import sys
class Raises(logging.Filter):
    def filter(self, record): raise ValueError('not this one')
logger.addFilter(Raises())
unraisable, former = [], sys.unraisablehook
sys.unraisablehook = lambda what: unraisable.append(str(what.exc_value))",
        )?;
        info!(target: "ink::raising", "seen by nobody");
        exec(&globals, "sys.unraisablehook = former\nassert unraisable == ['not this one'] and seen == []")
    });
}

#[test]
fn logging_leaves_nothing() {
    python(|py| {
        let globals = listening(py, "ink.flat", "INFO")?;
        flat(py, |_| {
            info!(target: "ink::flat", "a text of its own: {}", 7);
            debug!(target: "ink::flat", "not wanted");
            exec(&globals, "seen.clear()")
        });
        Ok(())
    });
}

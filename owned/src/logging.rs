//! What Rust code logs, for Python's `logging`: those who run a program decide there what they want to read.
//!
//! A record of the crate `log` becomes one of the logger that has the name of its target, with a dot where Rust writes two colons:
//! what `render::fonts` logs can be silenced by `logging.getLogger("render").setLevel(…)`. It has the file and the line in Rust.
//!
//! ```
//! use owned::prelude::*;
//!
//! #[owned::module]
//! mod render {
//!     use owned::prelude::*;
//!
//!     #[init]
//!     fn init<'py>(py: Python<'py>, _module: &Owned<'py, Any>) -> owned::Result<()> {
//!         owned::logging::install(py)
//!     }
//!
//!     #[function]
//!     fn draw() {
//!         log::warn!(target: "render::fonts", "no glyph for {:?}", '∀');
//!     }
//! }
//!
//! Python::initialize();
//! Python::attach(|py| {
//!     let globals = Dict::empty(py)?;
//!     globals.set("render", owned::load!(py, render)?)?;
//!     py.run(
//!         "import logging\n\
//!          seen = []\n\
//!          handler = logging.Handler()\n\
//!          handler.emit = lambda record: seen.append((record.name, record.levelname, record.getMessage()))\n\
//!          logging.getLogger('render').addHandler(handler)\n\
//!          render.draw()\n\
//!          assert seen == [('render.fonts', 'WARNING', \"no glyph for '∀'\")]",
//!         Some(&globals),
//!     )
//! })?;
//! # Ok::<(), PyErr>(())
//! ```

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::{Duration, Instant};

use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::err::{Result, RuntimeError};
use crate::object::{Dict, Tuple};
use crate::ptr::{Any, Owned};
use crate::token::Python;

/// How long what a logger of Python's wants is believed: asking takes the interpreter, which most threads that log do not have.
const BELIEVED: Duration = Duration::from_secs(1);

/// `logging` has no name for what is below DEBUG; this is what others take for it.
const TRACE: i64 = 5;

static LOGGER: Logger = Logger { wanted: RwLock::new(None) };

/// Hands what this extension logs, with whatever Rust crates are in it, to Python's `logging` from now on. It may be called again.
///
/// What a logger wants is asked at most once a second: a level that is changed in Python counts from then on. A thread that is not
/// attached attaches for records that are wanted, so it must not hold a lock that an attached thread waits for. What is logged
/// where no interpreter runs is lost; an exception of a handler is written as one that cannot be raised (`sys.unraisablehook`).
///
/// Each extension has a logger of its own. It is shared by all copies of the module; with several interpreters in a process,
/// records go to that of the thread, or else to the main one.
///
/// # Errors
/// `RuntimeError` if the program or another crate has set another logger (`log::set_logger`).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
///
/// Python::attach(|py| {
///     owned::logging::install(py)?;
///     owned::logging::install(py)?; // a module that is imported a second time
///     assert!(!log::log_enabled!(log::Level::Info) && log::log_enabled!(log::Level::Warn)); // as `logging` begins
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub fn install(_: Python<'_>) -> Result<()> {
    let mut wanted = LOGGER.wanted.write().unwrap_or_else(PoisonError::into_inner);
    if wanted.is_none() {
        log::set_logger(&LOGGER).map_err(|_| {
            RuntimeError::new("what is logged goes elsewhere: another logger of Rust's has been set already")
        })?;
        // Which records are wanted is for Python to say, by the target of each.
        log::set_max_level(LevelFilter::Trace);
    }
    *wanted = Some(HashMap::new());
    Ok(())
}

struct Logger {
    /// By target: the least level that is wanted, and when that was. `None` before it is installed.
    wanted: RwLock<Option<HashMap<String, (i64, Instant)>>>,
}

impl Logger {
    /// The least level that Python wants of this target; `None` where there is nobody to ask.
    fn wanted(&self, target: &str) -> Option<i64> {
        if let Some((level, asked)) = self.wanted.read().ok()?.as_ref()?.get(target)
            && asked.elapsed() < BELIEVED
        {
            return Some(*level);
        }
        // No lock is held while Python is asked.
        let level = attached(|py| least(py, target))?;
        self.wanted.write().ok()?.as_mut()?.insert(target.to_owned(), (level, Instant::now()));
        Some(level)
    }
}

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.wanted(metadata.target()).is_some_and(|least| number(metadata.level()) >= least)
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            attached(|py| hand_over(py, record));
        }
    }

    fn flush(&self) {}
}

/// On an attached thread, if there is an interpreter. What goes wrong there is nobody's to handle who logs.
fn attached<R>(f: impl FnOnce(Python<'_>) -> Result<R>) -> Option<R> {
    Python::try_attach(|py| f(py).map_err(|error| error.write_unraisable(py, None)).ok()).ok()?
}

fn logger<'py>(py: Python<'py>, target: &str) -> Result<Owned<'py, Any>> {
    py.import("logging")?.call_method("getLogger", (target.replace("::", "."),))
}

/// The least level for which the logger is enabled: its own or that of one above it, unless `logging.disable` has a higher one.
fn least(py: Python<'_>, target: &str) -> Result<i64> {
    let logger = logger(py, target)?;
    let effective: i64 = logger.call_method("getEffectiveLevel", ())?.extract()?;
    let disabled: i64 = logger.getattr("manager")?.getattr("disable")?.extract()?;
    let off: bool = logger.getattr("disabled")?.extract()?;
    Ok(if off { i64::MAX } else { effective.max(disabled.saturating_add(1)) })
}

/// `Logger.handle` of the record, as the methods of `logging` do, but for the place, which is none of Python's.
fn hand_over(py: Python<'_>, record: &Record<'_>) -> Result<()> {
    let logger = logger(py, record.target())?;
    let name = logger.getattr("name")?;
    let (file, line) = (record.file().unwrap_or("?"), record.line().unwrap_or(0));
    let rest = Dict::empty(py)?;
    rest.set("args", Tuple::empty(py)?)?;
    rest.set("exc_info", py.none())?;
    rest.set("func", record.module_path())?;
    let arguments = (name, number(record.level()), file, line, record.args().to_string());
    let made = logger.getattr("makeRecord")?.call_with(arguments, &rest)?;
    logger.call_method("handle", (made,))?;
    Ok(())
}

fn number(level: Level) -> i64 {
    match level {
        Level::Error => 40,
        Level::Warn => 30,
        Level::Info => 20,
        Level::Debug => 10,
        Level::Trace => TRACE,
    }
}

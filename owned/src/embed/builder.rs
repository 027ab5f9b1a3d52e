//! How an interpreter is to be started.

use std::path::{Path, PathBuf};

use crate::err::Result as PyResult;
use crate::raw::{self, Configuration};
use crate::token::{self, Python, StartError};

use super::{Builtin, Interpreter};

/// How an interpreter is started: [`Interpreter::builder`].
///
/// What is not said is as in `python3`, except that signals and the standard streams are left as they are.
///
/// ```
/// use owned::embed::Interpreter;
/// use owned::prelude::*;
///
/// let interpreter = Interpreter::builder().isolated(true).arguments(["page.py", "--ink"]).start()?;
/// let arguments = interpreter.attach(|py| py.import("sys")?.getattr("argv")?.extract::<Vec<String>>())?;
/// assert_eq!(arguments, ["page.py", "--ink"]);
/// interpreter.stop()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
#[must_use = "nothing is started before `start`"]
pub struct InterpreterBuilder {
    configuration: Configuration,
    home: Option<PathBuf>,
    paths: Vec<PathBuf>,
}

impl InterpreterBuilder {
    /// What Python takes for its executable: `sys.executable` comes from it, and if it is the `python3` of an installation
    /// or of a virtual environment, the library that belongs to it. Without it that is the Python which the program was
    /// built with, where it still is.
    ///
    /// ```
    /// use owned::embed::{Interpreter, StartError};
    ///
    /// assert!(matches!(Interpreter::builder().program_name("a\0b").start(), Err(StartError::Invalid(_))));
    /// ```
    #[inline]
    pub fn program_name(mut self, name: impl Into<String>) -> Self {
        self.configuration.program_name = Some(name.into());
        self
    }

    /// `sys.argv`: the name of the program or script, and its arguments. None of them is an option of Python's.
    ///
    /// ```
    /// use owned::embed::Interpreter;
    ///
    /// let interpreter = Interpreter::builder().arguments(["page.py", "--ink"]).start()?;
    /// interpreter.attach(|py| py.run("import sys; assert sys.argv == ['page.py', '--ink']", None))?;
    /// # interpreter.stop()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn arguments<A: Into<String>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.configuration.arguments = arguments.into_iter().map(Into::into).collect();
        self
    }

    /// Where Python's library is: the prefix of an installation, as `PYTHONHOME` says it.
    ///
    /// ```
    /// use owned::embed::{Interpreter, StartError};
    ///
    /// // Python is told where its library is; what cannot be a path is said before anything starts.
    /// assert!(matches!(Interpreter::builder().home("a\0b").start(), Err(StartError::Invalid(_))));
    /// ```
    #[inline]
    pub fn home(mut self, home: impl AsRef<Path>) -> Self {
        self.home = Some(home.as_ref().to_owned());
        self
    }

    /// Whether the environment (`PYTHONPATH` and its like) and the user's own packages are left aside, as by `python3 -I`.
    ///
    /// ```
    /// use owned::embed::Interpreter;
    ///
    /// let interpreter = Interpreter::builder().isolated(true).start()?;
    /// interpreter.attach(|py| py.run("import sys; assert sys.flags.isolated", None))?;
    /// # interpreter.stop()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn isolated(mut self, isolated: bool) -> Self {
        self.configuration.isolated = isolated;
        self
    }

    /// Whether Python handles signals from the start: Ctrl-C then raises `KeyboardInterrupt` on the thread that has started
    /// it. (Without, Python's module `signal` still installs that handler when some code imports it, if there is no other.)
    ///
    /// ```
    /// use owned::embed::Interpreter;
    ///
    /// let interpreter = Interpreter::builder().signal_handlers(true).start()?;
    /// interpreter.attach(|py| {
    ///     py.run("import signal; assert signal.getsignal(signal.SIGINT) is signal.default_int_handler", None)
    /// })?;
    /// # interpreter.stop()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn signal_handlers(mut self, install: bool) -> Self {
        self.configuration.signal_handlers = install;
        self
    }

    /// Another directory in which `import` looks, before those of Python: each after the one said before.
    ///
    /// ```
    /// use owned::embed::Interpreter;
    ///
    /// let interpreter = Interpreter::builder().path("plugins").start()?;
    /// interpreter.attach(|py| py.run("import sys; assert sys.path[0].endswith('plugins')", None))?;
    /// # interpreter.stop()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn path(mut self, directory: impl AsRef<Path>) -> Self {
        self.paths.push(directory.as_ref().to_owned());
        self
    }

    /// Another module of the program's own, which `import` then finds: `.module(owned::builtin!(tallies))`. (CPython 3.11
    /// still finds it when the next interpreter of the process is started without it.)
    ///
    /// ```standalone_crate
    /// use owned::embed::Interpreter;
    /// use owned::prelude::*;
    ///
    /// #[owned::module]
    /// mod tallies {
    ///     #[function]
    ///     fn add(a: i64, b: i64) -> i64 {
    ///         a + b
    ///     }
    /// }
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let interpreter = Interpreter::builder().module(owned::builtin!(tallies)).start()?;
    /// interpreter.attach(|py| py.run("import tallies; assert tallies.add(2, 3) == 5", None))?;
    /// # interpreter.stop()?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn module(mut self, module: Builtin) -> Self {
        self.configuration.modules.push((module.name, module.init));
        self
    }

    /// Starts the interpreter. This thread, on which it has to be stopped, is left detached.
    ///
    /// ```
    /// use owned::embed::{Interpreter, StartError};
    ///
    /// let interpreter = Interpreter::builder().start()?;
    /// assert_eq!(Interpreter::builder().start().unwrap_err(), StartError::Running);
    /// interpreter.stop().unwrap();
    /// # Ok::<(), StartError>(())
    /// ```
    ///
    /// # Errors
    /// Why it could not: see [`StartError`].
    #[inline]
    pub fn start(mut self) -> Result<Interpreter, StartError> {
        self.configuration.home = self.home.as_deref().map(text).transpose()?;
        let given = self.configuration.program_name.iter().chain(&self.configuration.arguments);
        if let Some(text) = given.chain(&self.configuration.home).find(|text| text.contains('\0')) {
            return Err(StartError::Invalid(format!("{text:?} has a NUL in it")));
        }
        let paths = self.paths.iter().map(|path| text(path)).collect::<Result<Vec<_>, _>>()?;
        raw::have_no_members();
        token::start(&self.configuration)?;
        let interpreter = Interpreter::started();
        // Nobody who has a list under `sys.path` has reason to refuse one more.
        match Python::try_attach(|py| prepend(py, &paths)) {
            Ok(Ok(())) => Ok(interpreter),
            Ok(Err(error)) => Err(StartError::PythonFailed(error.to_string())),
            Err(error) => Err(StartError::PythonFailed(error.to_string())),
        }
    }
}

/// A path as Python is given it: text, on each system.
#[inline]
fn text(path: &Path) -> Result<String, StartError> {
    match path.to_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err(StartError::Invalid(format!("{} is not Unicode", path.display()))),
    }
}

#[inline]
fn prepend(py: Python<'_>, paths: &[String]) -> PyResult<()> {
    if paths.is_empty() {
        return Ok(());
    }
    let list = py.import("sys")?.getattr("path")?;
    for (at, path) in paths.iter().enumerate() {
        list.call_method("insert", (at, path.as_str()))?;
    }
    Ok(())
}

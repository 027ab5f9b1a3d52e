//! `Connection`: a database that is open.

use std::ffi::CString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use owned::foreign::Registry;
use owned::prelude::*;

use crate::blob::Blob;
use crate::cursor::Cursor;
use crate::db::Database;
use crate::db::backup::Backup;
use crate::db::blob::Place;
use crate::db::open::Options;
use crate::errors::{NotSupportedError, ProgrammingError};
use crate::transactions::Begin;

/// A database of SQLite's that is open.
///
/// What is registered with it (functions, aggregates, collations, a handler of progress) belongs to it: SQLite has only
/// what leads there.
#[class(subclass, weakref)]
pub struct Connection {
    #[traverse(skip = "a connection of SQLite's, which knows no Python")]
    pub(crate) database: Arc<Database>,
    /// What SQLite calls.
    callbacks: Registry<Callback>,
    /// The instances of aggregates whose group has not ended.
    instances: Registry<Py<Any>>,
    pub(crate) row_factory: GcCell<Option<Py<Any>>>,
    /// `None` is `str`.
    pub(crate) text_factory: GcCell<Option<Py<Any>>>,
    #[traverse(skip = "a thread, and a text")]
    settings: Mutex<Settings>,
}

struct Settings {
    /// The thread that alone may use it; `None` for all.
    thread: Option<ThreadId>,
    begin: Option<Begin>,
}

impl Connection {
    fn settings(&self) -> MutexGuard<'_, Settings> {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How a transaction begins by itself, if it does.
    pub(crate) fn begin(&self) -> Option<&'static str> {
        self.settings().begin.map(|begin| begin.sql)
    }

    /// Refuses threads other than the connection's own, if it has one.
    pub(crate) fn check_thread(&self) -> Result<()> {
        let (own, here) = (self.settings().thread, thread::current().id());
        match own {
            Some(own) if own != here => Err(ProgrammingError::new(format!(
                "SQLite objects created in a thread can only be used in that same thread, unless the connection is made \
                 with check_same_thread=False. The object was created in {own:?}, and this is {here:?}."
            ))),
            _ => Ok(()),
        }
    }

    /// The connection of SQLite's, if it can be used here.
    pub(crate) fn database(&self) -> Result<&Arc<Database>> {
        self.check_thread()?;
        Ok(&self.database)
    }

    /// The class, as Python has it.
    pub(crate) fn class(py: Python<'_>) -> Result<Owned<'_, Any>> {
        Ok(Connection::new().into_py(py)?.type_of().into_any())
    }

    fn new_cursor<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, Any>> {
        slf.get().database()?.run(slf.py(), |_| Ok::<_, PyErr>(()))?;
        Ok(Cursor::of(slf)?.into_py(slf.py())?.into_any())
    }
}

/// A name for SQLite, which wants no NUL in it.
fn name(name: &str) -> Result<CString> {
    CString::new(name).map_err(|_| ValueError::new("embedded null character"))
}

#[methods]
impl Connection {
    #[new]
    fn new() -> Self {
        Connection {
            database: Arc::new(Database::new()),
            callbacks: Registry::default(),
            instances: Registry::default(),
            row_factory: GcCell::default(),
            text_factory: GcCell::default(),
            settings: Mutex::new(Settings { thread: None, begin: Some(Begin::PLAIN) }),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "those of the standard module")]
    #[signature(database, timeout = 5.0, detect_types = 0, isolation_level = Some(""), check_same_thread = true, factory = None, cached_statements = 128, uri = false)]
    fn __init__(
        &self,
        py: Python<'_>,
        database: PathBuf,
        timeout: f64,
        detect_types: i32,
        isolation_level: Option<&str>,
        check_same_thread: bool,
        factory: Option<Borrowed<'_, '_, Any>>,
        cached_statements: usize,
        uri: bool,
    ) -> Result<()> {
        let _connect_has_called_it = factory;
        if detect_types != 0 {
            return Err(NotSupportedError::new(
                "detect_types is not supported: convert what comes out of a query instead",
            ));
        }
        let begin = Begin::parse(isolation_level)?;
        let path = database.into_os_string().into_vec();
        let path = CString::new(path).map_err(|_| ValueError::new("embedded null byte"))?;
        let timeout = Duration::try_from_secs_f64(timeout.max(0.0)).unwrap_or(Duration::MAX);
        self.database.open(py, &Options { path, uri, timeout, cached: cached_statements })?;
        *self.settings() = Settings { thread: check_same_thread.then(|| thread::current().id()), begin };
        Ok(())
    }

    /// A new cursor of this connection: `factory(connection)`.
    #[signature(factory = None)]
    #[hint(-> "Cursor")]
    fn cursor<'py>(slf: Borrowed<'_, 'py, Self>, factory: Option<Borrowed<'_, 'py, Any>>) -> Result<Owned<'py, Any>> {
        let py = slf.py();
        let Some(factory) = factory else {
            return Self::new_cursor(slf);
        };
        slf.get().database()?.run(py, |_| Ok::<_, PyErr>(()))?;
        let cursor = factory.call((slf,))?;
        if !cursor.is_a::<Cursor>() {
            let name = cursor.type_name();
            return Err(TypeError::new(format!("factory must return a cursor, not {name}")));
        }
        // One that was set on the connection after its class was written.
        let row_factory = slf.get().row_factory.get(py)?;
        if let Some(row_factory) = row_factory {
            cursor.setattr("row_factory", row_factory)?;
        }
        Ok(cursor)
    }

    /// Run a statement with a new cursor, which is the result.
    #[signature(sql, parameters = None, /)]
    #[hint(sql: "str", -> "Cursor")]
    fn execute<'py>(
        slf: Borrowed<'_, 'py, Self>,
        sql: Borrowed<'_, 'py, Any>,
        parameters: Option<Borrowed<'_, 'py, Any>>,
    ) -> Result<Owned<'py, Any>> {
        let cursor = Self::new_cursor(slf)?;
        match parameters {
            Some(parameters) => cursor.call_method("execute", (sql, parameters)),
            None => cursor.call_method("execute", (sql,)),
        }
    }

    /// Run a statement for each set of parameters with a new cursor, which is the result.
    #[signature(sql, parameters, /)]
    #[hint(sql: "str", -> "Cursor")]
    fn executemany<'py>(
        slf: Borrowed<'_, 'py, Self>,
        sql: Borrowed<'_, 'py, Any>,
        parameters: Borrowed<'_, 'py, Any>,
    ) -> Result<Owned<'py, Any>> {
        Self::new_cursor(slf)?.call_method("executemany", (sql, parameters))
    }

    /// Run all statements of a text with a new cursor, which is the result.
    #[signature(sql_script, /)]
    #[hint(sql_script: "str", -> "Cursor")]
    fn executescript<'py>(slf: Borrowed<'_, 'py, Self>, sql_script: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        Self::new_cursor(slf)?.call_method("executescript", (sql_script,))
    }

    /// Commit the transaction, if one has begun.
    fn commit(&self, py: Python<'_>) -> Result<()> {
        self.database()?.run(
            py,
            |session| {
                if session.in_transaction() { Ok(session.command("COMMIT")?) } else { Ok(()) }
            },
        )
    }

    /// Take back the transaction, if one has begun.
    fn rollback(&self, py: Python<'_>) -> Result<()> {
        self.database()?.run(
            py,
            |session| {
                if session.in_transaction() { Ok(session.command("ROLLBACK")?) } else { Ok(()) }
            },
        )
    }

    /// Close the connection, with all its cursors and blobs. What is not committed is lost.
    fn close(&self, py: Python<'_>) -> Result<()> {
        let database = self.database()?;
        Ok(database.close(py)?)
    }

    /// End what runs, from any thread: it raises OperationalError.
    fn interrupt(&self) -> Result<()> {
        Ok(self.database.interrupt()?)
    }

    /// Make a function of SQL: `function(*arguments)` with `narg` of them, -1 for any number. None removes it.
    #[signature(name, narg, func, /, *, deterministic = false)]
    fn create_function(
        &self,
        py: Python<'_>,
        name: &str,
        narg: i32,
        func: Option<Callback>,
        deterministic: bool,
    ) -> Result<()> {
        let name = self::name(name)?;
        self.database()?.run(py, |session| {
            let function = func.map(|function| self.callbacks.add(py, function)).transpose()?;
            Ok(session.set_function(&name, narg, deterministic, function)?)
        })
    }

    /// Make an aggregate of SQL: a class with `step(*arguments)` and `finalize()`. None removes it.
    #[signature(name, n_arg, aggregate_class, /)]
    fn create_aggregate(
        &self,
        py: Python<'_>,
        name: &str,
        n_arg: i32,
        aggregate_class: Option<Callback>,
    ) -> Result<()> {
        let name = self::name(name)?;
        self.database()?.run(py, |session| match aggregate_class {
            Some(class) => {
                let class = self.callbacks.add(py, class)?;
                Ok(session.set_aggregate(&name, n_arg, class, self.instances.registrar())?)
            }
            None => Ok(session.set_function(&name, n_arg, false, None)?),
        })
    }

    /// Make an order of texts: `callback(a, b)` gives a number below, of or above 0. None removes it.
    #[signature(name, callback, /)]
    fn create_collation(&self, py: Python<'_>, name: &str, callback: Option<Callback>) -> Result<()> {
        let name = self::name(name)?;
        self.database()?.run(py, |session| {
            let compare = callback.map(|callback| self.callbacks.add(py, callback)).transpose()?;
            Ok(session.set_collation(&name, compare)?)
        })
    }

    /// Have `handler()` called every `n` steps of SQLite's machine; what runs ends if it returns something true.
    #[signature(handler, n, /)]
    fn set_progress_handler(&self, py: Python<'_>, handler: Option<Callback>, n: i32) -> Result<()> {
        self.database()?.run(py, |session| {
            let handler = handler.filter(|_| n > 0).map(|handler| self.callbacks.add(py, handler)).transpose()?;
            session.set_progress(handler.map(|handler| (handler, n)));
            Ok(())
        })
    }

    /// Open a blob, to read and write it where it is.
    #[signature(table, column, row, /, *, readonly = false, name = "main")]
    fn blobopen<'py>(
        slf: Borrowed<'_, 'py, Self>,
        table: &str,
        column: &str,
        row: i64,
        readonly: bool,
        name: &str,
    ) -> Result<Blob> {
        let [database, table, column] = [self::name(name)?, self::name(table)?, self::name(column)?];
        let place = Place { database: &database, table: &table, column: &column, row, writable: !readonly };
        let shared = slf.get().database()?;
        let key = shared.run(slf.py(), |session| session.open_blob(&place).map_err(PyErr::from))?;
        Ok(Blob::new(slf.into(), Arc::clone(shared), key))
    }

    /// Copy the database into another connection: `pages` at a time (all, if that is not above 0), with
    /// `progress(status, remaining, total)` after each time, and `sleep` seconds before another try where it is locked.
    #[signature(target, *, pages = -1, progress = None, name = "main", sleep = 0.250)]
    fn backup(
        &self,
        target: Borrowed<'_, '_, Connection>,
        pages: i32,
        progress: Option<Borrowed<'_, '_, Callable>>,
        name: &str,
        sleep: f64,
    ) -> Result<()> {
        let (py, name) = (target.py(), self::name(name)?);
        let target = target.get();
        if Arc::ptr_eq(&self.database, &target.database) {
            return Err(ValueError::new("target cannot be the same connection instance"));
        }
        let pages = if pages == 0 { -1 } else { pages };
        let pause = Duration::try_from_secs_f64(sleep.max(0.0)).unwrap_or(Duration::MAX);
        self.database()?.run(py, |from| {
            target.database()?.run(py, |to| {
                let mut backup = Backup::new(from, &name, to)?;
                loop {
                    let code = backup.step(pages)?;
                    if let Some(progress) = progress {
                        let (left, total) = backup.pages();
                        progress.call((code, left, total))?;
                    }
                    if Backup::is_done(code) {
                        return Ok(());
                    }
                    if Backup::is_locked(code) {
                        py.detach(|| thread::sleep(pause));
                        py.check_signals()?;
                    }
                }
            })
        })
    }

    fn __enter__<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, Self>> {
        slf.get().database()?.run(slf.py(), |_| Ok::<_, PyErr>(()))?;
        Ok(slf.to_owned())
    }

    #[signature(kind, value, traceback, /)]
    fn __exit__(
        &self,
        kind: Borrowed<'_, '_, Any>,
        value: Borrowed<'_, '_, Any>,
        traceback: Borrowed<'_, '_, Any>,
    ) -> Result<bool> {
        let (py, _) = (kind.py(), (value, traceback));
        if !kind.is_none() {
            return self.rollback(py).map(|()| false);
        }
        if let Err(error) = self.commit(py) {
            // As Python's own: what cannot be committed does not stay begun.
            return Err(match self.rollback(py) {
                Ok(()) => error,
                Err(second) => second.caused_by(error),
            });
        }
        Ok(false)
    }

    /// Run a statement: `connection(sql)` gives a cursor that has run it.
    #[signature(sql, /)]
    fn __call__<'py>(slf: Borrowed<'_, 'py, Self>, sql: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        Self::execute(slf, sql, None)
    }

    /// How many rows were changed since it was opened.
    #[getter]
    fn total_changes(&self, py: Python<'_>) -> Result<i64> {
        self.database()?.run(py, |session| Ok(session.total_changes()))
    }

    /// Whether a transaction has begun.
    #[getter]
    fn in_transaction(&self, py: Python<'_>) -> Result<bool> {
        self.database()?.run(py, |session| Ok(session.in_transaction()))
    }

    /// How a transaction begins before the first change: '', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE'; None for never.
    #[getter]
    fn isolation_level(&self, py: Python<'_>) -> Result<Option<&'static str>> {
        self.database()?.run(py, |_| Ok(self.settings().begin.map(|begin| begin.name)))
    }

    #[setter]
    fn set_isolation_level(&self, py: Python<'_>, level: Option<&str>) -> Result<()> {
        let begin = Begin::parse(level)?;
        if begin.is_none() {
            self.commit(py)?;
        }
        self.settings().begin = begin;
        Ok(())
    }

    /// What new cursors call with themselves and the tuple of a row; None for the tuple itself.
    #[getter]
    fn row_factory<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.row_factory.get(py)
    }

    #[setter]
    fn set_row_factory(&self, py: Python<'_>, factory: Option<Py<Any>>) -> Result<()> {
        self.row_factory.set(py, factory)
    }

    /// What is called with the bytes of a text; str by default.
    #[getter]
    fn text_factory<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        match self.text_factory.get(py)? {
            Some(factory) => Ok(factory),
            None => py.import("builtins")?.getattr("str"),
        }
    }

    #[setter]
    fn set_text_factory(&self, factory: Borrowed<'_, '_, Any>) -> Result<()> {
        let py = factory.py();
        let is_str = py.import("builtins")?.getattr("str")?.is(&factory);
        self.text_factory.set(py, (!is_str).then(|| factory.into()))
    }
}

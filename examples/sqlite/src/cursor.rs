//! `Cursor`: a statement that runs, and its rows.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use owned::prelude::*;

use crate::connection::Connection;
use crate::db::database::Retired;
use crate::db::{self, Database, Key, Lease, Session, Step};
use crate::errors::ProgrammingError;
use crate::parameters;
use crate::rows::Texts;

/// Runs statements of a connection, and walks over the rows that they give.
#[class(subclass, weakref)]
pub struct Cursor {
    connection: GcCell<Option<Py<Connection>>>,
    pub(crate) description: GcCell<Option<Py<Tuple>>>,
    row_factory: GcCell<Option<Py<Any>>>,
    arraysize: AtomicUsize,
    #[traverse(skip = "numbers, and a connection of SQLite's, which knows no Python")]
    state: Mutex<State>,
    /// While SQLite works for this cursor: what it calls must not use it.
    busy: AtomicBool,
}

struct State {
    running: Option<Running>,
    rows: i64,
    last_row: Option<i64>,
    closed: bool,
}

/// A statement that has a row to be read. It is let go of with this.
struct Running {
    database: Arc<Database>,
    key: Key,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.database.retire(Retired::Statement(self.key));
    }
}

/// The cursor is in use until this is dropped.
struct Busy<'a>(&'a AtomicBool);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.store(false, Relaxed);
    }
}

/// What a statement is run with.
enum Given<'a, 'py> {
    Once(Option<Borrowed<'a, 'py, Any>>),
    /// For each of what this gives.
    Many(Borrowed<'a, 'py, Any>),
}

impl Cursor {
    /// A cursor of a connection.
    pub(crate) fn of(connection: Borrowed<'_, '_, Connection>) -> Result<Self> {
        let cursor = Cursor::new();
        cursor.__init__(connection)?;
        Ok(cursor)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection, if it can be used here.
    fn usable<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Connection>> {
        let connection = self.connection.get(py)?;
        let connection = connection.ok_or_else(|| ProgrammingError::new("Base Cursor.__init__ not called."))?;
        connection.get().check_thread()?;
        if self.state().closed {
            return Err(ProgrammingError::new("Cannot operate on a closed cursor."));
        }
        Ok(connection)
    }

    /// Takes the cursor. It is asked for in the connection's turn: so it is busy only with a call further up.
    fn busy(&self) -> Result<Busy<'_>> {
        if self.busy.swap(true, Relaxed) {
            return Err(db::Error::Recursive.into());
        }
        Ok(Busy(&self.busy))
    }

    /// Lets go of the statement that it has.
    fn let_go(&self) {
        let running = self.state().running.take();
        drop(running); // when the state is free
    }

    fn run(&self, py: Python<'_>, sql: &str, given: Given<'_, '_>) -> Result<()> {
        let connection = self.usable(py)?;
        if sql.contains('\0') {
            return Err(ProgrammingError::new("the query contains a null character"));
        }
        let connection = connection.get();
        connection.database.run(py, |session| {
            let _busy = self.busy()?;
            self.let_go();
            self.description.set(py, None)?;
            let many = matches!(given, Given::Many(_));
            let Some(statement) = session.statement(sql)? else {
                self.state().rows = -1;
                return Ok(());
            };
            self.state().rows = if statement.changes() { 0 } else { -1 };
            if many && !statement.changes() {
                return Err(ProgrammingError::new("executemany() can only execute DML statements."));
            }
            if let (true, Some(begin)) = (statement.changes() && !session.in_transaction(), connection.begin()) {
                session.command(begin)?;
            }
            match given {
                Given::Once(parameters) => self.run_once(connection, session, statement, parameters),
                Given::Many(all) => self.run_many(session, statement, all),
            }
        })
    }

    fn run_once(
        &self,
        connection: &Connection,
        session: &Session<'_, '_>,
        mut statement: Lease<'_, '_>,
        given: Option<Borrowed<'_, '_, Any>>,
    ) -> Result<()> {
        let py = session.py();
        match given {
            Some(given) => parameters::bind(&mut statement, given)?,
            None => parameters::bind(&mut statement, Tuple::empty(py)?.as_borrowed().into_any())?,
        }
        let step = statement.step()?;
        if statement.columns() > 0 {
            self.description.set(py, Some(crate::rows::description(py, &statement)?.unbind()))?;
        }
        let mut state = self.state();
        if statement.changes() && step == Step::Done {
            state.rows = session.changes();
        }
        state.last_row = Some(session.last_row());
        if step == Step::Row {
            state.running = Some(Running { database: Arc::clone(&connection.database), key: statement.keep() });
        }
        Ok(())
    }

    fn run_many(
        &self,
        session: &Session<'_, '_>,
        mut statement: Lease<'_, '_>,
        all: Borrowed<'_, '_, Any>,
    ) -> Result<()> {
        for given in all.each()? {
            let given = given?;
            parameters::bind(&mut statement, given.as_borrowed())?;
            statement.step()?;
            let changed = session.changes();
            statement.reset()?;
            self.state().rows += changed;
        }
        Ok(())
    }

    /// The next row, without the factory.
    fn row<'py>(&self, session: &Session<'_, '_>, texts: &Texts<'py>) -> Result<Option<Owned<'py, Tuple>>> {
        let key = self.state().running.as_ref().map(|running| running.key);
        let Some(key) = key else {
            return Ok(None);
        };
        let mut statement = session.lease(key)?;
        let read = texts.row(&statement).and_then(|row| Ok((row, statement.step()?)));
        let (row, step) = match read {
            Ok(read) => read,
            Err(error) => {
                drop(statement);
                self.let_go();
                return Err(error);
            }
        };
        match step {
            Step::Row => drop(statement.keep()),
            Step::Done => {
                if statement.changes() {
                    self.state().rows = session.changes();
                }
                drop(statement);
                self.let_go();
            }
        }
        Ok(Some(row))
    }

    /// The next row, as the factory makes it.
    fn next<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Option<Owned<'py, Any>>> {
        let (this, py) = (slf.get(), slf.py());
        let connection = this.usable(py)?;
        let connection = connection.get();
        let texts = Texts::new(py, connection)?;
        let row = connection.database.run(py, |session| {
            let _busy = this.busy()?;
            this.row(session, &texts)
        })?;
        let Some(row) = row else {
            return Ok(None);
        };
        match this.row_factory.get(py)? {
            Some(factory) => factory.call((slf, row)).map(Some),
            None => Ok(Some(row.into_any())),
        }
    }

    /// As many rows as there are, up to a number.
    fn rows<'py>(slf: Borrowed<'_, 'py, Self>, most: usize) -> Result<Owned<'py, List>> {
        let list = List::empty(slf.py())?;
        while list.len() < most
            && let Some(row) = Self::next(slf)?
        {
            list.push(&row)?;
        }
        Ok(list)
    }
}

#[methods]
impl Cursor {
    #[new]
    fn new() -> Self {
        Cursor {
            connection: GcCell::default(),
            description: GcCell::default(),
            row_factory: GcCell::default(),
            arraysize: AtomicUsize::new(1),
            state: Mutex::new(State { running: None, rows: -1, last_row: None, closed: false }),
            busy: AtomicBool::new(false),
        }
    }

    #[signature(connection, /)]
    fn __init__(&self, connection: Borrowed<'_, '_, Connection>) -> Result<()> {
        let py = connection.py();
        connection.get().check_thread()?;
        self.let_go();
        let factory = connection.get().row_factory.get(py)?.map(Owned::unbind);
        self.row_factory.set(py, factory)?;
        self.connection.set(py, Some(connection.into()))
    }

    /// Run a statement, with the values of its parameters.
    #[signature(sql, parameters = None, /)]
    fn execute<'py>(
        slf: Borrowed<'_, 'py, Self>,
        sql: &str,
        parameters: Option<Borrowed<'_, 'py, Any>>,
    ) -> Result<Owned<'py, Self>> {
        slf.get().run(slf.py(), sql, Given::Once(parameters))?;
        Ok(slf.to_owned())
    }

    /// Run a statement that changes rows, once for each set of parameters.
    #[signature(sql, seq_of_parameters, /)]
    fn executemany<'py>(
        slf: Borrowed<'_, 'py, Self>,
        sql: &str,
        seq_of_parameters: Borrowed<'_, 'py, Any>,
    ) -> Result<Owned<'py, Self>> {
        slf.get().run(slf.py(), sql, Given::Many(seq_of_parameters))?;
        Ok(slf.to_owned())
    }

    /// Run all statements of a text. A transaction that has begun is committed first.
    #[signature(sql_script, /)]
    fn executescript<'py>(slf: Borrowed<'_, 'py, Self>, sql_script: &str) -> Result<Owned<'py, Self>> {
        let (this, py) = (slf.get(), slf.py());
        let connection = this.usable(py)?;
        if sql_script.contains('\0') {
            return Err(ValueError::new("embedded null character"));
        }
        connection.get().database.run(py, |session| {
            let _busy = this.busy()?;
            this.let_go();
            if session.in_transaction() {
                session.command("COMMIT")?;
            }
            Ok::<_, PyErr>(session.script_detached(sql_script)?)
        })?;
        Ok(slf.to_owned())
    }

    /// The next row, or None.
    fn fetchone<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Option<Owned<'py, Any>>> {
        Self::next(slf)
    }

    /// The next rows: `size` of them, or as many as are left.
    #[signature(size = None)]
    fn fetchmany<'py>(slf: Borrowed<'_, 'py, Self>, size: Option<isize>) -> Result<Owned<'py, List>> {
        let most = size.map_or(slf.get().arraysize.load(Relaxed), |size| usize::try_from(size).unwrap_or(usize::MAX));
        Self::rows(slf, most)
    }

    /// All rows that are left.
    fn fetchall<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, List>> {
        Self::rows(slf, usize::MAX)
    }

    /// Close the cursor. It cannot be used any more.
    fn close(&self, py: Python<'_>) -> Result<()> {
        let connection = self.connection.get(py)?;
        let connection = connection.ok_or_else(|| ProgrammingError::new("Base Cursor.__init__ not called."))?;
        connection.get().check_thread()?;
        if self.busy.load(Relaxed) {
            return Err(db::Error::Recursive.into());
        }
        self.let_go();
        self.state().closed = true;
        Ok(())
    }

    /// Does nothing: SQLite has no need of it.
    #[signature(sizes, /)]
    fn setinputsizes(&self, sizes: Borrowed<'_, '_, Any>) {
        let _ = sizes;
    }

    /// Does nothing: SQLite has no need of it.
    #[signature(size, column = None, /)]
    fn setoutputsize(&self, size: Borrowed<'_, '_, Any>, column: Option<Borrowed<'_, '_, Any>>) {
        let _ = (size, column);
    }

    fn __iter__<'py>(slf: Borrowed<'_, 'py, Self>) -> Owned<'py, Self> {
        slf.to_owned()
    }

    fn __next__<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Option<Owned<'py, Any>>> {
        Self::next(slf)
    }

    /// Of each column its name, and six times None; None where there are no columns.
    #[getter]
    fn description<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Tuple>>> {
        self.description.get(py)
    }

    /// How many rows the last statement has changed; -1 where that is no question.
    #[getter]
    fn rowcount(&self) -> i64 {
        self.state().rows
    }

    /// The number of the row that was inserted last.
    #[getter]
    fn lastrowid(&self) -> Option<i64> {
        self.state().last_row
    }

    /// The connection.
    #[getter]
    fn connection<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Option<Owned<'py, Connection>>> {
        slf.get().connection.get(slf.py())
    }

    /// How many rows fetchmany() gives where nobody says.
    #[getter]
    fn arraysize(&self) -> usize {
        self.arraysize.load(Relaxed)
    }

    #[setter]
    fn set_arraysize(&self, arraysize: usize) {
        self.arraysize.store(arraysize, Relaxed);
    }

    /// Called with the cursor and the tuple of a row; None for the tuple itself.
    #[getter]
    fn row_factory<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.row_factory.get(py)
    }

    #[setter]
    fn set_row_factory(&self, py: Python<'_>, factory: Option<Py<Any>>) -> Result<()> {
        self.row_factory.set(py, factory)
    }
}

//! A use of a connection: [`Session`], and a statement that is at work: [`Lease`].

use std::cell::RefCell;
use std::ffi::c_int;
use std::ops::Deref;

use owned::Python;
use owned::foreign::Turn;

use super::database::State;
use super::error::{Error, Result};
use super::open::Open;
use super::slots::Key;
use super::statement::{Statement, Step};
use super::value::Value;

/// The turn of this thread, with the open connection.
pub(crate) struct Session<'a, 'py> {
    pub(super) py: Python<'py>,
    pub(super) turn: &'a Turn<'a, RefCell<State>>,
    pub(super) open: &'a Open,
}

impl Deref for Session<'_, '_> {
    type Target = Open;

    fn deref(&self) -> &Open {
        self.open
    }
}

impl<'py> Session<'_, 'py> {
    /// The token of the call.
    pub(crate) fn py(&self) -> Python<'py> {
        self.py
    }

    /// Runs `f` detached.
    pub(super) fn detach<R: Send>(&self, f: impl FnOnce(&Open) -> Result<R> + Send) -> Result<R> {
        self.turn.detach(self.py, |state| match &*state.borrow() {
            State::Open(open) => f(open),
            State::Fresh | State::Closed => Err(Error::Closed),
        })
    }

    /// The statement of a text, ready to be bound; `None` if there is nothing but comments.
    ///
    /// # Errors
    /// What SQLite says of it; [`Error::Several`] if more follows it.
    pub(crate) fn statement(&self, sql: &str) -> Result<Option<Lease<'_, 'py>>> {
        let found = self.detach(|open| open.prepare(sql))?;
        Ok(found.map(|(key, statement)| Lease { session: self, key, statement: Some(statement) }))
    }

    /// A statement that was left in the middle.
    ///
    /// # Errors
    /// [`Error::Recursive`] if it runs, [`Error::Gone`] if it is no more.
    pub(crate) fn lease(&self, key: Key) -> Result<Lease<'_, 'py>> {
        Ok(Lease { session: self, key, statement: Some(self.open.take(key)?) })
    }

    /// Runs a statement that gives nothing: `BEGIN` and its like.
    ///
    /// # Errors
    /// What SQLite says.
    pub(crate) fn command(&self, sql: &str) -> Result<()> {
        match self.statement(sql)? {
            Some(mut statement) => statement.step().map(drop),
            None => Ok(()),
        }
    }

    /// Runs all statements of a text, detached.
    ///
    /// # Errors
    /// What SQLite says of the first that fails.
    pub(crate) fn script_detached(&self, sql: &str) -> Result<()> {
        self.detach(|open| open.script(sql))
    }
}

/// A statement at work. Nobody else gets at it: not what it calls, neither. Dropped, its run has ended, and it is given
/// back for the next one.
pub(crate) struct Lease<'a, 'py> {
    session: &'a Session<'a, 'py>,
    key: Key,
    /// `None` only while it is dropped.
    statement: Option<Statement>,
}

impl Lease<'_, '_> {
    fn statement(&mut self) -> Result<&mut Statement> {
        self.statement.as_mut().ok_or(Error::Gone)
    }

    /// Goes on to the next row, detached.
    ///
    /// # Errors
    /// What SQLite says, and what it calls raises.
    pub(crate) fn step(&mut self) -> Result<Step> {
        let py = self.session.py;
        let statement = self.statement()?;
        py.detach(|| statement.step())
    }

    /// Ends the run; the statement can be bound anew.
    ///
    /// # Errors
    /// None, while it is not dropped.
    pub(crate) fn reset(&mut self) -> Result<()> {
        self.statement().map(Statement::reset)
    }

    /// Binds a parameter, the first of which is 1.
    ///
    /// # Errors
    /// What SQLite says: that there is no such parameter, that a value is too long.
    pub(crate) fn bind(&mut self, parameter: c_int, value: Value<'_>) -> Result<()> {
        self.statement()?.bind(parameter, value)
    }

    /// Leaves it in the middle of its run: [`Session::lease`] goes on.
    pub(crate) fn keep(mut self) -> Key {
        if let Some(statement) = self.statement.take() {
            self.session.open.put(self.key, statement);
        }
        self.key
    }
}

impl Deref for Lease<'_, '_> {
    type Target = Statement;

    fn deref(&self) -> &Statement {
        match &self.statement {
            Some(statement) => statement,
            None => unreachable!("it is there until it is dropped"),
        }
    }
}

impl Drop for Lease<'_, '_> {
    fn drop(&mut self) {
        if let Some(statement) = self.statement.take() {
            self.session.open.finish(self.key, Some(statement));
        }
    }
}

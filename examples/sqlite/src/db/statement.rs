//! Prepared statements.
#![expect(unsafe_code, reason = "prepares, steps and finalises")]

use std::ffi::{CStr, c_int, c_uint};
use std::ptr::{self, NonNull};

use libsqlite3_sys as ffi;
use owned::foreign::{Foreign, Handle, OneAtATime};

use super::error::{Error, Failure, Result, check};
use super::value::Value;

/// `sqlite3_stmt`.
pub(crate) enum Stmt {}

// SAFETY: `sqlite3_finalize` ends what `sqlite3_prepare_v3` made, in whatever state it is; the connection's turn is that of
// the thread that drops it, for what owns statements lies behind that.
unsafe impl Foreign for Stmt {
    type Raw = ffi::sqlite3_stmt;
    type Threads = OneAtATime;

    unsafe fn destroy(raw: NonNull<Self::Raw>) {
        // SAFETY: a handle gives up its one statement. The status is that of the last step, which was told then.
        unsafe { ffi::sqlite3_finalize(raw.as_ptr()) };
    }
}

/// What a step has led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// There is a row to be read.
    Row,
    /// The statement has done what it does.
    Done,
}

/// A statement of a connection. It is dropped before the connection is: whoever owns it sees to that.
pub(crate) struct Statement {
    handle: Handle<Stmt>,
    /// By which the cache finds it.
    text: Option<Box<str>>,
    parameters: c_int,
    changes: bool,
}

impl Statement {
    /// Prepares the first statement of a text, and says where the rest begins; `None` if there is nothing but comments.
    ///
    /// # Errors
    /// What SQLite says of it.
    ///
    /// # Safety
    /// `db` is open, its turn is this thread's, and the statement is dropped before it is closed, in a turn.
    pub(crate) unsafe fn prepare(db: *mut ffi::sqlite3, sql: &str, keep: bool) -> Result<(Option<Self>, usize)> {
        let Ok(length) = c_int::try_from(sql.len()) else {
            return Err(Error::Sqlite(Failure::of_code(ffi::SQLITE_TOOBIG)));
        };
        let (mut raw, mut tail) = (ptr::null_mut(), ptr::null());
        let flags = if keep { ffi::SQLITE_PREPARE_PERSISTENT as c_uint } else { 0 };
        let first = sql.as_ptr().cast();
        // SAFETY: open, in its turn; a text of that length, and two places to write to.
        let prepare = || unsafe { ffi::sqlite3_prepare_v3(db, first, length, flags, &raw mut raw, &raw mut tail) };
        // SAFETY: the caller's.
        unsafe { check(db, prepare) }?;
        // SAFETY: SQLite points into the text, or to its end.
        let rest = usize::try_from(unsafe { tail.offset_from(first) }).unwrap_or(sql.len());
        // SAFETY: made for us, if it is not NULL.
        let Ok(handle) = (unsafe { Handle::<Stmt>::new(raw, || ()) }) else {
            return Ok((None, rest));
        };
        // SAFETY: a statement.
        let parameters = unsafe { ffi::sqlite3_bind_parameter_count(raw) };
        let text = keep.then(|| sql.into());
        Ok((Some(Statement { handle, text, parameters, changes: changes(sql) }), rest))
    }

    /// Gives the text to the cache.
    pub(super) fn take_text(&mut self) -> Option<Box<str>> {
        self.text.take()
    }

    /// Says under which text the cache had it.
    pub(super) fn set_text(&mut self, text: Box<str>) {
        self.text = Some(text);
    }

    /// How many columns its rows have; 0 for a statement that gives none.
    pub(crate) fn columns(&self) -> c_int {
        // Not kept: where a table has changed, the first step prepares the statement anew.
        // SAFETY: alive.
        unsafe { ffi::sqlite3_column_count(self.handle.as_ptr()) }
    }

    /// How many parameters it has.
    pub(crate) fn parameters(&self) -> c_int {
        self.parameters
    }

    /// Whether it is an INSERT, UPDATE, DELETE or REPLACE.
    pub(crate) fn changes(&self) -> bool {
        self.changes
    }

    /// The connection.
    pub(super) fn db(&self) -> *mut ffi::sqlite3 {
        // SAFETY: a statement knows its connection.
        unsafe { ffi::sqlite3_db_handle(self.handle.as_ptr()) }
    }

    /// Goes on to the next row.
    pub(super) fn step(&mut self) -> Result<Step> {
        let raw = self.handle.as_ptr();
        // SAFETY: alive by its handle, in the connection's turn; `&mut` says that it does not run already.
        let step = || unsafe { ffi::sqlite3_step(raw) };
        // SAFETY: a statement's connection is open, and the turn is this thread's.
        let code = unsafe { check(self.db(), step) }?;
        Ok(if code == ffi::SQLITE_ROW { Step::Row } else { Step::Done })
    }

    /// Ends a run: the statement can be bound and stepped anew. What SQLite says was the last step's.
    pub(super) fn reset(&mut self) {
        // SAFETY: as for a step. An aggregate that is cut short ends here; what that raises is nobody's.
        unsafe { ffi::sqlite3_reset(self.handle.as_ptr()) };
    }

    /// Forgets what was bound, which may be large.
    pub(super) fn clear(&mut self) {
        // SAFETY: alive, reset, in its turn.
        unsafe { ffi::sqlite3_clear_bindings(self.handle.as_ptr()) };
    }

    /// Binds a parameter, the first of which is 1.
    pub(crate) fn bind(&mut self, parameter: c_int, value: Value<'_>) -> Result<()> {
        // SAFETY: alive and reset, in its turn; SQLite copies what it is given.
        match unsafe { value.bind(self.handle.as_ptr(), parameter) } {
            ffi::SQLITE_OK => Ok(()),
            // SAFETY: its connection, in its turn.
            code => Err(Error::Sqlite(unsafe { Failure::last(self.db(), code) })),
        }
    }

    /// The name of a parameter, with its first character: `:name`. `None` for one that has only a number.
    pub(crate) fn parameter_name(&self, parameter: c_int) -> Option<&CStr> {
        // SAFETY: alive; any number may be asked for.
        let name = unsafe { ffi::sqlite3_bind_parameter_name(self.handle.as_ptr(), parameter) };
        // SAFETY: NULL, or a text that stays as long as the statement.
        (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) })
    }

    /// The name of a column.
    pub(crate) fn column_name(&self, column: c_int) -> &CStr {
        // SAFETY: alive.
        let name = unsafe { ffi::sqlite3_column_name(self.handle.as_ptr(), column) };
        if name.is_null() {
            return c"";
        }
        // SAFETY: it stays until the statement is prepared anew, by a step, for which it must not be borrowed.
        unsafe { CStr::from_ptr(name) }
    }

    /// A value of the row that the last step has led to.
    pub(crate) fn column(&self, column: c_int) -> Value<'_> {
        // SAFETY: alive, in its turn; what is lent borrows the statement, which a step would borrow exclusively. A
        // column that there is not is NULL, and so are all where there is no row.
        unsafe { Value::of_column(self.handle.as_ptr(), column) }
    }
}

/// Whether the first word of a statement is one before which a transaction begins by itself.
fn changes(sql: &str) -> bool {
    let start = past_comments(sql);
    ["insert", "update", "delete", "replace"]
        .iter()
        .any(|word| start.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// What follows white space and comments.
pub(super) fn past_comments(sql: &str) -> &str {
    let mut rest = sql.trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("--") {
            comment.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else {
            return rest;
        };
        rest = after.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn what_changes_is_told_by_its_first_word() {
        for sql in ["INSERT INTO t", "  update t", "/* a */ -- b\n delete from t", "Replace into t"] {
            assert!(changes(sql), "{sql}");
        }
        for sql in ["", "select 1", "-- insert", "/* insert", "with x as (select 1) insert into t", "ins"] {
            assert!(!changes(sql), "{sql}");
        }
    }
}

//! The safe interface of SQLite: what its manual says of each pointer, as types. All `unsafe` of the binding is here.
//!
//! | what SQLite's manual says | where it is kept |
//! |---|---|
//! | a connection is closed after its statements, blobs and backups | [`Open`](open::Open): the order of its fields |
//! | a connection of `SQLITE_OPEN_NOMUTEX` is used by one thread at a time | [`Database`]: `Turns` around all of it |
//! | `sqlite3_interrupt` may be called by any thread, while the connection is open | [`interrupt`] |
//! | no statement is reset, and no connection closed, by a function that it calls | [`slots`]: a statement that runs is out |
//! | a handler of progress does not use its connection | [`watch::Bar`] |
//! | a text of a column is there until the next step | [`value::Value`] borrows its statement |
//! | who calls the destroy notice, and when | [`function`], [`collation`]: they differ |

pub(crate) mod aggregate;
pub(crate) mod backup;
pub(crate) mod blob;
pub(crate) mod cache;
pub(crate) mod collation;
pub(crate) mod database;
pub(crate) mod error;
pub(crate) mod function;
pub(crate) mod interrupt;
pub(crate) mod names;
pub(crate) mod open;
pub(crate) mod session;
pub(crate) mod slots;
pub(crate) mod statement;
pub(crate) mod value;
pub(crate) mod watch;

pub(crate) use database::Database;
pub(crate) use error::{Error, Failure};
pub(crate) use session::{Lease, Session};
pub(crate) use slots::Key;
pub(crate) use statement::{Statement, Step};
pub(crate) use value::Value;

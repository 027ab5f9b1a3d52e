//! How transactions begin: before the first change, without being asked.

use owned::prelude::*;

/// One way in which a transaction begins by itself.
#[derive(Clone, Copy)]
pub(crate) struct Begin {
    /// What Python calls it.
    pub(crate) name: &'static str,
    /// The statement.
    pub(crate) sql: &'static str,
}

impl Begin {
    /// As SQLite does where nobody says how.
    pub(crate) const PLAIN: Begin = Begin { name: "", sql: "BEGIN" };

    const ALL: [Begin; 4] = [
        Begin::PLAIN,
        Begin { name: "DEFERRED", sql: "BEGIN DEFERRED" },
        Begin { name: "IMMEDIATE", sql: "BEGIN IMMEDIATE" },
        Begin { name: "EXCLUSIVE", sql: "BEGIN EXCLUSIVE" },
    ];

    /// The way of a name, whatever its case; `None` is that none begins by itself.
    ///
    /// # Errors
    /// `ValueError` for any other name.
    pub(crate) fn parse(level: Option<&str>) -> Result<Option<Self>> {
        let Some(level) = level else {
            return Ok(None);
        };
        let found = Begin::ALL.into_iter().find(|begin| begin.name.eq_ignore_ascii_case(level));
        let wrong = || ValueError::new("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
        found.map(Some).ok_or_else(wrong)
    }
}

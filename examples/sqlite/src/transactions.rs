//! How transactions begin: before the first change, without being asked.

use owned::prelude::*;

/// How a transaction begins by itself.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Begin {
    Plain,
    Deferred,
    Immediate,
    Exclusive,
}

impl Begin {
    const ALL: [(Begin, &'static str, &'static str); 4] = [
        (Begin::Plain, "", "BEGIN"),
        (Begin::Deferred, "DEFERRED", "BEGIN DEFERRED"),
        (Begin::Immediate, "IMMEDIATE", "BEGIN IMMEDIATE"),
        (Begin::Exclusive, "EXCLUSIVE", "BEGIN EXCLUSIVE"),
    ];

    /// The level of a name, whatever its case; `None` is never.
    ///
    /// # Errors
    /// `ValueError` for any other name.
    pub(crate) fn parse(level: Option<&str>) -> Result<Option<Self>> {
        let Some(level) = level else {
            return Ok(None);
        };
        let found = Self::ALL.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(level)).map(|(begin, _, _)| *begin);
        let wrong = || ValueError::new("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
        found.map(Some).ok_or_else(wrong)
    }

    /// The name of the level.
    pub(crate) fn name(self) -> &'static str {
        self.entry().1
    }

    /// The statement.
    pub(crate) fn sql(self) -> &'static str {
        self.entry().2
    }

    fn entry(self) -> &'static (Begin, &'static str, &'static str) {
        Self::ALL.iter().find(|(begin, _, _)| *begin == self).unwrap_or(&Self::ALL[0])
    }
}

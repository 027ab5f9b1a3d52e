//! Statements that were prepared before and may be needed again, by their text.

use std::collections::HashMap;

use super::statement::Statement;

/// The statements that were used last, up to a number.
pub(crate) struct Cache {
    limit: usize,
    /// Counts what is put in.
    clock: u64,
    idle: HashMap<Box<str>, (u64, Statement)>,
}

impl Cache {
    pub(crate) fn new(limit: usize) -> Self {
        Cache { limit, clock: 0, idle: HashMap::new() }
    }

    /// Takes out the statement of this text, if there is one.
    pub(crate) fn take(&mut self, sql: &str) -> Option<Statement> {
        let (text, (_, mut statement)) = self.idle.remove_entry(sql)?;
        statement.set_text(text);
        Some(statement)
    }

    /// Keeps a statement that is reset. What there is no room for is the result, to be dropped when the cache is free.
    pub(crate) fn put(&mut self, mut statement: Statement) -> Option<Statement> {
        let Some(sql) = statement.take_text().filter(|_| self.limit > 0) else {
            return Some(statement);
        };
        self.clock += 1;
        let twin = self.idle.insert(sql, (self.clock, statement));
        if twin.is_some() || self.idle.len() <= self.limit {
            return twin.map(|(_, statement)| statement);
        }
        let oldest = self.idle.iter().min_by_key(|(_, (used, _))| *used).map(|(sql, _)| sql.clone())?;
        self.idle.remove(&oldest).map(|(_, statement)| statement)
    }
}

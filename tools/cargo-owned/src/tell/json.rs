//! The report as JSON.

use anyhow::Result;
use serde_json::json;

use crate::model::Extension;
use crate::read::Unread;

/// All of it, with what could not be read.
pub(crate) fn json(extension: &Extension, unread: &[Unread]) -> Result<String> {
    let errors: Vec<_> = unread
        .iter()
        .map(|unread| json!({ "path": unread.path, "line": unread.line, "message": unread.message, "help": unread.help }))
        .collect();
    let report = json!({ "version": 1, "python": format!("3.{}", extension.python_minor), "files": extension.files, "order": extension.order, "errors": errors });
    Ok(serde_json::to_string_pretty(&report)?)
}

//! Python's texts: docstrings, names, string literals.

use core::fmt::Write as _;

/// A docstring, each line but the first behind `indent`, if it says anything.
pub(super) fn docstring(doc: &str, indent: &str) -> Option<String> {
    let doc = doc.trim();
    if doc.is_empty() {
        return None;
    }
    let doc = doc.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    let lines: Vec<&str> = doc.lines().map(str::trim_end).collect();
    if let [line] = lines[..] {
        // A quote before those that end it would be one of them.
        let space = if line.ends_with('"') { " " } else { "" };
        return Some(format!("{indent}\"\"\"{line}{space}\"\"\"\n"));
    }
    let mut text = format!("{indent}\"\"\"");
    for (at, line) in lines.iter().enumerate() {
        let indent = if at == 0 || line.is_empty() { "" } else { indent };
        // Nothing can go wrong in a `String`.
        let _ = writeln!(text, "{indent}{line}");
    }
    Some(text + indent + "\"\"\"\n")
}

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    let mut all = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => all.extend(['\\', letter]),
            '\n' => all += "\\n",
            '\r' => all += "\\r",
            '\t' => all += "\\t",
            other => all.push(other),
        }
    }
    all + "\""
}

/// What follows a definition: its docstring, or nothing more.
pub(super) fn body(doc: &str, indent: &str) -> String {
    docstring(doc, indent).map_or_else(|| " ...\n".to_owned(), |doc| format!("\n{doc}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_docstring_ends_where_it_should() {
        assert_eq!(docstring("  ", ""), None);
        assert_eq!(docstring("One.", "    ").unwrap(), "    \"\"\"One.\"\"\"\n");
        assert_eq!(docstring("Say \"no\"", "").unwrap(), "\"\"\"Say \"no\" \"\"\"\n");
        assert_eq!(docstring("a \\ b \"\"\" c", "").unwrap(), "\"\"\"a \\\\ b \\\"\\\"\\\" c\"\"\"\n");
        assert_eq!(docstring("One.\n\n  Two.", "  ").unwrap(), "  \"\"\"One.\n\n    Two.\n  \"\"\"\n");
    }
}

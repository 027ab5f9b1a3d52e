//! Finds public items whose documentation has no example.
//!
//! The sources are read as lines, by the shape that `rustfmt` gives them: an item of a file begins at its edge, a method
//! four columns in, and `///` stands before either. What leaves the crate is what `lib.rs` passes on by name, and what the
//! `mod.rs` of a public module, or of one passed on by `*`, passes on in turn; of a file that is passed on by `*`, all that
//! is public. What a macro makes is not seen, but for the built-in types, whose names stand in `builtin_type!`.

use std::collections::BTreeSet;

use crate::Source;

/// The public modules, as files below `src`.
const PUBLIC: [&str; 7] =
    ["lib.rs", "adopt/mod.rs", "array/mod.rs", "embed/mod.rs", "foreign/mod.rs", "raw/mod.rs", "report/mod.rs"];

/// What every folder has methods of.
const HANDLES: [&str; 5] = ["Owned", "Borrowed", "Py", "PyErr", "Python"];

/// The public items and methods without an example, as `file:line: name`.
pub fn without_example(sources: &[Source]) -> Vec<String> {
    let mut passed_on = BTreeSet::new();
    for file in PUBLIC {
        names(sources, file, &mut passed_on);
    }
    let mut found = Vec::new();
    for source in sources {
        let lines: Vec<&str> = source.text.lines().collect();
        let mut methods = false;
        for (at, line) in lines.iter().enumerate() {
            if line.starts_with("impl") {
                methods = !(at > 0 && lines[at - 1] == "#[doc(hidden)]")
                    && self_type(line).is_some_and(|name| {
                        HANDLES.contains(&name)
                            || passed_on.iter().any(|(folder, passed)| is_of(source, folder, name, passed))
                    });
            } else if line.starts_with('}') {
                methods = false;
            }
            let item =
                item(line).filter(|name| passed_on.iter().any(|(folder, passed)| is_of(source, folder, name, passed)));
            let method = line.strip_prefix("    pub ").filter(|_| methods).and_then(function);
            if let Some(name) = item.or(method)
                && !is_exempt_or_shown(&lines[..at])
            {
                found.push(format!("{}:{}: `{name}`", source.file, at + 1));
            }
        }
    }
    found
}

/// Whether what has this name in this file is what `folder` passes on.
fn is_of(source: &Source, folder: &str, name: &str, passed: &str) -> bool {
    source.file.starts_with(folder) && passed == name
}

/// What the file passes on, each with the folder that it comes from.
fn names(sources: &[Source], file: &str, passed_on: &mut BTreeSet<(String, String)>) {
    let Some(source) = sources.iter().find(|source| source.file == file) else { return };
    let here = file.strip_suffix("mod.rs").unwrap_or_default();
    let mut hidden = false;
    let mut lines = source.text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        let Some(mut statement) = line.strip_prefix("pub use ").map(str::to_owned) else {
            hidden = line.starts_with("#[doc(hidden)]") || (hidden && line.starts_with('#'));
            continue;
        };
        while !statement.contains(';') {
            statement.push_str(lines.next().unwrap_or(";"));
        }
        if std::mem::take(&mut hidden) {
            continue;
        }
        let (path, last) = statement.trim_end_matches(';').rsplit_once("::").unwrap_or(("", &statement));
        let (path, last) = match statement.split_once("::{") {
            Some((path, group)) => (path, group.trim_end_matches(['}', ';'])),
            None => (path, last),
        };
        let mut folder = match path.strip_prefix("crate") {
            Some("") => continue, // under another name once more
            Some(below) => below.trim_start_matches("::").replace("::", "/"),
            None => format!("{here}{}", path.trim_start_matches("self::").replace("::", "/")),
        };
        if last == "*" {
            let file = format!("{folder}.rs");
            if let Some(source) = sources.iter().find(|source| source.file == file) {
                let items = source.text.lines().filter_map(item);
                passed_on.extend(items.map(|name| (folder.clone(), name.to_owned())));
            }
            folder.push_str("/mod.rs");
            names(sources, &folder, passed_on);
        } else {
            passed_on.extend(last.split(',').map(|name| (folder.clone(), name.trim().to_owned())));
        }
    }
}

/// The name of the item that begins here: `pub struct Name`, or `Name, "…"` of a built-in type.
fn item(line: &str) -> Option<&str> {
    if let Some(built_in) = line.strip_prefix("    ")
        && let Some((name, _)) = built_in.split_once(", \"")
    {
        return Some(name).filter(|name| is_name(name));
    }
    let rest = line.strip_prefix("pub ")?;
    let rest = rest.strip_prefix("unsafe ").unwrap_or(rest);
    let kinds = ["struct ", "enum ", "union ", "trait ", "type ", "const ", "static "];
    match kinds.iter().find_map(|kind| rest.strip_prefix(kind)) {
        Some(named) => named.split(|c: char| !is_part(c)).next(),
        None => function(rest),
    }
}

/// The name of the function that begins here, behind `pub`.
fn function(rest: &str) -> Option<&str> {
    let (before, named) = rest.split_once("fn ")?;
    let known = before.split_whitespace().all(|word| ["const", "unsafe", "extern", "\"C\""].contains(&word));
    known.then(|| named.split(|c: char| !is_part(c)).next())?
}

/// What a block of inherent methods is of; `None` if it is of a trait.
fn self_type(line: &str) -> Option<&str> {
    let mut rest = line.strip_prefix("impl")?;
    if rest.contains(" for ") && !rest.contains("for<") {
        return None;
    }
    let mut depth = 0;
    while let Some(first) = rest.chars().next() {
        match first {
            '<' => depth += 1,
            '>' => depth -= 1,
            ' ' => {}
            _ if depth == 0 => break,
            _ => {}
        }
        rest = &rest[first.len_utf8()..];
    }
    rest.split(|c: char| !is_part(c)).next().filter(|name| !name.is_empty())
}

/// Whether the documentation that ends here has a block of code, or says that there is none, or that it is for nobody.
fn is_exempt_or_shown(before: &[&str]) -> bool {
    let documentation = before.iter().rev().map(|line| line.trim()).take_while(|line| {
        line.starts_with("///") || !(line.is_empty() || line.starts_with("//") || line.ends_with(['{', '}', ';']))
    });
    let marks = ["/// ```", "/// There is no example: ", "#[doc(hidden)]"];
    documentation.into_iter().any(|line| marks.iter().any(|mark| line.starts_with(mark)))
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_part)
}

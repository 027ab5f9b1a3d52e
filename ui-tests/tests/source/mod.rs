//! Reads what cases, error texts, the README and the library's assertions say.

use crate::common;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Types of the library that no user can name: their refusals are its own affair.
const PRIVATE: &[&str] = &["NewRef", "StolenArg", "Failed"];

/// The lines at the top of a case.
pub(crate) struct Header {
    /// What the case is for.
    pub(crate) purpose: String,
    /// `expect: …`: a part of an error's first line.
    pub(crate) expect: String,
    /// `errors: n, because …`: how many there are; one, if nothing is said.
    pub(crate) errors: usize,
    /// `elsewhere: …`: why a macro's error points at another line than the edit's.
    pub(crate) elsewhere: Option<String>,
}

impl Header {
    pub(crate) fn of(source: &str) -> Result<Header, String> {
        let mut lines = source.lines().map_while(|line| line.strip_prefix("//! "));
        let purpose = lines.next().ok_or("the first line is `//! ` and the purpose")?;
        let mut header = Header { purpose: purpose.to_owned(), expect: String::new(), errors: 1, elsewhere: None };
        for line in lines {
            match line.split_once(": ") {
                Some(("expect", text)) => header.expect = text.to_owned(),
                Some(("errors", text)) => {
                    let (count, _why) = text.split_once(", because ").ok_or("say why there are several errors")?;
                    header.errors = count.parse().map_err(|_| format!("`{count}` is no number"))?;
                }
                Some(("elsewhere", why)) => header.elsewhere = Some(why.to_owned()),
                _ => return Err(format!("not a line of a header: {line}")),
            }
        }
        if header.expect.is_empty() {
            return Err("no line `//! expect: …`".into());
        }
        Ok(header)
    }
}

/// A case without its header.
pub(crate) fn body(source: &str) -> &str {
    let header: usize = source.split_inclusive('\n').take_while(|line| line.starts_with("//!")).map(str::len).sum();
    &source[header..]
}

/// The first line of each error, and of each warning: a case has none.
pub(crate) fn errors(stderr: &str) -> Vec<&str> {
    stderr.lines().filter(|line| line.starts_with("error") || line.starts_with("warning")).collect()
}

/// The rows of the README's table: a folder, and what its errors say.
pub(crate) fn guarantees() -> Result<Vec<(String, Vec<String>)>, std::io::Error> {
    let readme = fs::read_to_string("README.md")?;
    let rows = readme.lines().filter_map(|line| {
        let (folder, rest) = line.strip_prefix("| [")?.split_once("](cases/")?;
        let errors = rest.rsplit_once(" | ")?.1.trim_end_matches(" |");
        // Between backticks stands every second piece.
        let errors = errors.split('`').skip(1).step_by(2).map(str::to_owned);
        Some((folder.to_owned(), errors.collect()))
    });
    Ok(rows.collect())
}

/// The impls that the library asserts not to be there, as names of cases: `owned_send`.
pub(crate) fn refused_impls(library: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in common::entries(library) {
        if path.is_dir() {
            names.extend(refused_impls(&path));
            continue;
        }
        let text = fs::read_to_string(&path).expect("a readable source");
        for assertion in text.split("assert_not_impl_any!(").skip(1) {
            let (assertion, _) = assertion.split_once(");").expect("an end of the assertion");
            let (class, traits) = assertion.split_once(": ").expect("a type and traits");
            let class = class.trim().split('<').next().unwrap_or_default();
            if !PRIVATE.contains(&class) {
                names.extend(traits.split(',').map(|name| {
                    let name = name.trim().rsplit("::").next().unwrap_or_default();
                    format!("{class}_{name}").to_lowercase()
                }));
            }
        }
    }
    names
}

//! Whether a report names what it should: the rules are those of `corpus/README.md`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::cases::{Case, Variant};

/// What is said of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A bug, found by its line.
    Exact,
    /// A bug, found by what it is called: no line of it is marked.
    Found,
    /// A bug whose line is named, but not as the place of a report.
    Inexact,
    /// A bug of which no report says what it should.
    Missed,
    /// No bug, and nothing was reported.
    Quiet,
    /// No bug, and something was reported.
    FalseReport,
}

/// The verdict on what was said of a program.
pub(super) fn verdict(case: &Case, said: &std::result::Result<Value, String>) -> Result<Verdict> {
    let findings = findings(said);
    if case.variant != Variant::Bug {
        let quiet = findings.is_empty() && said.is_ok();
        return Ok(if quiet { Verdict::Quiet } else { Verdict::FalseReport });
    }
    let told: Vec<Value> = findings.into_iter().filter(is_leak_or_violation).collect();
    let marks = marks(case)?;
    if marks.is_empty() {
        let wanted = named(case)?;
        let found = wanted.is_some_and(|text| told.iter().any(|finding| everything(finding).contains(&text)));
        return Ok(if found { Verdict::Found } else { Verdict::Missed });
    }
    if told.iter().flat_map(places).any(|place| marks.iter().any(|mark| is_at(&place, mark))) {
        return Ok(Verdict::Exact);
    }
    let texts: Vec<String> = told.iter().map(everything).collect();
    let in_words =
        marks.iter().any(|mark| texts.iter().any(|text| text.split_whitespace().any(|word| is_at(word, mark))));
    Ok(if in_words { Verdict::Inexact } else { Verdict::Missed })
}

/// Whether the case has a marked line, so that it can be found by it.
pub(super) fn has_marks(case: &Case) -> Result<bool> {
    Ok(!marks(case)?.is_empty())
}

/// The findings of what `check --json` wrote.
pub(super) fn findings(said: &std::result::Result<Value, String>) -> Vec<Value> {
    let listed = said.as_ref().ok().and_then(|value| value["findings"].as_array());
    listed.cloned().unwrap_or_default()
}

/// A finding in a line.
pub(super) fn headline(finding: &Value) -> String {
    let text = |key: &str| finding[key].as_str().unwrap_or("?").to_owned();
    format!("{} ({}): {}", text("verdict"), text("kind"), text("text"))
}

fn is_leak_or_violation(finding: &Value) -> bool {
    matches!(finding["verdict"].as_str(), Some("leak" | "violation"))
}

fn places(finding: &Value) -> Vec<String> {
    let all = finding["places"].as_array().into_iter().flatten().chain([&finding["place"]]);
    all.filter_map(|place| place.as_str().map(str::to_owned)).collect()
}

fn everything(finding: &Value) -> String {
    let texts = [&finding["text"], &finding["advice"]].into_iter().filter_map(Value::as_str).map(str::to_owned);
    texts.chain(places(finding)).collect::<Vec<_>>().join("\n")
}

/// A line that is to be named: the end of the file's path, and the number.
type Mark = (String, usize);

/// Lines with the word BUG in a comment. A comment that has a line of its own means the line above it.
fn marks(case: &Case) -> Result<Vec<Mark>> {
    let mut found = Vec::new();
    let sources = ["rs", "c", "py"].iter().filter_map(|language| case.source(language));
    for file in sources.chain([case.script.clone()]) {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        for (index, line) in text.lines().enumerate() {
            if is_marked(line) {
                let alone = line.trim_start().starts_with(['/', '#']);
                found.push((ending(&file), if alone { index } else { index + 1 }));
            }
        }
    }
    found.dedup();
    Ok(found)
}

fn is_marked(line: &str) -> bool {
    let comment = ["// ", "/* ", "# "].iter().filter_map(|start| line.rfind(start)).max();
    comment.is_some_and(|at| line[at..].split(|c: char| !c.is_alphanumeric()).any(|word| word == "BUG"))
}

/// The last folders of the path, which no other file of the corpus has.
fn ending(file: &Path) -> String {
    let names: Vec<_> = file.iter().map(|name| name.to_string_lossy()).collect();
    names[names.len().saturating_sub(3)..].join("/")
}

fn is_at(place: &str, (file, line): &Mark) -> bool {
    let place = place.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '.');
    place.rsplit_once(':').is_some_and(|(path, number)| path.ends_with(file.as_str()) && number.parse() == Ok(*line))
}

/// What the first line of the driver says a report must contain.
fn named(case: &Case) -> Result<Option<String>> {
    let text = fs::read_to_string(&case.script).with_context(|| format!("cannot read {}", case.script.display()))?;
    Ok(text.lines().next().and_then(|first| first.strip_prefix("# names:")).map(|name| name.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_a_word_in_a_comment() {
        assert!(
            is_marked("let words = List::empty(py)?; // BUG")
                && is_marked("    # BUG: kept")
                && is_marked("x; /* BUG */")
        );
        assert!(!is_marked("let bug = \"BUG\";") && !is_marked("call(); // DEBUG"));
    }

    #[test]
    fn a_place_is_a_line_of_the_file_and_no_other() {
        let mark = ("forgotten/parsed_list/bug.rs".to_owned(), 9);
        assert!(
            is_at("corpus/bugs/forgotten/parsed_list/bug.rs:9", &mark)
                && is_at("(/a/forgotten/parsed_list/bug.rs:9);", &mark)
        );
        assert!(!is_at("corpus/bugs/forgotten/parsed_list/bug.rs:19", &mark));
        assert!(!is_at("corpus/bugs/forgotten/parsed_list/twin.rs:9", &mark));
    }
}

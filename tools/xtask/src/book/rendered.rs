//! The links of the pages as they have become: to files, and to places in them.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

/// Follows each link of each chapter; an error names those that lead nowhere.
pub(super) fn check(book: &Path) -> Result<()> {
    let mut places = HashMap::new();
    let mut lost = Vec::new();
    for entry in fs::read_dir(book).with_context(|| format!("cannot list {}", book.display()))? {
        let page = entry?.path();
        // In `print.html` all chapters are one, and the places of two can have one name.
        if page.extension().is_none_or(|extension| extension != "html") || page.ends_with("print.html") {
            continue;
        }
        let html = fs::read_to_string(&page)?;
        let chapter = html.split_once("<main>").and_then(|(_, rest)| rest.split_once("</main>")).unwrap_or_default().0;
        for link in attributes(chapter, "href").chain(attributes(chapter, "src")) {
            if !link.contains(':') && !leads_somewhere(link, &page, &mut places)? {
                lost.push(format!("{}: `{link}`", page.file_name().unwrap_or_default().display()));
            }
        }
    }
    ensure!(lost.is_empty(), "these links lead nowhere:\n{}", lost.join("\n"));
    Ok(())
}

fn leads_somewhere(link: &str, page: &Path, places: &mut HashMap<PathBuf, HashSet<String>>) -> Result<bool> {
    let (file, place) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() { page.to_owned() } else { page.with_file_name(file) };
    if !target.exists() || place.is_empty() {
        return Ok(target.exists());
    }
    if !places.contains_key(&target) {
        let html = fs::read_to_string(&target).with_context(|| format!("cannot read {}", target.display()))?;
        places.insert(target.clone(), attributes(&html, "id").map(str::to_owned).collect());
    }
    Ok(places[&target].contains(place))
}

fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let start = format!(" {name}=\"");
    let values: Vec<_> = html.split(start.as_str()).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    values.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_lead_nowhere_are_named() {
        let book = tempfile::tempdir().expect("a folder");
        let chapter = |name: &str, text: &str| fs::write(book.path().join(name), format!("<main>{text}</main>"));
        chapter("a.html", r##"<h1 id="top"></h1><a href="#top"></a><a href="b.html#low"></a><a href="x://y"></a>"##)
            .unwrap();
        chapter("b.html", r#"<h2 id="low"></h2>"#).unwrap();
        check(book.path()).expect("all lead somewhere");
        chapter("b.html", r##"<img src="c.png"><a href="#low"></a>"##).unwrap();
        let error = check(book.path()).unwrap_err().to_string();
        let mut lost: Vec<_> = error.lines().skip(1).collect();
        lost.sort_unstable();
        assert_eq!(lost, ["a.html: `b.html#low`", "b.html: `#low`", "b.html: `c.png`"]);
    }
}

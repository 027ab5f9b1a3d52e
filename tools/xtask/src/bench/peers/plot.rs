//! The plot, and what goes into the guide.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::super::modules;
use super::list::folder;
use super::write;
use crate::python::Python;
use crate::{paths, process, pytools};

/// A release, from its registry.
pub(crate) const MATPLOTLIB: &str = "matplotlib==3.11.2";

/// What the table stands between, in the guide.
const MARKS: [&str; 2] = ["```text\n", "```\n"];

/// Draws figures that were kept.
pub(super) fn draw(python: &Python, figures: &Path, to: &Path) -> Result<()> {
    let inside = pytools::environment(python, &modules::target(python).join("matplotlib"), MATPLOTLIB)?;
    process::run(Command::new(inside).arg(folder().join("plot.py")).arg(figures).arg(to))
}

/// Puts the tables and the plot on the guide's page.
pub(super) fn into_guide(text: &str, drawn: &Path) -> Result<()> {
    let guide = paths::root().join("guide");
    let (page, picture) = (guide.join("beside-the-field.md"), guide.join("beside-the-field.svg"));
    fs::copy(drawn, &picture).with_context(|| format!("cannot write {}", picture.display()))?;
    let before = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    write(&page, &replaced(&before, text).context("the page has no block of text")?)
}

/// The page with another text in its first block.
fn replaced(page: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(MARKS[0])?;
    let (_, after) = rest.split_once(MARKS[1])?;
    Some([before, MARKS[0], text, MARKS[1], after].concat())
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn the_block_is_replaced_and_nothing_else() {
        let page = "# A page\n\n```text\nold\n```\n\nWords.\n";
        assert_eq!(replaced(page, "new\n").as_deref(), Some("# A page\n\n```text\nnew\n```\n\nWords.\n"));
        assert_eq!(replaced("# A page\n", "new\n"), None);
    }
}

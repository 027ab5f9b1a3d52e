//! Whether the cases are what they say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Case, cases, entries};

/// An edit is small: at most so many lines on either side.
const LONGEST_EDIT: usize = 8;

/// Whether a folder of cases is tidy, without compiling any: there is one at least; each has its twin, one small edit away, and
/// its `.stderr`, whose first place is in the case; nothing else lies about.
///
/// ```
/// # let folder = std::env::temp_dir().join("owned_ui_tests_example");
/// # std::fs::create_dir_all(&folder).unwrap();
/// std::fs::write(folder.join("kept.rs"), "fn main() { 1 }").unwrap();
/// let wrong = owned_ui_tests::check(&folder).unwrap_err();
/// assert!(wrong.contains("kept.rs: it needs a twin that compiles, one edit away"));
/// ```
///
/// # Errors
/// All that is wrong, a line for each thing, with the file and what to do.
///
/// # Panics
/// If a folder cannot be read.
#[track_caller]
pub fn check(folder: impl AsRef<Path>) -> Result<(), String> {
    check_for(folder.as_ref(), true)
}

#[track_caller]
pub(super) fn check_for(folder: &Path, needs_stderr: bool) -> Result<(), String> {
    let all = cases(folder);
    let mut wrong = Vec::new();
    if all.is_empty() {
        wrong.push(format!("{}: there is no case: NAME.rs, with NAME.pass.rs and NAME.stderr", folder.display()));
    }
    for case in &all {
        if let Err(why) = twin_is_near(case).and_then(|()| errors_are_its_own(case, needs_stderr)) {
            wrong.push(format!("{}: {why}", case.refused.display()));
        }
    }
    let known: BTreeSet<PathBuf> = all.into_iter().flat_map(|case| [case.refused, case.twin, case.stderr]).collect();
    for path in files(folder) {
        if !known.contains(&path) {
            wrong.push(format!("{}: this is of no case: there is no .rs of that name beside it", path.display()));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    entries(folder).into_iter().flat_map(inside).collect()
}

fn twin_is_near(case: &Case) -> Result<(), String> {
    let Ok(twin) = fs::read_to_string(&case.twin) else {
        return Err(format!("it needs a twin that compiles, one edit away: {}", case.twin.display()));
    };
    let refused = fs::read_to_string(&case.refused).map_err(|error| error.to_string())?;
    let edit = Edit::between(body(&refused), body(&twin));
    match edit.removed.max(edit.added) {
        0 => Err("its twin is the same program".to_owned()),
        lines if lines > LONGEST_EDIT => {
            Err(format!("its twin differs in {lines} lines; at most {LONGEST_EDIT} in one place show what is refused"))
        }
        _ => Ok(()),
    }
}

/// A message points at a line of the case: at what its author has written, not into a library.
fn errors_are_its_own(case: &Case, needed: bool) -> Result<(), String> {
    let Ok(stderr) = fs::read_to_string(&case.stderr) else {
        let how = "run this test with TRYBUILD=overwrite, and read it";
        return if needed { Err(format!("{} is missing: {how}", case.stderr.display())) } else { Ok(()) };
    };
    let place = stderr.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let place = place.ok_or_else(|| format!("{} has no place of an error", case.stderr.display()))?;
    let own = format!("{}:", case.refused.display());
    if place.starts_with(&own) { Ok(()) } else { Err(format!("its first error is not in it, but at {place}")) }
}

/// A program without the comment at its top, which says what it is for.
fn body(source: &str) -> &str {
    let header: usize = source.split_inclusive('\n').take_while(|line| line.starts_with("//!")).map(str::len).sum();
    &source[header..]
}

/// The one stretch of lines in which two texts differ.
#[derive(Debug)]
pub struct Edit {
    /// How many lines come before it.
    pub start: usize,
    /// Its lines in the first text.
    pub removed: usize,
    /// Its lines in the second.
    pub added: usize,
}

impl Edit {
    /// What must be replaced in the first text to get the second.
    #[must_use]
    pub fn between(one: &str, other: &str) -> Edit {
        let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
        let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
        let (one, other) = (&one[start..], &other[start..]);
        let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
        Edit { start, removed: one.len() - end, added: other.len() - end }
    }
}

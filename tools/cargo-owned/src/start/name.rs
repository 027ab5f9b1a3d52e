//! Names of modules. One that will not do is found out before anything is written, and not by whoever imports it.

use anyhow::{Result, bail};

/// The words of Python that no module can be called by, those that are words in some places (`match`) included.
const OF_PYTHON: &str = "and as assert async await break case class continue def del elif else except finally for from global \
                         if import in is lambda match nonlocal not or pass raise return try type while with yield";
/// The words of Rust, and the crates that are always there: the library's name is a name in Rust too.
const OF_RUST: &str = "abstract alloc as async await become box break const continue core crate do dyn else enum extern false \
                       final fn for gen if impl in let loop macro match mod move mut override priv proc_macro pub ref \
                       return self static std struct super trait true try type typeof unsafe unsized use virtual where \
                       while yield";
/// Packages that the project builds or is tested with: its own would stand in their place.
const OF_PROJECT: &str = "maturin mypy owned owned_py owned_ui_tests pip pytest setuptools wheel";
/// The files of the template beside which the module stands.
const OF_TEMPLATE: &str = "tally words";
/// What no file can be called on Windows.
const OF_WINDOWS: &str =
    "aux com1 com2 com3 com4 com5 com6 com7 com8 com9 con lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 nul prn";
/// The modules of the standard library, CPython 3.11 to 3.15.
const OF_LIBRARY: &str = include_str!("stdlib.txt");

/// That a project, its module and its crate can be called this.
///
/// # Errors
/// They cannot, with why, and what would do.
pub(super) fn check(name: &str) -> Result<()> {
    if let Some(why) = refused(name) {
        match better(name) {
            Some(other) => bail!("{why}: `{other}` would do"),
            None => bail!("{why}: choose another name"),
        }
    }
    Ok(())
}

fn refused(name: &str) -> Option<String> {
    let is_one_of = |words: &str| words.split_ascii_whitespace().any(|word| word == name);
    if let Some(not) = name.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '_') {
        return Some(format!("`{name}` is no name of a module, for it has `{not}` in it"));
    }
    if name.chars().any(|c| c.is_ascii_uppercase()) {
        return Some(format!("`{name}` has capital letters, which neither modules of Python have nor crates of Rust"));
    }
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Some(format!("`{name}` does not begin with a letter"));
    }
    if name.ends_with('_') || name.contains("__") {
        return Some(format!("`{name}` has an underscore that is not between two words"));
    }
    let lists = [
        (OF_PYTHON, "is a word of Python, so nothing could import it"),
        (OF_RUST, "is a word of Rust, or one of its crates, and the module is a name in Rust too"),
        (OF_LIBRARY, "is a module of Python's standard library, which one of the same name would hide or be hidden by"),
        (OF_PROJECT, "is a package that the project itself is built or tested with"),
        (OF_TEMPLATE, "is a file of the project's Rust code"),
        (OF_WINDOWS, "is a name that files cannot have on Windows"),
    ];
    lists.iter().find(|(words, _)| is_one_of(words)).map(|(_, why)| format!("`{name}` {why}"))
}

/// A name like this one that will do.
fn better(name: &str) -> Option<String> {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("_").to_ascii_lowercase();
    let joined = joined.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let candidates = [joined.to_owned(), format!("{joined}_rs")];
    candidates.into_iter().find(|candidate| !joined.is_empty() && refused(candidate).is_none())
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[track_caller]
    fn says(name: &str, parts: [&str; 2]) {
        let error = check(name).expect_err(name).to_string();
        for part in parts {
            assert!(error.contains(part), "`{part}` in: {error}");
        }
    }

    #[test]
    fn names_that_will_do() {
        for name in ["a", "tallies", "my_lib", "png2", "soft_keyword"] {
            check(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }

    #[test]
    fn what_is_no_name_has_one_that_is_like_it() {
        says("my-lib", ["has `-` in it", "`my_lib` would do"]);
        says("My Lib", ["has ` ` in it", "`my_lib` would do"]);
        says("Tallies", ["capital letters", "`tallies` would do"]);
        says("3d", ["begin with a letter", "`d` would do"]);
        says("_tallies", ["begin with a letter", "`tallies` would do"]);
        says("a__b", ["underscore", "`a_b` would do"]);
        says("größe", ["has `ö` in it", "`gr_e` would do"]);
        says("数", ["has `数` in it", "choose another name"]);
        says("", ["begin with a letter", "choose another name"]);
    }

    #[test]
    fn what_is_taken_is_said_by_whom() {
        says("lambda", ["a word of Python", "`lambda_rs` would do"]);
        says("match", ["a word of Python", "`match_rs`"]);
        says("struct", ["a word of Rust", "`struct_rs`"]);
        says("json", ["standard library", "`json_rs`"]);
        says("Random", ["capital letters", "`random_rs`"]);
        says("pytest", ["built or tested with", "`pytest_rs`"]);
        says("tally", ["a file of the project", "`tally_rs`"]);
        says("nul", ["Windows", "`nul_rs`"]);
    }

    /// The lists are by hand; Python knows its own.
    #[test]
    fn python_has_no_module_and_no_word_that_is_not_known() {
        let program = "import sys, keyword; print(*(name for name in sys.stdlib_module_names if name[0] != '_'), \
                       *(word for word in keyword.kwlist + keyword.softkwlist if word.islower() and word[0] != '_'))";
        let python = crate::read::python().expect("a Python");
        let asked = Command::new(python).args(["-c", program]).output().expect("Python runs");
        let names = String::from_utf8(asked.stdout).expect("UTF-8");
        assert!(names.split_whitespace().count() > 200, "{names}");
        for name in names.split_whitespace() {
            assert!(refused(name).is_some(), "`{name}`");
        }
    }
}

//! Checks that the cases are what they say: each has its purpose, its twin one edit away, and a `.stderr` with the
//! guarantee's own error; each refused impl of the library has a case; nothing lies about.

mod common;
mod source;

use common::{CASES, Case};
use owned_ui_tests::Edit;
use source::Header;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Runs `check` on every case and shows all that is wrong, not only the first.
#[track_caller]
fn each(check: impl Fn(&Case) -> Result<(), String>) {
    let wrong: Vec<String> = common::cases()
        .iter()
        .filter_map(|case| {
            let name = case.refused.display();
            check(case).err().map(|why| format!("{name}: {why}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// As the cases of any binding must be: a twin one edit away, errors that are in the case, nothing that lies about.
#[test]
fn the_cases_are_tidy() {
    if let Err(wrong) = owned_ui_tests::check(CASES) {
        panic!("{wrong}");
    }
    assert!(!Path::new("wip").exists(), "trybuild has left unexpected output in wip/");
}

#[test]
fn a_case_says_what_it_is_for() {
    each(|case| {
        let header = Header::of(&read(&case.refused)?)?;
        if !header.purpose.ends_with('.') {
            return Err("the first line is a sentence that says the purpose".into());
        }
        let twin = read(&case.twin)?;
        let purposes = twin.lines().take_while(|line| line.starts_with("//! "));
        match purposes.count() {
            1 => Ok(()),
            _ => Err("the twin starts with one line that says why it compiles".into()),
        }
    });
}

#[test]
fn an_error_is_the_guarantees_own() {
    let guarantees = source::guarantees().expect("the README's table");
    each(|case| {
        let header = Header::of(&read(&case.refused)?)?;
        let stderr = read(&case.stderr)?;
        let errors = source::errors(&stderr);
        if !errors.iter().any(|error| error.contains(&header.expect)) {
            return Err(format!("no error says `{}`: {errors:?}", header.expect));
        }
        if errors.len() != header.errors {
            return Err(format!("{} errors: {errors:?}", errors.len()));
        }
        let own = guarantees.iter().find(|(folder, _)| *folder == case.guarantee);
        let (_, own) = own.ok_or("the folder is missing in the README's table")?;
        // Others may come with it where the case says why.
        let carries = |error: &&str| error.contains(&header.expect) && own.iter().any(|own| error.contains(own));
        if errors.iter().any(carries) { Ok(()) } else { Err(format!("not this guarantee's errors: {errors:?}")) }
    });
}

/// A macro's message points at what the author has to change: the first line it names is one of the edit's, or next to
/// it, since an attribute and its item share a mistake.
#[test]
fn a_macros_error_points_at_the_mistake() {
    each(|case| {
        if !["macros", "derive"].contains(&case.guarantee.as_str()) {
            return Ok(());
        }
        let (refused, twin) = (read(&case.refused)?, read(&case.twin)?);
        let header = Header::of(&refused)?;
        let edit = Edit::between(source::body(&refused), source::body(&twin));
        let above = refused.lines().count() - source::body(&refused).lines().count();
        let stderr = read(&case.stderr)?;
        let place = stderr.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
        let line = place.and_then(|place| place.split(':').nth(1)?.parse::<usize>().ok());
        let line = line.ok_or("no error has a line")?;
        let first = above + edit.start;
        let last = first + edit.removed.max(1) + 1;
        match &header.elsewhere {
            None if (first..=last).contains(&line) => Ok(()),
            None => Err(format!("points at line {line}, the edit is near {}", first + 1)),
            Some(_) if (first..=last).contains(&line) => Err("points at the edit after all".into()),
            Some(_) => Ok(()),
        }
    });
}

#[test]
fn each_guarantee_has_a_row_and_a_folder() {
    let rows: BTreeSet<String> =
        source::guarantees().expect("the README's table").into_iter().map(|(folder, _)| folder).collect();
    let folders: BTreeSet<String> =
        common::entries(Path::new(CASES)).iter().map(|folder| common::file_name(folder)).collect();
    assert_eq!(rows, folders);
}

/// `assert_not_impl_any!(Owned<…>: Send, …)` in the library asks for `cases/refused/owned_send.rs`, and so on.
#[test]
fn each_refused_impl_has_a_case() {
    let refused = source::refused_impls(Path::new("../owned/src"));
    assert!(refused.contains("owned_send"), "the library's assertions are not found: {refused:?}");
    let cases: BTreeSet<String> = common::cases()
        .into_iter()
        .filter(|case| case.guarantee == "refused")
        .map(|case| common::file_name(&case.refused.with_extension("")))
        .collect();
    assert_eq!(cases, refused);
}

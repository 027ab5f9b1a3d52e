//! What users write to hold their bindings to their promises, and what it says where a folder of cases is not tidy.

use std::fs;
use std::path::Path;

owned::ui_tests!("users");

/// A folder of its own, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("group")).expect("a folder can be made");
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("a file can be written");
    }
    folder.to_str().expect("a name in UTF-8").to_owned()
}

/// What `check` says of these files, without the folder's name.
fn wrong(name: &str, files: &[(&str, &str)]) -> String {
    let folder = folder(name, files);
    let said = owned_ui_tests::check(&folder).expect_err("it is not tidy");
    said.replace(&folder, "")
}

const REFUSED: &str = "//! Why.\n\nfn main() {\n    let _: i32 = \"\";\n}\n";
const TWIN: &str = "//! Why not.\n\nfn main() {\n    let _: i32 = 1;\n}\n";

#[test]
fn a_tidy_folder_is_tidy() {
    let folder = folder("tidy", &[("group/a.rs", REFUSED), ("group/a.pass.rs", TWIN)]);
    let missing = owned_ui_tests::check(&folder).expect_err("no .stderr");
    assert_eq!(
        missing,
        format!(
            "{folder}/group/a.rs: {folder}/group/a.stderr is missing: run this test with TRYBUILD=overwrite, and read it"
        )
    );
    let stderr = format!("error[E0308]: mismatched types\n --> {folder}/group/a.rs:4:18\n");
    fs::write(format!("{folder}/group/a.stderr"), stderr).expect("a file can be written");
    assert_eq!(owned_ui_tests::check(&folder), Ok(()));
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(wrong("empty", &[]), ": there is no case: NAME.rs, with NAME.pass.rs and NAME.stderr");
    assert_eq!(wrong("alone", &[("a.rs", REFUSED)]), "/a.rs: it needs a twin that compiles, one edit away: /a.pass.rs");
    assert_eq!(wrong("same", &[("a.rs", REFUSED), ("a.pass.rs", REFUSED)]), "/a.rs: its twin is the same program");
    let other = "fn main() {\n1;\n2;\n3;\n4;\n5;\n6;\n7;\n8;\n9;\n}\n";
    assert_eq!(
        wrong("far", &[("a.rs", REFUSED), ("a.pass.rs", other)]),
        "/a.rs: its twin differs in 10 lines; at most 8 in one place show what is refused"
    );
    let elsewhere = "error: no\n --> src/lib.rs:1:1\n";
    assert_eq!(
        wrong("elsewhere", &[("a.rs", REFUSED), ("a.pass.rs", TWIN), ("a.stderr", elsewhere)]),
        "/a.rs: its first error is not in it, but at src/lib.rs:1:1"
    );
    assert_eq!(
        wrong("mute", &[("a.rs", REFUSED), ("a.pass.rs", TWIN), ("a.stderr", "error: no\n")]),
        "/a.rs: /a.stderr has no place of an error"
    );
    let lies = wrong("lies", &[("group/b.stderr", ""), ("notes.txt", "")]);
    let lines: Vec<&str> = lies.lines().collect();
    assert_eq!(lines[1], "/group/b.stderr: this is of no case: there is no .rs of that name beside it");
    assert_eq!(lines[2], "/notes.txt: this is of no case: there is no .rs of that name beside it");
}

//! What `verify` says of a port beside its C.

mod support;

use std::fs;
use std::path::Path;

use support::{Said, fixture, owned, said};

/// A Rust file, compared with a fixture.
fn verify(rust: &str, csrc: &str) -> Said {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::write(folder.path().join("src/lib.rs"), rust).expect("a file");
    verify_in(folder.path(), csrc)
}

fn verify_in(folder: &Path, csrc: &str) -> Said {
    let csrc = fixture(csrc);
    let mut command = owned(&["verify", "--read-only", "--from", csrc.to_str().expect("UTF-8")]);
    said(command.current_dir(folder).output().expect("it runs"))
}

#[track_caller]
fn has(text: &str, part: &str) {
    assert!(text.contains(part), "`{part}` in\n{text}");
}

#[test]
fn what_is_in_rust_and_what_is_not_yet() {
    let said = verify(
        r#"
#[owned::module(adopt)]
mod texts {
    #[function]
    #[signature(text, letter = 'a', *, start = 0, strict = false)]
    fn count(py: Python<'_>, text: &str, letter: char, start: isize, strict: bool) -> i64 { 0 }

    #[function(name = "reset")]
    fn forget(py: Python<'_>) {}

    #[function]
    fn shout(text: &str) -> String { text.into() }

    fn length(text: &str) {}
}
"#,
        "texts.c",
    );
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    has(&said.out, "2 of 7 functions and methods are in Rust\n");
    has(&said.out, "  Rust  count    src/lib.rs:6\n");
    has(&said.out, "  Rust  reset    src/lib.rs:9\n");
    has(&said.out, "  C     length   ");
    has(&said.out, "Beside what C has\n  shout (src/lib.rs:12)\n");
}

#[test]
fn a_signature_that_callers_can_tell_from_cs() {
    let said = verify(
        r#"
#[owned::module(adopt)]
mod texts {
    #[function]
    #[signature(text, letter = 'a', start = 0, strict = false)]
    fn count(text: &str, letter: char, start: isize, strict: bool) -> i64 { 0 }

    #[function]
    #[signature(list, gap = None)]
    fn join(list: &List, gap: Option<&str>) {}

    #[function]
    #[signature(one, other = None, /)]
    fn swap(one: u8, other: Option<u8>) {}

    #[function]
    fn largest(a: u8) {}
}
"#,
        "texts.c",
    );
    assert_eq!(said.code, 1);
    has(&said.err, "src/lib.rs:6: `count` takes (text, letter=…, *, start=…, strict=…) in C (");
    has(&said.err, "texts.c:32), and (text, letter=…, start=…, strict=…) here\n");
    has(&said.err, "src/lib.rs:10: `join` takes (list, gap=…, /) in C (");
    assert!(!said.err.contains("swap"), "what is passed by position has any name: {}", said.err);
    assert!(!said.err.contains("largest"), "nobody knows what C takes: {}", said.err);
}

const TALLY: &str = r#"
#[class(unsafe(adopt(Tally, spec = tally_spec)))]
#[repr(C)]
pub struct Tally {
    count: PlainField<isize>,
    callback: OwnedField<Any>,
    weight: PlainField<f64>,
    scratch: PlainField<*mut c_void>,
}

#[methods]
impl Tally {
    #[signature(by, /)]
    fn add(&self, py: Python<'_>, by: isize) -> bool { true }

    #[classmethod]
    fn from_number(class: Borrowed<'_, '_, Type>, number: i64) {}

    #[getter]
    fn tick(&self) {}

    #[rust]
    fn zero() {}

    #[new]
    fn new() -> Self {}
}

#[owned::module(adopt)]
mod tally {
    #[export]
    pub use super::Tally;
}
"#;

#[test]
fn methods_are_those_of_the_class_that_adopts_the_type() {
    let said = verify(TALLY, "tally.c");
    has(&said.out, "2 of 5 functions and methods are in Rust\n");
    has(&said.out, "  Rust  Tally.add          src/lib.rs:14\n");
    has(&said.out, "  C     Tally.tick ");
    has(&said.out, "  C     Tally.zero ");
    assert_eq!(said.code, 1, "a parameter of METH_O has no name");
    has(&said.err, "`Tally.from_number` takes (object, /) in C (");
    has(&said.err, "and (number) here\n");

    assert!(!said.out.contains("Beside"), "a constructor is no method: {}", said.out);
    let right = verify(&TALLY.replace("#[classmethod]", "#[classmethod]\n    #[signature(number, /)]"), "tally.c");
    assert_eq!((right.code, right.err.as_str()), (0, ""), "{}", right.out);
    // By the name, where nothing is adopted.
    let own =
        TALLY.replace("#[class(unsafe(adopt(Tally, spec = tally_spec)))]\n#[repr(C)]", "#[class(name = \"Tally\")]");
    let own = own.replace("pub struct Tally", "pub struct Counter").replace("impl Tally", "impl Counter");
    has(&verify(&own, "tally.c").out, "  Rust  Tally.add          src/lib.rs:13\n");
}

#[test]
fn a_struct_that_is_laid_out_otherwise_is_what_the_compiler_says() {
    let wrong = TALLY.replace("#[classmethod]", "#[classmethod]\n    #[signature(number, /)]");
    let size = verify(&wrong.replace("weight: PlainField<f64>", "weight: PlainField<f32>"), "tally.c");
    assert_eq!(size.code, 1);
    has(&size.err, "`Tally.weight`");
    let order = verify(&wrong.replace("    count: PlainField<isize>,\n", ""), "tally.c");
    assert_eq!(order.code, 1);
    has(&order.err, "count");
    let name = verify(&wrong.replace("scratch:", "scrap:"), "tally.c");
    has(&name.err, "has no field `scrap`");
}

#[test]
fn modules_of_other_files_are_read_and_what_is_no_rust_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |file: &str, text: &str| {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    put(
        "src/lib.rs",
        "mod ported;\n#[owned::module(adopt)]\nmod texts {\n    #[export]\n    pub use super::ported::length;\n}\n",
    );
    put("src/ported.rs", "mod deep;\n");
    put("src/ported/deep.rs", "#[function]\n#[signature(text, /)]\npub fn length(text: &str) -> usize { 0 }\n");
    let said = verify_in(folder.path(), "texts.c");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    has(&said.out, "  Rust  length   src/ported/deep.rs:3\n");
    put("src/ported/deep.rs", "\nfn length( {}\n");
    let said = verify_in(folder.path(), "texts.c");
    assert_eq!(said.code, 1);
    has(&said.err, "error: src/ported/deep.rs:2: ");
}

//! Each rule refuses a source that is planted for it, and takes the one that differs by an edit.

use owned_floors::{Source, check, clashing_modules, without_example};

/// The one message about a file with this text.
#[track_caller]
fn refused(file: &str, text: &str) -> String {
    let found = check(&[Source::new(file, text)]);
    assert_eq!(found.len(), 1, "{text}\n{found:#?}");
    found[0].to_string()
}

#[track_caller]
fn taken(file: &str, text: &str) {
    let found = check(&[Source::new(file, text)]);
    assert!(found.is_empty(), "{text}\n{found:#?}");
}

#[test]
fn an_upward_import() {
    taken("err/raise.rs", "use crate::ptr::Owned;");
    let message = refused("err/raise.rs", "//! Text.\n\nuse crate::object::Str;");
    assert_eq!(message, "err/raise.rs:3: `err` (floor 4) looks up to `object` (floor 5)");
}

#[test]
fn an_upward_import_in_a_group() {
    taken("err/mod.rs", "use crate::{ptr::{Any, Owned}, raw};");
    assert!(refused("err/mod.rs", "use crate::{ptr::{Any, Owned}, raw, gc::{self}};").contains("looks up to `gc`"));
    assert!(refused("err/mod.rs", "use {crate::raw, crate::{{class::Layout}}};").contains("looks up to `class`"));
}

#[test]
fn an_upward_path_without_an_import() {
    assert!(refused("ptr/mod.rs", "fn f() -> Option<crate::err::PyErr> { None }").contains("looks up to `err`"));
    assert!(refused("ptr/mod.rs", "fn f() { g::<crate::err::PyErr>() }").contains("looks up to `err`"));
    assert!(refused("ptr/mod.rs", "pub(in crate::err) fn f() {}").contains("looks up to `err`"));
}

#[test]
fn an_upward_reexport() {
    assert!(refused("raw/mod.rs", "pub use crate::token::Python;").contains("`raw` (floor 0) looks up to `token`"));
}

#[test]
fn a_reexport_of_the_root() {
    let message = refused("err/mod.rs", "use crate::Owned;");
    assert!(message.contains("`crate::Owned` is of the root"), "{message}");
    assert!(refused("err/mod.rs", "use crate::*;").contains("`crate::*` is of the root"));
    assert!(refused("err/mod.rs", "use crate::prelude::*;").contains("`crate::prelude` is of the root"));
    assert!(refused("err/mod.rs", "use ::owned::Owned;").contains("`crate::Owned` is of the root"));
    taken("ptr/mod.rs", "pub use owned::Owned; mod owned;");
}

#[test]
fn a_path_in_a_macro() {
    taken("raw/mod.rs", "check!(crate::raw::NewRef);");
    assert!(refused("raw/mod.rs", "check!(a, [crate::ptr::Owned]);").contains("looks up to `ptr`"));
    let rules = "macro_rules! m { ($t:ty) => { $crate::ptr::Owned<$t> }; }";
    assert!(refused("token/mod.rs", rules).contains("looks up to `ptr`"));
    assert!(refused("token/mod.rs", "#[derive(crate::gc::Traverse)] struct S;").contains("looks up to `gc`"));
}

#[test]
fn a_neighbour() {
    let message = refused("module/mod.rs", "use crate::foreign::Handle;");
    assert_eq!(message, "module/mod.rs:1: `module` and `foreign` are neighbours on floor 9");
}

#[test]
fn an_escape_by_super() {
    taken("ptr/owned.rs", "use super::Any; use super::super::raw;");
    taken("ptr/mod.rs", "use super::raw::NewRef;");
    assert!(refused("ptr/mod.rs", "use super::err::PyErr;").contains("looks up to `err`"));
    assert!(refused("ptr/owned.rs", "use super::super::{raw, err::PyErr};").contains("looks up to `err`"));
    assert!(refused("ptr/owned.rs", "use self::super::super::err;").contains("looks up to `err`"));
    assert!(refused("ptr/mod.rs", "use super::*;").contains("`crate::*` is of the root"));
    assert!(refused("ptr/mod.rs", "mod inner { use super::super::err; }").contains("looks up to `err`"));
    assert!(refused("ptr/mod.rs", "use super::super::err;").contains("no module above the root"));
}

#[test]
fn an_alias() {
    assert!(refused("err/mod.rs", "use crate as root;").contains("under another name"));
    assert!(refused("err/mod.rs", "use crate::{self as root};").contains("names the root"));
    assert!(refused("err/mod.rs", "use super as root;").contains("under another name"));
}

#[test]
fn the_c_api() {
    taken("raw/by_hand.rs", "use pyo3_ffi as ffi; pub use pyo3_ffi::{PyObject, PyTypeObject};");
    assert!(refused("ptr/mod.rs", "use pyo3_ffi::PyObject;").contains("`pyo3_ffi` is for raw alone"));
    assert!(refused("ptr/mod.rs", "fn f() { unsafe { ::pyo3_ffi::Py_IncRef(p) } }").contains("for raw alone"));
    taken("raw/ffi.rs", "pub(super) use pyo3_ffi::*;");
    assert!(refused("raw/ffi.rs", "pub(crate) use pyo3_ffi::*;").contains("not passed on"));
    assert!(refused("raw/mod.rs", "pub(super) use pyo3_ffi::*;").contains("not passed on"));
    assert!(refused("raw/mod.rs", "pub use pyo3_ffi::*;").contains("not passed on"));
    assert!(refused("raw/mod.rs", "pub(crate) use pyo3_ffi as ffi;").contains("not passed on"));
    assert!(refused("ptr/mod.rs", "use crate::raw::ffi::PyList_New;").contains("by another way"));
    taken("ptr/mod.rs", "use std::ffi::CStr;");
}

#[test]
fn a_version_of_python() {
    taken("raw/by_hand.rs", "#[cfg(Py_3_12)] fn f() {}");
    assert!(refused("ptr/mod.rs", "#[cfg(Py_3_12)] fn f() {}").contains("`cfg(Py_3_12)` is for raw alone"));
    assert!(refused("ptr/mod.rs", "fn f() { cfg!(not(Py_GIL_DISABLED)); }").contains("`cfg(Py_GIL_DISABLED)`"));
    assert!(refused("ptr/mod.rs", "#![cfg_attr(all(PyPy, unix), allow(unused))]").contains("`cfg(PyPy)`"));
}

#[test]
fn what_hides_a_path() {
    assert!(refused("ptr/mod.rs", "#[path = \"../gc/x.rs\"] mod x;").contains("#[path]"));
    assert!(refused("lib.rs", "#[macro_use] mod ptr;").contains("#[macro_use]"));
    assert!(refused("ptr/mod.rs", "include!(\"../gc/x.rs\");").contains("include!"));
    assert!(refused("lib.rs", "macro_rules! m { () => {} } mod ptr;").contains("a macro at the root"));
    taken("lib.rs", "mod ptr; macro_rules! m { () => {} } mod inline {}");
    taken("raw/mod.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/by_hand.rs\"));");
}

#[test]
fn a_module_without_a_floor() {
    assert!(refused("extra/mod.rs", "").contains("the module `extra` has no floor"));
}

#[test]
fn the_root_sees_everything() {
    taken("lib.rs", "pub mod ptr; pub use ptr::Owned; pub use crate::report::snapshot;");
    taken("prelude.rs", "pub use crate::ptr::Owned;");
    taken("__private/mod.rs", "pub use crate::class::Spec;");
}

#[test]
fn tests_are_exempt_and_nothing_behind_them_is() {
    taken("raw/mod.rs", "#[cfg(test)] mod tests { use crate::report::snapshot; }");
    taken("raw/mod.rs", "#[cfg(all(test, unix))] use crate::{report, gc};");
    taken("raw/mod.rs", "#![cfg(test)] use crate::report;");
    let upward = "use crate::gc;";
    for item in ["use crate::{report};", "fn f() {}", "const X: [u8; 1] = { [1] };", "mod tests;", "const fn g() {}"] {
        let message = refused("raw/mod.rs", &format!("#[cfg(test)] #[allow(unused)] {item} {upward}"));
        assert!(message.contains("looks up to `gc`"), "{message}");
    }
    assert!(refused("raw/mod.rs", "#[cfg(not(test))] use crate::gc;").contains("looks up to `gc`"));
    assert!(refused("raw/mod.rs", "#[cfg(any(test, unix))] use crate::gc;").contains("looks up to `gc`"));
    assert!(refused("raw/mod.rs", "struct S { #[cfg(test)] a: u8, b: crate::gc::B }").contains("looks up to `gc`"));
}

#[test]
fn the_file_of_a_test_module_is_exempt() {
    let tests = Source::new("raw/tests.rs", "use crate::report::snapshot;");
    let helper = Source::new("raw/tests/helper.rs", "use crate::gc;");
    let with = |declaration: &str| check(&[Source::new("raw/mod.rs", declaration), tests.clone(), helper.clone()]);
    assert!(with("#[cfg(test)] mod tests;").is_empty());
    assert_eq!(with("mod tests;").len(), 2);
}

#[test]
fn documentation_names_what_it_likes() {
    taken("raw/mod.rs", "/// See [`crate::ptr::Owned`].\nfn f() { let s = \"crate::gc\"; }");
}

/// What has no example of a crate that passes on `object::{List, sorted}` and, from there, `more::*`.
#[track_caller]
fn unshown(file: &str, text: &str) -> Vec<String> {
    let sources = [
        Source::new("lib.rs", "pub use object::List;\npub mod types {\n    pub use crate::object::*;\n}\n"),
        Source::new(
            "object/mod.rs",
            "pub use more::*;\npub use list::{\n    Items, sorted,\n};\n#[doc(hidden)]\npub use list::Inside;\n",
        ),
        Source::new("object/more/mod.rs", "pub use range::Range;\n"),
        Source::new(file, text),
    ];
    without_example(&sources)
}

#[test]
fn an_item_without_an_example() {
    let shown = "/// A list.\n///\n/// ```\n/// List;\n/// ```\n#[derive(Debug)]\n";
    let items =
        ["pub struct List;", "pub enum List {", "pub unsafe trait Items: Sized {", "pub fn sorted(list: &List) {"];
    for item in items {
        assert_eq!(unshown("object/list.rs", &format!("{shown}{item}\n")), [""; 0], "{item}");
        assert_eq!(unshown("object/list.rs", &format!("/// A list.\n{item}\n")).len(), 1, "{item}");
    }
    assert_eq!(
        unshown("object/more/range.rs", "/// A range.\npub struct Range;\n"),
        ["object/more/range.rs:2: `Range`"]
    );
    assert_eq!(unshown("object/list.rs", "builtin_type! {\n    /// A list.\n    List, \"list\"\n}\n").len(), 1);
}

#[test]
fn a_method_without_an_example() {
    let method = |before: &str| {
        format!("impl<'py> Owned<'py, List> {{\n    /// Its length.\n{before}    pub fn len(&self) {{}}\n}}\n")
    };
    assert_eq!(unshown("object/list.rs", &method("")), ["object/list.rs:3: `len`"]);
    assert_eq!(unshown("object/list.rs", &method("    /// ```\n    /// ```\n")), [""; 0]);
    assert_eq!(unshown("object/list.rs", &method("    #[doc(hidden)]\n")), [""; 0]);
    let of_a_trait = "impl Iterator for Items {\n    pub fn next(&self) {}\n}\n";
    assert_eq!(unshown("object/list.rs", of_a_trait), [""; 0]);
}

#[test]
fn a_function_of_a_file_that_is_passed_on_without_an_example() {
    let sources = |said: &str| {
        let text = format!("/// `PyList_New`.\n{said}#[inline]\npub unsafe fn list_new() {{}}\n");
        let passed_on = [("raw/mod.rs", "pub use generated::*;\n"), ("raw/generated/mod.rs", "pub use list::*;\n")];
        let mut sources = passed_on.map(|(file, text)| Source::new(file, text)).to_vec();
        sources.push(Source::new("raw/generated/list.rs", text));
        without_example(&sources)
    };
    assert_eq!(sources(""), ["raw/generated/list.rs:3: `list_new`"]);
    assert_eq!(sources("/// ```\n/// ```\n"), [""; 0]);
    assert_eq!(sources("///\n/// There is no example: nobody can make one.\n"), [""; 0]);
}

#[test]
fn what_does_not_leave_the_crate_needs_no_example() {
    for text in
        ["/// Inside.\npub struct Inside;\n", "/// Kept.\npub(crate) struct List;\n", "/// Other.\npub struct Other;\n"]
    {
        assert_eq!(unshown("object/list.rs", text), [""; 0], "{text}");
    }
}

#[test]
fn modules_of_one_name_in_two_examples() {
    let page = |name: &str, kind: &str| format!("```{kind}\n#[owned::module]\nmod {name} {{\n}}\n```\n");
    let found = |other: &str| {
        let documentation =
            "/// ```\n/// # #[owned::module]\n/// # mod shapes {\n/// # }\n/// ```\npub struct Shape;\n";
        clashing_modules(&[Source::new("class/mod.rs", documentation), Source::new("guide/page.md", other)])
    };
    assert_eq!(found(&page("shapes", "rust")), ["`shapes`: class/mod.rs:3, guide/page.md:3"]);
    assert_eq!(found(&page("shapes", "rust,standalone_crate")), [""; 0]);
    assert_eq!(found(&page("forms", "rust")), [""; 0]);
    assert_eq!(found("#[owned::module]\nmod shapes {}\n"), [""; 0]);
}

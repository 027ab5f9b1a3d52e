//! `#[hint(…)]`: what is refused, and where; what it changes, with the feature `stubs` and without.

use super::{accepted, refused};
use crate::features::tests::STUBS;

#[test]
fn a_hint_names_a_parameter() {
    let item = |hint: &str| format!("#[hint({hint})] fn f(py: Python<'_>, a: i64) {{}}");
    refused("function", "", &item("b: \"int\""), "b", "no parameter that Python passes is called `b`");
    refused("function", "", &item("py: \"int\""), "py", "no parameter that Python passes is called `py`");
    refused("function", "", &item("a: \"int\", a: \"str\""), "a", "`a` is in the hint twice: keep one");
    refused("function", "", &item("-> \"int\", -> \"str\""), "->", "`->` is in the hint twice: keep one");
    let entry = "expected `name: \"type\"` or `-> \"type\"`, a type as Python writes it";
    for (hint, place) in [("\"int\"", "\"int\""), ("a = \"int\"", "="), ("a: int", "int"), ("-> 3", "3")] {
        refused("function", "", &item(hint), place, entry);
    }
    accepted("function", "", &item("a: \"int | None\", -> \"list[typing.Literal['a', 'b']]\""));
}

#[test]
fn a_hint_is_a_type() {
    for (text, fault) in [
        ("", "it is empty, or has a space around it"),
        ("int ", "it is empty, or has a space around it"),
        ("list[int", "a bracket or a quote is not closed"),
        ("list]int[", "a `]` closes nothing"),
        ("dict[str: int]", "a `:` is in no type"),
        ("int; import os", "a letter in it is in no type"),
    ] {
        let (shown, message) = (format!("{text:?}"), format!("`{text}` is no type of Python: {fault}"));
        refused("function", "", &format!("#[hint(-> {shown})] fn f() {{}}"), &shown, &message);
        let class = format!("struct A {{ #[field(get)] #[hint({shown})] a: i64 }}");
        refused("class", "", &class, &shown, &message);
    }
}

#[test]
fn a_hint_is_for_what_python_sees() {
    let message = "a hint is for what Python sees: put `#[field(get)]` on the field, or leave the hint out";
    refused("class", "", "struct A { #[hint(\"int\")] a: i64 }", "\"int\"", message);
    let message = "expected `#[hint(\"type\")]`, a type as Python writes it";
    refused("class", "", "struct A { #[field(get)] #[hint(int)] a: i64 }", "int", message);
    refused("module", "", "mod m { #[export] #[hint(int)] pub const A: i64 = 1; }", "int", message);
    accepted("module", "", "mod m { #[export] #[hint(\"int\")] pub const A: i64 = 1; }");
}

#[test]
fn without_the_feature_a_hint_changes_nothing() {
    for (name, with, without) in [
        ("function", "#[hint(a: \"str\", -> \"str\")] fn f(a: i64) -> i64 { a }", "fn f(a: i64) -> i64 { a }"),
        ("class", "struct A { #[field(get)] #[hint(\"str\")] a: i64 }", "struct A { #[field(get)] a: i64 }"),
        ("methods", "impl A { #[hint(-> \"str\")] fn a(&self) {} }", "impl A { fn a(&self) {} }"),
    ] {
        assert_eq!(accepted(name, "", with), accepted(name, "", without));
        STUBS.set(true);
        let (with, without) = (accepted(name, "", with), accepted(name, "", without));
        STUBS.set(false);
        assert_ne!(with, without);
        assert!(with.contains("TypeHint::written(\"str\")") && !without.contains("written"), "{with}");
    }
}

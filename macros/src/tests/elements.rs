//! `#[derive(Element)]`: what is refused, and where.

use super::{accepted, refused};

#[test]
fn what_has_no_layout_is_refused() {
    let message = "Rust may order the fields of `Point` as it likes: put `#[repr(C)]` on it";
    refused("Element", "", "struct Point { x: i32 }", "Point", message);
    refused("Element", "", "#[repr(align(8))] struct Point { x: i32 }", "Point", message);
    let message = "`Nothing` has no fields, and an item of a buffer has a size: give it one";
    refused("Element", "", "#[repr(C)] struct Nothing;", "Nothing", message);
    let message = "an item that is `#[repr(transparent)]` has one field: write `#[repr(C)]` for several";
    refused("Element", "", "#[repr(transparent)] struct Two(u8, u8);", "Two", message);
}

#[test]
fn what_may_not_be_any_bytes_is_refused() {
    let message = "`Element` cannot be derived for an enum: Python writes any bytes, also those of no variant; let the item be \
                   the number, and convert it";
    refused("Element", "", "#[repr(u8)] enum Kind { A }", "enum", message);
    let message = "`Element` cannot be derived for a union: nothing says which of its fields is alive; use a struct";
    refused("Element", "", "#[repr(C)] union Both { a: u8, b: i8 }", "union", message);
    let message =
        "`Pair` cannot be generic: its format says what each field is; write a struct for each type that you need";
    refused("Element", "", "#[repr(C)] struct Pair<T>(T, T);", "<T>", message);
}

#[test]
fn names_and_options() {
    let text =
        accepted("Element", "", "#[repr(C, packed)] struct A { r#type: u8, #[element(name = \"class\")] k: u8 }");
    assert!(text.contains("\"type\"") && text.contains("\"class\"") && text.contains("r#type"), "{text}");
    let text = accepted("Element", "", "#[element(crate = \"::other\")] #[repr(transparent)] struct A(u8);");
    assert!(text.contains("::other::__private::Element"), "{text}");
    let message = "`#[element]` has no option `nam`: it takes `crate`";
    refused("Element", "", "#[element(nam = \"a\")] #[repr(C)] struct A(u8);", "nam", message);
}

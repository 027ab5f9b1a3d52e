//! `#[function]`: what Python cannot call.

use super::{accepted, refused};

#[test]
fn some_functions_cannot_be_called() {
    refused("function", "", "struct T;", "struct T;", "`#[function]` goes on a `fn`");
    refused(
        "function",
        "",
        "async fn f() {}",
        "async",
        "an `async fn` cannot be called from Python yet: remove `async`",
    );
    refused(
        "function",
        "",
        "unsafe fn f() {}",
        "unsafe",
        "an `unsafe fn` cannot be called from Python, which cannot promise anything: make it safe",
    );
    refused(
        "function",
        "",
        "extern \"C\" fn f() {}",
        "extern \"C\"",
        "a function with an ABI of its own cannot be exported: remove `extern`",
    );
    refused(
        "function",
        "",
        "fn f(&self) {}",
        "&self",
        "`#[function]` is for free functions: methods go into an `impl` block marked `#[methods]`",
    );
}

#[test]
fn functions_are_not_generic_except_over_lifetimes() {
    let text = "an exported function cannot be generic: Python calls one function; write the type out";
    refused("function", "", "fn f<T>(a: T) {}", "T", text);
    refused("function", "", "fn f<const N: usize>() {}", "const N: usize", text);
    refused(
        "function",
        "",
        "fn f(a: impl Copy) {}",
        "impl Copy",
        "`impl Trait` makes the function generic, and Python calls one function: write the type out",
    );
    accepted("function", "", "fn f<'a, 'py>(py: Python<'py>, a: &'a str) {}");
}

#[test]
fn parameters_have_names() {
    let text = "a parameter needs a name, which is its name in Python: take the pattern apart in the body";
    refused("function", "", "fn f((a, b): (u8, u8)) {}", "(a, b)", text);
    refused("function", "", "fn f(_: u8) {}", "_", text);
    accepted("function", "", "fn f(mut a: u8, _b: u8) {}");
}

#[test]
fn options_are_checked() {
    refused("function", "dict", "fn f() {}", "dict", "`#[function]` has no option `dict`: it takes `name` and `crate`");
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let output = super::attribute("function", "", "async unsafe fn f<T>((a, b): T) {}");
    assert_eq!(output.diagnostics.into_errors().len(), 4);
}

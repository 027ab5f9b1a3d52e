//! `#[function]`: what Python cannot call.

use super::{accepted, refused};

#[test]
fn some_functions_cannot_be_called() {
    refused("function", "", "struct T;", "struct T;", "`#[function]` goes on a `fn`");
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
fn what_an_async_function_takes_outlives_the_call() {
    let token = "an `async fn` runs when the call that has the token is over: take `cx: Async`, and get one between \
                 two awaits, `cx.with(|py| …)`";
    refused("function", "", "async fn f(py: Python<'_>) {}", "Python<'_>", token);
    let borrows = "an `async fn` runs when the call that lends this is over: take a type that owns, such as `String`; \
                   of an object, `Kept<T>`";
    for ty in
        ["&str", "Borrowed<'_, '_, Any>", "Option<&[u8]>", "Vec<Owned<'_, List>>", "Ref<'_, Class>", "(u8, &'a str)"]
    {
        refused("function", "", &format!("async fn f(a: {ty}) {{}}"), ty, borrows);
    }
    let hides =
        "the collector cannot see a `Py` in an `async fn`: take `Kept<T>`, a place in the table of its coroutine";
    for ty in ["Py<Any>", "Vec<(u8, owned::Py<List>)>"] {
        refused("function", "", &format!("async fn f(a: {ty}) {{}}"), ty, hides);
    }
    let context = "`Async` is what an `async fn` gets: write `async fn`, or take `py: Python<'_>`";
    refused("function", "", "fn f(cx: Async) {}", "Async", context);
    let kept = "a `Kept` is a place in the table of a coroutine: write `async fn`, or take `Py<T>` or \
                `Borrowed<'_, '_, T>`";
    refused("function", "", "fn f(a: Option<Kept<Any>>) {}", "Option<Kept<Any>>", kept);
    accepted("function", "", "async fn f(cx: owned::Async, a: Kept<Any>, b: String, c: Option<Vec<Kept<Str>>>) {}");
}

#[test]
fn options_are_checked() {
    refused("function", "dict", "fn f() {}", "dict", "`#[function]` has no option `dict`: it takes `name` and `crate`");
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let output = super::attribute("function", "", "async unsafe fn f<T>((a, b): T, py: Python<'_>) {}");
    assert_eq!(output.diagnostics.into_errors().len(), 4);
}

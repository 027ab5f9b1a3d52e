//! `#[signature(…)]`: its rules, and its text.

use super::{accepted, refused};

#[track_caller]
fn wrong(signature: &str, parameters: &str, place: &str, message: &str) {
    let item = format!("#[signature({signature})] fn f({parameters}) {{}}");
    refused("function", "", &item, place, message);
}

#[test]
fn the_names_are_those_of_the_parameters() {
    wrong("a, b", "a: u8", "b", "the signature names `b`, which is not a parameter of the function");
    wrong("a", "a: u8, b: u8", "b", "the parameter `b` is missing in `#[signature(…)]`: add it there");
    wrong("b, a", "a: u8, b: u8", "b", "`b` stands where the function has `a`: both must have the same order");
    wrong("a, a", "a: u8", "a", "`a` is in the signature twice: keep one");
}

#[test]
fn the_order_is_pythons() {
    wrong(
        "a = 1, b",
        "a: u8, b: u8",
        "b",
        "`b` has no default but follows a parameter that has one: give it a default, \
         or put a `*` before it",
    );
    wrong("**a, b", "a: u8, b: u8", "b", "nothing can follow `**a`: move it to the end");
    wrong("/, a", "a: u8", "/", "`/` needs a parameter before it: those are the positional-only ones");
    wrong("a, /, /", "a: u8", "/", "`/` is in the signature twice: keep one");
    wrong("a, *, b, /", "a: u8, b: u8", "/", "`/` must come before `*`: positional-only parameters come first");
    wrong("a, *, *, b", "a: u8, b: u8", "*", "`*` is in the signature twice: keep one");
    wrong("*a, *b", "a: u8, b: u8", "b", "`*` is in the signature twice: keep one");
    wrong("*a, *, b", "a: u8, b: u8", "*", "`*` is in the signature twice: keep one");
    wrong("a, *", "a: u8", "*", "`*` needs a parameter after it: those are the keyword-only ones");
    wrong("a, *, **b", "a: u8, b: u8", "*", "`*` needs a parameter after it: those are the keyword-only ones");
}

#[test]
fn entries_are_names() {
    let text = "expected `name`, `name = default`, `/`, `*`, `*args` or `**kwargs`";
    wrong("3", "a: u8", "3", text);
    wrong("*3", "a: u8", "3", text);
    refused("function", "", "#[signature = 3] fn f() {}", "signature = 3", text);
}

#[track_caller]
fn text(signature: &str, parameters: &str, expected: &str) {
    let item = format!("#[signature({signature})] fn f({parameters}) {{}}");
    let expansion = accepted("function", "", &item);
    let expected = format!("{:?}", format!("f{expected}\n--\n\n"));
    assert!(expansion.contains(&format!("c{expected}")), "no {expected} in {expansion}");
}

#[test]
fn the_text_is_what_inspect_reads() {
    text("", "", "()");
    text("a, b", "a: u8, b: u8", "(a, b)");
    text("a, /", "a: u8", "(a, /)");
    text("a, /, b = 3", "a: u8, b: u8", "(a, /, b=3)");
    text("a, *, b", "a: u8, b: u8", "(a, *, b)");
    text("*, b", "b: u8", "(*, b)");
    text("a, *rest, b = 1", "a: u8, rest: R, b: u8", "(a, *rest, b=1)");
    text("*rest", "rest: R", "(*rest)");
    text("a, /, *rest, **options", "a: u8, rest: R, options: O", "(a, /, *rest, **options)");
    text("r#type = 1", "r#type: u8", "(type=1)");
}

#[test]
fn defaults_are_written_as_python() {
    text("a = true, b = false", "a: bool, b: bool", "(a=True, b=False)");
    text("a = 3u8, b = 0x10, c = -1", "a: u8, b: u8, c: i8", "(a=3, b=16, c=-1)");
    text("a = 1_000.5, b = -2e3", "a: f64, b: f64", "(a=1000.5, b=-2e3)");
    text("a = None, b = ()", "a: O, b: ()", "(a=None, b=None)");
    text("a = \"it's\\n\", b = 'x'", "a: &str, b: char", "(a='it\\'s\\n', b='x')");
    text("a = f(3), b = X", "a: u8, b: u8", "(a=..., b=...)");
    text("a = Side(800), b = Some(-1)", "a: Side, b: O", "(a=800, b=-1)");
    text("a = Side(f(3)), b = Pair(1, 2)", "a: Side, b: P", "(a=..., b=...)");
}

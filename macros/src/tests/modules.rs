//! `#[module]`: what it sees and what it exports.

use super::{accepted, refused};

#[track_caller]
fn wrong(content: &str, place: &str, message: &str) {
    refused("module", "", &format!("mod m {{ {content} }}"), place, message);
}

#[test]
fn a_module_is_inline() {
    refused("module", "", "struct T;", "struct T;", "`#[module]` goes on `mod name { … }`");
    refused(
        "module",
        "",
        "mod tallies;",
        "mod tallies;",
        "`#[module]` cannot see into another file: write `mod tallies { … }` and bring items in \
         with `#[export] pub use path::Item;`",
    );
    refused(
        "module",
        "dict",
        "mod m {}",
        "dict",
        "`#[module]` has no option `dict`: it takes `name`, `submodule`, `gil_used`, `adopt` and `crate`",
    );
    refused(
        "module",
        "submodule, adopt",
        "mod m {}",
        "adopt",
        "`adopt` is for a module that is imported itself: put it on the outermost `#[module]`",
    );
}

#[test]
fn what_is_public_says_whose_it_is() {
    let text = |marker: &str| {
        format!(
            "this is public, but Python does not get it: mark it `#[{marker}]`, or `#[rust]` if it is for Rust alone"
        )
    };
    wrong("pub use crate::{A, B};", "crate::{A, B}", &text("export"));
    wrong("pub const X: u8 = 1;", "X", &text("export"));
    wrong("pub fn f() {}", "f", &text("function"));
    wrong("#[module] mod inner { pub fn f() {} }", "f", &text("function"));
    wrong(
        "#[rust] #[function] pub fn f() {}",
        "#[rust]",
        "`#[rust]` keeps an item out of Python: remove its other markers, or `#[rust]`",
    );
    for item in ["pub use crate::A;", "pub const X: u8 = 1;", "pub fn f() {}"] {
        let written = accepted("module", "", &format!("mod m {{ #[rust] {item} }}"));
        assert!(!written.contains("rust ]") && !written.contains("#[rust]"), "{written}");
    }
    // What nobody else sees is the compiler's to warn of.
    accepted(
        "module",
        "",
        "mod m { use crate::A; pub(crate) use crate::B; fn f() {} pub struct Plain; pub mod inner {} }",
    );
}

#[test]
fn exports_name_their_items() {
    wrong(
        "#[export] pub use crate::a::*;",
        "*",
        "a glob does not say what is exported: name the items, `pub use crate::a::{A, B};`",
    );
    wrong(
        "#[export] pub use crate::a::{A, b::{C, *}};",
        "*",
        "a glob does not say what is exported: name the items, `pub use crate::a::b::{A, B};`",
    );
    let text = "`self` is a module, not an item: name the class or function";
    wrong("#[export] pub use crate::a::{self};", "self", text);
    wrong("#[export] pub use crate::a::{self as b};", "self", text);
    wrong("#[export] pub use crate::A as _;", "_", "`_` is not a name in Python: write `as name`");
    wrong(
        "#[export(name = \"a\")] pub use crate::{A, B};",
        "\"a\"",
        "`name` is for one item: write `as name` in the group instead",
    );
    let text = "`#[export]` goes on a `pub use` or a `const`; mark a `fn` `#[function]`, \
                a struct `#[class]`";
    for item in ["fn f() {}", "struct T;", "static X: u8 = 1;", "mod m {}"] {
        wrong(&format!("#[export] {item}"), "#[export]", text);
    }
}

#[test]
fn a_module_has_each_name_once() {
    wrong("#[export] pub use crate::{a, b as a};", "a", "the module has two items named `a`: rename one");
    wrong(
        "#[function] fn a() {} #[export(name = \"a\")] const B: u8 = 1;",
        "\"a\"",
        "the module has two items named `a`: rename one",
    );
    accepted("module", "", "mod m { #[cfg(x)] #[function] fn a() {} #[cfg(y)] #[function] fn a() {} }");
}

#[test]
fn init_runs_once() {
    wrong("#[init] fn a(py: Python<'_>) {} #[init] fn b() {}", "b", "a module has one `#[init]`: keep one");
    wrong("#[init] struct T;", "#[init]", "`#[init]` goes on a `fn`");
    wrong(
        "#[init] fn a(b: u8, c: u8) {}",
        "fn a(b: u8, c: u8)",
        "`#[init]` has the form `fn init<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()>`",
    );
}

#[test]
fn items_inside_are_checked_like_those_outside() {
    wrong(
        "#[class] struct T { #[field] a: u8 }",
        "#[field]",
        "`#[field]` exports nothing: write `#[field(get)]` or `#[field(get, set)]`",
    );
    wrong(
        "#[owned::function] unsafe fn f() {}",
        "unsafe",
        "an `unsafe fn` cannot be called from Python, which cannot promise anything: make it safe",
    );
    wrong(
        "#[::owned::methods] impl T { #[new] fn a(&self) {} }",
        "a",
        "`#[new]` is called without an object: remove the receiver",
    );
}

#[test]
fn the_entry_point_bears_the_python_name() {
    assert!(accepted("module", "name = \"_m\"", "mod m {}").contains("fn PyInit__m()"));
    assert!(accepted("module", "", "mod r#type {}").contains("fn PyInit_type()"));
}

#[test]
fn a_path_to_the_crate_holds_for_the_items_inside() {
    let content = "#[class] struct T; #[methods] impl T { fn a(&self) {} } #[function] fn f() {}";
    let expansion = accepted("module", "crate = \"x::y\"", &format!("mod m {{ {content} }}"));
    assert!(expansion.contains("x::y::__private::"));
    assert!(!expansion.contains("::owned::"));
}

//! What is said where a feature of the library is off: one message each.

use super::accepted;

#[test]
#[cfg(not(feature = "adopt"))]
fn adopting_needs_a_feature() {
    let message = "`adopt` needs the feature `adopt` of `owned-py`";
    super::refused("module", "adopt", "mod m {}", "adopt", message);
    let item = "#[repr(C)] struct A { count: PlainField<isize> }";
    super::refused("class", "unsafe(adopt(A, type = AType))", item, "adopt", message);
}

#[test]
#[cfg(not(feature = "async"))]
fn an_async_function_needs_a_feature() {
    let message = "an `async fn` needs the feature `async` of `owned-py`";
    super::refused("function", "", "async fn f(py: Python<'_>, cx: Async, a: &str, b: Py<Any>) {}", "async", message);
    for method in ["slf: Kept<Self>", "&self", "class: Kept<Type>", ""] {
        super::refused("methods", "", &format!("impl A {{ async fn f({method}) {{}} }}"), "async", message);
    }
    super::refused("module", "", "mod m { #[function] async fn f(cx: Async) {} }", "async", message);
}

#[test]
#[cfg(not(feature = "buffers"))]
fn lending_memory_needs_a_feature() {
    let lend = "impl A { fn __buffer__(&self, flags: i32) -> Exported { loop {} } }";
    super::refused("methods", "", lend, "__buffer__", "`__buffer__` needs the feature `buffers` of `owned-py`");
    let message = "`__release_buffer__` needs the feature `buffers` of `owned-py`";
    super::refused("methods", "", "impl A { fn __release_buffer__(&self) {} }", "__release_buffer__", message);
}

#[test]
#[cfg(not(feature = "derive"))]
fn the_derives_of_conversions_need_a_feature() {
    for derive in ["FromPy", "IntoPy"] {
        let message = format!("`#[derive({derive})]` needs the feature `derive` of `owned-py`");
        for item in [
            "struct Point { x: f64 }",
            "enum Point { A, B(u8) }",
            "struct Point<'a, T: 'a, const N: usize>(&'a [T; N]);",
        ] {
            super::refused(derive, "", item, "Point", &message);
        }
    }
}

#[test]
#[cfg(not(feature = "enums"))]
fn an_enum_as_a_class_needs_a_feature() {
    let message = "`#[enumeration]` needs the feature `enums` of `owned-py`";
    super::refused("enumeration", "IntEnum", "enum Colour { Red, Blue }", "Colour", message);
    let message = "`#[class]` on an enum needs the feature `enums` of `owned-py`";
    super::refused("class", "", "enum Colour { Red, Blue }", "enum", message);
}

/// What needs no feature is taken with and without.
#[test]
fn the_rest_needs_none() {
    accepted("class", "new, eq, repr", "struct Point { #[field(get)] x: f64 }");
    accepted("methods", "", "impl Point { fn __len__(&self) -> usize { 0 } }");
    accepted("function", "", "fn f(py: Python<'_>, a: &str) {}");
}

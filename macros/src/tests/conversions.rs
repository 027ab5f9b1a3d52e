//! `#[derive(FromPy)]` and `#[derive(IntoPy)]`: what is refused, and where.

use super::{accepted, refused};
use crate::model::Case;

/// Refused by both derives in the same words, so that rustc shows one message for both.
#[track_caller]
fn both(item: &str, place: &str, message: &str) {
    refused("FromPy", "", item, place, message);
    refused("IntoPy", "", item, place, message);
}

#[test]
fn options_are_known_where_they_stand() {
    both(
        "#[py(default)] struct S { a: u8 }",
        "default",
        "`#[py]` on a struct has no option `default`: it takes `items`, `namespace`, `transparent`, `rename_all` and \
         `crate`",
    );
    both(
        "#[py(transparent)] enum E { A(u8) }",
        "transparent",
        "`#[py]` on an enum has no option `transparent`: it takes `items`, `namespace`, `rename_all` and `crate`",
    );
    both(
        "enum E { #[py(crate = \"x\")] A(u8) }",
        "crate",
        "`#[py]` on a variant has no option `crate`: it takes `name`, `value`, `items`, `namespace`, `transparent` and \
         `rename_all`",
    );
    both(
        "struct S { #[py(rename = \"b\")] a: u8 }",
        "rename",
        "`#[py]` on a field has no option `rename`: it takes `attribute`, `item`, `default`, `with`, `from_with` and \
         `into_with`",
    );
    both("struct S { #[py(item, item = 1)] a: u8 }", "item", "`item` is given twice: keep one");
    both("struct S { #[py(item)] #[py(item)] a: u8 }", "item", "`item` is given twice: keep one");
    both(
        "#[py] struct S { a: u8 }",
        "#[py]",
        "write the options in parentheses, `#[py(…)]`: on a struct they are `items`, `namespace`, `transparent`, \
         `rename_all` and `crate`",
    );
}

#[test]
fn values_are_of_their_kind() {
    both("#[py(items = 1)] struct S { a: u8 }", "1", "`items` takes no value: write `items` alone");
    both("struct S { #[py(attribute = 1)] a: u8 }", "1", "`attribute` needs a text: write `attribute = \"…\"`");
    both(
        "struct S { #[py(attribute = \"a.b\")] a: u8 }",
        "\"a.b\"",
        "`a.b` is not a Python identifier: use letters, digits and `_`",
    );
    let key = "`item` takes a text or an integer: write `item = \"…\"` or `item = 0`";
    both("struct S { #[py(item = 1.5)] a: u8 }", "1.5", key);
    both("struct S { #[py(item = -x)] a: u8 }", "-x", key);
    both("struct S { #[py(item = 1u8)] a: u8 }", "1u8", key);
    both(
        "struct S { #[py(item = 9223372036854775808)] a: u8 }",
        "9223372036854775808",
        "`9223372036854775808` does not fit in an `i64`: use a smaller number, or a text",
    );
    both("struct S { #[py(with = |o| o)] a: u8 }", "|o| o", "`with` needs a function: write `with = path::function`");
    both(
        "struct S { #[py(into_with)] a: u8 }",
        "into_with",
        "`into_with` needs a function: write `into_with = path::function`",
    );
    both(
        "enum E { #[py(value)] A }",
        "value",
        "`value` needs a text or an integer: write `value = \"…\"` or `value = 0`",
    );
    both(
        "#[py(rename_all = \"camel\")] struct S { a: u8 }",
        "\"camel\"",
        "`camel` is no way to write names: `rename_all` takes `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, \
         `snake_case`, `SCREAMING_SNAKE_CASE` and `kebab-case`",
    );
    accepted("FromPy", "", "struct S { #[py(item = -9223372036854775808)] a: u8 }");
    accepted("FromPy", "", "struct S { #[py(with = <T as A>::f::<u8>)] a: u8 }");
}

#[test]
fn there_is_something_to_convert() {
    let message = "`S` has no fields to convert: give it one, or make it a variant of an enum, where \
                   `#[py(value = …)]` says what it is";
    both("struct S;", "S", message);
    both("struct S {}", "S", message);
    both("struct S();", "S", message);
    both("enum E {}", "E", "`E` has no variants, so there is nothing to convert: give it one");
    both(
        "enum E { VeryLoud }",
        "VeryLoud",
        "`VeryLoud` has no fields: say what it is in Python by `#[py(value = \"very_loud\")]` or `#[py(value = 0)]`, \
         or name all such variants by `#[py(rename_all = \"snake_case\")]` on the enum",
    );
    both(
        "enum E { #[py(value = 1)] A, B(u8), #[py(value = 1)] C }",
        "value",
        "`1` is what `A` is in Python: give each variant its own `value`",
    );
    both(
        "#[py(rename_all = \"lowercase\")] enum E { AB, Ab }",
        "Ab",
        "`\"ab\"` is what `AB` is in Python: give each variant its own `value`",
    );
    let message = |derive: &str| {
        format!(
            "`{derive}` cannot be derived for a union: nothing says which of its fields is alive; use a struct or an \
             enum"
        )
    };
    refused("FromPy", "", "union U { a: u8 }", "union", &message("FromPy"));
    refused("IntoPy", "", "union U { a: u8 }", "union", &message("IntoPy"));
}

#[test]
fn options_stand_where_they_mean_something() {
    both(
        "#[py(items, namespace)] struct S { a: u8 }",
        "namespace",
        "`items` and `namespace` exclude each other: keep one",
    );
    both(
        "#[py(items, transparent)] struct S { a: u8 }",
        "items",
        "`transparent` and `items` exclude each other: keep one",
    );
    both(
        "#[py(transparent)] struct S { a: u8, b: u8 }",
        "transparent",
        "`transparent` is for exactly one field, which is the whole object: here are 2",
    );
    both(
        "#[py(items)] struct S(u8, u8);",
        "items",
        "`items` is for named fields, of which there are none here: remove it",
    );
    both(
        "enum E { #[py(value = 1)] A(u8) }",
        "value",
        "`value` is for a variant without fields: remove it, or the fields",
    );
    both("struct S { #[py(attribute, item)] a: u8 }", "item", "`attribute` and `item` exclude each other: keep one");
    both(
        "struct S(#[py(item = 1)] u8, u8);",
        "item",
        "`item` has nothing to choose where the field is an item of a tuple: remove it",
    );
    both(
        "struct S(#[py(attribute)] u8);",
        "attribute",
        "`attribute` has nothing to choose where the field is the whole object: remove it",
    );
    both(
        "struct S(u8, #[py(default)] u8);",
        "default",
        "`default` is for what can be absent, and this field is an item of a tuple: remove it",
    );
    both(
        "struct S { #[py(with = f, into_with = g)] a: u8 }",
        "into_with",
        "`with` and `into_with` exclude each other: keep one",
    );
}

#[test]
fn what_an_enum_says_holds_for_its_named_variants() {
    let written = accepted("FromPy", "", "#[py(items)] enum E { A { a: u8 }, #[py(namespace)] B { b: u8 }, C(u8) }");
    assert!(written.contains("Literal::Text(\"a\")") && written.contains("Source::Attribute(\"b\")"), "{written}");
    let written = accepted("FromPy", "", "#[py(rename_all = \"UPPERCASE\")] enum E { A, B { b: u8 } }");
    assert!(written.contains("Literal::Text(\"A\")") && written.contains("Source::Attribute(\"b\")"), "{written}");
}

#[test]
fn what_borrows_comes_from_what_stays() {
    let message = |source: &str| {
        format!(
            "a field that borrows (`'a`) cannot be taken from {source}, which is released when the conversion ends: \
             use a type that owns, such as `String` or `Owned<'py, T>`, or take the fields from a tuple \
             (`struct S<'a>(…)`)"
        )
    };
    refused("FromPy", "", "struct S<'a> { a: &'a str }", "&'a str", &message("an attribute"));
    refused(
        "FromPy",
        "",
        "struct S<'a, 'py> { #[py(item)] a: Vec<Ref<'a, 'py>> }",
        "Vec<Ref<'a, 'py>>",
        &message("an item"),
    );
    accepted("IntoPy", "", "struct S<'a> { a: &'a str }");
    accepted("FromPy", "", "struct S<'a>(&'a str, &'a [u8]);");
    accepted("FromPy", "", "#[py(transparent)] struct S<'a> { a: &'a str }");
    accepted("FromPy", "", "struct S<'a> { #[py(with = f)] a: Cow<'a, str> }");
    accepted("FromPy", "", "struct S<'py> { a: Owned<'py, Any> }");
    refused(
        "FromPy",
        "",
        "struct S<'a, 'py, 'b>(&'a str, &'b str, Owned<'py, Any>);",
        "'b",
        "`'b` is one lifetime too many: all fields borrow from one object, so write `'a` for both (and `'py` for the \
         interpreter's)",
    );
    accepted("IntoPy", "", "struct S<'a, 'b>(&'a str, &'b str);");
}

#[test]
fn the_interpreters_lifetime_has_its_name() {
    let message = "`'a` is the interpreter's lifetime here: call it `'py`, which tells it from that of what is lent";
    both("struct S<'a> { a: Owned<'a, Any> }", "'a", message);
    both("struct S<'a>(Option<owned::Owned<'a, Any>>);", "'a", message);
    both("struct S<'b, 'a>(Borrowed<'b, 'a, Any>);", "'a", message);
    accepted("FromPy", "", "struct S<'a, 'py>(Borrowed<'a, 'py, Any>);");
    accepted("FromPy", "", "struct S<'a>(Cow<'a, str>, Owned, Borrowed<u8>);");
}

#[test]
fn names_are_those_of_their_container() {
    refused(
        "IntoPy",
        "",
        "#[py(items)] struct S { a: u8, #[py(item = \"a\")] b: u8 }",
        "item",
        "two fields are `a` in Python: rename one",
    );
    accepted("FromPy", "", "#[py(items)] struct S { a: u8, #[py(item = \"a\")] b: u8 }");
    refused(
        "IntoPy",
        "",
        "#[py(namespace)] struct S { #[py(item = 0)] a: u8 }",
        "item",
        "an attribute of a namespace has a name: write a text, or leave `namespace` out",
    );
    let message = "`a-b` cannot be the name of an attribute: use another case, or `items`";
    refused("FromPy", "", "#[py(rename_all = \"kebab-case\")] struct S { a_b: u8 }", "a_b", message);
    both("#[py(namespace, rename_all = \"kebab-case\")] struct S { a_b: u8 }", "a_b", message);
    accepted("IntoPy", "", "#[py(rename_all = \"kebab-case\")] struct S { a_b: u8 }");
}

#[test]
fn names_of_several_words() {
    let written = |name| Case::ALL.map(|(_, case)| case.apply(name));
    let cases = ["nodevalue", "NODEVALUE", "NodeValue", "nodeValue", "node_value", "NODE_VALUE", "node-value"];
    assert_eq!(written("node_value"), cases);
    assert_eq!(written("NodeValue"), cases);
    assert_eq!(written("_node__value_"), cases);
    assert_eq!(Case::Snake.apply("HTTPServer2"), "http_server2");
    assert_eq!(Case::Snake.apply("X"), "x");
    for (name, case) in Case::ALL {
        assert!(Case::named(name) == Some(case), "{name}");
        assert_eq!(case.apply(&name.replace('-', "_")), name);
    }
}

//! `#[class]` and the derives.

use super::{accepted, refused};

#[test]
fn a_class_is_a_struct_or_an_enum() {
    accepted("class", "", "enum Shape { Round, Square }");
    accepted("class", "eq, rename_all = \"UPPERCASE\"", "enum Shape { Round = 3, #[variant(name = \"Box\")] Square }");
    refused("class", "", "enum Shape {}", "Shape", "`Shape` has no values: give it one");
    refused(
        "class",
        "rename_all = \"kebab-case\"",
        "enum Shape { Round }",
        "\"kebab-case\"",
        "`kebab-case` is no way to write names: `rename_all` takes `lowercase`, `UPPERCASE`, `PascalCase`, \
         `camelCase`, `snake_case` and `SCREAMING_SNAKE_CASE`",
    );
    refused("class", "", "fn f() {}", "fn f() {}", "`#[class]` goes on a struct or an enum");
}

#[test]
fn the_variants_of_an_enum_with_fields_are_classes() {
    accepted(
        "class",
        "eq, ord, hash",
        "enum Shape { Round(f64), #[variant(name = \"Nil\")] None, Box { a: u8 }, Unit() }",
    );
    let changes = "a value of an enum cannot change in Python, where others hold it too: remove `set`";
    refused("class", "", "enum Shape { Round(#[field(set)] f64) }", "set", changes);
    let read = "every field of a variant can be read: remove `get`";
    refused("class", "", "enum Shape { Round(#[field(get)] f64) }", "get", read);
    let init = "every field of a variant is a parameter: write `default = …` for one that may be left out";
    refused("class", "", "enum Shape { Round(#[field(init = 1.0)] f64) }", "init", init);
    let cfg = "every field of a variant is a parameter, which cannot be under `#[cfg]`: put the variant under it";
    refused("class", "", "enum Shape { Round(#[cfg(unix)] f64) }", "#[cfg(unix)]", cfg);
    for option in ["new", "repr"] {
        let made = format!("`{option}` is made of the fields of each variant anyway: remove it");
        refused("class", option, "enum Shape { Round(f64) }", option, &made);
    }
    let option = "`subclass` is not for enums, whose values are all there are: remove it";
    refused("class", "subclass", "enum Shape { Round(f64) }", "subclass", option);
    let twice = "the property `a` is defined twice: rename one with `name = \"…\"`";
    refused("class", "", "enum Shape { Round { a: u8, #[field(name = \"a\")] b: u8 } }", "\"a\"", twice);
    let after = "`_1` has no default but follows a field that has one: give it one by `#[field(default = …)]`";
    refused("class", "", "enum Shape { Round(#[field(default = 1)] u8, f64) }", "f64", after);
    let two = "two values are `Round` in Python: rename one with `#[variant(name = \"…\")]`";
    refused("class", "", "enum Shape { Round(u8), #[variant(name = \"Round\")] Square }", "\"Round\"", two);
    let generic = "the enum `Shape` cannot be generic: Python has one type object for it; write one for each type that \
                   you need";
    refused("class", "", "enum Shape<T> { Round(T) }", "T", generic);
}

#[test]
fn a_class_is_not_generic() {
    let text = "the class `Tally` cannot be generic by itself: Python has one type object for it; name each type that is \
                one: `#[class(instances(IntTally = Tally<i64>))]`";
    refused("class", "", "struct Tally<T>(T);", "T", text);
    refused("class", "", "struct Tally<const N: usize>;", "const N: usize", text);
    let borrows = "a class cannot borrow: Python keeps its objects for as long as it likes; own what is in it";
    refused("class", "", "struct Tally<'a>(&'a str);", "'a", borrows);
    refused("class", "instances(A = Tally<'static, u8>)", "struct Tally<'a, T>(&'a T);", "'a", borrows);
}

#[test]
fn instances_are_of_the_struct() {
    let item = "struct Tally<T>(T);";
    let wrong = "not an instance of `Tally`: write `Tally<…>`, with 1 argument";
    refused("class", "instances(A = Tally)", item, "Tally", wrong);
    refused("class", "instances(A = Vec<u8>)", item, "Vec<u8>", wrong);
    refused("class", "instances(A = Tally<u8, u8>)", item, "Tally<u8, u8>", wrong);
    refused("class", "instances(Tally<u8>)", item, "Tally<u8>", "a class needs a name: write `instances(Name = …)`");
    let types = "`instances` needs types: write `instances(IntStack = Stack<i64>)` on the struct and \
                 `instances(Stack<i64>)` on its methods";
    refused("class", "instances", item, "instances", types);
    refused("class", "instances = 3", item, "instances", types);
    let name = "each of the `instances` has a name of its own: leave `name` out";
    refused("class", "name = \"B\", instances(A = Tally<u8>)", item, "name", name);
    let nothing = "`instances` is for what is generic: this is not";
    refused("class", "instances(A = Tally<u8>)", "struct Tally(u8);", "Tally<u8>", nothing);
    let block = "impl<T> Tally<T> {}";
    let named = "the struct names its classes: write the type alone";
    refused("methods", "instances(A = Tally<u8>)", block, "A", named);
    refused("methods", "instances(Vec<u8>)", block, "Vec<u8>", wrong);
    let which = "for which types? Name those that `#[class(instances(…))]` makes classes of: \
                 `#[methods(instances(Stack<i64>))]`";
    refused("methods", "", block, "T", which);
}

#[test]
fn options_are_known_and_given_once() {
    let item = "struct Tally;";
    refused(
        "class",
        "frozen",
        item,
        "frozen",
        "`#[class]` has no option `frozen`: it takes `name`, `instances`, `extends`, `metaclass`, `nested_in`, `subclass`, `dict`, `weakref`, `sequence`, \
         `mapping`, `freelist`, `unsafe`, `new`, `eq`, `ord`, `hash`, `repr`, `rename_all` and `crate`",
    );
    refused(
        "class",
        "sequence, mapping",
        item,
        "mapping",
        "patterns take an object for a sequence or for a mapping, not for both: keep one of `sequence` and `mapping`",
    );
    refused("class", "dict, dict", item, "dict", "`dict` is given twice: keep one");
    refused("class", "name", item, "name", "`name` needs a text: write `name = \"…\"`");
    refused("class", "name = 3", item, "3", "`name` needs a text: write `name = \"…\"`");
    let needs_a_class =
        "`extends` needs a class: write `extends = Base`, or `extends = \"module:Class\"` if Python defines it";
    refused("class", "extends", item, "extends", needs_a_class);
    refused("class", "extends = 3", item, "3", needs_a_class);
    refused("class", "extends = (\"a:B\", List)", item, "(\"a:B\", List)", needs_a_class);
    for (given, path) in
        [("extends = \"a.b\"", "a.b"), ("extends = (List, \"a:\")", "a:"), ("metaclass = \":B\"", ":B")]
    {
        let message = format!(
            "\"{path}\" names no class: write one of Rust without quotes, and \"module:Class\" if Python defines it"
        );
        refused("class", given, item, &format!("\"{path}\""), &message);
    }
    let needs_a_number = "`freelist` needs a number: write for instance `freelist = 64`";
    refused("class", "freelist", item, "freelist", needs_a_number);
    for given in ["\"8\"", "-8", "8.5", "LIMIT", "true"] {
        refused("class", &format!("freelist = {given}"), item, given, needs_a_number);
    }
    refused("class", "freelist = 0", item, "0", "`freelist = 0` asks for nothing: remove it");
    for given in ["65_536", "0x10000", "99999999999999999999"] {
        let message = "`freelist` is 65535 at most: write a smaller number";
        refused("class", &format!("freelist = {given}"), item, given, message);
    }
    let completed = "Python allocates the instances of a class that it completes, by a base or a metaclass of its own: \
                     remove `freelist`";
    for with in ["extends = \"a:B\"", "extends = (List, \"a:B\")", "metaclass = \"a:B\""] {
        refused("class", &format!("freelist = 8, {with}"), item, "freelist", completed);
    }
    refused(
        "class",
        "freelist = 8",
        "enum Tally { One }",
        "freelist",
        "`freelist` is not for enums, whose values are all there are: remove it",
    );
    refused("class", "dict = true", item, "true", "`dict` takes no value: write `dict` alone");
    refused(
        "class",
        "name = \"a-b\"",
        item,
        "\"a-b\"",
        "`a-b` is not a Python identifier: use letters, digits and `_`",
    );
    refused(
        "class",
        "crate = \"a b\"",
        item,
        "\"a b\"",
        "`a b` is not a path to the crate: write for instance `crate = \"::owned\"`",
    );
}

#[test]
fn a_field_says_what_python_may_do() {
    let text = "`#[field]` exports nothing: write `#[field(get)]` or `#[field(get, set)]`";
    refused("class", "", "struct T { #[field] a: u8 }", "#[field]", text);
    refused("class", "", "struct T { #[field(name = \"b\")] a: u8 }", "#[field(name = \"b\")]", text);
    refused(
        "class",
        "",
        "struct T { #[field(get, deleter)] a: u8 }",
        "deleter",
        "`#[field]` has no option `deleter`: it takes `get`, `set`, `name`, `default` and `init`",
    );
    refused(
        "class",
        "",
        "struct T { #[field(get)] #[field(set)] a: u8 }",
        "#[field(set)]",
        "`#[field]` is given twice: keep one",
    );
    refused(
        "class",
        "",
        "struct T(#[field(get)] u8);",
        "#[field(get)]",
        "a field without a name needs one in Python: write `#[field(get, name = \"…\")]`",
    );
    refused(
        "class",
        "",
        "struct T { #[field(get)] a: u8, #[field(get, name = \"a\")] b: u8 }",
        "\"a\"",
        "the property `a` is defined twice: rename one with `name = \"…\"`",
    );
}

#[test]
fn a_field_is_not_skipped_without_a_reason() {
    let text = "say why the collector need not see this field: `#[traverse(skip = \"reason\")]`";
    for (attribute, derive) in [("class", ""), ("Traverse", ""), ("NoRefs", "")] {
        for marker in ["#[traverse]", "#[traverse(skip = \"\")]", "#[traverse(skip = \" \")]"] {
            let item = format!("struct T {{ {marker} a: u8 }}");
            refused(attribute, derive, &item, marker, text);
        }
    }
    refused(
        "Traverse",
        "",
        "enum T { A { #[traverse(skip)] a: u8 } }",
        "skip",
        "`skip` needs a text: write `skip = \"…\"`",
    );
}

#[test]
fn docstrings_are_c_strings() {
    refused(
        "class",
        "",
        "#[doc = \"a\\0b\"] struct T;",
        "#[doc = \"a\\0b\"]",
        "a docstring cannot contain a NUL character: remove it",
    );
    let expansion = accepted("class", "", "/// One.\n///\n///     code\nstruct T;");
    assert!(expansion.contains(r#"c"One.\n\n    code""#), "{expansion}");
}

#[test]
fn unions_do_not_say_which_field_is_alive() {
    refused(
        "Traverse",
        "",
        "union U { a: u8 }",
        "union",
        "`Traverse` cannot be derived for a union: nothing says which of its fields is alive; \
         use a struct or an enum",
    );
}

/// The collector must see each field exactly once.
#[test]
fn each_field_is_visited_once() {
    let fields = "{ a: A, b: B, #[traverse(skip = \"plain\")] c: C }";
    for (name, item) in [
        ("class", format!("struct T {fields}")),
        ("Traverse", format!("struct T {fields}")),
        ("Traverse", format!("enum T {{ V {fields} }}")),
    ] {
        let expansion = accepted(name, "", &item);
        assert_eq!(expansion.matches("Traverse::traverse(").count(), 2, "{expansion}");
        assert_eq!(expansion.matches("assert_no_visible_references::<C>()").count(), 1);
    }
}

#[test]
fn what_is_adopted_is_laid_out_as_in_c() {
    let form = "write `unsafe(adopt(Struct, type = SomeType))`, or `spec = some_spec` of a heap type: C's struct, and the \
                symbol in C that its type is made of";
    let item = "#[repr(C)] struct A { count: PlainField<isize> }";
    refused("class", "unsafe", item, "unsafe", form);
    refused("class", "unsafe(adopted(A, type = T))", item, "adopted", form);
    for wrong in ["adopt", "adopt(A)", "adopt(A, type)", "adopt(A, kind = T)", "adopt(A, type = T, spec = S)"] {
        refused("class", &format!("unsafe({wrong})"), item, "adopt", form);
    }
    let on_enum = "`unsafe` is not for enums, whose values are all there are: remove it";
    refused("class", "unsafe(adopt(A, type = T))", "enum A { B }", "unsafe", on_enum);
}

#[test]
#[cfg(feature = "adopt")]
fn what_is_adopted_has_what_c_has() {
    let adopt = "unsafe(adopt(A, type = T))";
    let item = "#[repr(C)] struct A { count: PlainField<isize> }";
    let promise = "that the struct is C's, and its fields are used so, is a promise: write `unsafe(adopt(…))`";
    refused("class", "adopt(A, type = T)", item, "adopt", promise);
    let repr = "an adopted struct is laid out as in C: put `#[repr(C)]` on it";
    refused("class", adopt, "#[repr(transparent)] struct A { count: PlainField<isize> }", "A", repr);
    let fields =
        "an adopted struct lists the fields that C's has behind `PyObject_HEAD`, by their names and in their order";
    refused("class", adopt, "#[repr(C)] struct A;", "A", fields);
    refused("class", adopt, "#[repr(C)] struct A(PlainField<isize>);", "A", fields);
    for option in ["subclass", "dict", "weakref", "new", "eq", "repr"] {
        let text = format!("`{option}` is for a class whose type Rust makes: of an adopted one C says it");
        refused("class", &format!("{option}, {adopt}"), item, option, &text);
    }
    accepted("class", adopt, "#[derive(Debug)] #[repr(C, align(8))] struct A { count: PlainField<isize> }");
    // A name of C's may be a word of Rust's.
    let written = accepted("class", "unsafe(adopt(A, type = r#match))", item);
    assert!(written.contains("static owned_c_match:"), "{written}");
}

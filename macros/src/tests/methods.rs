//! `#[methods]`: roles, receivers and special methods.

use super::{accepted, refused};

#[track_caller]
fn wrong(function: &str, place: &str, message: &str) {
    refused("methods", "", &format!("impl Tally {{ {function} }}"), place, message);
}

#[test]
fn methods_go_on_an_impl_of_the_class() {
    refused("methods", "", "struct T;", "struct T;", "`#[methods]` goes on the `impl` block of a class");
    refused(
        "methods",
        "",
        "impl Clone for T {}",
        "Clone",
        "`#[methods]` goes on `impl Class { … }`: methods of a trait are not exported",
    );
    refused(
        "methods",
        "dict",
        "impl T {}",
        "dict",
        "`#[methods]` has no option `dict`: it takes `instances` and `crate`",
    );
}

#[test]
fn each_role_has_its_receiver() {
    wrong(
        "fn add(a: u8) {}",
        "add",
        "`add` has no receiver: write `&self` or `&mut self`, or mark it `#[staticmethod]`, \
         `#[classmethod]`, `#[new]` or `#[rust]`",
    );
    wrong(
        "fn take(self) {}",
        "self",
        "`take` takes `self` away from Python, which owns it: write `&self` or `&mut self`",
    );
    wrong(
        "fn take(self: Box<Self>) {}",
        "self: Box<Self>",
        "write `&self` or `&mut self`, or `slf: Borrowed<'_, '_, Self>` for the Python object",
    );
    for lent in ["Py<Self>", "owned::Owned<'_, Self>", "Ref<'_, Self>", "&mut Self"] {
        wrong(
            &format!("fn take(slf: {lent}) {{}}"),
            lent,
            "write `&self` or `&mut self`, or `slf: Borrowed<'_, '_, Self>` for the Python object",
        );
    }
    for marker in ["new", "staticmethod", "classmethod"] {
        wrong(
            &format!("#[{marker}] fn f(&self, class: u8) {{}}"),
            "f",
            &format!("`#[{marker}]` is called without an object: remove the receiver"),
        );
    }
    wrong(
        "#[classmethod] fn f(py: Python<'_>) {}",
        "(py: Python<'_>)",
        "`#[classmethod]` gets the class first: add `class: Borrowed<'_, '_, Type>`",
    );
}

#[test]
fn a_function_has_one_role() {
    wrong(
        "#[getter] #[setter] fn x(&self) {}",
        "#[setter]",
        "`#[getter]` and `#[setter]` exclude each other: keep one",
    );
    wrong("#[getter] #[getter] fn x(&self) {}", "#[getter]", "`#[getter]` is given twice: keep one");
    wrong(
        "#[rust] #[getter] fn x(&self) {}",
        "#[rust]",
        "`#[rust]` keeps a function out of Python: remove its other markers, or `#[rust]`",
    );
    wrong("#[getter(nam = \"x\")] fn x(&self) {}", "nam", "`#[getter]` has no option `nam`: it takes `name`");
}

#[test]
fn async_methods_keep_their_object() {
    let text = "an `async fn` cannot hold a borrow until it ends: write `slf: Kept<Self>`, and borrow between two awaits, \
                `cx.with(|py| slf.get(py)?.borrow()…)`";
    wrong("async fn x(&self) {}", "&self", text);
    wrong("async fn x(&mut self) {}", "&mut self", text);
    wrong("async fn x(self) {}", "self", text);
    wrong("async fn x(slf: Borrowed<'_, '_, Self>) {}", "Borrowed<'_, '_, Self>", text);
    wrong("async fn x(slf: &Owned<'_, Self>) {}", "&Owned<'_, Self>", text);
    wrong("#[new] async fn new() -> Self {}", "new", "`#[new]` gives its result at once: remove `async`");
    wrong("#[getter] async fn x(slf: Kept<Self>) {}", "x", "`#[getter]` gives its result at once: remove `async`");
    for name in ["__repr__", "__iter__", "__exit__", "__await__", "__format__"] {
        let text = format!(
            "`{name}` gives its result at once: remove `async`; of the special methods `__call__`, `__aenter__`, \
             `__aexit__` and `__anext__` can be awaited"
        );
        wrong(&format!("async fn {name}(slf: Kept<Self>) {{}}"), name, &text);
    }
    for name in ["__call__", "__aenter__", "__aexit__", "__anext__", "other"] {
        accepted("methods", "", &format!("impl Tally {{ async fn {name}(slf: Kept<Self>, cx: Async) {{}} }}"));
    }
    accepted("methods", "", "impl Tally { #[staticmethod] async fn a(b: u8) {} #[rust] async fn c(&self) {} }");
}

#[test]
fn properties_have_fixed_parameters() {
    wrong("#[getter] fn x(&self, a: u8) {}", "a", "a getter gets nothing but its object: remove `a`");
    let class = "a getter of the class gets nothing but `py: Python<'_>`: remove `a`";
    wrong("#[staticgetter] fn x(a: u8) -> u8 {}", "a", class);
    wrong("#[staticsetter] fn x() {}", "x", "a setter of the class gets one value: `fn set_x(value: T)`");
    wrong(
        "#[staticsetter] fn x(&self, a: u8) {}",
        "x",
        "`#[staticsetter]` is called without an object: remove the receiver",
    );
    let mark = "`x` has no receiver: write `&self` or `&mut self`, or mark it `#[staticgetter]` if it is of the class";
    wrong("#[getter] fn x() -> u8 {}", "x", mark);
    let fixed = "a getter has a fixed signature: remove `#[signature(…)]`";
    wrong("#[staticgetter] #[signature()] fn x() -> u8 {}", "signature", fixed);
    let text = "a setter gets its object and one value: `fn set_x(&mut self, value: T)`";
    wrong("#[setter] fn set_x(&mut self) {}", "set_x", text);
    wrong("#[setter] fn set_x(&mut self, a: u8, b: u8) {}", "set_x", text);
    wrong(
        "#[setter] #[signature(a)] fn set_x(&mut self, a: u8) {}",
        "signature",
        "a setter has a fixed signature: remove `#[signature(…)]`",
    );
}

#[test]
fn special_methods_are_known_by_name() {
    wrong("fn __new__() {}", "__new__", "`__new__` is written `#[new] fn new(…) -> Self`");
    for (name, nearest) in [
        ("__plus__", "__pos__"),
        ("__nonzero__", "__bool__"),
        ("__lenght__", "__len__"),
        ("__getItem__", "__getitem__"),
        ("__div__", "__truediv__"),
        ("__rtruedif__", "__rtruediv__"),
        ("__init_subclas__", "__init_subclass__"),
    ] {
        let text =
            format!("`{name}` is not supported: Python has no special method of this name; did you mean `{nearest}`?");
        wrong(&format!("fn {name}(&self) {{}}"), name, &text);
    }
    for (name, asked) in crate::model::OF_A_METACLASS {
        let text = format!("`{name}` is asked of a metaclass, for {asked}: a class of Rust is none");
        wrong(&format!("fn {name}(&self) {{}}"), name, &text);
    }
    for name in crate::model::OF_THE_CLASS {
        wrong(
            &format!("#[staticmethod] fn {name}() {{}}"),
            "#[staticmethod]",
            &format!("`{name}` is a method of the class: remove `#[staticmethod]`"),
        );
        wrong(
            &format!("fn {name}(&self, class: u8) {{}}"),
            name,
            "`#[classmethod]` is called without an object: remove the receiver",
        );
        let expansion = accepted("methods", "", &format!("impl T {{ fn {name}(class: Borrowed<'_, '_, Type>) {{}} }}"));
        assert!(expansion.contains("Entry::class_method"));
    }
    wrong(
        "#[staticmethod] fn __len__() -> usize { 0 }",
        "#[staticmethod]",
        "`__len__` is a special method of the object: remove `#[staticmethod]`",
    );
    wrong(
        "#[method(name = \"__len__\")] fn len(&self) -> usize { 0 }",
        "\"__len__\"",
        "a special method is found by its Rust name: call the function `__len__`",
    );
    wrong(
        "#[new(name = \"make\")] fn new() -> Self { Tally }",
        "\"make\"",
        "`#[new]` is `__new__` in Python: remove `name`",
    );
    accepted("methods", "", "impl T { fn __enter__(&self) {} fn __exit__(&self, a: A, b: B, c: C) {} }");
}

#[test]
fn special_methods_have_their_form() {
    for slot in crate::model::SLOTS {
        let name = slot.name;
        let message = format!("`{name}` has the form `{}`", slot.form());
        wrong(&format!("fn {name}() {{}}"), name, &message);
        let (least, most) = slot.protocol.operands().unwrap_or((0, 3));
        if slot.protocol.operands().is_some() {
            wrong(&format!("fn {name}(&self{}) {{}}", ", a: u8".repeat(most + 1)), name, &message);
            if least > 0 {
                wrong(&format!("fn {name}(&self{}) {{}}", ", a: u8".repeat(least - 1)), name, &message);
            }
            wrong(
                &format!("#[signature(a)] fn {name}(&self, a: u8) {{}}"),
                "signature",
                &format!("`{name}` has a fixed signature: remove `#[signature(…)]`"),
            );
        }
        for receiver in ["&self", "&mut self", "slf: Borrowed<'_, '_, Self>", "slf: &Owned<'_, Self>"] {
            for arguments in least..=most {
                let arguments: String = (0..arguments).map(|at| format!(", a{at}: u8")).collect();
                accepted("methods", "", &format!("impl T {{ fn {name}({receiver}, py: Python<'_>{arguments}) {{}} }}"));
            }
        }
    }
}

#[test]
fn names_are_given_once() {
    wrong(
        "fn a(&self) {} #[method(name = \"a\")] fn b(&self) {}",
        "\"a\"",
        "`a` is defined twice in Python: rename one with `name = \"…\"` in its marker",
    );
    wrong(
        "fn a(&self) {} #[getter(name = \"a\")] fn b(&self) {}",
        "\"a\"",
        "`a` is defined twice in Python: rename one with `name = \"…\"` in its marker",
    );
    wrong(
        "#[getter] fn a(&self) {} #[getter(name = \"a\")] fn b(&self) {}",
        "\"a\"",
        "the property `a` is defined twice: rename one with `name = \"…\"`",
    );
    wrong(
        "#[new] fn a() {} #[new] fn b() {}",
        "b",
        "a class has one `#[new]`: keep one, or mark each `#[new(overload)]`",
    );
    accepted("methods", "", "impl T { #[cfg(a)] fn a(&self) {} #[cfg(not(a))] fn a(&self) {} }");
    let static_getter = "#[staticgetter] fn a() {}";
    accepted("methods", "", &format!("impl T {{ {static_getter} #[staticsetter] fn set_a(a: u8) {{}} }}"));
    let both = "the property `a` is one of the class and of its objects: rename one with `name = \"…\"`";
    wrong(&format!("{static_getter} #[setter] fn set_a(&self, a: u8) {{}}"), "a", both);
    wrong(
        &format!("{static_getter} #[staticgetter(name = \"a\")] fn b() {{}}"),
        "\"a\"",
        "the property `a` is defined twice: rename one with `name = \"…\"`",
    );
    accepted("methods", "", "impl T { #[getter] fn a(&self) {} #[setter] fn set_a(&self, a: u8) {} }");
}

#[test]
fn a_mutating_method_says_so_to_the_class() {
    let mutates = |block: &str| {
        let expansion = accepted("methods", "", block);
        let start = expansion.find("__OWNED_MUTATES: bool =").expect("the constant is there");
        let line = expansion[start..].lines().next().expect("a line");
        line.trim_start_matches("__OWNED_MUTATES: bool = ").trim_end_matches(';').to_owned()
    };
    assert_eq!(mutates("impl T { fn a(&self) {} }"), "false");
    assert_eq!(mutates("impl T { fn a(&self) {} fn b(&mut self) {} }"), "true");
    assert_eq!(mutates("impl T { #[rust] fn b(&mut self) {} }"), "false");
    assert_eq!(mutates("impl T { #[cfg(x)] fn b(&mut self) {} }"), "::core::cfg!(any(all(x)))");
}

/// Converting a result may run Python code, so the object is not borrowed then, unless the result is.
#[test]
fn overloads_say_what_they_take() {
    let anything =
        "an overload says which arguments it takes, and `*args` and `**kwargs` take any: remove them, or `overload`";
    wrong("#[method(overload)] #[signature(*a)] fn f(&self, a: Vec<u8>) {}", "overload", anything);
    let later = "an `async fn` cannot be an overload: take the arguments as `Kept<Any>` and choose in the body";
    wrong("#[staticmethod(overload)] async fn f(a: u8) {}", "overload", later);
    accepted("methods", "", "impl T { #[new(overload)] fn a(a: u8) -> T {} #[new(overload)] fn b(b: i8) -> T {} }");
}

#[test]
fn the_borrow_ends_before_the_result_is_converted() {
    let drops = |output: &str| {
        let expansion = accepted("methods", "", &format!("impl T {{ fn a(&self) -> {output} {{}} }}"));
        expansion.contains("::core::mem::drop(this)")
    };
    for owned in ["u8", "Vec<String>", "Result<Owned<'py, Any>>", "Option<&'static str>"] {
        // A reference is taken for a borrow, whatever its lifetime.
        assert_eq!(drops(owned), !owned.contains('&'), "{owned}");
    }
    for borrowed in ["&str", "View<'_>", "View<'a>", "impl Iterator", "Box<dyn X>", "(u8, &str)"] {
        assert!(!drops(borrowed), "{borrowed}");
    }
}

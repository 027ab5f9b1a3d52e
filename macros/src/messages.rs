//! The one table of message texts: short, lower case, quoting what the user wrote, with the fix.

// Options of attributes.
pub(crate) fn unknown_option(option: &str, attribute: &str, known: &[&str]) -> String {
    if known.is_empty() {
        format!("`#[{attribute}]` takes no options: remove `{option}`")
    } else {
        let known = list(known);
        format!("`#[{attribute}]` has no option `{option}`: it takes {known}")
    }
}
pub(crate) fn option_needs_text(option: &str) -> String {
    format!("`{option}` needs a text: write `{option} = \"…\"`")
}
pub(crate) fn option_is_a_flag(option: &str) -> String {
    format!("`{option}` takes no value: write `{option}` alone")
}
pub(crate) fn option_twice(option: &str) -> String {
    format!("`{option}` is given twice: keep one")
}
pub(crate) fn marker_twice(marker: &str) -> String {
    format!("`#[{marker}]` is given twice: keep one")
}
pub(crate) fn not_an_identifier(name: &str) -> String {
    format!("`{name}` is not a Python identifier: use letters, digits and `_`")
}
pub(crate) fn not_a_path(path: &str) -> String {
    format!("`{path}` is not a path to the crate: write for instance `crate = \"::owned\"`")
}
pub(crate) const DOC_HAS_NUL: &str = "a docstring cannot contain a NUL character: remove it";

// Classes and their fields.
pub(crate) const CLASS_ON_ENUM: &str =
    "`#[class]` on an enum is not supported yet: put the enum into a field of a struct";
pub(crate) const CLASS_ON_OTHER: &str = "`#[class]` goes on a struct";
pub(crate) fn generic_class(class: &str) -> String {
    format!(
        "the class `{class}` cannot be generic: Python has one type object for it; \
         write one struct for each type that you need"
    )
}
pub(crate) const FIELD_WITHOUT_ACCESS: &str =
    "`#[field]` exports nothing: write `#[field(get)]` or `#[field(get, set)]`";
pub(crate) const FIELD_WITHOUT_NAME: &str =
    "a field without a name needs one in Python: write `#[field(get, name = \"…\")]`";
pub(crate) const SKIP_WITHOUT_REASON: &str =
    "say why the collector need not see this field: `#[traverse(skip = \"reason\")]`";
pub(crate) fn property_twice(name: &str) -> String {
    format!("the property `{name}` is defined twice: rename one with `name = \"…\"`")
}

// Derives.
pub(crate) fn derive_on_union(derive: &str) -> String {
    format!(
        "`{derive}` cannot be derived for a union: nothing says which of its fields is alive; use a struct or an enum"
    )
}

// Functions and their parameters.
pub(crate) const ASYNC: &str = "an `async fn` cannot be called from Python yet: remove `async`, or mark it `#[rust]`";
pub(crate) const ASYNC_FUNCTION: &str = "an `async fn` cannot be called from Python yet: remove `async`";
pub(crate) const UNSAFE: &str =
    "an `unsafe fn` cannot be called from Python, which cannot promise anything: make it safe";
pub(crate) const EXTERN: &str = "a function with an ABI of its own cannot be exported: remove `extern`";
pub(crate) const VARIADIC: &str = "C variadics cannot be exported: write `#[signature(*args)]` with a parameter `args`";
pub(crate) const GENERIC: &str =
    "an exported function cannot be generic: Python calls one function; write the type out";
pub(crate) const IMPL_TRAIT: &str =
    "`impl Trait` makes the function generic, and Python calls one function: write the type out";
pub(crate) const PATTERN: &str =
    "a parameter needs a name, which is its name in Python: take the pattern apart in the body";
pub(crate) const FUNCTION_ON_OTHER: &str = "`#[function]` goes on a `fn`";
pub(crate) const FUNCTION_WITH_SELF: &str =
    "`#[function]` is for free functions: methods go into an `impl` block marked `#[methods]`";

// `#[signature(…)]`.
pub(crate) fn signature_unknown(name: &str) -> String {
    format!("the signature names `{name}`, which is not a parameter of the function")
}
pub(crate) fn signature_missing(name: &str) -> String {
    format!("the parameter `{name}` is missing in `#[signature(…)]`: add it there")
}
pub(crate) fn signature_order(written: &str, expected: &str) -> String {
    format!("`{written}` stands where the function has `{expected}`: both must have the same order")
}
pub(crate) fn signature_twice(name: &str) -> String {
    format!("`{name}` is in the signature twice: keep one")
}
pub(crate) fn required_after_default(name: &str) -> String {
    format!("`{name}` has no default but follows a parameter that has one: give it a default, or put a `*` before it")
}
pub(crate) fn after_options(options: &str) -> String {
    format!("nothing can follow `**{options}`: move it to the end")
}
pub(crate) const SLASH_TWICE: &str = "`/` is in the signature twice: keep one";
pub(crate) const SLASH_FIRST: &str = "`/` needs a parameter before it: those are the positional-only ones";
pub(crate) const SLASH_AFTER_STAR: &str = "`/` must come before `*`: positional-only parameters come first";
pub(crate) const STAR_TWICE: &str = "`*` is in the signature twice: keep one";
pub(crate) const STAR_LAST: &str = "`*` needs a parameter after it: those are the keyword-only ones";
pub(crate) const SIGNATURE_ENTRY: &str = "expected `name`, `name = default`, `/`, `*`, `*args` or `**kwargs`";

// Methods.
pub(crate) const METHODS_ON_OTHER: &str = "`#[methods]` goes on the `impl` block of a class";
pub(crate) const METHODS_ON_TRAIT: &str =
    "`#[methods]` goes on `impl Class { … }`: methods of a trait are not exported";
pub(crate) fn two_roles(first: &str, second: &str) -> String {
    format!("`#[{first}]` and `#[{second}]` exclude each other: keep one")
}
pub(crate) fn no_receiver(name: &str) -> String {
    format!(
        "`{name}` has no receiver: write `&self` or `&mut self`, or mark it `#[staticmethod]`, \
         `#[classmethod]`, `#[new]` or `#[rust]`"
    )
}
pub(crate) fn receiver_by_value(name: &str) -> String {
    format!("`{name}` takes `self` away from Python, which owns it: write `&self` or `&mut self`")
}
pub(crate) const RECEIVER_TYPED: &str =
    "write `&self` or `&mut self`, or `slf: Borrowed<'_, '_, Self>` for the Python object";
pub(crate) fn unwanted_receiver(marker: &str) -> String {
    format!("`#[{marker}]` is called without an object: remove the receiver")
}
pub(crate) const CLASS_PARAMETER: &str = "`#[classmethod]` gets the class first: add `class: Borrowed<'_, '_, Type>`";
pub(crate) fn getter_arguments(argument: &str) -> String {
    format!("a getter gets nothing but its object: remove `{argument}`")
}
pub(crate) const SETTER_ARGUMENTS: &str = "a setter gets its object and one value: `fn set_x(&mut self, value: T)`";
pub(crate) fn no_signature_here(what: &str) -> String {
    format!("{what} has a fixed signature: remove `#[signature(…)]`")
}
pub(crate) fn method_twice(name: &str) -> String {
    format!("`{name}` is defined twice in Python: rename one with `#[method(name = \"…\")]`")
}
pub(crate) const NEW_TWICE: &str = "a class has one `#[new]`: keep one";
pub(crate) const NEW_NAMED: &str = "`#[new]` is `__new__` in Python: remove `name`";
pub(crate) fn dunder_new() -> String {
    "`__new__` is written `#[new] fn new(…) -> Self`".to_owned()
}
pub(crate) fn unknown_dunder(name: &str, known: &[&str]) -> String {
    let known = list(known);
    format!("`{name}` is not supported: the special methods are {known}")
}
pub(crate) fn dunder_role(name: &str, marker: &str) -> String {
    format!("`{name}` is a special method of the object: remove `#[{marker}]`")
}
pub(crate) fn dunder_by_name(name: &str) -> String {
    format!("a special method is found by its Rust name: call the function `{name}`")
}
pub(crate) fn dunder_form(name: &str, form: &str) -> String {
    format!("`{name}` has the form `{form}`")
}
pub(crate) const RUST_IS_NOT_EXPORTED: &str =
    "`#[rust]` keeps a function out of Python: remove its other markers, or `#[rust]`";

// Modules.
pub(crate) const MODULE_ON_OTHER: &str = "`#[module]` goes on `mod name { … }`";
pub(crate) fn module_not_inline(name: &str) -> String {
    format!(
        "`#[module]` cannot see into another file: write `mod {name} {{ … }}` and bring items in \
         with `#[export] pub use path::Item;`"
    )
}
pub(crate) fn export_glob(path: &str) -> String {
    format!("a glob does not say what is exported: name the items, `pub use {path}{{A, B}};`")
}
pub(crate) const EXPORT_SELF: &str = "`self` is a module, not an item: name the class or function";
pub(crate) const EXPORT_UNDERSCORE: &str = "`_` is not a name in Python: write `as name`";
pub(crate) const EXPORT_ON_OTHER: &str =
    "`#[export]` goes on a `pub use` or a `const`; mark a `fn` `#[function]`, a struct `#[class]`";
pub(crate) const EXPORT_NAMED_GROUP: &str = "`name` is for one item: write `as name` in the group instead";
pub(crate) fn item_twice(name: &str) -> String {
    format!("the module has two items named `{name}`: rename one")
}
pub(crate) const INIT_TWICE: &str = "a module has one `#[init]`: keep one";
pub(crate) const INIT_FORM: &str = "`#[init]` has the form \
     `fn init<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()>`";
pub(crate) const INIT_ON_OTHER: &str = "`#[init]` goes on a `fn`";

fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

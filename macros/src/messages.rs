//! The one table of message texts: short, lower case, quoting what the user wrote, with the fix.

pub(crate) const ONE_ITEM: &str = "expected one item";
pub(crate) const NO_EXPRESSION: &str = "expected an expression";

// Features of the library.
pub(crate) fn needs_feature(what: &str, feature: &str) -> String {
    format!("{what} the feature `{feature}` of `owned-py`")
}

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
pub(crate) fn final_base(base: &str) -> String {
    format!("`{base}` cannot be extended: put `#[class(subclass)]` on it, and no base or metaclass that Python defines")
}
pub(crate) fn option_needs_class(option: &str) -> String {
    match option {
        "nested_in" => "`nested_in` needs a class of Rust: write `nested_in = Outer`".into(),
        "metaclass" => "`metaclass` needs a class of Python's: write `metaclass = \"module:Class\"`".into(),
        _ => format!(
            "`{option}` needs a class: write `{option} = Base`, or `{option} = \"module:Class\"` if Python defines it"
        ),
    }
}
pub(crate) fn not_a_python_class(path: &str) -> String {
    format!("\"{path}\" names no class: write one of Rust without quotes, and \"module:Class\" if Python defines it")
}
pub(crate) fn option_needs_expression(option: &str) -> String {
    format!("`{option}` needs a value: write `{option} = expression`")
}
pub(crate) fn option_needs_number(option: &str) -> String {
    format!("`{option}` needs a number: write for instance `{option} = 64`")
}
pub(crate) fn option_is_nothing(option: &str) -> String {
    format!("`{option} = 0` asks for nothing: remove it")
}
pub(crate) fn option_too_large(option: &str, most: u16) -> String {
    format!("`{option}` is {most} at most: write a smaller number")
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
pub(crate) const CLASS_ON_OTHER: &str = "`#[class]` goes on a struct or an enum";
pub(crate) fn variant_with_fields(variant: &str) -> String {
    format!(
        "`{variant}` has fields, and a value of Python's `Enum` is one object for everybody: write `#[class]` in place \
         of `#[enumeration]`, or convert the enum by `#[derive(FromPy, IntoPy)]`"
    )
}
pub(crate) fn made_by_variants(name: &str) -> String {
    format!("`{name}` is made by its variants: write a `#[staticmethod]` in place of `#[new]` or `__init__`")
}
pub(crate) fn made_anyway(option: &str) -> String {
    format!("`{option}` is made of the fields of each variant anyway: remove it")
}
pub(crate) const VARIANT_FIELD_GET: &str = "every field of a variant can be read: remove `get`";
pub(crate) const VARIANT_FIELD_SET: &str =
    "a value of an enum cannot change in Python, where others hold it too: remove `set`";
pub(crate) const VARIANT_FIELD_INIT: &str =
    "every field of a variant is a parameter: write `default = …` for one that may be left out";
pub(crate) const VARIANT_FIELD_UNDER_CFG: &str =
    "every field of a variant is a parameter, which cannot be under `#[cfg]`: put the variant under it";
pub(crate) const TEST_ON_OTHER: &str = "`#[owned::test]` goes on a function";
pub(crate) const ASYNC_TEST: &str = "a test is no `async fn`: run the coroutine with `asyncio.run`, from Python";
pub(crate) const TEST_TAKES: &str = "a test takes nothing, or `py: Python<'_>`";
pub(crate) const ENUMERATION_ON_OTHER: &str = "`#[enumeration]` goes on an enum";
pub(crate) fn two_kinds(first: &str, second: &str) -> String {
    format!("`{first}` and `{second}` exclude each other: keep one")
}
pub(crate) fn text_of_numbers(kind: &str) -> String {
    format!("the values of an `{kind}` are numbers, those of the variants: remove `value`")
}
pub(crate) fn enum_without_values(name: &str) -> String {
    format!("`{name}` has no values: give it one")
}
pub(crate) fn value_named_twice(name: &str) -> String {
    format!("two values are `{name}` in Python: rename one with `#[variant(name = \"…\")]`")
}
pub(crate) fn not_of_an_enum(option: &str) -> String {
    format!("`{option}` is not for enums, whose values are all there are: remove it")
}
pub(crate) const ENUM_CHANGES: &str =
    "a value of an enum cannot change in Python, where others hold it too: its methods take `&self`";
pub(crate) fn generic_class(class: &str) -> String {
    format!(
        "the class `{class}` cannot be generic by itself: Python has one type object for it; name each type that is one: \
         `#[class(instances(Int{class} = {class}<i64>))]`"
    )
}
pub(crate) const CLASS_BORROWS: &str =
    "a class cannot borrow: Python keeps its objects for as long as it likes; own what is in it";
pub(crate) fn generic_enum(name: &str) -> String {
    format!(
        "the enum `{name}` cannot be generic: Python has one type object for it; write one for each type that you need"
    )
}
pub(crate) const INSTANCES_NEED_TYPES: &str = "`instances` needs types: write `instances(IntStack = Stack<i64>)` on the struct and `instances(Stack<i64>)` on its methods";
pub(crate) const METHODS_OF_GENERIC: &str =
    "for which types? Name those that `#[class(instances(…))]` makes classes of: `#[methods(instances(Stack<i64>))]`";
pub(crate) const INSTANCES_OF_NOTHING: &str = "`instances` is for what is generic: this is not";
pub(crate) const INSTANCE_WITHOUT_NAME: &str = "a class needs a name: write `instances(Name = …)`";
pub(crate) const INSTANCE_WITH_NAME: &str = "the struct names its classes: write the type alone";
pub(crate) const NAME_OF_INSTANCES: &str = "each of the `instances` has a name of its own: leave `name` out";
pub(crate) fn not_an_instance(ty: &str, parameters: usize) -> String {
    let s = if parameters == 1 { "" } else { "s" };
    format!("not an instance of `{ty}`: write `{ty}<…>`, with {parameters} argument{s}")
}
pub(crate) const FREELIST_OF_PYTHON: &str = "Python allocates the instances of a class that it completes, by a base or a metaclass of its own: remove `freelist`";
pub(crate) const FREELIST_OF_BUILT_IN: &str =
    "a built-in type allocates the instances of the classes over it itself: remove `freelist`";
pub(crate) const SEQUENCE_AND_MAPPING: &str =
    "patterns take an object for a sequence or for a mapping, not for both: keep one of `sequence` and `mapping`";
pub(crate) const DEFAULT_AND_INIT: &str = "`default` is for a parameter and `init` for a field that is none: keep one";
pub(crate) fn without_new(option: &str) -> String {
    format!("`{option}` is for a constructor that is made of the fields: write `#[class(new)]`, or remove it")
}
pub(crate) fn needs_option(option: &str, needed: &str) -> String {
    format!("`{option}` needs `{needed}`: write `#[class({needed}, {option})]`")
}
pub(crate) const HASH_OF_WHAT_CHANGES: &str =
    "the hash of an object must not change, and this field can be set: remove `set`, or `hash` from `#[class(…)]`";
pub(crate) const PARAMETER_WITHOUT_NAME: &str = "a field without a name cannot be a parameter: give it one by `#[field(get, name = \"…\")]`, or a value by \
     `#[field(init = …)]`";
pub(crate) const PARAMETER_UNDER_CFG: &str =
    "a field under `#[cfg]` cannot be a parameter: give it a value by `#[field(init = …)]`, or write `#[new]`";
pub(crate) fn field_after_default(name: &str) -> String {
    format!("`{name}` has no default but follows a field that has one: give it one by `#[field(default = …)]`")
}
pub(crate) fn given_twice(option: &str, method: &str) -> String {
    format!("`#[class({option})]` and {method} exclude each other: keep one")
}
pub(crate) const FIELD_WITHOUT_ACCESS: &str =
    "`#[field]` exports nothing: write `#[field(get)]` or `#[field(get, set)]`";
pub(crate) const FIELD_WITHOUT_NAME: &str =
    "a field without a name needs one in Python: write `#[field(get, name = \"…\")]`";
pub(crate) const SKIP_WITHOUT_REASON: &str =
    "say why the collector need not see this field: `#[traverse(skip = \"reason\")]`";
pub(crate) fn field_and_method(name: &str) -> String {
    format!("`{name}` is also defined by `#[methods]`: rename one with `name = \"…\"`, or remove one")
}
pub(crate) fn property_twice(name: &str) -> String {
    format!("the property `{name}` is defined twice: rename one with `name = \"…\"`")
}

// Derives.
pub(crate) const ELEMENT_OF_ENUM: &str = "`Element` cannot be derived for an enum: Python writes any bytes, also those of no variant; let the item be the number, and convert it";
pub(crate) const ELEMENT_OF_UNION: &str =
    "`Element` cannot be derived for a union: nothing says which of its fields is alive; use a struct";
pub(crate) const TRANSPARENT_ELEMENT: &str =
    "an item that is `#[repr(transparent)]` has one field: write `#[repr(C)]` for several";
pub(crate) fn generic_element(name: &str) -> String {
    format!(
        "`{name}` cannot be generic: its format says what each field is; write a struct for each type that you need"
    )
}
pub(crate) fn element_without_layout(name: &str) -> String {
    format!("Rust may order the fields of `{name}` as it likes: put `#[repr(C)]` on it")
}
pub(crate) fn element_without_fields(name: &str) -> String {
    format!("`{name}` has no fields, and an item of a buffer has a size: give it one")
}
pub(crate) fn derive_on_union(derive: &str) -> String {
    format!(
        "`{derive}` cannot be derived for a union: nothing says which of its fields is alive; use a struct or an enum"
    )
}

// `#[py(…)]`, for the derives of conversions.
pub(crate) fn unknown_py_option(option: &str, place: &str, known: &[&str]) -> String {
    format!("`#[py]` on {place} has no option `{option}`: it takes {}", list(known))
}
pub(crate) fn py_without_options(place: &str, known: &[&str]) -> String {
    format!("write the options in parentheses, `#[py(…)]`: on {place} they are {}", list(known))
}
pub(crate) fn option_needs_function(option: &str) -> String {
    format!("`{option}` needs a function: write `{option} = path::function`")
}
pub(crate) const ITEM_NEEDS_KEY: &str = "`item` takes a text or an integer: write `item = \"…\"` or `item = 0`";
pub(crate) const VALUE_NEEDS_LITERAL: &str = "`value` needs a text or an integer: write `value = \"…\"` or `value = 0`";
pub(crate) fn number_too_large(number: &str) -> String {
    format!("`{number}` does not fit in an `i64`: use a smaller number, or a text")
}
pub(crate) fn unknown_case(case: &str, known: &[&str]) -> String {
    format!("`{case}` is no way to write names: `rename_all` takes {}", list(known))
}
pub(crate) fn options_exclude(first: &str, second: &str) -> String {
    format!("`{first}` and `{second}` exclude each other: keep one")
}
pub(crate) fn for_named_fields(option: &str) -> String {
    format!("`{option}` is for named fields, of which there are none here: remove it")
}
pub(crate) fn no_fields(name: &str) -> String {
    format!(
        "`{name}` has no fields to convert: give it one, or make it a variant of an enum, \
         where `#[py(value = …)]` says what it is"
    )
}
pub(crate) fn no_variants(name: &str) -> String {
    format!("`{name}` has no variants, so there is nothing to convert: give it one")
}
pub(crate) fn variant_without_value(name: &str) -> String {
    let value = crate::model::Case::Snake.apply(name);
    format!(
        "`{name}` has no fields: say what it is in Python by `#[py(value = \"{value}\")]` or `#[py(value = 0)]`, \
         or name all such variants by `#[py(rename_all = \"snake_case\")]` on the enum"
    )
}
pub(crate) const VALUE_OF_FIELDS: &str = "`value` is for a variant without fields: remove it, or the fields";
pub(crate) fn value_twice(value: &str, other: &str) -> String {
    format!("{value} is what `{other}` is in Python: give each variant its own `value`")
}
pub(crate) fn transparent_fields(count: usize) -> String {
    format!("`transparent` is for exactly one field, which is the whole object: here are {count}")
}
pub(crate) fn no_choice(option: &str, tuple: bool) -> String {
    let field = if tuple { "an item of a tuple" } else { "the whole object" };
    format!("`{option}` has nothing to choose where the field is {field}: remove it")
}
pub(crate) fn never_absent(tuple: bool) -> String {
    let field = if tuple { "an item of a tuple" } else { "the whole object" };
    format!("`default` is for what can be absent, and this field is {field}: remove it")
}
pub(crate) fn name_twice(name: &str) -> String {
    format!("two fields are `{name}` in Python: rename one")
}
pub(crate) const NUMBER_IN_NAMESPACE: &str =
    "an attribute of a namespace has a name: write a text, or leave `namespace` out";
pub(crate) fn not_an_attribute(name: &str) -> String {
    format!("`{name}` cannot be the name of an attribute: use another case, or `items`")
}
pub(crate) fn borrowed_field(lifetime: &str, source: &str) -> String {
    format!(
        "a field that borrows (`{lifetime}`) cannot be taken from {source}, which is released when the conversion \
         ends: use a type that owns, such as `String` or `Owned<'py, T>`, or take the fields from a tuple \
         (`struct S<{lifetime}>(…)`)"
    )
}
pub(crate) fn interpreter_lifetime(lifetime: &str) -> String {
    format!("`{lifetime}` is the interpreter's lifetime here: call it `'py`, which tells it from that of what is lent")
}
pub(crate) fn second_lifetime(lifetime: &str, first: &str) -> String {
    format!(
        "`{lifetime}` is one lifetime too many: all fields borrow from one object, so write `{first}` for both \
         (and `'py` for the interpreter's)"
    )
}

// Functions and their parameters.
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

// `async fn`.
pub(crate) const ASYNC_TOKEN: &str = "an `async fn` runs when the call that has the token is over: take `cx: Async`, \
     and get one between two awaits, `cx.with(|py| …)`";
pub(crate) const CONTEXT_WITHOUT_ASYNC: &str =
    "`Async` is what an `async fn` gets: write `async fn`, or take `py: Python<'_>`";
pub(crate) const KEPT_WITHOUT_ASYNC: &str =
    "a `Kept` is a place in the table of a coroutine: write `async fn`, or take `Py<T>` or `Borrowed<'_, '_, T>`";
pub(crate) const ASYNC_BORROWS: &str = "an `async fn` runs when the call that lends this is over: take a type that \
     owns, such as `String`; of an object, `Kept<T>`";
pub(crate) const ASYNC_HIDES: &str = "the collector cannot see a `Py` in an `async fn`: take `Kept<T>`, \
     a place in the table of its coroutine";
pub(crate) const ASYNC_SELF: &str = "an `async fn` cannot hold a borrow until it ends: write `slf: Kept<Self>`, \
     and borrow between two awaits, `cx.with(|py| slf.get(py)?.borrow()…)`";
pub(crate) fn async_role(marker: &str) -> String {
    format!("`#[{marker}]` gives its result at once: remove `async`")
}
pub(crate) fn async_dunder(name: &str) -> String {
    format!(
        "`{name}` gives its result at once: remove `async`; of the special methods `__call__`, `__aenter__`, \
         `__aexit__` and `__anext__` can be awaited"
    )
}

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

// Hints.
pub(crate) const HINT_ENTRY: &str = "expected `name: \"type\"` or `-> \"type\"`, a type as Python writes it";
pub(crate) const HINT_OF_VALUE: &str = "expected `#[hint(\"type\")]`, a type as Python writes it";
pub(crate) const HINT_RETURNS_TWICE: &str = "`->` is in the hint twice: keep one";
pub(crate) const HINT_WITHOUT_FIELD: &str =
    "a hint is for what Python sees: put `#[field(get)]` on the field, or leave the hint out";
pub(crate) fn hint_of_nothing(name: &str) -> String {
    format!("no parameter that Python passes is called `{name}`")
}
pub(crate) fn hint_twice(name: &str) -> String {
    format!("`{name}` is in the hint twice: keep one")
}
pub(crate) fn not_a_hint(text: &str, fault: &str) -> String {
    format!("`{text}` is no type of Python: {fault}")
}

// Methods.
pub(crate) const METHODS_ON_OTHER: &str = "`#[methods]` goes on the `impl` block of a class";
pub(crate) const METHODS_ON_TRAIT: &str =
    "`#[methods]` goes on `impl Class { … }`: methods of a trait are not exported";
pub(crate) fn not_a_class(name: &str) -> String {
    format!("`{name}` is not a class: put `#[class]` on it")
}
pub(crate) fn two_roles(first: &str, second: &str) -> String {
    format!("`#[{first}]` and `#[{second}]` exclude each other: keep one")
}
pub(crate) fn no_receiver(name: &str) -> String {
    format!(
        "`{name}` has no receiver: write `&self` or `&mut self`, or mark it `#[staticmethod]`, \
         `#[classmethod]`, `#[new]` or `#[rust]`"
    )
}
pub(crate) fn no_receiver_of_property(name: &str, marker: &str) -> String {
    format!("`{name}` has no receiver: write `&self` or `&mut self`, or mark it `#[{marker}]` if it is of the class")
}
pub(crate) fn receiver_by_value(name: &str) -> String {
    format!("`{name}` takes `self` away from Python, which owns it: write `&self` or `&mut self`")
}
pub(crate) fn exclusive_argument(ty: &str) -> String {
    format!("`&mut {ty}` cannot be an argument: to change an object of a class, take `RefMut<'_, {ty}>`")
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
pub(crate) fn static_getter_arguments(argument: &str) -> String {
    format!("a getter of the class gets nothing but `py: Python<'_>`: remove `{argument}`")
}
pub(crate) const STATIC_SETTER_ARGUMENTS: &str = "a setter of the class gets one value: `fn set_x(value: T)`";
pub(crate) fn both_properties(name: &str) -> String {
    format!("the property `{name}` is one of the class and of its objects: rename one with `name = \"…\"`")
}
pub(crate) fn deleter_arguments(argument: &str) -> String {
    format!("a deleter gets nothing but its object: remove `{argument}`")
}
pub(crate) fn attribute_arguments(argument: &str) -> String {
    format!("a class attribute is computed once, with nothing but `py: Python<'_>`: remove `{argument}`")
}
pub(crate) fn no_signature_here(what: &str) -> String {
    format!("{what} has a fixed signature: remove `#[signature(…)]`")
}
pub(crate) fn method_twice(name: &str) -> String {
    format!("`{name}` is defined twice in Python: rename one with `name = \"…\"` in its marker")
}
pub(crate) const OVERLOAD_OF_ANYTHING: &str =
    "an overload says which arguments it takes, and `*args` and `**kwargs` take any: remove them, or `overload`";
pub(crate) const OVERLOAD_ASYNC: &str =
    "an `async fn` cannot be an overload: take the arguments as `Kept<Any>` and choose in the body";
pub(crate) const NEW_TWICE: &str = "a class has one `#[new]`: keep one, or mark each `#[new(overload)]`";
pub(crate) const NEW_NAMED: &str = "`#[new]` is `__new__` in Python: remove `name`";
pub(crate) fn dunder_new() -> String {
    "`__new__` is written `#[new] fn new(…) -> Self`".to_owned()
}
pub(crate) fn unknown_dunder(name: &str, nearest: &str) -> String {
    format!("`{name}` is not supported: Python has no special method of this name; did you mean `{nearest}`?")
}
pub(crate) fn dunder_of_class(name: &str, marker: &str) -> String {
    format!("`{name}` is a method of the class: remove `#[{marker}]`")
}
pub(crate) fn dunder_of_metaclass(name: &str, asked: &str) -> String {
    format!("`{name}` is asked of a metaclass, for {asked}: a class of Rust is none")
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
pub(crate) fn item_unmarked(marker: &str) -> String {
    format!("this is public, but Python does not get it: mark it `#[{marker}]`, or `#[rust]` if it is for Rust alone")
}
pub(crate) const RUST_ITEM_IS_NOT_EXPORTED: &str =
    "`#[rust]` keeps an item out of Python: remove its other markers, or `#[rust]`";
pub(crate) const EXPORT_NAMED_GROUP: &str = "`name` is for one item: write `as name` in the group instead";
pub(crate) fn item_twice(name: &str) -> String {
    format!("the module has two items named `{name}`: rename one")
}
pub(crate) const ADOPT_FORM: &str = "write `unsafe(adopt(Struct, type = SomeType))`, or `spec = some_spec` of a heap type: C's struct, and the symbol in C \
     that its type is made of";
pub(crate) const ADOPT_UNSAFE: &str =
    "that the struct is C's, and its fields are used so, is a promise: write `unsafe(adopt(…))`";
pub(crate) fn not_of_adopted(option: &str) -> String {
    format!("`{option}` is for a class whose type Rust makes: of an adopted one C says it")
}
pub(crate) const ADOPTED_WITHOUT_REPR: &str = "an adopted struct is laid out as in C: put `#[repr(C)]` on it";
pub(crate) const ADOPTED_WITHOUT_FIELDS: &str =
    "an adopted struct lists the fields that C's has behind `PyObject_HEAD`, by their names and in their order";
pub(crate) const ADOPTED_FIELD: &str =
    "a field that C shares is no property by itself: write a `#[getter]` that reads it with the token";
pub(crate) const ADOPT_IN_SUBMODULE: &str =
    "`adopt` is for a module that is imported itself: put it on the outermost `#[module]`";
pub(crate) const INIT_TWICE: &str = "a module has one `#[init]`: keep one";
pub(crate) const INIT_FORM: &str = "`#[init]` has the form \
     `fn init<'py>(py: Python<'py>, module: &Owned<'py, Any>) -> Result<()>`";
pub(crate) const INIT_ON_OTHER: &str = "`#[init]` goes on a `fn`";

fn list(names: &[&str]) -> String {
    let mut text = String::new();
    for (at, name) in names.iter().enumerate() {
        let between = if at + 1 < names.len() { ", " } else { " and " };
        text += if at == 0 { "" } else { between };
        text += &format!("`{name}`");
    }
    text
}

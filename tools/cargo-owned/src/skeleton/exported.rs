//! Functions that a table of methods has.

use crate::model::{FunctionId, Method};

use super::arguments::Arguments;
use super::function::{Function, Receiver};
use super::{Context, reading, result, rust, steps};

/// A function with nothing but its origin and its steps.
pub(crate) fn blank(context: &Context<'_>, id: Option<FunctionId>, c: &str, what: &str) -> Function {
    let origin = match id.map(|id| context.project.function(id)) {
        Some(function) => format!("{c}, {}:{}", function.place.file.display(), function.place.line),
        None => format!("{c}, not in these files"),
    };
    Function {
        origin,
        python: None,
        attributes: Vec::new(),
        name: String::new(),
        receiver: Receiver::None,
        arguments: Arguments::default(),
        result: result::ANY.into(),
        is_helper: false,
        is_slot: false,
        notes: Vec::new(),
        steps: id.map(|id| steps::steps(context, id)).unwrap_or_default(),
        what: what.into(),
    }
}

/// A function that a table of methods has, without what tells a method from a function.
pub(crate) fn exported(context: &Context<'_>, method: &Method, id: Option<FunctionId>, what: &str) -> Function {
    let mut function = blank(context, id, &method.function, what);
    function.origin = format!("{}, {}", function.origin, method.flags.join(" | "));
    function.name = rust::name(&rust::snake(&method.name));
    let flag = |name: &str| method.flags.iter().any(|flag| flag == name);
    if let Some(id) = id {
        let c = context.project.function(id);
        function.arguments = if flag("METH_NOARGS") {
            Arguments::default()
        } else if flag("METH_O") {
            Arguments::one(c.params.get(1).map_or("", |param| &param.name))
        } else {
            reading::passed(context.project, id, flag("METH_KEYWORDS"))
        };
        function.result = result::object(context, c);
    }
    function.python = Some(format!("{}({})", method.name, function.arguments.python()));
    if function.name != method.name && !function.name.starts_with("r#") {
        function.attributes.push(format!("#[method(name = {:?})]", method.name));
    }
    function
}

/// Whether a name has the form of a special method.
pub(crate) fn is_dunder(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// Whether Owned knows a special method by this name.
pub(crate) fn is_known(name: &str) -> bool {
    const KNOWN: [&str; 33] = [
        "__aenter__",
        "__aexit__",
        "__bytes__",
        "__ceil__",
        "__class_getitem__",
        "__complex__",
        "__copy__",
        "__deepcopy__",
        "__dir__",
        "__enter__",
        "__exit__",
        "__floor__",
        "__format__",
        "__fspath__",
        "__getnewargs__",
        "__getnewargs_ex__",
        "__getstate__",
        "__init_subclass__",
        "__instancecheck__",
        "__length_hint__",
        "__missing__",
        "__mro_entries__",
        "__reduce__",
        "__reduce_ex__",
        "__replace__",
        "__reversed__",
        "__round__",
        "__set_name__",
        "__setstate__",
        "__sizeof__",
        "__subclasscheck__",
        "__trunc__",
        "__call__",
    ];
    KNOWN.contains(&name)
}

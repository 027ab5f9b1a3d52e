//! The C file with one case for each function of the table.

use std::fmt::Write as _;

use owned_contracts::{Function, Kind, Return};

use crate::ctype;

/// Macros whose first argument is the name of a struct, which the table leaves out.
const STRUCT_FIRST: [&str; 5] =
    ["PyObject_New", "PyObject_NewVar", "PyObject_GC_New", "PyObject_GC_NewVar", "PyObject_GC_Resize"];

/// Macros that are no calls: they open a block, close one, or use names and return.
pub(crate) const BLOCKS: [&str; 3] = ["Py_TRASHCAN_BEGIN", "Py_TRASHCAN_END", "Py_VISIT"];

/// How a function is reached on one interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// By its declaration, which is compared with the table.
    Declared(Const),
    /// As a macro: only its result's type can be compared.
    Macro,
    /// As a macro that takes no parentheses.
    Constant,
    /// The header lacks it: by a declaration of ours.
    Symbol,
    /// Not at all, and why.
    Not(String),
}

/// How much of `const` is compared: versions differ in it, and to the caller it is all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Const {
    /// All that the table says.
    AsSaid,
    /// Pointers that the table says point to constants point to variables.
    Fewer,
    /// Objects are constant.
    More,
}

/// The text of the C file.
pub(crate) fn cases(functions: &[&Function], reach: &[Reach]) -> String {
    let mut text = String::from("#include \"harness.h\"\n\n");
    for (at, function) in functions.iter().enumerate() {
        if !matches!(reach[at], Reach::Not(_)) {
            // An error of the compiler is then told with the place of the contract.
            let _ = writeln!(text, "#line {} \"{}\"", function.line, function.file.display());
            let _ = writeln!(text, "{}", case(at, function, &reach[at]));
        }
    }
    text.push_str("#line 1 \"table\"\nconst Case verify_cases[] = {\n");
    for (at, function) in functions.iter().enumerate() {
        let kinds: String = function.params.iter().map(|param| ctype::letter(&param.kind)).collect();
        let call = if matches!(reach[at], Reach::Not(_)) { "NULL".to_owned() } else { format!("case_{at}") };
        let result = ctype::result_letter(&function.result);
        let symbol = if reach[at] == Reach::Symbol { format!("&symbol_{at}") } else { "NULL".to_owned() };
        let _ = writeln!(text, "    {{\"{}\", \"{kinds}\", '{result}', {call}, {symbol}}},", function.name);
    }
    let _ = writeln!(text, "}};\nconst int verify_case_count = {};", functions.len());
    // The macros of datetime.h want this in their own file.
    text.push_str("int verify_datetime(void) { PyDateTime_IMPORT; return PyDateTimeAPI == NULL ? -1 : 0; }\n");
    text
}

/// On one line, so that every error in it is at the line of the contract.
fn case(at: usize, function: &Function, reach: &Reach) -> String {
    let name = &function.name;
    let mut arguments: Vec<String> =
        function.params.iter().enumerate().map(|(at, p)| argument(at, &p.kind, reach)).collect();
    if STRUCT_FIRST.contains(&name.as_str()) {
        arguments.insert(0, "PyObject".into());
    }
    let call = match reach {
        Reach::Constant => name.clone(),
        _ => format!("{name}({})", arguments.join(", ")),
    };
    let ty = ctype::of_result(&function.result);
    let (mut before, mut check) = (String::new(), String::new());
    match reach {
        Reach::Declared(strict) => {
            check = format!("if (0) {{ {} = {name}; (void)check; }}", ctype::pointer_to(function, "check", *strict));
        }
        Reach::Macro | Reach::Constant if ty != "void" => {
            check = format!("if (0) {{ {ty} check = {call}; (void)check; }}");
        }
        Reach::Symbol => {
            let declaration = ctype::pointer_to(function, "", Const::AsSaid).replacen("(*)", &format!("({name})"), 1);
            before = format!(
                "extern {declaration} __attribute__((weak)); static void *const symbol_{at} = (void *)({name}); "
            );
        }
        Reach::Macro | Reach::Constant | Reach::Not(_) => {}
    }
    let run = match ctype::result_letter(&function.result) {
        'V' => format!("{call};"),
        'O' => format!("r->object = (PyObject *){call};"),
        'D' => format!("r->number = (double){call};"),
        'P' => format!("r->pointer = (void *){call};"),
        // -1 of an unsigned type is a failure too.
        _ => format!("{ty} value = {call}; r->integer = value == ({ty})-1 ? -1 : (long long)value;"),
    };
    format!("{before}static void case_{at}(Slot *a, Result *r) {{ {check} {run} }}")
}

fn argument(at: usize, kind: &Kind, reach: &Reach) -> String {
    match kind {
        // A macro that replaces an object wants the variable, not its address.
        Kind::Replace(_) if *reach == Reach::Macro => format!("*a[{at}].where"),
        Kind::Value(c) => match ctype::letter(kind) {
            'D' => format!("({c})a[{at}].number"),
            'C' => format!("a[{at}].complex"),
            // Where the declaration has less `const`, no type of the table's fits; a bare pointer does.
            'P' if c.contains('(') || *reach == Reach::Declared(Const::Fewer) => format!("a[{at}].pointer"),
            'P' => format!("({c})a[{at}].pointer"),
            _ => format!("({c})a[{at}].integer"),
        },
        Kind::Array(_) => format!("a[{at}].array"),
        Kind::Replace(ty) | Kind::OutNew(ty) | Kind::OutBorrowed(_, ty) => format!("({}*)a[{at}].where", ty.c_type()),
        _ => format!("({})a[{at}].object", kind.object().expect("an object").c_type()),
    }
}

/// Whether the result can be read as a value that means failure.
pub(crate) fn result_kind(result: &Return) -> &'static str {
    match result {
        Return::New(_) => "new",
        Return::Borrowed(..) => "borrowed",
        Return::Status => "status",
        Return::ThreeWay => "three-way",
        Return::Value(c) if c == "void" => "void",
        Return::Value(_) => "value",
    }
}

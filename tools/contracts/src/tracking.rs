//! Writes the header that a build of C code is tracked with: every function of the table that moves a reference, as a macro
//! of the same name that tells the ledger of it.

use std::fmt::Write as _;

use crate::{Function, Kind, Param, Return, Table, Version};

/// What is written by hand (`owned_track/counting.h`, `owned_track/making.h`), or moves no reference of a caller's.
const BY_HAND: [&str; 20] = [
    "PyCell_SET",
    "PyModule_AddObject",
    "PyObject_GC_New",
    "PyObject_GC_NewVar",
    "PyObject_GC_Resize",
    "PyObject_New",
    "PyObject_NewVar",
    "PySequence_ITEM",
    "PyStructSequence_SET_ITEM",
    "Py_CLEAR",
    "Py_DECREF",
    "Py_DecRef",
    "Py_INCREF",
    "Py_IncRef",
    "Py_NewRef",
    "Py_SETREF",
    "Py_SET_TYPE",
    "Py_XDECREF",
    "Py_XNewRef",
    "Py_XSETREF",
];
/// Macros of CPython's that call another function of the table: that one is told.
const OVER_OTHERS: [&str; 5] = [
    "PyEval_CallObject",
    "PyImport_ImportModuleEx",
    "PyModule_Create",
    "PyModule_FromDefAndSpec",
    "Py_CompileStringFlags",
];
/// Of headers that are included by themselves, after these macros: the first has one of its own (`datetime.h`), and of the
/// others nothing is told.
const APART: [&str; 2] = ["datetime", "marshal"];
/// Those run Python code, which must not begin while an exception is set.
const CALLS: &str = "call";
/// Those make types, whose members and slots are heard of too.
const TYPES: &str = "PyType_From";
const IN_STRUCTMEMBER: &str = "PyMember_GetOne";

const TOP: &str = "\
/* Made by `cargo xtask contracts`: not to be edited.
 *
 * Each function of the contract table that gives a new reference, takes one over, or puts one into a variable. An argument
 * is evaluated once, as before. */
#ifndef OWNED_TRACK_FUNCTIONS_H
#define OWNED_TRACK_FUNCTIONS_H
";

/// The text of `owned_track/functions.h`.
pub fn header(table: &Table) -> String {
    let mut text = TOP.to_owned();
    for family in table.families.iter().filter(|family| !APART.contains(&&*family.name)) {
        let new = if family.name == CALLS { "OWNED_TRACK_CALL" } else { "OWNED_TRACK_NEW" };
        let lines: Vec<String> = family.functions.iter().filter_map(|function| definition(function, new)).collect();
        if !lines.is_empty() {
            let _ = write!(text, "\n/* {} */\n{}", family.name, lines.concat());
        }
    }
    text + "\n#endif\n"
}

/// `new` is what a call that gives a new reference goes through.
fn definition(function: &Function, new: &str) -> Option<String> {
    let (name, params) = (&function.name, &function.params);
    if BY_HAND.contains(&&**name) || OVER_OTHERS.contains(&&**name) || name == IN_STRUCTMEMBER {
        return None;
    }
    let takes = params.iter().any(|param| matches!(param.kind, Kind::Steal(_)));
    let places: Vec<&Param> =
        params.iter().filter(|param| matches!(param.kind, Kind::OutNew(_) | Kind::Replace(_))).collect();
    let gives = matches!(function.result, Return::New(_));
    if !takes && !gives && places.is_empty() {
        return None;
    }
    let (formal, mut call) = if takes || !places.is_empty() {
        let names: Vec<&str> = params.iter().map(|param| &*param.name).collect();
        let arguments: Vec<String> = params.iter().map(|param| argument(function, param)).collect();
        (names.join(", "), format!("{name}({})", arguments.join(", ")))
    } else {
        ("...".to_owned(), format!("{name}(__VA_ARGS__)"))
    };
    if let Return::New(ty) = &function.result {
        let new = if name.starts_with(TYPES) { "OWNED_TRACK_TYPE" } else { new };
        let (class, object) = (ty.c_type(), "PyObject *");
        call = match class == object {
            true => format!("{new}(\"{name}\", {call})"),
            false => format!("(({class}){new}(\"{name}\", (PyObject *){call}))"),
        };
    }
    if !places.is_empty() {
        call = with_places(function, &places, &call);
    }
    let mut text = format!("#undef {name}\n#define {name}({formal}) \\\n    {call}\n");
    if let Some(condition) = condition(function) {
        text = format!("#if {condition}\n{text}#endif\n");
    }
    Some(text)
}

/// What the function itself is called with.
fn argument(function: &Function, param: &Param) -> String {
    let name = &param.name;
    match &param.kind {
        Kind::Steal(ty) => {
            let stolen = format!("OWNED_TRACK_STOLEN(\"{}\", ({name}))", function.name);
            if ty.c_type() == "PyObject *" { stolen } else { format!("({}){stolen}", ty.c_type()) }
        }
        Kind::OutNew(_) | Kind::Replace(_) => place(name),
        // A macro of CPython's takes any pointer there.
        Kind::Borrow(_) if function.is_macro => format!("(PyObject *)({name})"),
        _ => format!("({name})"),
    }
}

/// The variable that a pointer to a reference is kept in while the function runs.
fn place(name: &str) -> String {
    format!("owned_track_{name}")
}

/// A call that puts references into variables: what stood there is released before, what stands there is acquired after.
fn with_places(function: &Function, places: &[&Param], call: &str) -> String {
    let name = &function.name;
    let mut steps = Vec::new();
    for param in places {
        let (variable, class) = (place(&param.name), param.kind.object().map(|ty| ty.c_type()).unwrap_or_default());
        steps.push(format!("{class}*{variable} = ({});", param.name));
        if matches!(param.kind, Kind::Replace(_)) {
            steps.push(format!("(void)OWNED_TRACK_STOLEN(\"{name}\", *{variable});"));
        }
    }
    let result = match &function.result {
        Return::Value(c) if c == "void" => None,
        Return::Value(c) => Some(c.clone()),
        Return::Status | Return::ThreeWay => Some("int".to_owned()),
        Return::New(ty) | Return::Borrowed(_, ty) => Some(ty.c_type()),
    };
    steps.push(result.as_ref().map_or(format!("{call};"), |class| format!("{class} owned_track_of_call = {call};")));
    for param in places {
        steps.push(format!("(void)OWNED_TRACK_NEW(\"{name}\", (PyObject *)*{});", place(&param.name)));
    }
    steps.push(if result.is_some() { "owned_track_of_call;" } else { "(void)0;" }.to_owned());
    let steps: String = steps.iter().map(|step| format!("        {step} \\\n")).collect();
    format!("(__extension__({{ \\\n{steps}    }}))")
}

/// Where CPython has it: code may have a function of this name itself for where it has not.
fn condition(function: &Function) -> Option<String> {
    let hex = |Version(minor): Version| format!("0x03{minor:02X}0000");
    let mut parts = Vec::new();
    parts.extend(function.since.map(|since| format!("PY_VERSION_HEX >= {}", hex(since))));
    parts.extend(function.until.map(|until| format!("PY_VERSION_HEX < {}", hex(until))));
    match function.abi3 {
        Some(Version(0..=11)) => {}
        Some(abi3) => parts.push(format!("(!defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= {})", hex(abi3))),
        None => parts.push("!defined(Py_LIMITED_API)".to_owned()),
    }
    (!parts.is_empty()).then(|| parts.join(" && "))
}

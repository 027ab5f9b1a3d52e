//! Every function that is told to the ledger of a tracked build still compiles as a call of itself.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use owned_contracts::{Function, Kind, Return, Table};
use owned_verify::Interpreter;

/// What a header that is made by CPython's own build does not let through.
const STRICT: [&str; 6] = ["-fsyntax-only", "-std=c99", "-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations"];

#[test]
fn each_function_of_the_table_compiles_in_a_tracked_build() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let name = env::var_os("PYO3_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let python = Interpreter::ask(&name, &[]).unwrap();
    let table = Table::load(&root.join("c-shim/contracts")).unwrap();
    let mut code =
        "#include <Python.h>\n#include <datetime.h>\n#include <marshal.h>\n#include <structmember.h>\n".to_owned();
    let mut calls = 0;
    for function in table.functions().filter(|function| function.exists_in(python.version)) {
        if moves_references(function) {
            code += &call(function);
            calls += 1;
        }
    }
    assert!(calls > 300, "{calls}");
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tracked.c");
    fs::write(&source, code).unwrap();
    let tracked = root.join("tools/owned-debug/src/owned_debug/track/include");
    let mut compiler = Command::new(env::var_os("CC").unwrap_or_else(|| "cc".into()));
    compiler.args(STRICT).arg("-I").arg(tracked).arg("-I").arg(&python.include).arg(&source);
    let done = compiler.output().expect("there is a C compiler");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn moves_references(function: &Function) -> bool {
    let moves = |kind: &Kind| matches!(kind, Kind::Steal(_) | Kind::OutNew(_) | Kind::Replace(_));
    let moved = matches!(function.result, Return::New(_)) || function.params.iter().any(|param| moves(&param.kind));
    // Their first argument is a variable, or they take the name of a type too.
    let apart = ["Py_CLEAR", "Py_SETREF", "Py_XSETREF", "PyObject_New", "PyObject_NewVar", "PyObject_GC_New"];
    let of_windows = ["MBCS", "CodePage"].iter().any(|part| function.name.contains(part));
    moved
        && !of_windows
        && !apart.contains(&&*function.name)
        && !function.name.contains("GC_NewVar")
        && function.name != "PyObject_GC_Resize"
        && !function.undeclared
        || function.name == "_PyBytes_Resize"
}

/// A function that calls the one of the table with what it gets.
fn call(function: &Function) -> String {
    let params: Vec<String> = function.params.iter().map(|param| declaration(&param.kind, &param.name)).collect();
    let params = if params.is_empty() { "void".to_owned() } else { params.join(", ") };
    let names: Vec<String> = function.params.iter().map(|param| format!("p_{}", param.name)).collect();
    let result = match &function.result {
        Return::New(ty) | Return::Borrowed(_, ty) => ty.c_type(),
        Return::Status | Return::ThreeWay => "int".to_owned(),
        Return::Value(c) => c.clone(),
    };
    let give = if result == "void" { "" } else { "return " };
    let name = &function.name;
    let called = format!("{result} call_{name}({params});\n{result} call_{name}({params})\n");
    format!("{called}{{ {give}{name}({}); }}\n", names.join(", "))
}

fn declaration(kind: &Kind, name: &str) -> String {
    match kind {
        Kind::Value(c) if c.contains("(*") => c.replacen("(*", &format!("(*p_{name}"), 1),
        Kind::Value(c) => format!("{c} p_{name}"),
        Kind::Array(ty) => format!("{}const *p_{name}", ty.c_type()),
        Kind::Replace(ty) | Kind::OutNew(ty) | Kind::OutBorrowed(_, ty) => format!("{}*p_{name}", ty.c_type()),
        Kind::Borrow(ty) | Kind::Keep(ty) | Kind::Steal(ty) | Kind::StealOnSuccess(ty) => {
            format!("{}p_{name}", ty.c_type())
        }
    }
}

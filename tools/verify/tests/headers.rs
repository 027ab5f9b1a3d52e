//! What the headers declare is found, and what the table lacks of it is named.

use std::path::{Path, PathBuf};
use std::{env, fs};

use owned_contracts::Table;
use owned_verify::{Declared, Interpreter, declared, missing};

#[test]
fn functions_inline_functions_and_macros_are_found() {
    let names = declared(&interpreter(), &target().join("declared")).unwrap();
    let expected = [
        ("PyList_Append", Declared::WithObjects),
        ("PyList_GET_SIZE", Declared::WithObjects),
        ("PyList_Check", Declared::WithObjects),
        ("PyModule_AddIntMacro", Declared::WithObjects),
        ("PyDate_FromDate", Declared::WithObjects),
        ("PyEval_SaveThread", Declared::WithoutObjects),
        ("PyMem_New", Declared::PlainMacro),
        ("Py_MIN", Declared::PlainMacro),
    ];
    for (name, kind) in expected {
        assert_eq!(names.get(name), Some(&kind), "{name}");
    }
}

#[test]
fn what_the_table_lacks_is_named() {
    let folder = target().join("lacking");
    fs::create_dir_all(&folder).unwrap();
    let row = "PyList_Append(list: borrow list, item: keep object) -> status ! -1\n    quiet\n";
    fs::write(folder.join("list.contract"), row).unwrap();
    fs::write(folder.join("excluded.contract"), "PyList_Size: private\n").unwrap();
    let lacking = missing(&Table::load(&folder).unwrap(), &interpreter(), &folder).unwrap();
    let lacks = |name: &str| lacking.iter().any(|lacking| lacking == name);
    for name in ["PyList_Insert", "PyList_GET_SIZE", "PyEval_SaveThread"] {
        assert!(lacks(name), "{name}");
    }
    for name in ["PyList_Append", "PyList_Size", "Py_MIN"] {
        assert!(!lacks(name), "{name}");
    }
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("headers")
}

/// The one that plain `cargo` takes.
fn interpreter() -> Interpreter {
    let name = env::var_os("PYO3_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    Interpreter::ask(&name, &[]).unwrap()
}

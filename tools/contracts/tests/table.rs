//! The table as it stands.

use std::fs;
use std::path::Path;

use owned_contracts::wrappers::{self, Used};
use owned_contracts::{Examples, Table};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../c-shim/contracts")
}

#[test]
fn the_table_is_read_and_has_no_contradictions() {
    let table = Table::load(&folder()).unwrap_or_else(|errors| panic!("{errors}"));
    assert!(table.functions().count() > 800, "{} contracts", table.functions().count());
}

/// What is said against a table of one contract; nothing if it is accepted.
fn against(name: &str, contract: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder for the test");
    fs::write(folder.join("planted.contract"), format!("# Planted.\n\n{contract}\n    quiet\n")).expect("a file in it");
    Table::load(&folder).map_or_else(|errors| errors.to_string(), |_| String::new())
}

#[test]
fn a_failure_is_one_that_the_result_can_tell() {
    let told = [
        "PyA(object: borrow object) -> int ! 0",
        "PyA(object: borrow object) -> Py_ssize_t ! -2",
        "PyA(object: borrow object) -> void ! always",
        "PyA(object: borrow object) -> Py_hash_t ! always",
        "PyA(object: borrow object) -> PyCapsule_Destructor ! NULL?",
        "PyA(object: borrow object) -> void (*)(PyObject *) ! NULL",
    ];
    let untold = [
        ("PyA(object: borrow object) -> new object ! 0", "0 or -2"),
        ("PyA(object: borrow object) -> PyCFunction ! -2", "0 or -2"),
        ("PyA(object: borrow object) -> status ! 0", "0 or -2"),
        ("PyA(object: borrow object) -> three-way ! always", "no three ways"),
        ("PyA(object: borrow object) -> int ! NULL", "no pointer"),
        ("PyA(object: borrow object) -> PyCFunction ! -1", "a pointer"),
    ];
    for contract in told {
        assert_eq!(against("told", contract), "", "{contract}");
    }
    for (contract, said) in untold {
        let found = against("untold", contract);
        assert!(found.contains(said), "{contract}: `{found}`");
    }
}

/// What is said against an example of `PyList_Size`.
fn against_example(example: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    fs::create_dir_all(&folder).expect("a folder for the test");
    let contract = "# Planted.\n\nPyList_Size(list: borrow list) -> Py_ssize_t ! -1\n    quiet\n";
    fs::write(folder.join("planted.contract"), contract).expect("a file in it");
    fs::write(folder.join("planted.examples"), example).expect("another");
    let table = Table::load(&folder).expect("a table");
    let written = Examples::load(&folder).and_then(|examples| wrappers::write(&table, &Used::default(), &examples));
    written.map_or_else(|errors| format!("{errors:#}"), |_| String::new())
}

#[test]
fn each_wrapper_has_an_example_that_asserts_something() {
    assert_eq!(against_example("PyList_Size [1] | == 1\n"), "");
    let refused = [
        ("", "no example"),
        ("PyList_Size [1]\n", "asserts nothing"),
        ("PyList_Size [1]; 2 | == 1\n", "2 arguments for 1 parameters"),
        ("PyList_Size [1] | gives 1\n", "gives no object"),
        ("PyList_Size [1] | == 1\nPyList_Length [1] | == 1\n", "PyList_Length has no wrapper"),
    ];
    for (example, said) in refused {
        let found = against_example(example);
        assert!(found.contains(said), "{example}: `{found}`");
    }
}

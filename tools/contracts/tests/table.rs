//! The table as it stands.

use std::fs;
use std::path::Path;

use owned_contracts::Table;

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

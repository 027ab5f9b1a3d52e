//! The harness can fail: each kind of wrong contract is contradicted by name, and its right twin is not.

use std::path::{Path, PathBuf};
use std::{env, fs};

use owned_contracts::Table;
use owned_verify::{Interpreter, Report, Selection, verify};

/// A fault, the contract that has it, a part of what must be said, and the contract as it should be.
const FAULTS: [(&str, &str, &str, &str); 18] = [
    (
        "a stolen argument is said to be borrowed",
        "PyList_SetItem(list: borrow list, index: Py_ssize_t, item: borrow object) -> status ! -1\n    runs",
        "`item` is said to be `borrow`, but is stolen on success",
        "PyList_SetItem(list: borrow list, index: Py_ssize_t, item: steal object) -> status ! -1\n    runs",
    ),
    (
        "a kept argument is said to be stolen",
        "PyList_Append(list: borrow list, item: steal object) -> status ! -1\n    quiet",
        "`item` is said to be `steal`, but is not stolen on success",
        "PyList_Append(list: borrow list, item: keep object) -> status ! -1\n    quiet",
    ),
    (
        "an argument that is only looked at is said to be stolen",
        "PyObject_IsInstance(object: steal object, class: borrow object) -> three-way ! -1\n    runs",
        "`object` is said to be `steal`, but is not stolen",
        "PyObject_IsInstance(object: borrow object, class: borrow object) -> three-way ! -1\n    runs",
    ),
    (
        "an argument whose type nobody checks is said to be checked",
        // It calls a slot that is NULL, always a crash: what is read as another struct may go well.
        "PySequence_ITEM(sequence: borrow sequence, index: Py_ssize_t) -> new object ! NULL\n    runs; macro",
        "sequence: no sequence: SIG",
        "PySequence_ITEM(sequence: borrow sequence!, index: Py_ssize_t) -> new object ! NULL\n    runs; macro",
    ),
    (
        "a kept argument is said to be borrowed",
        "PyDict_SetItemString(dict: borrow dict, key: const char *, item: borrow object) -> status ! -1\n    runs",
        "`item` is said to be borrowed, but is kept",
        "PyDict_SetItemString(dict: borrow dict, key: const char *, item: keep object) -> status ! -1\n    runs",
    ),
    (
        "an argument that is stolen on failure too is said to be stolen on success alone",
        "PyTuple_SetItem(tuple: borrow tuple, index: Py_ssize_t, item: steal-on-success object) -> status ! -1\n    runs",
        "`item` is said to be `steal-on-success`, but is stolen on failure",
        "PyTuple_SetItem(tuple: borrow tuple, index: Py_ssize_t, item: steal object) -> status ! -1\n    runs",
    ),
    (
        "a new result is said to be borrowed",
        "PySequence_GetItem(sequence: borrow sequence, index: Py_ssize_t) -> borrowed from sequence object ! NULL\n    runs",
        "the result is said to be borrowed, but is new",
        "PySequence_GetItem(sequence: borrow sequence, index: Py_ssize_t) -> new object ! NULL\n    runs",
    ),
    (
        "a fresh result is said to be borrowed",
        "PyList_AsTuple(list: borrow list) -> borrowed from list tuple ! NULL\n    runs",
        "the result is said to be borrowed, but is new",
        "PyList_AsTuple(list: borrow list) -> new tuple ! NULL\n    runs",
    ),
    (
        "a borrowed result is said to be new",
        "PyList_GetItem(list: borrow list, index: Py_ssize_t) -> new object ! NULL\n    quiet",
        "the result is said to be new, but is borrowed",
        "PyList_GetItem(list: borrow list, index: Py_ssize_t) -> borrowed from list object ! NULL\n    quiet",
    ),
    (
        "a borrowed `out` is said to be new",
        "PyDict_Next(dict: borrow dict, at: Py_ssize_t *, key: out new object?, value: out new object?) -> int ! never\n    quiet",
        "is said to be new, but is borrowed",
        "PyDict_Next(dict: borrow dict, at: Py_ssize_t *, key: out borrowed from dict object?,\n        \
         value: out borrowed from dict object?) -> int ! never\n    quiet",
    ),
    (
        "failure is told by another value",
        "PyUnicode_Tailmatch(text: borrow str, part: borrow str, start: Py_ssize_t, end: Py_ssize_t, direction: int\n        \
         ) -> Py_ssize_t ! never\n    quiet",
        "`! never`, but TypeError was set",
        "PyUnicode_Tailmatch(text: borrow str, part: borrow str, start: Py_ssize_t, end: Py_ssize_t, direction: int\n        \
         ) -> Py_ssize_t ! -1\n    quiet",
    ),
    (
        "a result that is no failure is said to be one",
        "PyDict_GetItemWithError(dict: borrow dict, key: borrow object) -> borrowed from dict object ! NULL\n    runs",
        "`! NULL`, but it returned that with nothing set",
        "PyDict_GetItemWithError(dict: borrow dict, key: borrow object) -> borrowed from dict object? ! NULL?\n    runs",
    ),
    (
        "-1, which is no failure, is said to be one",
        "PyUnicode_Find(text: borrow str, part: borrow str, start: Py_ssize_t, end: Py_ssize_t, direction: int\n        \
         ) -> Py_ssize_t ! -1\n    quiet",
        "`! -1`, but it returned that with nothing set",
        "PyUnicode_Find(text: borrow str, part: borrow str, start: Py_ssize_t, end: Py_ssize_t, direction: int\n        \
         ) -> Py_ssize_t ! -2\n    quiet",
    ),
    (
        "0, which is the failure, is said to be none",
        "PyArg_ValidateKeywordArguments(kwargs: borrow dict) -> int ! -1\n    quiet",
        "`! -1`, but TypeError was set with another result",
        "PyArg_ValidateKeywordArguments(kwargs: borrow dict) -> int ! 0\n    quiet",
    ),
    (
        "a function that sets an exception is said to set none",
        "PyErr_SetNone(class: keep type) -> void ! never\n    runs",
        "`! never`, but Made was set",
        "PyErr_SetNone(class: keep type) -> void ! always\n    runs",
    ),
    (
        "a function that runs Python code is said to be quiet",
        "PyObject_Repr(object: borrow object) -> new str ! NULL\n    quiet",
        "it is said to be quiet, but it ran Python code",
        "PyObject_Repr(object: borrow object) -> new str ! NULL\n    runs",
    ),
    (
        "a C type is wrong",
        "PySequence_Repeat(sequence: borrow sequence, count: int) -> new object ! NULL\n    runs",
        "C types: initialization of",
        "PySequence_Repeat(sequence: borrow sequence, count: Py_ssize_t) -> new object ! NULL\n    runs",
    ),
    (
        "there is no such function",
        "PyList_NoSuch(list: borrow list) -> status ! -1\n    quiet",
        "neither the header nor the library has it",
        "PyList_Reverse(list: borrow list) -> status ! -1\n    quiet",
    ),
];

const PROBES: &str = "\
PySequence_ITEM
    succeeds [x], 0
    fails [x], 1
PyDict_GetItemWithError
    succeeds {k: v}, k
    succeeds {k: v}, x
PyObject_IsInstance
    succeeds x, T
PyDict_Next
    succeeds {k: v}, bytes(8), OUT, OUT
PyTuple_SetItem
    succeeds Sole((x,)), 0, y
    fails (x,), 0, y
PyUnicode_Find
    succeeds s, s2, 0, 9, 1
    fails s, x, 0, 9, 1
PyArg_ValidateKeywordArguments
    succeeds {s: x}
    fails {x: y}
PyErr_SetNone
    succeeds klass(\"Made\", Exception)
PyUnicode_Tailmatch
    succeeds s, s2, 0, 9, 1
    fails s, x, 0, 9, 1
";

#[test]
fn every_planted_fault_is_contradicted_by_name() {
    let report = report_on("wrong", |(_, wrong, _, _)| wrong);
    for (what, wrong, said, _) in FAULTS {
        let name = wrong.split('(').next().expect("a name");
        let verdict = report.contradicted().find(|verdict| verdict.name == name);
        let lines = verdict.map(|verdict| verdict.contradictions.join("\n")).unwrap_or_default();
        assert!(lines.contains(said), "{what}: {name} should be contradicted by `{said}`, not by:\n{lines}");
        assert!(verdict.is_some_and(|verdict| verdict.place.contains("planted.contract:")), "{name} has its place");
    }
}

#[test]
fn their_right_twins_are_verified() {
    let report = report_on("right", |(_, _, _, right)| right);
    for verdict in &report.verdicts {
        assert!(verdict.contradictions.is_empty(), "{}: {}", verdict.name, verdict.contradictions.join("\n"));
    }
    let summary = report.summary();
    assert_eq!(summary, "verified 18 of 18 on success, 17 of 17 on failure, 0 contradicted", "{report}");
}

fn report_on(name: &str, choose: impl Fn(&(&str, &'static str, &str, &'static str)) -> &'static str) -> Report {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("planted").join(name);
    fs::create_dir_all(folder.join("probes")).unwrap();
    let rows: Vec<&str> = FAULTS.iter().map(choose).collect();
    fs::write(folder.join("planted.contract"), format!("# Planted.\n\n{}\n", rows.join("\n\n"))).unwrap();
    fs::write(folder.join("probes/planted.probes"), PROBES).unwrap();
    let table = Table::load(&folder).unwrap();
    verify(&table, &folder.join("probes"), &interpreter(), &Selection::default(), &folder).unwrap()
}

/// The one that plain `cargo` takes.
fn interpreter() -> Interpreter {
    let name = env::var_os("PYO3_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    Interpreter::ask(&name, &[]).unwrap()
}

//! A build for the stable ABI: made once, without a Python, and imported by each that there is.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use owned_contracts::{Table, Version};

use super::python_side;
use crate::extension::{self, Staged};
use crate::python::{self, Python};
use crate::pytools::Tools;
use crate::{lru_dict, paths, process};

/// The oldest version of the stable ABI that a build can be for.
const ABI: &str = "abi3-py311";

/// Builds one of everything, and the port of lru-dict. Neither a Python nor a C compiler is asked for anything.
pub(crate) fn build() -> Result<Staged> {
    let target = paths::target().join("ext/stable");
    let mut cargo = process::cargo();
    cargo.args(["build", "--package", "stub-tests", "--package", "owned-example-lru", "--lib"]);
    cargo.args(["--features", &format!("owned/{ABI}")]);
    cargo.env("CARGO_TARGET_DIR", &target).env("PYO3_BUILD_EXTENSION_MODULE", "1");
    cargo.env("PYO3_NO_PYTHON", "1").env_remove("PYO3_PYTHON").env("CC", "false");
    process::run(&mut cargo)?;
    let (built, folder) = (target.join("debug"), target.join("modules"));
    fs::create_dir_all(folder.join("lru")).with_context(|| format!("cannot create {}", folder.display()))?;
    let copy = |from: &Path, to: &str| {
        let to = folder.join(to);
        fs::copy(from, &to).map(drop).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
    };
    for (library, module) in [("everything", "everything.abi3.so"), ("_lru", "lru/_lru.abi3.so")] {
        copy(&built.join(extension::library(library)), module)?;
        only_stable(&folder.join(module))?;
    }
    copy(&lru_dict::folder().join("python/lru/__init__.py"), "lru/__init__.py")?;
    Ok(Staged { module: folder.join("everything.abi3.so"), folder })
}

/// Data of the stable ABI, which the contract table does not have, other than exceptions.
const DATA: [&str; 26] = [
    "PyBaseObject_Type",
    "PyBool_Type",
    "PyByteArray_Type",
    "PyBytes_Type",
    "PyComplex_Type",
    "PyDictProxy_Type",
    "PyDict_Type",
    "PyFloat_Type",
    "PyFrozenSet_Type",
    "PyList_Type",
    "PyLong_Type",
    "PyMemoryView_Type",
    "PyModule_Type",
    "PyProperty_Type",
    "PySet_Type",
    "PySuper_Type",
    "PyTraceBack_Type",
    "PyTuple_Type",
    "PyType_Type",
    "PyUnicode_Type",
    "Py_Version",
    "_PyWeakref_CallableProxyType",
    "_PyWeakref_ProxyType",
    "_PyWeakref_RefType",
    "_Py_NoneStruct",
    "_Py_NotImplementedStruct",
];
/// Functions of it of which the table says that they take any number of arguments.
const VARIADIC: [&str; 3] = ["PyObject_CallFunctionObjArgs", "PyObject_CallMethod", "PyObject_CallMethodObjArgs"];

/// Whatever a module asks of the interpreter is in the stable ABI of the oldest version.
fn only_stable(module: &Path) -> Result<()> {
    let symbols = process::output(Command::new("nm").args(["-D", "--undefined-only"]).arg(module))?;
    let table = Table::load(&paths::root().join("c-shim/contracts"))?;
    let in_table = |name: &str| {
        let function = table.find(name);
        function.and_then(|function| function.abi3).is_some_and(|since| since <= Version::OLDEST)
    };
    let behind_a_macro = |name: &str| {
        table.excluded.iter().any(|one| one.name == name && one.reason.ends_with("behind a macro of the stable ABI"))
    };
    let asked: Vec<&str> =
        symbols.split_whitespace().filter(|word| word.starts_with("Py") || word.starts_with("_Py")).collect();
    let stable = |name: &str| {
        let data = name.starts_with("PyExc_") || DATA.contains(&name);
        data || in_table(name) || behind_a_macro(name) || VARIADIC.contains(&name)
    };
    let others: Vec<&str> = asked.iter().copied().filter(|name| !stable(name)).collect();
    if asked.is_empty() || !others.is_empty() {
        bail!("{} asks for what the stable ABI lacks: {}", module.display(), others.join(", "));
    }
    Ok(())
}

/// Every Python of this machine that can import it: one of each version, and each debug build.
pub(crate) fn interpreters(python: &Python) -> Vec<Python> {
    let mut all = python::others(Some(python));
    all.insert(0, python.clone());
    all.retain(|one| one.implementation == "CPython" && one.version >= [3, 11, 0] && !one.free_threaded);
    let mut seen = Vec::new();
    all.retain(|one| {
        let kind = (one.version[1], one.debug);
        let new = !seen.contains(&kind);
        seen.push(kind);
        new
    });
    all
}

/// What users of one of everything see, and in a debug interpreter that nothing is left behind.
pub(crate) fn everything(python: &Python, modules: &Staged) -> Result<()> {
    for test in ["stable.py", "panics.py"] {
        let mut run = Command::new(&python.executable);
        run.arg(paths::root().join("stub-tests/tests_py").join(test)).env("PYTHONPATH", &modules.folder);
        process::run(run.env("PYTHONDONTWRITEBYTECODE", "1").env_remove("PYTHONHOME"))?;
    }
    Ok(())
}

/// What the port of lru-dict is asked about its references.
pub(crate) fn references(python: &Python, modules: &Staged) -> Result<()> {
    let tools = Tools::of(python)?;
    let tests = lru_dict::folder().join("tests_py");
    let files = ["test_cache.py", "test_collection.py", "test_references.py"].map(|name| tests.join(name));
    process::run(python_side::command(&tools, modules).env_remove("LRU_UPSTREAM").args(files))
}

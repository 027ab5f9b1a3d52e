//! Without the feature `ledger` a handle is what C code would write: the same instructions as counting the references of a
//! pointer. The two functions are built as a package of their own, with optimisation, and compared.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

const SOURCE: &str = "#![allow(improper_ctypes_definitions)]
use std::hint::black_box;

use owned::{Any, Owned};
use pyo3_ffi::{Py_DECREF, Py_INCREF, PyObject};

#[unsafe(no_mangle)]
pub extern \"C\" fn with_handles(object: &Owned<'_, Any>) {
    drop(black_box(object.clone()));
}

#[unsafe(no_mangle)]
pub unsafe extern \"C\" fn with_pointers(object: &*mut PyObject) {
    unsafe { Py_INCREF(*object) };
    let copy = black_box(*object);
    unsafe { Py_DECREF(copy) };
}
";

#[test]
fn without_the_ledger_a_handle_is_a_pointer() {
    let [handles, pointers] = compiled(&[]);
    assert!(handles.len() > 3, "{handles:#?}");
    assert_eq!(handles, pointers);
}

#[test]
fn with_the_ledger_it_is_not() {
    let [handles, pointers] = compiled(&["--features", "owned/ledger"]);
    assert_ne!(handles, pointers, "the comparison sees nothing");
}

/// The instructions of the two functions.
fn compiled(features: &[&str]) -> [Vec<String>; 2] {
    let name = if features.is_empty() { "machine-code" } else { "machine-code-ledger" };
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    fs::create_dir_all(package.join("src")).expect("the target directory can be written to");
    let manifest = format!(
        "[package]\nname = \"pairs\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [lib]\ncrate-type = [\"rlib\"]\n\n\
         [dependencies]\nowned = {{ package = \"owned-py\", path = {:?}, default-features = false }}\n\
         pyo3-ffi = \"*\"\n",
        workspace.join("owned")
    );
    fs::write(package.join("Cargo.toml"), manifest).expect("as above");
    fs::write(package.join("src/lib.rs"), SOURCE).expect("as above");
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).expect("the workspace has a lockfile");
    let target = package.join("target");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(&package).args(["rustc", "--offline", "--quiet", "--release", "--lib"]).args(features);
    cargo.arg("--target-dir").arg(&target).env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
    let assembly = package.join("pairs.s");
    cargo.args(["--", "-Ccodegen-units=1"]).arg(format!("--emit=asm={}", assembly.display()));
    let output = cargo.output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let assembly = fs::read_to_string(assembly).expect("rustc wrote it");
    ["with_handles", "with_pointers"].map(|function| instructions(&assembly, function))
}

/// The instructions from a function's label to its end. Labels of its own are numbered in the order in which they come.
fn instructions(assembly: &str, function: &str) -> Vec<String> {
    let body = assembly.split(&format!("\n{function}:")).nth(1).expect("the function is there");
    let body = body.split(".cfi_endproc").next().expect("it ends");
    let mut labels: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for line in body.lines().map(str::trim) {
        let is_label = line.ends_with(':');
        if line.is_empty() || line.starts_with('#') || (line.starts_with('.') && !is_label) {
            continue;
        }
        if line.starts_with(".L") && (line.contains("tmp") || line.contains("func")) {
            continue;
        }
        let words = line.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').map(|word| {
            let Some(at) = word.find(".L") else { return word.to_owned() };
            let (before, label) = word.split_at(at);
            let label = label.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_').to_owned();
            let number = labels.iter().position(|known| *known == label).unwrap_or_else(|| {
                labels.push(label.clone());
                labels.len() - 1
            });
            word.replace(&format!("{before}{label}"), &format!("{before}label {number}"))
        });
        lines.push(words.collect::<String>());
    }
    lines
}

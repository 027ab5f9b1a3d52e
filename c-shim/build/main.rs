//! Compares what the Rust side believes about C structs with what `Python.h` says, at build time.
//!
//! 1. [`table`] reads `layout/*.layout`, the one list of structs, fields and constants.
//! 2. [`probe`] turns it into C, compiles it against the configured interpreter's headers, and reads
//!    the numbers out of the object file. Nothing is run, so cross compiling works.
//! 3. [`emit`] turns table and numbers into Rust assertions, which the crate includes, and into a
//!    header of `_Static_assert`s, which our own C and that of dependents include.
//!
//! A belief that is wrong therefore stops the build, on the side that holds it, by name.

mod emit;
mod probe;
mod python;
mod table;

use std::{env, fs, path::PathBuf};

fn main() {
    if let Err(message) = run() {
        // Cargo shows a failed build script's stderr; a panic would bury the message in a backtrace.
        eprintln!("\nowned-py-c-shim: {message}\n");
        std::process::exit(1);
    }
}

fn run() -> Result<(), String> {
    pyo3_build_config::use_pyo3_cfgs();
    for path in ["build", "layout", "csrc", "include"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);

    let python = python::configured()?;
    let table = table::read(&root.join("layout"), &python)?;
    let numbers = probe::measure(&table, &python, &root, &out)?;

    let generated = out.join("include");
    let header_dir = generated.join("owned");
    fs::create_dir_all(&header_dir).map_err(|e| e.to_string())?;
    write(out.join("layout.rs"), &emit::rust(&table, &numbers, &python))?;
    write(header_dir.join("layout_numbers.h"), &emit::header(&table, &numbers, &python))?;

    probe::compiler(&python, &root)
        .include(&generated)
        .file(root.join("csrc/headers.c"))
        .try_compile("owned_c_shim")
        .map_err(|e| format!("csrc/headers.c does not compile: {e}"))?;

    println!("cargo::metadata=include={}", root.join("include").display());
    println!("cargo::metadata=generated_include={}", generated.display());
    println!("cargo::metadata=python_include={}", python.include.display());
    Ok(())
}

fn write(path: PathBuf, text: &str) -> Result<(), String> {
    fs::write(&path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
}

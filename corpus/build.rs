//! Lists the sources of the cases as modules, and compiles the C that belongs to them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where this is")).join("bugs");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut modules = String::new();
    let mut library = cc::Build::new();
    let mut any = false;
    for case in folders(&root).iter().flat_map(|kind| folders(kind)) {
        for variant in ["bug", "twin"] {
            let rust = case.join(variant).with_extension("rs");
            if !rust.exists() {
                continue;
            }
            let name = format!("{}_{variant}", case.file_name().expect("it has one").to_string_lossy());
            writeln!(modules, "#[path = {rust:?}]\nmod {name}_source;").expect("a string takes all");
            // C beside Rust is the library that is bound; C alone is an extension, which is not for this crate.
            let c = case.join(variant).with_extension("c");
            if c.exists() {
                library.file(c);
                any = true;
            }
        }
    }
    if any {
        library.include(env::var_os("PYTHON_INCLUDE").expect("PYTHON_INCLUDE: where Python.h is"));
        library.warnings(false).compile("cases");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    fs::write(out.join("cases.rs"), modules).expect("the output can be written");
}

/// The folders in a folder, in the order of their names.
fn folders(of: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(of)
        .expect("it is a folder")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

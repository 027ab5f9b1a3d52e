//! Compiles the C library. Its warnings are errors: what they find in C is rarely harmless.

use std::path::{Path, PathBuf};

fn main() {
    let root = Path::new("inkcanvas");
    println!("cargo::rerun-if-changed=inkcanvas/src");
    println!("cargo::rerun-if-changed=inkcanvas/include");
    println!("cargo::rerun-if-env-changed=INKCANVAS_SANITIZE");

    let mut build = cc::Build::new();
    build
        .files(c_files(&root.join("src")))
        .include(root.join("include"))
        .std("c99")
        .flag("-pthread")
        .extra_warnings(true)
        .warnings_into_errors(true);
    // For the extension module under a preloaded sanitizer runtime: an executable would not link with this.
    match std::env::var("INKCANVAS_SANITIZE").as_deref() {
        Ok("address") => {
            build.flag("-fsanitize=address").flag("-fno-omit-frame-pointer");
        }
        Ok("") | Err(_) => {}
        Ok(other) => panic!("INKCANVAS_SANITIZE={other}: only `address` is known"),
    }
    // The tests of the C library compile it once more, instrumented, with the same compiler.
    println!("cargo::rustc-env=INKCANVAS_CC={}", build.get_compiler().path().display());
    build.compile("inkcanvas");
    println!("cargo::rustc-link-lib=pthread");
}

/// Every C file of a directory, in an order that does not depend on the file system.
fn c_files(directory: &Path) -> Vec<PathBuf> {
    let entries = directory.read_dir().unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a directory entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect();
    files.sort();
    files
}

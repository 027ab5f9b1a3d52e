//! The sources of `owned` and what the workspace depends on, as they are.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use owned_floors::{Source, check, clashing_modules, read, without_example};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("this package lies in the workspace")
}

#[test]
fn no_module_of_owned_looks_upward() {
    let sources = read(&root().join("owned/src")).expect("the sources can be read");
    assert!(sources.iter().any(|source| source.file == "lib.rs"), "these are not the sources of a crate");
    let lines: Vec<String> = check(&sources).iter().map(|violation| format!("  owned/src/{violation}")).collect();
    assert!(lines.is_empty(), "{} of {} files:\n{}", lines.len(), sources.len(), lines.join("\n"));
}

#[test]
fn what_is_public_shows_an_example() {
    let sources = read(&root().join("owned/src")).expect("the sources can be read");
    let lines = without_example(&sources);
    assert!(lines.is_empty(), "{} without an example:\n{}", lines.len(), lines.join("\n"));
}

/// Windows wants to know of each declaration in which DLL it is: a plain block says nothing of that.
#[test]
fn what_is_declared_of_the_c_api_names_its_library() {
    let sources = read(&root().join("owned/src")).expect("the sources can be read");
    let of_python = sources.iter().filter(|source| source.file.starts_with("raw/"));
    let begins_a_block = |line: &str| line.trim().starts_with("unsafe extern \"C") && line.ends_with("\" {");
    let is_plain = |source: &&Source| source.text.lines().any(begins_a_block);
    let plain: Vec<&str> = of_python.filter(is_plain).map(|source| source.file.as_str()).collect();
    assert!(plain.is_empty(), "they are for `libpython!`: {plain:?}");
}

#[test]
fn examples_can_be_compiled_together() {
    let mut sources = read(&root().join("owned/src")).expect("the sources can be read");
    let included: Vec<String> = sources.iter().flat_map(|source| source.text.lines()).filter_map(included).collect();
    assert!(included.len() > 10, "the guide is not among the examples");
    for page in included {
        let text = fs::read_to_string(root().join(&page)).unwrap_or_else(|error| panic!("{page}: {error}"));
        sources.push(Source::new(page, text));
    }
    let lines = clashing_modules(&sources);
    assert!(lines.is_empty(), "modules of one name; write ```standalone_crate:\n{}", lines.join("\n"));
}

/// The page that a line of `lib.rs` has compiled.
fn included(line: &str) -> Option<String> {
    let page = line.trim().strip_prefix("#[doc = include_str!(\"../../")?;
    Some(page.split('"').next()?.to_owned())
}

#[test]
fn pyo3_is_not_a_dependency() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the workspace is locked");
    let names: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(names.contains(&"pyo3-ffi"), "this is not our lockfile");
    assert!(!names.contains(&"pyo3"), "the framework stands on pyo3-ffi alone");
}

#[test]
fn owned_needs_no_c_compiler() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--locked", "--package", "owned-py", "--edges", "normal,build", "--target", "all"])
        .args(["--all-features", "--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"pyo3-ffi"), "this is not the tree of owned:\n{tree}");
    for refused in ["cc", "owned-py-c-shim"] {
        assert!(!names.contains(&refused), "owned depends on {refused}:\n{tree}");
    }
}

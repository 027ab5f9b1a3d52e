//! A wrong belief on either side stops the build, by name.
//!
//! Each case builds a copy of this crate, against a copy of `pyo3-ffi` in which one thing was
//! changed, for the interpreter that the tests themselves were configured for.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// One change: a file below the copy, what to find in it, and what to put there.
struct Plant {
    file: &'static str,
    find: &'static str,
    put: &'static str,
}

const METHODS: &str = "pyo3-ffi/src/methodobject.rs";

#[test]
fn planted_faults_stop_the_build_by_name() {
    let copy = Copy::new("planted");
    let (built, log) = copy.build(&[], None);
    assert!(built, "the unchanged copy must build:\n{log}");

    let cases: [(&str, Plant, &[&str]); 6] = [
        (
            "two fields change places in Rust",
            Plant {
                file: METHODS,
                find: "    pub ml_flags: c_int,\n    pub ml_doc: *const c_char,\n",
                put: "    pub ml_doc: *const c_char,\n    pub ml_flags: c_int,\n",
            },
            &["PyMethodDef.ml_flags: offset 16", "PyMethodDef.ml_doc: offset 24"],
        ),
        (
            "a field is narrower in Rust, and padding hides it",
            Plant {
                file: "pyo3-ffi/src/descrobject.rs",
                find: "    pub flags: c_int,\n",
                put: "    pub flags: core::ffi::c_short,\n",
            },
            &["PyMemberDef.flags: size 4"],
        ),
        (
            "a field is new in Rust, and padding hides it",
            Plant {
                file: "pyo3-ffi/src/structseq.rs",
                find: "    pub n_in_sequence: c_int,\n",
                put: "    pub n_in_sequence: c_int,\n    pub n_more: c_int,\n",
            },
            &["PyStructSequence_Desc", "does not mention field `n_more`"],
        ),
        (
            "a constant differs in Rust",
            Plant {
                file: METHODS,
                find: "pub const METH_O: c_int = 0x0008;",
                put: "pub const METH_O: c_int = 0x0010;",
            },
            &["METH_O: value 8"],
        ),
        (
            "a field is in C and in no table",
            Plant { file: "c-shim/layout/stable.layout", find: "    ml_doc\n", put: "" },
            &["missing initializer for field", "ml_doc", "PyMethodDef"],
        ),
        (
            "our own struct differs in C",
            Plant {
                file: "c-shim/include/owned/headers.h",
                find: "    uint32_t flags;\n",
                put: "    uint64_t flags;\n",
            },
            &["HeaderFacts.flags: size 8"],
        ),
    ];
    for (name, plant, expected) in cases {
        let (built, log) = copy.build(&[plant], None);
        assert!(!built, "{name}: this must not build");
        for words in expected {
            assert!(log.contains(words), "{name}: no `{words}` in:\n{log}");
        }
    }
}

#[test]
fn missing_headers_name_the_package() {
    let copy = Copy::new("headers");
    let (built, log) = copy.build(&[], Some(&copy.root));
    assert!(!built, "there is no Python.h there");
    let package = if cfg!(py_sys_config = "Py_DEBUG") { "-dbg" } else { "python3-dev" };
    for words in ["Python.h", "Install the", package, "PYO3_PYTHON"] {
        assert!(log.contains(words), "no `{words}` in:\n{log}");
    }
}

/// A workspace of this crate alone, with `pyo3-ffi` beside it.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn new(name: &str) -> Self {
        let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = crate_root.parent().expect("the crate stands in a workspace");
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(root.join("c-shim"));
        let _ = fs::remove_dir_all(root.join("pyo3-ffi"));
        copy_tree(crate_root, &root.join("c-shim"));
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).expect("copy the lock file");

        let manifest = fs::read_to_string(workspace.join("Cargo.toml")).expect("read the manifest");
        let members = manifest
            .lines()
            .find(|line| line.starts_with("members"))
            .expect("the workspace's manifest names its members on one line");
        let manifest = manifest.replace(members, "members = [\"c-shim\"]");
        fs::write(root.join("Cargo.toml"), &manifest).expect("write the manifest");

        copy_tree(&pyo3_ffi(&root), &root.join("pyo3-ffi"));
        let patch = "\n[patch.crates-io]\npyo3-ffi = { path = \"pyo3-ffi\" }\n";
        fs::write(root.join("Cargo.toml"), manifest + patch).expect("write the manifest");
        Copy { root }
    }

    /// Builds with `plants` in place, takes them out again, and returns success and what was said.
    fn build(&self, plants: &[Plant], include: Option<&Path>) -> (bool, String) {
        let originals: Vec<_> = plants.iter().map(|plant| self.plant(plant)).collect();
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(["check", "--offline", "--color=never", "--package=owned-py-c-shim"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"));
        if let Some(include) = include {
            cargo.env("OWNED_PYTHON_INCLUDE", include);
        }
        let output = cargo.output().expect("run cargo");
        for (file, text) in originals {
            fs::write(file, text).expect("take the plant out");
        }
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), log)
    }

    fn plant(&self, plant: &Plant) -> (PathBuf, String) {
        let file = self.root.join(plant.file);
        let text = fs::read_to_string(&file).expect("read the file to change");
        assert_eq!(text.matches(plant.find).count(), 1, "{} in {}", plant.find, plant.file);
        fs::write(&file, text.replace(plant.find, plant.put)).expect("plant");
        (file, text)
    }
}

/// Where cargo keeps the `pyo3-ffi` that this workspace is locked to.
fn pyo3_ffi(workspace: &Path) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--format-version=1"])
        .current_dir(workspace)
        .output()
        .expect("run cargo metadata");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata failed:\n{log}");
    let metadata = String::from_utf8(output.stdout).expect("metadata is UTF-8");
    metadata
        .split("\"manifest_path\":\"")
        .filter_map(|rest| rest.split('"').next())
        .map(|path| PathBuf::from(path.replace("\\\\", "\\")))
        .filter_map(|manifest| manifest.parent().map(Path::to_path_buf))
        .find(|dir| dir.file_name().is_some_and(|name| name.to_string_lossy().starts_with("pyo3-ffi-")))
        .expect("pyo3-ffi is a dependency from a registry")
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("make a directory");
    for entry in fs::read_dir(from).expect("list a directory") {
        let entry = entry.expect("read an entry");
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_tree(&source, &target);
        } else {
            fs::copy(&source, &target).expect("copy a file");
        }
    }
}

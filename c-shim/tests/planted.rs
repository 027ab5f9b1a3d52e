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
const FIELD: &str = "    pub ml_flags: c_int,\n";

#[test]
fn planted_faults_stop_the_build_by_name() {
    let copy = Copy::new();
    let (built, log) = copy.build(&[]);
    assert!(built, "the unchanged copy must build:\n{log}");

    let cases: [(&str, Plant, &[&str]); 6] = [
        (
            "two fields change places in Rust",
            Plant {
                file: METHODS,
                find: "    pub ml_flags: c_int,\n    pub ml_doc: *const c_char,\n",
                put: "    pub ml_doc: *const c_char,\n    pub ml_flags: c_int,\n",
            },
            &[
                "PyMethodDef.ml_flags: offset 16",
                "PyMethodDef.ml_doc: offset 24",
            ],
        ),
        (
            "a field is narrower in Rust, and its padding hides it",
            Plant {
                file: METHODS,
                find: FIELD,
                put: "    pub ml_flags: core::ffi::c_short,\n",
            },
            &["PyMethodDef.ml_flags: size 4"],
        ),
        (
            "a field is new in Rust, and padding hides it",
            Plant {
                file: METHODS,
                find: FIELD,
                put: "    pub ml_flags: c_int,\n    pub ml_more: c_int,\n",
            },
            &["PyMethodDef", "ml_more"],
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
            Plant {
                file: "c-shim/layout/stable.layout",
                find: "    ml_doc\n",
                put: "",
            },
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
        let (built, log) = copy.build(&[plant]);
        assert!(!built, "{name}: this must not build");
        for words in expected {
            assert!(log.contains(words), "{name}: no `{words}` in:\n{log}");
        }
    }
}

/// A workspace of this crate alone, with `pyo3-ffi` beside it.
struct Copy {
    root: PathBuf,
}

impl Copy {
    fn new() -> Self {
        let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = crate_root
            .parent()
            .expect("the crate stands in a workspace");
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("planted");
        let _ = fs::remove_dir_all(root.join("c-shim"));
        let _ = fs::remove_dir_all(root.join("pyo3-ffi"));
        copy_tree(crate_root, &root.join("c-shim"));
        copy_tree(&pyo3_ffi(workspace), &root.join("pyo3-ffi"));
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock"))
            .expect("copy the lock file");

        let manifest = fs::read_to_string(workspace.join("Cargo.toml")).expect("read the manifest");
        let members = manifest
            .lines()
            .find(|line| line.starts_with("members"))
            .expect("the workspace's manifest names its members on one line");
        let manifest = manifest.replace(members, "members = [\"c-shim\"]");
        let patch = "\n[patch.crates-io]\npyo3-ffi = { path = \"pyo3-ffi\" }\n";
        fs::write(root.join("Cargo.toml"), manifest + patch).expect("write the manifest");
        Copy { root }
    }

    /// Builds with `plants` in place, takes them out again, and returns success and what was said.
    fn build(&self, plants: &[Plant]) -> (bool, String) {
        let originals: Vec<_> = plants.iter().map(|plant| self.plant(plant)).collect();
        let output = Command::new(env!("CARGO"))
            .args([
                "check",
                "--offline",
                "--color=never",
                "--package=owned-py-c-shim",
            ])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .output()
            .expect("run cargo");
        for (file, text) in originals {
            fs::write(file, text).expect("take the plant out");
        }
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), log)
    }

    fn plant(&self, plant: &Plant) -> (PathBuf, String) {
        let file = self.root.join(plant.file);
        let text = fs::read_to_string(&file).expect("read the file to change");
        assert_eq!(
            text.matches(plant.find).count(),
            1,
            "{} in {}",
            plant.find,
            plant.file
        );
        fs::write(&file, text.replace(plant.find, plant.put)).expect("plant");
        (file, text)
    }
}

/// Where cargo keeps the `pyo3-ffi` that this build uses.
fn pyo3_ffi(workspace: &Path) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--format-version=1"])
        .current_dir(workspace)
        .output()
        .expect("run cargo metadata");
    let metadata = String::from_utf8(output.stdout).expect("metadata is UTF-8");
    metadata
        .split("\"manifest_path\":\"")
        .filter_map(|rest| rest.split('"').next())
        .map(|path| PathBuf::from(path.replace("\\\\", "\\")))
        .filter_map(|manifest| manifest.parent().map(Path::to_path_buf))
        .find(|dir| {
            dir.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("pyo3-ffi-"))
        })
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

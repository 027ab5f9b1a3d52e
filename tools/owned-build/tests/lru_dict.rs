//! lru-dict as its authors have it, with Rust in it by one line: its own tests, with a type that Rust has adopted.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::tools::Tools;
use common::{folder, put, put_manifest, says, text};
use owned_build::host::{self, Host, Project};

const RELEASE: &str = "lru-dict==1.4.1";
const HASH: &str = "sha256:cc518ff2d38cc7a8ab56f9a6ae557f91e2e1524b57ed8e598e97f45a2bd708fc";

const LIB: &str = "\
//! A part of lru-dict.

use owned::adopt::{BorrowedField, OwnedField, PlainField};
use owned::prelude::*;

#[class(name = \"LRU\", unsafe(adopt(LRU, type = LRUType)))]
#[repr(C)]
pub struct Lru {
    dict: OwnedField<Dict>,
    first: BorrowedField<Node>,
    last: BorrowedField<Node>,
    size: PlainField<isize>,
    hits: PlainField<isize>,
    misses: PlainField<isize>,
    callback: OwnedField<Any>,
}

#[class(unsafe(adopt(Node, type = NodeType)))]
#[repr(C)]
pub struct Node {
    value: OwnedField<Any>,
    key: OwnedField<Any>,
    prev: BorrowedField<Node>,
    next: BorrowedField<Node>,
}

owned::foreign::import! {
    // SAFETY: as in `_lru.c`.
    unsafe extern \"C\" {
        static fn lru_length(lru: Borrowed<Lru>) -> isize;
    }
}

#[methods]
impl Lru {
    /// Rust's.
    fn get_size(&self, py: Python<'_>) -> isize {
        self.size.get(py)
    }

    fn get_stats(&self, py: Python<'_>) -> (isize, isize) {
        (self.hits.get(py), self.misses.get(py))
    }

    fn __len__(slf: Borrowed<'_, '_, Self>) -> usize {
        lru_length(slf.py(), &slf).unsigned_abs()
    }
}

#[owned::module(adopt)]
mod _lru {
    #[export]
    pub use super::{Lru, Node};
}
";

/// Installs the project, runs its own tests, and returns what `get_size` says of itself.
fn passes_its_own_tests(root: &Path, count: u8) -> String {
    let tools = Tools::get();
    let site: PathBuf = root.with_file_name(format!("lru-dict-site{count}"));
    let _ = fs::remove_dir_all(&site);
    // The project asks for one version of setuptools, and another is at hand.
    let mut pip = tools.pip(&["--no-build-isolation", "--target"]);
    text(pip.arg(&site).arg(".").current_dir(root).output().expect("pip starts"), "pip install");
    let mut tests = tools.command("python");
    // On a debug interpreter they compare a count that their own run moves, with C alone as well.
    let run = "import sys, unittest; vars(sys).pop('gettotalrefcount', None); unittest.main('test_lru')";
    tests.args(["-c", run]).current_dir(root.join("test")).env("PYTHONPATH", &site);
    let done = tests.output().expect("Python starts");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    text(done, "test_lru");
    assert!(said.contains("Ran 26 tests"), "{said}");
    says(&tools.python, &site, "import lru; print(lru.LRU.get_size.__doc__, len(lru.LRU(3)))")
}

#[test]
fn lru_dict_there_and_back() {
    let sdist = Tools::get().sdist(RELEASE, HASH);
    let root = folder("lru-dict");
    let mut unpack = Tools::get().command("tar");
    let done = unpack.arg("-xzf").arg(sdist).arg("--strip-components=1").current_dir(&root).output();
    text(done.expect("tar starts"), "tar");
    let setup = root.join("setup.py");
    let (before, source) = (fs::read_to_string(&setup).expect("setup.py"), root.join("src/lru/_lru.c"));
    let c = fs::read(&source).expect("the source");
    let said_by_c = passes_its_own_tests(&root, 1);

    let project =
        Project { root: &root, module: "lru._lru", source: Path::new("src/lru/_lru.c"), folder: Path::new("rust") };
    let written = host::write(Host::Setuptools, &project).unwrap_or_else(|error| panic!("{error}"));
    put_manifest(&root.join("rust"), "lru_dict", "staticlib");
    put(&root.join("rust/src/lib.rs"), LIB);
    let build = "fn main() {\n    owned_build::Extension::new(\"_lru\").source(\"../src/lru/_lru.c\").rust(\"src/lib.rs\").host();\n}\n";
    put(&root.join("rust/build.rs"), build);
    put(&setup, &before.replace("\nargs = {", &format!("\n{}\nargs = {{", written.line)));
    assert_eq!(fs::read_to_string(&setup).expect("setup.py").lines().count(), before.lines().count() + 1);
    assert_eq!(passes_its_own_tests(&root, 2), "Rust's. 0");

    put(&setup, &before);
    assert_eq!(passes_its_own_tests(&root, 3), said_by_c);
    assert_eq!(fs::read(&source).expect("the source"), c);
}

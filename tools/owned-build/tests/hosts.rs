//! C builds that host Rust: each project is built untouched, with the one line, and without it again.

mod common;

use std::path::{Path, PathBuf};
use std::process::Output;
use std::{env, fs};

use common::tools::Tools;
use common::{fixtures, folder, put, says, text};
use owned_build::host::{self, Host, Project};

/// What is asked of the module, with the answers while it is C's alone; the first answer becomes Rust's.
struct Kind {
    module: &'static str,
    code: &'static str,
    answers: &'static str,
    /// A helper that is `static` in C, as Rust code that calls it, and what that gives.
    helper: (&'static str, &'static str, &'static str),
}

const SINGLE: Kind = Kind {
    module: "single",
    code: "import single as m; t = m.Track(1, 0.5); t.name('x'); print(m.wrote(), m.add(2, 3), t.all(), t.gain, m.MARKS)",
    answers: "5 ('x',) 0.5 3",
    helper: ("track_scaled", "unsafe extern \"C\" fn(f64, i32) -> f64", "(2.5, 4)"),
};

const MULTI: Kind = Kind {
    module: "multi",
    code: "import multi as m; b = m.Bag(); b.add('x'); print(m.wrote(), m.clamped(9, 0, 2), b[0], str(m.Gauge()), m.made())",
    answers: "2.0 x 0/100 1",
    helper: ("clamp", "unsafe extern \"C\" fn(f64, f64, f64) -> f64", "(11.0, 0.0, 10.0)"),
};

struct Hosted {
    root: PathBuf,
    host: Host,
    kind: &'static Kind,
    count: usize,
}

impl Hosted {
    /// A project of C alone.
    fn new(name: &str, host: Host, kind: &'static Kind, files: &[(&str, &str)]) -> Self {
        let root = folder(&format!("hosted-{name}"));
        for (path, text) in files {
            put(&root.join(path), &text.replace("NAME", kind.module));
        }
        for file in [format!("{}.c", kind.module), "single_marks.h".to_owned()] {
            fs::create_dir_all(root.join("src")).expect("a folder");
            fs::copy(fixtures().join(&file), root.join("src").join(&file)).expect("a fixture");
        }
        Hosted { root, host, kind, count: 0 }
    }

    fn rust(&self) -> PathBuf {
        self.root.join(self.host.usual_folder())
    }

    /// Lays the crate beside it, with what the host needs; the project is as it was. Returns the line to add.
    fn add_crate(&self, body: &str) -> String {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let owned = workspace.join("owned");
        let manifest = format!(
            "[package]\nname = \"ported-{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\nname = \"ported\"\n\
             crate-type = [\"staticlib\"]\n[dependencies]\nowned = {{ package = \"owned-py\", path = {owned:?}, \
             default-features = false, features = [\"adopt\"] }}\n[build-dependencies]\nowned-build = {{ path = {:?} }}\n\
             [workspace]\n",
            self.root.file_name().expect("a name").to_string_lossy(),
            env!("CARGO_MANIFEST_DIR"),
        );
        put(&self.rust().join("Cargo.toml"), &manifest);
        fs::copy(workspace.join("Cargo.lock"), self.rust().join("Cargo.lock")).expect("the lock file");
        self.put_lib(body);
        let source = format!("src/{}.c", self.kind.module);
        let project = Project {
            root: &self.root,
            module: self.kind.module,
            source: Path::new(&source),
            folder: Path::new(self.host.usual_folder()),
        };
        let written = host::write(self.host, &project).unwrap_or_else(|error| panic!("{error}"));
        assert!(written.files.iter().all(|file| self.root.join(file).is_file()));
        assert!(self.root.join(written.file).is_file());
        written.line
    }

    fn put_lib(&self, body: &str) {
        let lib = format!(
            "//! Ported.\n#[owned::module(adopt)]\nmod {} {{\n    use owned::prelude::*;\n\n    #[function]\n    \
             fn wrote() -> String {{\n        {body}\n    }}\n}}\n",
            self.kind.module
        );
        put(&self.rust().join("src/lib.rs"), &lib);
    }

    /// Changes the project by one replacement in one file.
    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.root.join(file);
        let text = fs::read_to_string(&path).expect("the file");
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}:\n{text}");
        fs::write(path, text.replace(from, to)).expect("the file");
    }

    /// Installs it by pip, into a folder of its own.
    fn pip(&mut self, arguments: &[&str]) -> (Output, PathBuf) {
        self.count += 1;
        let site = self.root.with_file_name(format!(
            "{}-site{}",
            self.root.file_name().expect("a name").to_string_lossy(),
            self.count
        ));
        let _ = fs::remove_dir_all(&site);
        let mut pip = Tools::get().pip(&["--target"]);
        let done = pip.arg(&site).args(arguments).arg(".").current_dir(&self.root).output().expect("pip starts");
        (done, site)
    }

    #[track_caller]
    fn answers(&self, site: &Path, wrote: &str) {
        let python = &Tools::get().python;
        assert_eq!(says(python, site, self.kind.code), format!("{wrote} {}", self.kind.answers));
    }

    #[track_caller]
    fn installs(&mut self, wrote: &str) -> PathBuf {
        let (done, site) = self.pip(&[]);
        text(done, "pip install");
        self.answers(&site, wrote);
        site
    }

    /// C, then Rust and C by one line, then C.
    fn there_and_back(&mut self, file: &str, from: &str, to: impl Fn(&str) -> String) {
        let before = fs::read(self.root.join(file)).expect("the file");
        self.installs("C");
        let line = self.add_crate("String::from(\"Rust\")");
        self.installs("C");
        let to = to(&line);
        let (one, other) = (from.lines().count(), to.lines().count());
        assert!(other - one <= 1, "one line: {to}");
        self.change(file, from, &to);
        self.installs("Rust");
        self.change(file, &to, from);
        assert_eq!(fs::read(self.root.join(file)).expect("the file"), before);
        self.installs("C");
    }

    /// A `build.rs` that writes the C file around the source, and Rust code that calls what is `static` there.
    fn use_helper(&self) -> String {
        let (name, of, arguments) = self.kind.helper;
        let up = "../".repeat(self.host.usual_folder().split('/').count());
        let module = self.kind.module;
        let build = format!(
            "fn main() {{\n    let written = owned_build::Extension::new(\"{module}\").source(\"{up}src/{module}.c\")\
             .rust(\"src/imported.rs\").write(\"owned_{module}.c\");\n    \
             if let Err(error) = written {{\n        eprintln!(\"{{error}}\");\n        std::process::exit(1);\n    }}\n}}\n"
        );
        put(&self.rust().join("build.rs"), &build);
        let imported = format!("foreign::import! {{ unsafe extern \"C\" {{ static fn {name}() -> f64; }} }}\n");
        put(&self.rust().join("src/imported.rs"), &imported);
        self.put_lib(&format!(
            "unsafe extern \"C\" {{ static owned_c_{name}: {of}; }}\n        unsafe {{ owned_c_{name}{arguments} }}.to_string()"
        ));
        "10".to_owned()
    }
}

const SETUP: &str = "from setuptools import Extension, setup\n\nextensions = [Extension('NAME', ['src/NAME.c'])]\n\
                     setup(ext_modules=extensions)\n";
const SETUPTOOLS: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n[project]\n\
         name = \"NAME\"\nversion = \"1\"\n[tool.setuptools]\npy-modules = []\n",
    ),
    ("setup.py", SETUP),
];
const MESON: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"meson-python\"]\nbuild-backend = \"mesonpy\"\n[project]\nname = \"NAME\"\n\
         version = \"1\"\n",
    ),
    (
        "meson.build",
        "project('NAME', 'c', version: '1')\npy = import('python').find_installation(pure: false)\n\
         py.extension_module('NAME',\n  'src/NAME.c',\n  install: true,\n)\n",
    ),
];
const CMAKE: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"scikit-build-core\", \"cmake\", \"ninja\"]\nbuild-backend = \"scikit_build_core.build\"\n\
         [project]\nname = \"NAME\"\nversion = \"1\"\n",
    ),
    (
        "CMakeLists.txt",
        "cmake_minimum_required(VERSION 3.18)\nproject(NAME LANGUAGES C)\n\
         find_package(Python COMPONENTS Interpreter Development.Module REQUIRED)\n\
         Python_add_library(NAME MODULE src/NAME.c WITH_SOABI)\ninstall(TARGETS NAME DESTINATION .)\n",
    ),
];

#[test]
fn setuptools_there_and_back() {
    let mut project = Hosted::new("setuptools", Host::Setuptools, &SINGLE, &SETUPTOOLS);
    project.there_and_back("setup.py", "setup(ext", |line| format!("{line}\nsetup(ext"));
}

#[test]
fn meson_python_there_and_back() {
    let mut project = Hosted::new("meson", Host::Meson, &MULTI, &MESON);
    project.there_and_back("meson.build", "  install: true", |line| format!("  {line}\n  install: true"));
}

#[test]
fn scikit_build_core_there_and_back() {
    let mut project = Hosted::new("scikit", Host::Cmake, &SINGLE, &CMAKE);
    project.there_and_back("CMakeLists.txt", "install(", |line| format!("{line}\ninstall("));
}

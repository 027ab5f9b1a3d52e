//! Projects of a C extension that host Rust.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use owned_build::host::{self, Host, Project};

use super::tools::Tools;
use super::{fixtures, folder, put, put_manifest, says, text};

/// What is asked of the module, with the answers while it is C's alone; the first answer becomes Rust's.
pub(crate) struct Kind {
    pub(crate) module: &'static str,
    pub(crate) code: &'static str,
    pub(crate) answers: &'static str,
    /// A helper that is `static` in C, as Rust declares it, and a call that gives 10.
    pub(crate) helper: (&'static str, &'static str),
}

pub(crate) const SINGLE: Kind = Kind {
    module: "single",
    code: "import single as m; t = m.Track(1, 0.5); t.name('x'); print(m.wrote(), m.add(2, 3), t.all(), t.gain, m.MARKS)",
    answers: "5 ('x',) 0.5 3",
    helper: ("track_scaled(gain: f64, times: core::ffi::c_int) -> f64", "track_scaled(py, 2.5, 4)"),
};

pub(crate) const MULTI: Kind = Kind {
    module: "multi",
    code: "import multi as m; b = m.Bag(); b.add('x'); print(m.wrote(), m.clamped(9, 0, 2), b[0], str(m.Gauge()), m.made())",
    answers: "2.0 x 0/100 1",
    helper: ("clamp(level: f64, low: f64, high: f64) -> f64", "clamp(py, 11.0, 0.0, 10.0)"),
};

pub(crate) struct Hosted {
    pub(crate) root: PathBuf,
    pub(crate) host: Host,
    pub(crate) kind: &'static Kind,
    pub(crate) count: usize,
}

impl Hosted {
    /// A project of C alone.
    pub(crate) fn new(name: &str, host: Host, kind: &'static Kind, files: &[(&str, &str)]) -> Self {
        let root = folder(&format!("hosted-{name}"));
        for (path, text) in files {
            put(&root.join(path), &text.replace("NAME", kind.module));
        }
        fs::create_dir_all(root.join("src")).expect("a folder");
        for file in [format!("{}.c", kind.module), "single_marks.h".to_owned()] {
            if !fixtures().join(&file).is_file() {
                continue;
            }
            fs::copy(fixtures().join(&file), root.join("src").join(&file)).expect("a fixture");
        }
        Hosted { root, host, kind, count: 0 }
    }

    pub(crate) fn rust(&self) -> PathBuf {
        self.root.join(self.host.usual_folder())
    }

    /// Lays the crate beside it, with what the host needs; the project is as it was. Returns the line to add.
    pub(crate) fn add_crate(&self, body: &str) -> String {
        let name = self.root.file_name().expect("a name").to_string_lossy().replace('-', "_");
        put_manifest(&self.rust(), &name, "staticlib");
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

    pub(crate) fn put_lib(&self, body: &str) {
        let lib = format!(
            "//! Ported.\n#[owned::module(adopt)]\nmod {} {{\n    use owned::prelude::*;\n\n    #[function]\n    \
             fn wrote(py: Python<'_>) -> String {{\n        let _ = py;\n        {body}\n    }}\n}}\n",
            self.kind.module
        );
        put(&self.rust().join("src/lib.rs"), &lib);
    }

    /// Changes the project by one replacement in one file.
    pub(crate) fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.root.join(file);
        let text = fs::read_to_string(&path).expect("the file");
        assert_eq!(text.matches(from).count(), 1, "{from} in {file}:\n{text}");
        fs::write(path, text.replace(from, to)).expect("the file");
    }

    /// Installs it by pip, into a folder of its own.
    pub(crate) fn pip(&mut self, arguments: &[&str]) -> (Output, PathBuf) {
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
    pub(crate) fn answers(&self, site: &Path, wrote: &str) {
        let python = &Tools::get().python;
        assert_eq!(says(python, site, self.kind.code), format!("{wrote} {}", self.kind.answers));
    }

    #[track_caller]
    pub(crate) fn installs(&mut self, wrote: &str) -> PathBuf {
        let (done, site) = self.pip(&[]);
        text(done, "pip install");
        self.answers(&site, wrote);
        site
    }

    /// C, then Rust and C by one line, then C.
    pub(crate) fn there_and_back(&mut self, file: &str, from: &str, to: impl Fn(&str) -> String) {
        let before = fs::read(self.root.join(file)).expect("the file");
        let site = self.installs("C");
        let exported = self.exports(&site);
        let line = self.add_crate("String::from(\"Rust\")");
        self.installs("C");
        let to = to(&line);
        let (one, other) = (from.lines().count(), to.lines().count());
        assert!(other - one <= 1, "one line: {to}");
        self.change(file, from, &to);
        let site = self.installs("Rust");
        assert_eq!(self.exports(&site), exported, "what is of Rust is not seen by other modules of the process");
        self.change(file, &to, from);
        assert_eq!(fs::read(self.root.join(file)).expect("the file"), before);
        self.installs("C");
    }

    /// The symbols that the module in this folder exports.
    pub(crate) fn exports(&self, site: &Path) -> Vec<String> {
        let files = fs::read_dir(site).expect("a folder").map(|entry| entry.expect("an entry").path());
        let is_module = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "so");
        let module = files.into_iter().find(is_module).expect("the module");
        let symbols = Tools::get().command("nm").args(["-D", "--defined-only"]).arg(module).output();
        let symbols = text(symbols.expect("nm"), "nm");
        symbols.lines().filter_map(|line| line.rsplit(' ').next()).map(str::to_owned).collect()
    }

    /// The answer to the first question, from a module in this folder.
    pub(crate) fn wrote(&self, folder: &Path) -> String {
        let code = format!("import {} as m; print(m.wrote())", self.kind.module);
        says(&Tools::get().python, folder, &code)
    }

    /// A `build.rs` that writes the C file around the source, and Rust code that calls what is `static` there.
    pub(crate) fn use_helper(&self) -> &'static str {
        let (declaration, call) = self.kind.helper;
        let up = "../".repeat(self.host.usual_folder().split('/').count());
        let module = self.kind.module;
        let build = format!(
            "fn main() {{\n    owned_build::Extension::new(\"{module}\").source(\"{up}src/{module}.c\").rust(\"src/lib.rs\").host();\n}}\n"
        );
        put(&self.rust().join("build.rs"), &build);
        self.put_lib(&format!("super::{call}.to_string()"));
        let file = self.rust().join("src/lib.rs");
        let import = format!(
            "\nowned::foreign::import! {{\n    // SAFETY: as C says.\n    unsafe extern \"C\" {{\n        \
             static fn {declaration};\n    }}\n}}\n"
        );
        let lib = fs::read_to_string(&file).expect("the crate") + &import;
        put(&file, &lib);
        "10"
    }
}

pub(crate) const SETUP: &str = "from setuptools import Extension, setup\n\nextensions = [Extension('NAME', ['src/NAME.c'])]\n\
                     setup(ext_modules=extensions)\n";
pub(crate) const SETUPTOOLS: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n[project]\n\
         name = \"of-NAME\"\nversion = \"1\"\n[tool.setuptools]\npy-modules = []\n",
    ),
    ("setup.py", SETUP),
];
pub(crate) const MESON: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"meson-python\"]\nbuild-backend = \"mesonpy\"\n[project]\nname = \"of-NAME\"\n\
         version = \"1\"\n",
    ),
    (
        "meson.build",
        "project('NAME', 'c', version: '1')\npy = import('python').find_installation(pure: false)\n\
         py.extension_module('NAME',\n  'src/NAME.c',\n  install: true,\n)\n",
    ),
];
pub(crate) const CMAKE: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"scikit-build-core\", \"cmake\", \"ninja\"]\nbuild-backend = \"scikit_build_core.build\"\n\
         [project]\nname = \"of-NAME\"\nversion = \"1\"\n",
    ),
    (
        "CMakeLists.txt",
        "cmake_minimum_required(VERSION 3.18)\nproject(NAME LANGUAGES C)\n\
         find_package(Python COMPONENTS Interpreter Development.Module REQUIRED)\n\
         Python_add_library(NAME MODULE src/NAME.c WITH_SOABI)\ninstall(TARGETS NAME DESTINATION .)\n",
    ),
];

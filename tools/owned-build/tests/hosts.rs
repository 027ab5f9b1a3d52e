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
    /// A helper that is `static` in C, as Rust declares it, and a call that gives 10.
    helper: (&'static str, &'static str),
}

const SINGLE: Kind = Kind {
    module: "single",
    code: "import single as m; t = m.Track(1, 0.5); t.name('x'); print(m.wrote(), m.add(2, 3), t.all(), t.gain, m.MARKS)",
    answers: "5 ('x',) 0.5 3",
    helper: ("track_scaled(gain: f64, times: core::ffi::c_int) -> f64", "track_scaled(py, 2.5, 4)"),
};

const MULTI: Kind = Kind {
    module: "multi",
    code: "import multi as m; b = m.Bag(); b.add('x'); print(m.wrote(), m.clamped(9, 0, 2), b[0], str(m.Gauge()), m.made())",
    answers: "2.0 x 0/100 1",
    helper: ("clamp(level: f64, low: f64, high: f64) -> f64", "clamp(py, 11.0, 0.0, 10.0)"),
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
        fs::create_dir_all(root.join("src")).expect("a folder");
        for file in [format!("{}.c", kind.module), "single_marks.h".to_owned()] {
            if !fixtures().join(&file).is_file() {
                continue;
            }
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
             default-features = false, features = [\"adopt\", \"foreign\"] }}\n[build-dependencies]\nowned-build = {{ path = {:?} }}\n\
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
             fn wrote(py: Python<'_>) -> String {{\n        let _ = py;\n        {body}\n    }}\n}}\n",
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
    fn exports(&self, site: &Path) -> Vec<String> {
        let files = fs::read_dir(site).expect("a folder").map(|entry| entry.expect("an entry").path());
        let is_module = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "so");
        let module = files.into_iter().find(is_module).expect("the module");
        let symbols = Tools::get().command("nm").args(["-D", "--defined-only"]).arg(module).output();
        let symbols = text(symbols.expect("nm"), "nm");
        symbols.lines().filter_map(|line| line.rsplit(' ').next()).map(str::to_owned).collect()
    }

    /// The answer to the first question, from a module in this folder.
    fn wrote(&self, folder: &Path) -> String {
        let code = format!("import {} as m; print(m.wrote())", self.kind.module);
        says(&Tools::get().python, folder, &code)
    }

    /// A `build.rs` that writes the C file around the source, and Rust code that calls what is `static` there.
    fn use_helper(&self) -> &'static str {
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

const SETUP: &str = "from setuptools import Extension, setup\n\nextensions = [Extension('NAME', ['src/NAME.c'])]\n\
                     setup(ext_modules=extensions)\n";
const SETUPTOOLS: [(&str, &str); 2] = [
    (
        "pyproject.toml",
        "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n[project]\n\
         name = \"of-NAME\"\nversion = \"1\"\n[tool.setuptools]\npy-modules = []\n",
    ),
    ("setup.py", SETUP),
];
const MESON: [(&str, &str); 2] = [
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
const CMAKE: [(&str, &str); 2] = [
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

#[test]
fn setuptools_reaches_what_is_static() {
    let mut project = Hosted::new("setuptools-static", Host::Setuptools, &MULTI, &SETUPTOOLS);
    let line = project.add_crate("String::new()");
    let ten = project.use_helper();
    project.change("setup.py", "setup(ext", &format!("{line}\nsetup(ext"));
    project.installs(ten);
    project.change("setup.py", &line, "");
    project.installs("C");
}

#[test]
fn meson_reaches_what_is_static() {
    let mut project = Hosted::new("meson-static", Host::Meson, &SINGLE, &MESON);
    let line = project.add_crate("String::new()");
    let ten = project.use_helper();
    project.change("meson.build", "  install: true", &format!("  {line}\n  install: true"));
    project.change("meson.build", "'src/single.c'", "subproject('ported').get_variable('source')");
    project.installs(ten);
}

/// CMake alone: what is static, what changes meanwhile in Rust, and back.
#[test]
fn cmake_reaches_what_is_static_and_builds_again() {
    let project = Hosted::new("cmake-static", Host::Cmake, &MULTI, &CMAKE);
    let line = project.add_crate("String::new()");
    let ten = project.use_helper();
    project.change("CMakeLists.txt", "install(", &format!("{line}\ninstall("));
    let tools = Tools::get();
    let build = || {
        let python = format!("-DPython_EXECUTABLE={}", tools.python.display());
        let configure =
            tools.command("cmake").args(["-S", ".", "-B", "build", &python]).current_dir(&project.root).output();
        text(configure.expect("cmake starts"), "cmake");
        let built = tools.command("cmake").args(["--build", "build"]).current_dir(&project.root).output();
        text(built.expect("cmake starts"), "cmake --build")
    };
    build();
    let folder = project.root.join("build");
    assert_eq!(project.wrote(&folder), ten);
    project.put_lib("String::from(\"changed\")");
    build();
    assert_eq!(project.wrote(&folder), "changed");
    project.change("CMakeLists.txt", &line, "");
    build();
    project.answers(&folder, "C");
}

#[test]
fn an_editable_install_follows_the_line() {
    let project = Hosted::new("setuptools-editable", Host::Setuptools, &SINGLE, &SETUPTOOLS);
    let tools = Tools::get();
    let install = || {
        let done = tools.pip(&["--editable", "."]).current_dir(&project.root).output().expect("pip starts");
        text(done, "pip install --editable");
        let code = "import single; print(single.wrote(), single.__file__)";
        let said = says(&tools.python, Path::new("/"), code);
        let (wrote, file) = said.split_once(' ').expect("two words");
        assert!(Path::new(file).starts_with(&project.root), "{file}");
        wrote.to_owned()
    };
    assert_eq!(install(), "C");
    let line = project.add_crate("String::from(\"Rust\")");
    project.change("setup.py", "setup(ext", &format!("{line}\nsetup(ext"));
    assert_eq!(install(), "Rust");
    project.put_lib("String::from(\"Rust again\".split_at(5).1)");
    assert_eq!(install(), "again");
    project.change("setup.py", &line, "");
    assert_eq!(install(), "C");
}

/// Whoever packs the sources needs no Rust, and whoever gets them has all of them.
#[test]
fn an_sdist_runs_no_cargo_and_has_the_crate() {
    let mut project = Hosted::new("setuptools-sdist", Host::Setuptools, &MULTI, &SETUPTOOLS);
    let line = project.add_crate("String::new()");
    let ten = project.use_helper();
    project.change("setup.py", "setup(ext", &format!("{line}\nsetup(ext"));
    let mut sdist = Tools::get().command("python");
    sdist.args(["setup.py", "--quiet", "sdist"]).current_dir(&project.root).env("CARGO", "/no/such/cargo");
    text(sdist.output().expect("Python starts"), "sdist");
    let unpacked = folder("hosted-unpacked");
    let mut unpack = Tools::get().command("tar");
    unpack
        .arg("-xzf")
        .arg(project.root.join("dist/of_multi-1.tar.gz"))
        .arg("--strip-components=1")
        .current_dir(&unpacked);
    text(unpack.output().expect("tar starts"), "tar");
    assert!(unpacked.join("src/multi.c").is_file() && unpacked.join("rust/Cargo.lock").is_file());
    project.root = unpacked;
    project.installs(ten);
}

/// What a command of the project's own does to the extension is not lost.
#[test]
fn commands_of_the_project_go_on() {
    let setup = "import setuptools.command.build_ext as command\nfrom setuptools import Extension, setup\n\n\
                 class build_ext(command.build_ext):\n    def build_extensions(self):\n        for each in self.extensions:\n            \
                 each.define_macros.append(('MORE', '1'))\n            each.extra_link_args += ['-Wl,--defsym=more=1']\n            \
                 each.extra_objects = [*each.extra_objects]\n        super().build_extensions()\n\n\
                 extensions = [Extension('multi', ['src/multi.c', 'src/more.c'])]\n\
                 setup(ext_modules=extensions, cmdclass={'build_ext': build_ext})\n";
    let mut project =
        Hosted::new("setuptools-command", Host::Setuptools, &MULTI, &[SETUPTOOLS[0], ("setup.py", setup)]);
    put(&project.root.join("src/more.c"), "#ifndef MORE\n#error MORE is lost\n#endif\nint owned_more;\n");
    project.there_and_back("setup.py", "setup(ext", |line| format!("{line}\nsetup(ext"));
}

#[test]
fn what_is_missing_is_said() {
    let mut project = Hosted::new("setuptools-missing", Host::Setuptools, &SINGLE, &SETUPTOOLS);
    let line = project.add_crate("1");
    project.change("setup.py", "setup(ext", &format!("{line}\nsetup(ext"));
    let run = |cargo: Option<&str>| {
        let mut build = Tools::get().command("python");
        build.args(["setup.py", "--quiet", "build_ext", "--inplace"]).current_dir(&project.root);
        if let Some(cargo) = cargo {
            build.env("CARGO", cargo);
        }
        let done = build.output().expect("Python starts");
        assert!(!done.status.success());
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
    let said = run(Some("/no/such/cargo"));
    assert!(said.contains("cargo was not found") && said.contains("all of it is C again"), "{said}");
    let said = run(None);
    assert!(said.contains("error[E0308]: mismatched types") && said.contains("src/lib.rs:9"), "{said}");
    assert!(said.contains("cargo could not build the Rust part of `single`"), "{said}");
    let setup = SETUP.replace("'NAME'", "'other'").replace("NAME", "single");
    put(&project.root.join("setup.py"), &setup.replace("setup(ext", &format!("{line}\nsetup(ext")));
    let said = run(None);
    assert!(said.contains("one extension is called `single` among those that it is given; these are: other"), "{said}");
    let _ = fs::remove_file(project.root.join("setup.py"));
    put(&project.root.join("setup.py"), &SETUP.replace("NAME", "single"));
    project.installs("C");
}

#[test]
fn what_somebody_has_changed_is_not_written_over() {
    let project = Hosted::new("written", Host::Setuptools, &SINGLE, &SETUPTOOLS);
    let write = |host, module, source, folder| {
        let (source, folder) = (Path::new(source), Path::new(folder));
        host::write(host, &Project { root: &project.root, module, source, folder }).map_err(|error| error.to_string())
    };
    let written = write(Host::Setuptools, "package.single", "./src/single.c", "rust").expect("it is written");
    assert_eq!(written.line, "import runpy; runpy.run_path(\"rust/host.py\")[\"host\"](extensions)");
    write(Host::Setuptools, "package.single", "src/single.c", "rust").expect("the same again");
    put(&project.root.join("rust/host.py"), "# changed");
    let said = write(Host::Setuptools, "single", "src/single.c", "rust").expect_err("it was changed");
    assert!(said.contains("host.py is there already, with another text"), "{said}");
    for (host, module, source, folder, says) in [
        (Host::Meson, "single", "src/single.c", "rust", "the crate lies there"),
        (Host::Cmake, "a-b", "src/single.c", "rust", "not the name of a module"),
        (Host::Cmake, "single", "../single.c", "rust", "a path in the project"),
        (Host::Cmake, "single", "src/single.c", "/rust", "a path in the project"),
    ] {
        let said = write(host, module, source, folder).expect_err(says);
        assert!(said.contains(says), "{said}");
    }
    assert_eq!("scikit-build-core".parse::<Host>().expect("it is CMake's"), Host::Cmake);
    assert!("make".parse::<Host>().expect_err("unknown").to_string().contains("setuptools, meson, cmake"));
}

/// The project of the guide's page, block by block.
#[test]
fn what_the_guide_shows_is_built() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guide/hosting-rust.md");
    let page = fs::read_to_string(page).expect("the guide has the page");
    let blocks = |language: &str| -> Vec<String> {
        let start = format!("```{language}\n");
        page.split(&start).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
    };
    let one = |language: &str| blocks(language).into_iter().next().expect("a block");
    let rust = blocks("rust");
    let [lib, build, lib_with_helper] = &*rust else { panic!("{} blocks of Rust", rust.len()) };
    const TALLY: Kind = Kind {
        module: "_tally",
        code: "import _tally as m; print(m.half.__doc__, m.half(3), m.twice.__doc__, m.twice(3))",
        answers: "1.5 C's. 6.0",
        helper: ("", ""),
    };
    let (source, setup) = (one("c"), one("python"));
    let files = [SETUPTOOLS[0], ("setup.py", setup.as_str()), ("src/_tally.c", source.as_str())];
    let mut project = Hosted::new("guide", Host::Setuptools, &TALLY, &files);
    let line = project.add_crate("String::new()");
    assert!(setup.contains(&line), "{line}");
    let own = env!("CARGO_MANIFEST_DIR");
    let manifest = one("toml").replace("…/owned", &format!("{own}/../../owned"));
    put(&project.rust().join("Cargo.toml"), &manifest);
    put(&project.rust().join("src/lib.rs"), lib);
    project.installs("Rust's.");
    put(&project.rust().join("build.rs"), build);
    put(&project.rust().join("src/lib.rs"), lib_with_helper);
    let dependency = format!("[build-dependencies]\nowned-build = {{ path = {own:?} }}\n[workspace]");
    put(&project.rust().join("Cargo.toml"), &manifest.replace("[workspace]", &dependency));
    project.installs("Rust's, by C's `scaled`.");
    project.change("setup.py", &line, "");
    project.installs("C's.");
    for (host, language, folder) in [(Host::Meson, "meson", "subprojects/ported"), (Host::Cmake, "cmake", "rust")] {
        let written = host::write(
            host,
            &Project {
                root: &folder_of_host(host),
                module: "_tally",
                source: Path::new("src/_tally.c"),
                folder: Path::new(folder),
            },
        );
        let line = written.unwrap_or_else(|error| panic!("{error}")).line;
        assert!(one(language).contains(&line), "{line}");
    }
}

fn folder_of_host(host: Host) -> PathBuf {
    folder(&format!("guide-{}", host.name()))
}

//! C builds that host Rust: each project is built untouched, with the one line, and without it again; and Rust that calls
//! what is `static` in C.

mod common;

use common::hosted::{CMAKE, Hosted, MESON, MULTI, SETUPTOOLS, SINGLE};
use common::text;
use common::tools::Tools;
use owned_build::host::Host;

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

/// Whoever packs the sources needs no Rust, and whoever gets them has the crate.
#[test]
fn sdists_of_meson_python_and_scikit_build_core_have_the_crate() {
    const META: &str = "[tool.meson-python.args]\ndist = [\"--include-subprojects\"]\n";
    for (host, files, kind, backend) in
        [(Host::Meson, &MESON, &SINGLE, "mesonpy"), (Host::Cmake, &CMAKE, &MULTI, "scikit_build_core.build")]
    {
        let project = Hosted::new(&format!("sdist-{}", host.name()), host, kind, files);
        let line = project.add_crate("String::new()");
        match host {
            Host::Meson => {
                project.change("meson.build", "  install: true", &format!("  {line}\n  install: true"));
                project.change("pyproject.toml", "[project]", &format!("{META}[project]"));
            }
            _ => project.change("CMakeLists.txt", "install(", &format!("{line}\ninstall(")),
        }
        let run = |program: &str, arguments: &[&str]| {
            let mut command = Tools::get().command(program);
            let done = command.args(arguments).current_dir(&project.root).env("CARGO", "/no/such/cargo").output();
            text(done.expect("it starts"), program)
        };
        // Both ask git which files there are.
        run("git", &["init", "--quiet", "."]);
        run("git", &["add", "--all"]);
        run("git", &["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "x"]);
        run("python", &["-c", &format!("import {backend} as backend; backend.build_sdist('dist')")]);
        let listed = run("tar", &["-tzf", &format!("dist/of_{}-1.tar.gz", kind.module)]);
        for file in ["Cargo.toml", "Cargo.lock", "src/lib.rs", "cargo.py", "symbols.map"] {
            let path = format!("of_{}-1/{}/{file}", kind.module, host.usual_folder());
            assert!(listed.lines().any(|line| line == path), "{path}\n{listed}");
        }
    }
}

//! What setuptools does besides: editable installs, sdists, commands of the project's own; and what is said where something is
//! missing.

mod common;

use std::fs;
use std::path::Path;

use common::hosted::{Hosted, MULTI, SETUP, SETUPTOOLS, SINGLE};
use common::tools::Tools;
use common::{folder, put, says, text};
use owned_build::host::Host;

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

//! An environment with what builds extensions, and a folder of the same as wheels for builds that pip isolates.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::{python, says, text};

/// The environment. It asks the registry in the first run, and from then on what that has downloaded.
pub(crate) struct Tools {
    pub(crate) python: PathBuf,
    /// Whose pip installs: an environment of its own has none.
    owner: PathBuf,
    wheels: PathBuf,
}

impl Tools {
    pub(crate) fn get() -> &'static Tools {
        static TOOLS: OnceLock<Tools> = OnceLock::new();
        TOOLS.get_or_init(Tools::make)
    }

    fn make() -> Tools {
        // The same pins and the same wheels as those of the tests of `owned-debug track`.
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let pins = root.join("tools/owned-debug/tests/backends.txt");
        let wanted = fs::read_to_string(&pins).expect("the pins");
        let python = python();
        let tag = says(&python, Path::new("."), "import sys; print(sys.implementation.cache_tag)");
        let abi = says(&python, Path::new("."), "import sysconfig; print(sysconfig.get_config_var('SOABI'))");
        let wheels = root.join(format!("target/python/track-{tag}"));
        // By its path: the commands below have another `PATH`.
        let with_pip = |python: &PathBuf| {
            let done = Command::new(python).args(["-c", "import pip, sys; print(sys.executable)"]).output().ok()?;
            done.status.success().then(|| PathBuf::from(String::from_utf8_lossy(&done.stdout).trim()))
        };
        let owners = [python.clone(), PathBuf::from("python3"), PathBuf::from("/usr/bin/python3")];
        let owner = owners.iter().find_map(with_pip).expect("a Python with pip");
        let stamp = wheels.join("pins.txt");
        fs::create_dir_all(&wheels).expect("a folder");
        let lock = File::create(wheels.join("lock")).expect("a file");
        lock.lock().expect("those tests download to the same folder, and may run meanwhile");
        if !fs::read_to_string(&stamp).is_ok_and(|own| own == wanted) {
            let mut pip = Command::new(&owner);
            pip.args([
                "-m",
                "pip",
                "--disable-pip-version-check",
                "download",
                "--quiet",
                "--only-binary",
                ":all:",
                "--dest",
            ]);
            text(pip.arg(&wheels).arg("-r").arg(&pins).output().expect("pip starts"), "pip download");
            fs::write(&stamp, &wanted).expect("the stamp");
        }
        drop(lock);
        // At one place in every run: cargo builds again what it has built for another interpreter.
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("owned-build").join(format!("environment-{abi}"));
        let inside = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let tools = Tools { python: inside, owner, wheels };
        let stamp = home.join("pins.txt");
        if !fs::read_to_string(&stamp).is_ok_and(|own| own == wanted) {
            let venv = Command::new(&python).args(["-m", "venv", "--without-pip", "--clear"]).arg(&home).output();
            text(venv.expect("Python starts"), "venv");
            text(tools.pip(&["--quiet", "--no-compile", "-r"]).arg(&pins).output().expect("pip starts"), "pip install");
            fs::write(&stamp, &wanted).expect("the stamp");
        }
        tools
    }

    /// `pip install` for the environment; it asks the registry nothing.
    pub(crate) fn pip(&self, arguments: &[&str]) -> Command {
        let mut pip = Command::new(&self.owner);
        pip.args(["-m", "pip", "--disable-pip-version-check", "--python"]).arg(&self.python).arg("install");
        pip.args(["--no-index", "--find-links"]).arg(&self.wheels).args(arguments).env("PIP_NO_COMPILE", "1");
        self.prepared(pip)
    }

    /// The sdist of a release, which has this hash; fetched from the registry if it is not there.
    pub(crate) fn sdist(&self, release: &str, hash: &str) -> PathBuf {
        let (name, version) = release.split_once("==").expect("a name and a version");
        let to = self.wheels.with_file_name("sdists");
        let file = to.join(format!("{}-{version}.tar.gz", name.replace('-', "_")));
        if !file.is_file() {
            let wanted = to.join(format!("{name}.txt"));
            super::put(&wanted, &format!("{release} --hash={hash}\n"));
            let mut pip = Command::new(&self.owner);
            pip.args([
                "-m",
                "pip",
                "--disable-pip-version-check",
                "download",
                "--no-deps",
                "--no-binary",
                name,
                "--dest",
            ]);
            pip.arg(&to).args(["--require-hashes", "--requirement"]).arg(&wanted);
            text(pip.output().expect("pip starts"), "pip download");
        }
        file
    }

    /// A command that finds the environment's programs.
    pub(crate) fn command(&self, program: &str) -> Command {
        let there = self.python.with_file_name(program);
        self.prepared(Command::new(if there.exists() { there } else { program.into() }))
    }

    fn prepared(&self, mut command: Command) -> Command {
        let own = self.python.parent().expect("a folder").to_owned();
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(std::iter::once(own).chain(env::split_paths(&path))).expect("a path");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("owned-build/hosts-target");
        command.env("PATH", path).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
        for variable in ["PYTHONPATH", "PYO3_PYTHON", "CC", "CFLAGS", "CARGO"] {
            command.env_remove(variable);
        }
        command
    }
}

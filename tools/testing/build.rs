//! Asks the configured interpreter who it is, so that a test can compare the one that runs.

use std::process::Command;

/// One fact a line, in the order of `NAMES`.
const SCRIPT: &str = "
import sys, sysconfig
print('.'.join(map(str, sys.version_info[:3])))
print(sys.base_prefix)
print(int(hasattr(sys, 'gettotalrefcount')))
";
const NAMES: [&str; 3] = ["VERSION", "BASE_PREFIX", "DEBUG"];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let config = pyo3_build_config::get();
    let executable = config.executable().expect("tests need an interpreter: set PYO3_PYTHON, or put python3 on PATH");
    let output = Command::new(executable).args(["-c", SCRIPT]).output();
    let output = output.unwrap_or_else(|error| panic!("cannot run {executable}: {error}"));
    assert!(output.status.success(), "{executable} does not say who it is");

    let text = String::from_utf8(output.stdout).expect("a path that is not UTF-8 cannot be compared");
    let facts: Vec<&str> = text.lines().collect();
    assert_eq!(facts.len(), NAMES.len(), "{executable} answered {text:?}");
    for (name, fact) in NAMES.iter().zip(facts) {
        println!("cargo:rustc-env=CONFIGURED_{name}={fact}");
    }
    println!("cargo:rustc-env=CONFIGURED_EXECUTABLE={executable}");
    println!("cargo:rustc-env=CONFIGURED_SHARED={}", u8::from(config.shared()));
    println!("cargo:rustc-env=CONFIGURED_LIB_DIR={}", config.lib_dir().unwrap_or_default());
}

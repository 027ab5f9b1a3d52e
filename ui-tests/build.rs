//! Makes one test program of all twins: a module for each, and a test that runs its `main`. A program for each would take
//! a build, a linked copy of the library and a start of its own, hundreds of times.

#[path = "tests/common/mod.rs"]
mod common;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// What a twin cannot say without being part of a larger program: its `main` is private, and it need not fail by panic.
const RUN: &str = "\npub(crate) fn run_this_twin() {\n    crate::succeeds(main());\n}\n";

fn main() {
    println!("cargo::rerun-if-changed={}", common::CASES);
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut tests = String::new();
    for (number, case) in common::cases().iter().enumerate() {
        let name = case.refused.file_stem().expect("a case has a name").to_string_lossy();
        let twin = fs::read_to_string(&case.twin).unwrap_or_else(|error| panic!("{}: {error}", case.twin.display()));
        let copy = Path::new(&out).join(format!("twin{number}.rs"));
        fs::write(&copy, alone(twin, number) + RUN).expect("OUT_DIR can be written to");
        writeln!(tests, "mod {}_{name} {{", case.guarantee).expect("a String takes all");
        writeln!(tests, "    #[path = {copy:?}]\n    mod twin;").expect("a String takes all");
        writeln!(tests, "    #[test]\n    fn runs() {{\n        twin::run_this_twin();\n    }}\n}}")
            .expect("a String takes all");
    }
    fs::write(Path::new(&out).join("twins.rs"), tests).expect("OUT_DIR can be written to");
}

/// A program exports one function for each Python module in it, by the module's name: no two twins may share one.
fn alone(twin: String, number: usize) -> String {
    let lines = twin.lines().zip(twin.lines().skip(1));
    let modules = lines.filter(|(line, _)| line.starts_with("#[owned::module") || line.starts_with("#[module"));
    let names: Vec<&str> =
        modules.filter_map(|(_, next)| next.split_once("mod ")?.1.split_once(' ')).map(|(name, _)| name).collect();
    names.iter().fold(twin.clone(), |text, name| text.replace(name, &format!("{name}{number}")))
}

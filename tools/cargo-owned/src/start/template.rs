//! The files of a new project. Each is a file of the folder `template`, in which the project is called `my_binding`.

/// What the project is called in the files.
const PLACEHOLDER: &str = "my_binding";

/// The files, by where they go; a path with the project's name in it is the name's file.
const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("../../template/manifest.toml")),
    ("pyproject.toml", include_str!("../../template/pyproject.toml")),
    ("README.md", include_str!("../../template/README.md")),
    (".gitignore", include_str!("../../template/gitignore")),
    (".cargo/config.toml", include_str!("../../template/cargo-config.toml")),
    (".github/workflows/ci.yml", include_str!("../../template/ci.yml")),
    // What must not compile is held with the compiler's own words, and those are of one compiler: the one that the template
    // is tested with.
    ("rust-toolchain.toml", include_str!("../../../../rust-toolchain.toml")),
    ("my_binding.pyi", include_str!("../../template/my_binding.pyi")),
    ("src/lib.rs", include_str!("../../template/src/lib.rs")),
    ("src/tally.rs", include_str!("../../template/src/tally.rs")),
    ("src/words.rs", include_str!("../../template/src/words.rs")),
    ("tests/module.rs", include_str!("../../template/tests/module.rs")),
    ("tests/leaks.rs", include_str!("../../template/tests/leaks.rs")),
    ("tests/ui.rs", include_str!("../../template/tests/ui.rs")),
    ("tests/ui/lent_word.rs", include_str!("../../template/tests/ui/lent_word.rs")),
    ("tests/ui/lent_word.pass.rs", include_str!("../../template/tests/ui/lent_word.pass.rs")),
    ("tests/ui/lent_word.stderr", include_str!("../../template/tests/ui/lent_word.stderr")),
    ("tests_py/test_module.py", include_str!("../../template/tests_py/test_module.py")),
];

/// Each file's path in the project, and its text. `of` is what the manifest says of a folder of Owned's, where it is built
/// from; `command` is how the project was made.
pub(super) fn files(name: &str, of: impl Fn(&str) -> String, command: &str) -> Vec<(String, String)> {
    let filled = |text: &str| {
        text.replace(PLACEHOLDER, name)
            .replace("NEW_COMMAND", command)
            .replace("OWNED_UI_TESTS", &of("tools/ui-tests"))
            .replace("OWNED", &of("owned"))
            .replace("RUST_VERSION", env!("CARGO_PKG_RUST_VERSION"))
    };
    FILES.iter().map(|(path, text)| (path.replace(PLACEHOLDER, name), filled(text))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// What lies in the folder and goes nowhere would be edited in vain.
    #[test]
    fn each_file_of_the_folder_goes_somewhere() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("template");
        let mut lying = BTreeSet::new();
        let mut folders = vec![folder];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    lying.insert(std::fs::read_to_string(path).expect("a text"));
                }
            }
        }
        let going: BTreeSet<String> = FILES.iter().map(|(_, text)| (*text).to_owned()).collect();
        let lost: Vec<&String> = lying.difference(&going).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn nothing_is_left_to_be_filled_in() {
        for (path, text) in files("tallies", |folder| format!("path = {folder:?}"), "cargo owned new tallies") {
            for left in [PLACEHOLDER, "OWNED", "RUST_VERSION", "NEW_COMMAND"] {
                assert!(!text.contains(left) && !path.contains(left), "{left} in {path}");
            }
        }
    }
}

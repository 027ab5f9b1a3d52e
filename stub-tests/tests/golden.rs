//! The stub files are what is committed, which type checkers are asked about by `cargo xtask test`.
#![cfg(feature = "stubs")]

use std::{env, fs, path::Path};

#[test]
fn the_stubs_are_those_that_are_committed() {
    for stub in owned::stubs!(everything::everything) {
        let name = match stub.module.strip_prefix("everything.") {
            None => "__init__",
            Some(inner) => inner,
        };
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("everything").join(format!("{name}.pyi"));
        if env::var_os("BLESS").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &stub.text).unwrap();
        }
        let committed = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(stub.text, committed, "{} is stale: run again with BLESS=1", file.display());
    }
}

//! Compiles lru-dict's C as it is; its unpacked sdist is in LRU_DICT.

use std::env;
use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-env-changed=LRU_DICT");
    let lru_dict = PathBuf::from(env::var_os("LRU_DICT").expect("LRU_DICT is the folder of lru-dict's unpacked sdist"));
    owned_build::Extension::new("_lru")
        .source(lru_dict.join("src/lru/_lru.c"))
        .rust("src/lib.rs")
        .flag("-w") // what the compiler finds in lru-dict is not ours to mend
        .compile();
}

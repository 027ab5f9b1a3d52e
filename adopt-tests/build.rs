//! Compiles the extensions of C, each init under its other name: as users do, and by hand those that are wrong.

use owned_build::Extension;

fn main() {
    Extension::new("vault").source("csrc/vault.c").rust("src/vault_type.rs").compile();
    Extension::new("heap").source("csrc/heap.c").rust("src/heap_type.rs").compile();
    Extension::new("whole").source("csrc/whole.c").header("src/whole_type.rs").compile();
    by_hand();
}

fn by_hand() {
    println!("cargo::rerun-if-changed=csrc");
    let config = pyo3_build_config::get();
    let script = "import sysconfig; print(sysconfig.get_path('include'), end='')";
    let include = config.run_python_script(script).expect("the interpreter says where its headers are");
    let mut build = cc::Build::new();
    build
        .include(include)
        .extra_warnings(true)
        .flag("-Wno-missing-field-initializers")
        .flag("-Wno-cast-function-type")
        .flag("-Wno-unused-parameter")
        .warnings_into_errors(true);
    for name in [
        "single",
        "multi",
        "raises",
        "silent",
        "unreported",
        "unready",
        "other",
        "phase",
        "bare",
        "ours_fails",
        "half",
        "half_sum",
        "early",
        "absent",
        "another",
        "too_short",
        "unborn",
        "forgotten",
        "eager",
        "twice_a",
        "twice_b",
        "unreported_phases",
        "family",
        "family_cut",
        "lender",
        "slots",
    ] {
        build.define(&format!("PyInit_{name}"), format!("PyInit_{name}_c").as_str());
    }
    build
        .files(["csrc/single.c", "csrc/multi.c", "csrc/failing.c", "csrc/wrong.c", "csrc/attack.c", "csrc/slots.c"])
        .compile("adopted");
}

//! Compiles the C extension, as long as it is there.

fn main() {
    #[cfg(feature = "c")]
    {
        println!("cargo::rerun-if-env-changed=MARKUPSAFE_SOURCE");
        let Some(source) = std::env::var_os("MARKUPSAFE_SOURCE") else {
            eprintln!("\nMARKUPSAFE_SOURCE must say where the unpacked sdist of markupsafe is\n");
            std::process::exit(1);
        };
        let source = std::path::Path::new(&source).join("src/markupsafe/_speedups.c");
        owned_build::Extension::new("_speedups").source(source).compile();
    }
}

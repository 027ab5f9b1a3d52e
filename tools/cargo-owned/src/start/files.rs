//! The texts of the files.

use crate::model::{Extension, Module};
use crate::read::Flags;

/// How many steps of the order stand at the top of the library.
const SHOWN: usize = 12;

/// Where a manifest has a crate of Owned's from: a folder of the checkout, or the release.
pub(super) fn source(checkout: Option<&str>, folder: &str) -> String {
    match checkout {
        Some(checkout) => format!("path = {:?}", format!("{checkout}/{folder}")),
        None => "version = \"0.1\"".into(),
    }
}

/// `Cargo.toml`.
pub(super) fn manifest(name: &str, owned: Option<&str>, is_hosted: bool, verified: &str) -> String {
    let package = name.trim_matches('_').replace('_', "-").to_lowercase();
    let kind = if is_hosted { "staticlib" } else { "cdylib" };
    format!(
        "[package]\nname = \"{package}-ported\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [lib]\nname = {name:?}\ncrate-type = [\"{kind}\"]\n\n\
         [dependencies]\nowned = {{ package = \"owned-py\", {}, features = [\"adopt\", \"full\"] }}\n\n\
         [build-dependencies]\nowned-build = {{ {} }}\n\n{verified}\n\
         # It is no part of a workspace that it may lie in.\n[workspace]\n",
        source(owned, "owned"),
        source(owned, "tools/owned-build")
    )
}

/// What `cargo owned verify` does, as far as it is known: the rest is there to be filled in. `package` has the Python files
/// beside the module.
pub(super) fn verified(module: &str, package: Option<&str>, sources: &[String], is_hosted: bool) -> String {
    let mut lines = vec![format!("[package.metadata.owned.verify]\nfrom = {sources:?}")];
    if is_hosted {
        lines.insert(
            0,
            "# What `cargo owned verify --read-only` compares; what hosts the crate builds the module.".into(),
        );
        return lines.join("\n") + "\n";
    }
    lines.insert(0, "# What `cargo owned verify` compares, builds, tests and hunts.".into());
    lines.push(format!("module = {module:?}"));
    match package {
        Some(package) => lines.push(format!("package = {package:?}")),
        None if module.contains('.') => {
            lines.push("# package = \"../PACKAGE\" # the files of Python beside the module".into())
        }
        None => {}
    }
    lines.push("# tests = [\"python\", \"-P\", \"-m\", \"pytest\", \"../tests\"]".into());
    lines.push(format!("# hunt = [\"{module}.FUNCTION()\"] # a call of each function that is ported"));
    lines.push("# steps = [[\"FEATURE\"]] # the features of each step, where there are several".into());
    lines.join("\n") + "\n"
}

/// `build.rs`.
pub(super) fn build(name: &str, sources: &[String], includes: &[String], flags: &Flags, is_hosted: bool) -> String {
    let mut lines = vec![format!("owned_build::Extension::new({name:?})")];
    lines.extend(sources.iter().map(|source| format!("    .source({source:?})")));
    lines.extend(includes.iter().map(|folder| format!("    .include({folder:?})")));
    for define in &flags.defines {
        let (macro_name, value) = define.split_once('=').unwrap_or((define, "1"));
        lines.push(if macro_name.contains('(') {
            format!("    .flag({:?})", format!("-D{define}"))
        } else {
            format!("    .define({macro_name:?}, {value:?})")
        });
    }
    lines.extend(flags.further.iter().map(|flag| format!("    .flag({flag:?})")));
    lines.push("    .rust(\"src/lib.rs\")".into());
    lines.push(if is_hosted { "    .host();" } else { "    .compile();" }.into());
    let body: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    let title = if is_hosted {
        "Writes what the C build compiles in place of the source: the source, with what Rust names"
    } else {
        "Compiles the C code, as it is, and compares what Rust says of it"
    };
    format!("//! {title}.\n\nfn main() {{\n{body}}}\n")
}

/// `src/lib.rs`.
pub(super) fn library(name: &str, module: &Module, extension: &Extension) -> String {
    let mut text = format!(
        "//! `{}`, on its way from C to Rust.\n//!\n\
         //! What stands in the module takes the place of what C has under the same name; the rest stays C's. The order in which\n\
         //! to go on, as `cargo owned scan` has it, and `cargo owned skeleton` writes each:\n//!\n",
        module.name
    );
    for (at, port) in extension.order.iter().take(SHOWN).enumerate() {
        let functions =
            if port.functions.is_empty() { String::new() } else { format!(": {}", port.functions.join(", ")) };
        let line = format!("//! {}. {}{functions}", at + 1, port.name);
        text += &format!("{}\n", cut(&line));
    }
    if extension.order.len() > SHOWN {
        text += &format!("//!\n//! And {} more.\n", extension.order.len() - SHOWN);
    }
    text + &format!("\n/// What Python imports.\n#[owned::module(adopt)]\npub mod {name} {{}}\n")
}

fn cut(line: &str) -> String {
    if line.chars().count() <= 118 { line.into() } else { line.chars().take(117).chain(['…']).collect() }
}

/// `pyproject.toml`.
pub(super) fn project(name: &str, module: &str) -> String {
    let package = name.trim_matches('_').replace('_', "-").to_lowercase();
    format!(
        "[build-system]\nrequires = [\"maturin>=1.16,<2\"]\nbuild-backend = \"maturin\"\n\n\
         [project]\nname = \"{package}-ported\"\nrequires-python = \">=3.11\"\ndynamic = [\"version\"]\n\n\
         [tool.maturin]\n# Where Python finds it; a package with Python files of its own names their folder: python-source = \"python\".\n\
         module-name = \"{module}\"\n"
    )
}

//! `cargo xtask bench growth`: the cost of each item as there are more of them, in conversions, callbacks, on the canvas, and
//! in a module of many functions and classes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};

use super::modules;
use super::peers::plot::MATPLOTLIB;
use crate::extension::{self, Profile};
use crate::python::{self, Python};
use crate::{paths, process, pytools};

/// How many functions, or classes, a module has.
const MEMBERS: [usize; 4] = [1, 10, 100, 1_000];

/// Builds, measures, prints the table, and draws it.
pub(super) fn run(asked: Option<&Path>, most: usize) -> Result<()> {
    let python = python::fit(asked)?;
    let mut lines = String::new();
    let inkface = extension::build(&python, Profile::Release, false)?.folder;
    let mut driver = Command::new(&python.executable);
    driver
        .args(["-S", "-s"])
        .arg(modules::sources().join("growth/drive.py"))
        .arg(modules::owned(&python)?)
        .arg(inkface);
    lines += &process::output(&mut driver)?;
    for (what, source) in [("function", function as fn(usize) -> String), ("class", class)] {
        for count in MEMBERS.into_iter().chain([10_000]).filter(|count| *count <= most) {
            let (built, imported) = member(&python, what, count, source)?;
            writeln!(lines, "build, of each {what}\t{count}\t{}", built / count as f64)?;
            writeln!(lines, "import, of each {what}\t{count}\t{}", imported / count as f64)?;
        }
    }
    let out = modules::target(&python).join("growth");
    fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
    let (figures, drawn) = (out.join("growth.tsv"), out.join("growth.svg"));
    fs::write(&figures, &lines).with_context(|| format!("cannot write {}", figures.display()))?;
    let inside = pytools::environment(&python, &modules::target(&python).join("matplotlib"), MATPLOTLIB)?;
    process::run(Command::new(inside).arg(modules::sources().join("growth/plot.py")).arg(&figures).arg(&drawn))?;
    println!("{}\n\nNanoseconds for each item:\n\n{}\n{}", python.title(), table(&lines)?, drawn.display());
    Ok(())
}

/// An operation on each line, a number of items in each column.
fn table(lines: &str) -> Result<String> {
    let mut rows: Vec<(&str, Vec<f64>, usize)> = Vec::new();
    for line in lines.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let &[operation, items, nanoseconds] = &parts[..] else { anyhow::bail!("a line is too short: {line}") };
        let (items, nanoseconds): (usize, f64) = (items.parse()?, nanoseconds.parse()?);
        match rows.last_mut().filter(|row| row.0 == operation) {
            Some(row) => row.1.push(nanoseconds),
            None => match rows.iter_mut().find(|row| row.0 == operation) {
                Some(row) => row.1.push(nanoseconds),
                None => rows.push((operation, vec![nanoseconds], items.ilog10() as usize)),
            },
        }
    }
    let mut text = format!("{:28}", "items");
    for decade in 0..7 {
        write!(text, "{:>10}", 10_usize.pow(decade))?;
    }
    for (operation, figures, first) in rows {
        write!(text, "\n{operation:28}{:width$}", "", width = 10 * first)?;
        for nanoseconds in figures {
            let digits = if nanoseconds < 100.0 { 1 } else { 0 };
            write!(text, "{nanoseconds:>10.digits$}")?;
        }
    }
    text.push('\n');
    Ok(text)
}

fn function(at: usize) -> String {
    format!("    #[function]\n    fn member{at}(a: i64, b: i64) -> i64 {{\n        a + b + {at}\n    }}\n")
}

fn class(at: usize) -> String {
    format!(
        "    #[class]\n    pub struct Member{at} {{\n        #[field(get)]\n        x: f64,\n    }}\n\
         \x20   #[methods]\n    impl Member{at} {{\n        #[new]\n        fn new(x: f64) -> Self {{\n            Member{at} {{ x }}\n        }}\n\
         \x20       fn double(&self) -> f64 {{\n            2.0 * self.x\n        }}\n    }}\n"
    )
}

/// Nanoseconds of building a module of so many, in the dev profile and without what it depends on, and of importing it.
fn member(python: &Python, what: &str, count: usize, source: fn(usize) -> String) -> Result<(f64, f64)> {
    let folder = modules::target(python).join("growth").join(what);
    let manifest = format!(
        "[package]\nname = \"members\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n\
         [dependencies]\nowned = {{ package = \"owned-py\", path = {:?} }}\n",
        paths::root().join("owned")
    );
    let members: String = (0..count).map(source).collect();
    let text = format!("#[owned::module]\nmod members {{\n{members}}}\n");
    fs::create_dir_all(folder.join("src")).with_context(|| format!("cannot create {}", folder.display()))?;
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(modules::sources().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    fs::write(folder.join("src/lib.rs"), "#[owned::module]\nmod members {}\n")?;
    let target = modules::target(python).join("growth/target");
    let build = || {
        let mut cargo = process::cargo();
        extension::as_extension(&mut cargo, python, &target);
        process::run(cargo.args(["build", "--quiet", "--offline"]).current_dir(&folder).env("CARGO_INCREMENTAL", "0"))
    };
    build()?; // what it depends on
    fs::write(folder.join("src/lib.rs"), text)?;
    let begin = Instant::now();
    build()?;
    let built = begin.elapsed().as_secs_f64() * 1e9;
    let stage = folder.join("stage");
    fs::create_dir_all(&stage)?;
    let module: PathBuf = stage.join(format!("members{}", python.ext_suffix));
    fs::copy(target.join("debug").join(extension::library("members")), &module)?;
    let mut import = Command::new(&python.executable);
    import.args(["-S", "-s", "-c", IMPORT]).arg(&stage);
    Ok((built, process::output(&mut import)?.trim_end().parse()?))
}

/// Prints how many nanoseconds an import takes.
const IMPORT: &str = "import sys, time
sys.path.insert(0, sys.argv[1])
begin = time.perf_counter_ns()
import members
print(time.perf_counter_ns() - begin)
";

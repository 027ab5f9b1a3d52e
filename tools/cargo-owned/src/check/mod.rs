//! A port, step by step: each is built, tested by the extension's own tests, and hunted for what grows.

mod build;
pub(crate) mod command;
mod plan;
mod site;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

pub(crate) use build::{as_extension, built_library};
use command::{Ended, run, shown};
pub(crate) use plan::{Plan, TABLE, cargo, library as module_library};

/// Imports the module, and calls an expression many times.
const HUNT: &str = include_str!("hunt.py");
/// Notes from which file the tests import the module.
const WATCH: &str = include_str!("watch.py");

/// What came of a port.
pub(crate) struct Outcome {
    /// The expressions that were hunted, in the order of each row's cells.
    pub(crate) hunt: Vec<String>,
    /// A row for each step.
    pub(crate) rows: Vec<Row>,
    /// Everything that failed.
    pub(crate) failures: Vec<Failure>,
    /// What the manifest has nothing of.
    pub(crate) missing: Vec<String>,
}

/// A step.
pub(crate) struct Row {
    /// Its features.
    pub(crate) step: String,
    /// Whether it was built and can be imported.
    pub(crate) built: Cell,
    /// Whether its tests passed.
    pub(crate) tests: Cell,
    /// Whether something grows.
    pub(crate) hunts: Vec<Cell>,
}

/// How something went.
#[derive(Clone, Copy)]
pub(crate) enum Cell {
    /// As it must.
    Ok,
    /// Not so.
    Failed,
    /// Something grows.
    Leaks,
    /// There is nothing to be done.
    Missing,
    /// What comes before it failed.
    NotReached,
}

/// Something that failed.
pub(crate) struct Failure {
    /// The step, and what failed in it.
    pub(crate) what: String,
    /// What the command printed.
    pub(crate) said: String,
    /// The command.
    pub(crate) command: String,
}

/// The Python that is built for, and that runs what was built.
struct Interpreter {
    program: OsString,
    suffix: String,
}

impl Interpreter {
    fn of(program: PathBuf) -> Result<Self> {
        // Others run it from other folders. What a link leads to is no environment any more, so it is not followed.
        let is_path = program.to_string_lossy().contains(MAIN_SEPARATOR);
        let program = if is_path { absolute(&program).context("the Python has no path")? } else { program };
        let script = "import sysconfig; print(sysconfig.get_config_var('EXT_SUFFIX'), end='')";
        let ended = run(Command::new(&program).args(["-c", script]))?;
        if ended.code != Some(0) || !ended.out.starts_with('.') {
            bail!("{} does not say how its extension modules are called: {}", program.display(), ended.said);
        }
        Ok(Self { program: program.into(), suffix: ended.out })
    }
}

/// Builds, tests and hunts each step; `begins` is told of each before it begins.
///
/// # Errors
/// What has nothing to do with a step: no Python, a folder that cannot be written to. What fails in a step is in the outcome.
pub(crate) fn check(plan: &Plan, begins: impl Fn(usize, usize, &str)) -> Result<Outcome> {
    let python = crate::read::python().context("no Python was found: name one by --python")?;
    let check = Check { plan, python: Interpreter::of(python)? };
    let mut outcome =
        Outcome { hunt: plan.hunt.clone(), rows: Vec::new(), failures: Vec::new(), missing: check.missing() };
    for (at, features) in plan.steps.iter().enumerate() {
        let step = match features {
            None => "default features".to_owned(),
            Some(features) if features.is_empty() => "no features".to_owned(),
            Some(features) => features.join(", "),
        };
        begins(at + 1, plan.steps.len(), &step);
        let row = check.step(at, features.as_deref(), step, &mut outcome.failures)?;
        outcome.rows.push(row);
    }
    Ok(outcome)
}

struct Check<'a> {
    plan: &'a Plan,
    python: Interpreter,
}

impl Check<'_> {
    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        if self.plan.tests.is_empty() {
            missing.push(format!("no tests are run: `tests` in {TABLE} is the command that runs them"));
        }
        if self.plan.hunt.is_empty() {
            missing.push(format!("nothing is hunted: `hunt` in {TABLE} has an expression for each ported function"));
        }
        missing
    }

    fn step(&self, at: usize, features: Option<&[String]>, step: String, failures: &mut Vec<Failure>) -> Result<Row> {
        let Self { plan, python } = self;
        let mut fails = |what: &str, said: String, command: String| {
            failures.push(Failure { what: format!("step {} ({step}): {what}", at + 1), said, command });
            Cell::Failed
        };
        let not_built = |built: Cell, step: String| Row {
            step,
            built,
            tests: Cell::NotReached,
            hunts: vec![Cell::NotReached; plan.hunt.len()],
        };
        let library = match build::build(plan, features, python)? {
            Ok(library) => library,
            Err((said, command)) => {
                let built = fails("it cannot be built", said, command);
                return Ok(not_built(built, step));
            }
        };
        let (site, module) = site::site(plan, at, &library, &python.suffix)?;
        let mut import = self.hunter(&site, None)?;
        let ended = run(&mut import)?;
        if ended.code != Some(0) || ended.out.lines().last().is_none_or(|file| Path::new(file) != module) {
            let what = match ended.code {
                Some(0) => format!("`{}` is imported from elsewhere", plan.module),
                _ => format!("`{}` cannot be imported", plan.module),
            };
            let built = fails(&what, ended.said, shown(&import));
            return Ok(not_built(built, step));
        }
        let tests = match self.tests(&site, &module)? {
            None => Cell::Missing,
            Some((None, ..)) => Cell::Ok,
            Some((Some(what), ended, command)) => fails(&what, ended.said, command),
        };
        let mut hunts = Vec::new();
        for expression in &plan.hunt {
            let mut hunt = self.hunter(&site, Some(expression))?;
            let ended = run(&mut hunt)?;
            hunts.push(match ended.code {
                Some(0) => Cell::Ok,
                Some(1) => {
                    fails(&format!("`{expression}` leaks"), ended.said, shown(&hunt));
                    Cell::Leaks
                }
                _ => fails(&format!("`{expression}` cannot be hunted"), ended.said, shown(&hunt)),
            });
        }
        Ok(Row { step, built: Cell::Ok, tests, hunts })
    }

    /// Runs the extension's own tests, if there are any, and says what is wrong with them.
    fn tests(&self, site: &Path, module: &Path) -> Result<Option<(Option<String>, Ended, String)>> {
        let Some((program, arguments)) = self.plan.tests.split_first() else { return Ok(None) };
        let watch = self.written("watch/sitecustomize.py", WATCH)?;
        let loaded = self.plan.home().join("loaded");
        fs::write(&loaded, "").with_context(|| format!("cannot write {}", loaded.display()))?;
        let program = if program == "python" { self.python.program.clone() } else { program.into() };
        let mut tests = Command::new(program);
        self.surround(tests.args(arguments), &[watch.parent().unwrap_or(Path::new(".")), site])?;
        tests.env("OWNED_VERIFY_MODULE", &self.plan.module).env("OWNED_VERIFY_LOADED", &loaded);
        let ended = run(&mut tests)?;
        let from = fs::read_to_string(&loaded).with_context(|| format!("cannot read {}", loaded.display()))?;
        let elsewhere = from.lines().find(|from| Path::new(from) != module);
        let name = &self.plan.module;
        let wrong = if ended.code != Some(0) {
            Some("tests failed".to_owned())
        } else if let Some(elsewhere) = elsewhere {
            Some(format!(
                "the tests imported `{name}` from {elsewhere}, and not what was built: `python -P` leaves the folder out"
            ))
        } else if from.is_empty() {
            Some(format!("the tests did not import `{name}`"))
        } else {
            None
        };
        Ok(Some((wrong, ended, shown(&tests))))
    }

    /// The command that imports the module, and hunts an expression.
    fn hunter(&self, site: &Path, expression: Option<&str>) -> Result<Command> {
        let script = self.written("hunt/hunt.py", HUNT)?;
        let mut hunt = Command::new(&self.python.program);
        self.surround(hunt.arg(script).arg(&self.plan.module).args(expression), &[site])?;
        Ok(hunt)
    }

    /// The folder and the environment in which Python runs.
    fn surround(&self, command: &mut Command, folders: &[&Path]) -> Result<()> {
        let before = env::var_os("PYTHONPATH").filter(|before| !before.is_empty());
        let before: Vec<PathBuf> = before.iter().flat_map(env::split_paths).collect();
        let folders = folders.iter().map(|folder| folder.to_path_buf()).chain(before);
        let path = env::join_paths(folders).context("a folder whose name divides paths cannot be imported from")?;
        command.current_dir(&self.plan.folder).envs(&self.plan.env).env("PYTHONPATH", path);
        Ok(())
    }

    /// A script of ours, where Python can read it.
    fn written(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.plan.home().join(name);
        let folder = path.parent().context("a file lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }
}

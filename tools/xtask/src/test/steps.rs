//! Steps that are all run, and an account of them.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How each step went.
pub(crate) struct Steps {
    /// A step that cannot run counts as failed.
    strict: bool,
    done: Vec<(String, Outcome)>,
}

enum Outcome {
    Passed(Duration),
    Failed(Duration),
    NotRun(String),
}

impl Outcome {
    fn line(&self, name: &str) -> String {
        match self {
            Outcome::Passed(took) => format!("passed   {:>6.1} s  {name}\n", took.as_secs_f64()),
            Outcome::Failed(took) => format!("FAILED   {:>6.1} s  {name}\n", took.as_secs_f64()),
            Outcome::NotRun(why) => format!("not run            {name}: {why}\n"),
        }
    }
}

impl Steps {
    /// None yet.
    pub(crate) fn new(strict: bool) -> Self {
        Self { strict, done: Vec::new() }
    }

    /// Runs a step. A failure is shown at once and does not keep the next one from running.
    pub(crate) fn run(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = step();
        let took = start.elapsed();
        let outcome = match result {
            Ok(()) => Outcome::Passed(took),
            Err(error) => {
                eprintln!("error: {error:#}");
                Outcome::Failed(took)
            }
        };
        eprint!("{}", outcome.line(name));
        self.done.push((name.into(), outcome));
    }

    /// Records a step that this machine cannot run.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        self.done.push((name.into(), Outcome::NotRun(why.into())));
    }

    /// Prints the account.
    pub(crate) fn finish(self) -> ExitCode {
        eprint!("\n{}", self.account());
        let failed = |outcome: &Outcome| match outcome {
            Outcome::Passed(_) => false,
            Outcome::Failed(_) => true,
            Outcome::NotRun(_) => self.strict,
        };
        if self.done.iter().any(|(_, outcome)| failed(outcome)) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    fn account(&self) -> String {
        self.done.iter().map(|(name, outcome)| outcome.line(name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_does_not_stop_the_rest_and_is_remembered() {
        let mut steps = Steps::new(false);
        steps.run("one", || anyhow::bail!("no"));
        steps.run("two", || Ok(()));
        steps.skip("three", "no drawings");
        let account = steps.account();
        let starts: Vec<&str> = account.lines().filter_map(|line| line.split("  ").next()).collect();
        assert_eq!(starts, ["FAILED", "passed", "not run"]);
        assert_eq!(format!("{:?}", steps.finish()), format!("{:?}", ExitCode::FAILURE));
    }

    #[test]
    fn what_cannot_run_fails_only_if_all_must() {
        for (strict, code) in [(false, ExitCode::SUCCESS), (true, ExitCode::FAILURE)] {
            let mut steps = Steps::new(strict);
            steps.skip("debug", "there is none");
            assert_eq!(format!("{:?}", steps.finish()), format!("{code:?}"));
        }
    }
}

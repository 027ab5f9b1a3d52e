//! Other programs: shown, run, and their failure reported with the command that failed.

use std::collections::VecDeque;
use std::env;
use std::ffi::OsStr;
use std::io::{self, Read as _, Write as _};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

use anyhow::{Context as _, Result, bail};

use crate::paths;

/// A `cargo` command at the root of the workspace, without what the `cargo` that runs us says of this package: a
/// build script that looked at it would run again for nothing.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(paths::root());
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs with our own output, after showing the command; an error if it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` failed: {status}", line(command));
    }
    Ok(())
}

/// Runs with our own output, after showing the command.
pub(crate) fn status(command: &mut Command) -> Result<ExitStatus> {
    eprintln!("$ {}", line(command));
    command.status().with_context(|| format!("cannot run `{}`", line(command)))
}

/// Runs them all, as many at a time as there are cores, and shows of each, when it has ended, the command and what it wrote;
/// an error that names those which failed.
pub(crate) fn run_all(commands: impl IntoIterator<Item = Command>) -> Result<()> {
    let waiting = Mutex::new(VecDeque::from_iter(commands));
    let failed = Mutex::new(Vec::new());
    let next = || waiting.lock().expect("nothing panics with it").pop_front();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(|| {
                while let Some(mut command) = next() {
                    let ended = captured(&mut command);
                    let mut failed = failed.lock().expect("nothing panics with it");
                    failed.extend(show_ended(&command, ended));
                }
            });
        }
    });
    let failed = failed.into_inner().expect("nothing panics with it");
    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    Ok(())
}

/// A command that runs meanwhile.
pub(crate) struct Beside(JoinHandle<(Command, io::Result<Ended>)>);

impl Beside {
    /// Runs it without showing anything.
    pub(crate) fn start(mut command: Command) -> Self {
        Self(thread::spawn(|| {
            let ended = captured(&mut command);
            (command, ended)
        }))
    }

    /// Waits until it has ended, and shows the command and what it wrote; an error if it failed.
    pub(crate) fn end(self) -> Result<()> {
        let (command, ended) = self.0.join().expect("nothing panics in it");
        show_ended(&command, ended).map_or(Ok(()), |failed| bail!("{failed}"))
    }
}

/// Runs one with our own output, and the other meanwhile, which is shown when it has ended; an error that names those which failed.
pub(crate) fn run_beside(shown: &mut Command, other: Command) -> Result<()> {
    let other = Beside::start(other);
    match (run(shown), other.end()) {
        (first, Ok(())) => first,
        (Ok(()), second) => second,
        (Err(first), Err(second)) => bail!("{first:#}\n{second:#}"),
    }
}

/// What it wrote, and how it ended.
type Ended = (Vec<u8>, ExitStatus);

/// Runs without input, and keeps what is written to both of its outputs, in the order of writing.
fn captured(command: &mut Command) -> io::Result<Ended> {
    let (mut written, ours) = io::pipe()?;
    let child = command.stdin(Stdio::null()).stdout(ours.try_clone()?).stderr(ours).spawn();
    // As long as the command has the end that is written to, there may be more to read.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let (mut child, mut all) = (child?, Vec::new());
    written.read_to_end(&mut all)?;
    Ok((all, child.wait()?))
}

/// Shows what it wrote; returns what is wrong with it.
fn show_ended(command: &Command, ended: io::Result<Ended>) -> Option<String> {
    let line = line(command);
    eprintln!("$ {line}");
    match ended {
        Ok((written, status)) => {
            // There is nobody else to tell that this cannot be written.
            let _ = io::stderr().write_all(&written);
            (!status.success()).then(|| format!("`{line}` failed: {status}"))
        }
        Err(error) => Some(format!("cannot run `{line}`: {error}")),
    }
}

/// Runs silently and returns what it printed; an error, with what it said, if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run `{}`", line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed: {}\n{}", line(command), output.status, said.trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed what is not UTF-8", line(command)))
}

/// The command as one would type it, with the variables that are set for it.
fn line(command: &Command) -> String {
    let set = command.get_envs().filter_map(|(name, value)| Some(format!("{}={}", show(name), show(value?))));
    let typed = [command.get_program()].into_iter().chain(command.get_args()).map(show);
    set.chain(typed).collect::<Vec<_>>().join(" ")
}

fn show(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.trim().contains('\n') {
        return "'…'".into(); // a script of ours
    }
    let plain = |c: char| c.is_alphanumeric() || "-_=./:,+@".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.into_owned() } else { format!("'{word}'") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("python3");
        command.args(["-c", "print(1)"]).env("PYTHONPATH", "a/b");
        assert_eq!(line(&command), "PYTHONPATH=a/b python3 -c 'print(1)'");
    }

    #[test]
    fn all_are_run_and_those_that_fail_are_named() {
        let cargo = |flag: &str| {
            let mut command = Command::new("cargo");
            command.arg(flag);
            command
        };
        run_all([cargo("--version"), cargo("--version"), cargo("--version")]).expect("cargo says its version");
        let error = run_all(["--no-a", "--version", "--no-b"].map(cargo)).unwrap_err().to_string();
        let mut named: Vec<_> = error.lines().filter_map(|line| line.split('`').nth(1)).collect();
        named.sort_unstable();
        assert_eq!(named, ["cargo --no-a", "cargo --no-b"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_captured_is_in_the_order_of_writing() {
        let mut command = Command::new("sh");
        let (written, status) =
            captured(command.args(["-c", "echo one; echo two >&2; echo three; exit 4"])).expect("there is a shell");
        assert_eq!((String::from_utf8_lossy(&written).as_ref(), status.code()), ("one\ntwo\nthree\n", Some(4)));
    }

    #[test]
    fn a_failure_names_the_command_and_what_it_said() {
        let error = output(Command::new("cargo").arg("--no-such-flag")).unwrap_err().to_string();
        assert!(error.contains("`cargo --no-such-flag` failed") && error.contains("unexpected argument"), "{error}");
    }
}

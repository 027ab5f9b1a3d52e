//! Commands that are run, and shown so that they can be run again.

use std::ffi::OsStr;
use std::process::Command;

use anyhow::{Context as _, Result};

/// What a command printed, and how it ended.
pub(crate) struct Ended {
    /// Its exit code; none if it was killed.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Both streams, and by what it was killed.
    pub(crate) said: String,
}

/// Runs it to its end.
///
/// # Errors
/// It cannot be started.
pub(crate) fn run(command: &mut Command) -> Result<Ended> {
    let output = command.output();
    let output = output.with_context(|| format!("{} cannot be run", command.get_program().to_string_lossy()))?;
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut said = format!("{out}{}", String::from_utf8_lossy(&output.stderr)).trim_end().to_owned();
    if output.status.code().is_none() {
        said += &format!("\n{}", output.status);
    }
    Ok(Ended { code: output.status.code(), out, said: said.trim_start_matches('\n').to_owned() })
}

/// As a line for a shell, with its folder and what was put into its environment.
pub(crate) fn shown(command: &Command) -> String {
    let mut words = Vec::new();
    if let Some(folder) = command.get_current_dir() {
        words.push(format!("cd {} &&", quoted(folder.as_os_str())));
    }
    let put = command.get_envs().filter_map(|(name, value)| Some((name, value?)));
    words.extend(put.map(|(name, value)| format!("{}={}", name.to_string_lossy(), quoted(value))));
    words.push(quoted(command.get_program()));
    words.extend(command.get_args().map(quoted));
    words.join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:,+@%".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_a_shell_takes_it() {
        let mut command = Command::new("python");
        command.args(["-c", "print('a')", ""]).current_dir("a folder").env("NAME", "1 2").env_remove("OTHER");
        assert_eq!(shown(&command), r"cd 'a folder' && NAME='1 2' python -c 'print('\''a'\'')' ''");
    }
}

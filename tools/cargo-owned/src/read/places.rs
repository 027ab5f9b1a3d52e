//! Where each byte of a preprocessed text came from.

use std::path::{Path, PathBuf};

/// The lines of a preprocessed text, by their first byte.
#[derive(Debug)]
pub(crate) struct Places {
    files: Vec<PathBuf>,
    lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    file: usize,
    number: usize,
    system: bool,
}

impl Places {
    /// Reads the markers, `# LINE "FILE" FLAGS`, that the preprocessor leaves.
    pub(crate) fn of(text: &str) -> Self {
        let mut places = Places { files: vec![PathBuf::new()], lines: Vec::new() };
        let (mut file, mut number, mut system, mut start) = (0, 1, false, 0);
        for line in text.split_inclusive('\n') {
            if let Some((next, name, flags)) = marker(line) {
                file = places.number_of(&name);
                (number, system) = (next, flags.contains('3'));
            } else {
                places.lines.push(Line { start, file, number, system });
                number += 1;
            }
            start += line.len();
        }
        places
    }

    fn number_of(&mut self, name: &str) -> usize {
        let path = Path::new(name);
        self.files.iter().position(|file| file == path).unwrap_or_else(|| {
            self.files.push(path.into());
            self.files.len() - 1
        })
    }

    /// The file and the line of a byte.
    pub(crate) fn at(&self, offset: usize) -> (&Path, usize) {
        let line = self.line(offset);
        (&self.files[line.file], line.number)
    }

    /// Whether a byte came from a header of the system.
    pub(crate) fn is_system(&self, offset: usize) -> bool {
        self.line(offset).system
    }

    /// Every file that was read.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(PathBuf::as_path)
    }

    fn line(&self, offset: usize) -> Line {
        let after = self.lines.partition_point(|line| line.start <= offset);
        let none = Line { start: 0, file: 0, number: 0, system: true };
        after.checked_sub(1).map_or(none, |at| self.lines[at])
    }
}

fn marker(line: &str) -> Option<(usize, String, &str)> {
    let (number, rest) = line.strip_prefix("# ")?.split_once(" \"")?;
    let end = rest.rfind('"')?;
    // The compiler writes file names as C strings.
    let name = rest[..end].replace("\\\\", "\\").replace("\\\"", "\"");
    Some((number.parse().ok()?, name, &rest[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_where_the_markers_say() {
        let text = "# 1 \"a.c\"\nint a;\n# 1 \"/usr/b.h\" 1 3\nint b;\n# 7 \"a.c\" 2\n\nint c;\n";
        let places = Places::of(text);
        let of = |word: &str| {
            let at = text.find(word).unwrap();
            let (file, line) = places.at(at);
            (file.display().to_string(), line, places.is_system(at))
        };
        assert_eq!(of("int a"), ("a.c".into(), 1, false));
        assert_eq!(of("int b"), ("/usr/b.h".into(), 1, true));
        assert_eq!(of("int c"), ("a.c".into(), 8, false));
    }
}

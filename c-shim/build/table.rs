//! Reads the layout tables (`layout/README.md` has the grammar) and keeps the rows that exist in the
//! configured interpreter.

use std::{collections::BTreeSet, fs, path::Path};

use crate::python::Python;

/// All rows that hold for this interpreter.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) includes: BTreeSet<String>,
    pub(crate) structs: Vec<Struct>,
    pub(crate) constants: Vec<Constant>,
}

/// One struct; `rust` and `c` are its two spellings.
pub(crate) struct Struct {
    pub(crate) rust: String,
    pub(crate) c: String,
    pub(crate) fields: Vec<Field>,
    /// Rust shows only size and alignment.
    pub(crate) opaque: bool,
}

impl Struct {
    /// The fields that Rust lets us name.
    pub(crate) fn public(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.private)
    }
}

/// One field of a struct.
pub(crate) struct Field {
    pub(crate) rust: String,
    pub(crate) c: String,
    pub(crate) array: bool,
    pub(crate) private: bool,
    /// Rust is known to believe another size; see [`Constant::wrong`].
    pub(crate) wrong: bool,
}

/// One number with a name.
pub(crate) struct Constant {
    pub(crate) rust: String,
    pub(crate) c: String,
    /// Rust spells it as a pointer.
    pub(crate) pointer: bool,
    /// Rust is known to differ. That is asserted too, so the mark goes when the fault is mended.
    pub(crate) wrong: bool,
}

enum Section {
    None,
    /// A struct; `false` if it does not exist in this interpreter and its rows are passed over.
    Struct(bool),
    Constants {
        pointer: bool,
    },
}

/// Reads every table in `dir`, in the order of their names.
pub(crate) fn read(dir: &Path, python: &Python) -> Result<Table, String> {
    let mut files: Vec<_> = fs::read_dir(dir)
        .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect())
        .map_err(|e| format!("cannot list {}: {e}", dir.display()))?;
    files.retain(|path| path.extension().is_some_and(|x| x == "layout"));
    files.sort();

    let mut table = Table::default();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        read_one(&text, python, &mut table).map_err(|(line, e)| format!("{}:{line}: {e}", file.display()))?;
    }
    Ok(table)
}

fn read_one(text: &str, python: &Python, table: &mut Table) -> Result<(), (usize, String)> {
    let mut section = Section::None;
    for (index, line) in text.lines().enumerate() {
        let at = |e: String| (index + 1, e);
        let line = line.split('#').next().unwrap_or_default().trim_end();
        if line.is_empty() {
            continue;
        }
        let (row, exists) = condition(line, python).map_err(at)?;
        let row = row.trim_end();
        if !row.starts_with(' ') {
            match row.split_once(' ').unwrap_or((row, "")) {
                ("full-api", "") if python.limited => return Ok(()),
                ("full-api", "") => {}
                ("include", header) => drop(table.includes.insert(header.to_owned())),
                ("constants", "") => section = Section::Constants { pointer: false },
                ("pointers", "") => section = Section::Constants { pointer: true },
                ("struct", names) => {
                    section = Section::Struct(exists);
                    if exists {
                        let (rust, c) = names_of(names);
                        table.structs.push(Struct { rust, c, fields: Vec::new(), opaque: false });
                    }
                }
                _ => return Err(at(format!("`{row}` is no directive"))),
            }
            continue;
        }
        let row = row.trim();
        match section {
            Section::Struct(true) if exists => {
                let last = table.structs.last_mut().expect("a struct row opened this section");
                add_field(last, row);
            }
            Section::Constants { pointer } if exists => {
                let (wrong, row) = marked(row, "wrong ");
                let (rust, c) = names_of(row);
                table.constants.push(Constant { rust, c, pointer, wrong });
            }
            Section::None => return Err(at(format!("`{row}` stands in no section"))),
            _ => {}
        }
    }
    Ok(())
}

fn add_field(parent: &mut Struct, row: &str) {
    if row == ".." {
        parent.opaque = true;
        return;
    }
    let (private, row) = marked(row, "private ");
    let (wrong, row) = marked(row, "wrong ");
    let (array, row) = row.strip_suffix("[]").map_or((false, row), |rest| (true, rest));
    let (rust, c) = names_of(row);
    parent.fields.push(Field { rust, c, array, private, wrong });
}

/// Takes a mark off the front of a row, and says whether it was there.
fn marked<'a>(row: &'a str, mark: &str) -> (bool, &'a str) {
    row.strip_prefix(mark).map_or((false, row), |rest| (true, rest))
}

/// `Rust = C`, or one name for both.
fn names_of(row: &str) -> (String, String) {
    let (rust, c) = row.split_once('=').unwrap_or((row, row));
    (rust.trim().to_owned(), c.trim().to_owned())
}

/// Splits `row [condition, …]` and says whether every condition holds. `[]` belongs to the row.
fn condition<'a>(line: &'a str, python: &Python) -> Result<(&'a str, bool), String> {
    let Some(body) = line.strip_suffix(']').filter(|_| !line.ends_with("[]")) else {
        return Ok((line, true));
    };
    let Some((row, list)) = body.rsplit_once(" [") else {
        return Err("a condition is set off by a space".to_owned());
    };
    let mut holds = true;
    for word in list.split(',').map(str::trim) {
        holds &= match word {
            "gil" => !python.free_threaded,
            "nogil" => python.free_threaded,
            "full" => !python.limited,
            _ => match word.split_once("..") {
                Some((since, "")) => python.minor >= minor(since)?,
                Some(("", before)) => python.minor < minor(before)?,
                _ => return Err(format!("`{word}` is no condition")),
            },
        };
    }
    Ok((row, holds))
}

fn minor(version: &str) -> Result<u8, String> {
    version.strip_prefix("3.").and_then(|minor| minor.parse().ok()).ok_or_else(|| format!("`{version}` is no version"))
}

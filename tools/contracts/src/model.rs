//! What a contract says, as types.

use std::fmt;
use std::path::{Path, PathBuf};

/// A Python version, `3.MINOR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u8);

impl Version {
    /// The oldest that the library is for.
    pub const OLDEST: Self = Version(11);
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "3.{}", self.0)
    }
}

/// All contracts, and what has none.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// One for each file, in the order of their names.
    pub families: Vec<Family>,
    /// The functions without a contract.
    pub excluded: Vec<Exclusion>,
}

/// The contracts of one file.
#[derive(Clone, Debug)]
pub struct Family {
    /// The file's name without its ending.
    pub name: String,
    /// The comment at the file's top.
    pub title: String,
    /// Its functions, in the file's order.
    pub functions: Vec<Function>,
}

/// A function that has no contract.
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// The C name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// The contract of one function.
#[derive(Clone, Debug)]
pub struct Function {
    /// The C name.
    pub name: String,
    /// The parameters, in order.
    pub params: Vec<Param>,
    /// What it returns.
    pub result: Return,
    /// How it reports failure.
    pub failure: Failure,
    /// Whether it can run Python code.
    pub runs: bool,
    /// The first version that has it; `None` if 3.11 does.
    pub since: Option<Version>,
    /// The first version that has it no more.
    pub until: Option<Version>,
    /// Since when it is in the stable ABI.
    pub abi3: Option<Version>,
    /// A macro or an inline function: there is no symbol.
    pub is_macro: bool,
    /// `pyo3-ffi` does not declare it.
    pub undeclared: bool,
    /// There is a backport below `since`.
    pub compat: bool,
    /// Where the stable ABI lacks it, `owned/src/raw/stable` has another of its name and contract.
    pub stand_in: bool,
    /// A macro of the full API alone.
    pub full: bool,
    /// What to use instead, where Python code can invalidate a borrowed result.
    pub successor: Option<String>,
    /// Its wrapper is written by hand.
    pub by_hand: bool,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// Where it stands.
    pub file: PathBuf,
    /// The line of its name, from 1.
    pub line: usize,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// What happens to it.
    pub kind: Kind,
}

/// What happens to a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The callee only looks.
    Borrow(ObjectType),
    /// The callee takes a reference of its own.
    Keep(ObjectType),
    /// The callee owns it afterwards, also on failure.
    Steal(ObjectType),
    /// The callee owns it afterwards, if it succeeds.
    StealOnSuccess(ObjectType),
    /// In and out: stolen, and a new reference put in its place.
    Replace(ObjectType),
    /// An array of borrowed references.
    Array(ObjectType),
    /// Receives a new reference.
    OutNew(ObjectType),
    /// Receives a borrowed reference.
    OutBorrowed(Source, ObjectType),
    /// No reference: the C type.
    Value(String),
}

/// What kind of object a position holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectType {
    /// A Python type in lower case, or the name of a C struct.
    pub name: String,
    /// NULL is allowed, or possible without an error.
    pub nullable: bool,
    /// The callee does not check it.
    pub unchecked: bool,
}

impl ObjectType {
    /// The C type of a pointer to it.
    pub fn c_type(&self) -> String {
        let class = if self.name.starts_with("Py") { &self.name } else { "PyObject" };
        format!("{class} *")
    }
}

/// Who owns what is borrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The object of that parameter.
    Param(String),
    /// The thread.
    Thread,
    /// The interpreter.
    Interpreter,
    /// Nobody: it is never freed.
    Static,
}

/// What a function returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Return {
    /// A new reference.
    New(ObjectType),
    /// A borrowed reference.
    Borrowed(Source, ObjectType),
    /// An `int` of no other meaning than success or failure.
    Status,
    /// An `int`: 1, 0, or the failure.
    ThreeWay,
    /// No reference: the C type.
    Value(String),
}

/// How a function reports failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// NULL, with an exception set.
    Null,
    /// NULL, if an exception is set.
    NullIfError,
    /// -1, with an exception set.
    MinusOne,
    /// -1, if an exception is set.
    MinusOneIfError,
    /// 0, with an exception set.
    Zero,
    /// -2, with an exception set.
    MinusTwo,
    /// It always sets an exception.
    Always,
    /// No exception is ever set.
    Never,
}

impl Kind {
    /// The object type, if a reference passes here.
    pub fn object(&self) -> Option<&ObjectType> {
        match self {
            Kind::Borrow(ty)
            | Kind::Keep(ty)
            | Kind::Steal(ty)
            | Kind::StealOnSuccess(ty)
            | Kind::Replace(ty)
            | Kind::Array(ty)
            | Kind::OutNew(ty)
            | Kind::OutBorrowed(_, ty) => Some(ty),
            Kind::Value(_) => None,
        }
    }

    /// Whether the C parameter is a pointer to where an object pointer is or goes.
    pub fn is_indirect(&self) -> bool {
        matches!(self, Kind::Replace(_) | Kind::Array(_) | Kind::OutNew(_) | Kind::OutBorrowed(..))
    }
}

impl Return {
    /// The object type, if it is a reference.
    pub fn object(&self) -> Option<&ObjectType> {
        match self {
            Return::New(ty) | Return::Borrowed(_, ty) => Some(ty),
            Return::Status | Return::ThreeWay | Return::Value(_) => None,
        }
    }
}

/// Types of C that are pointers to functions, or to what is hidden, by a name.
const POINTERS: [&str; 11] = [
    "visitproc",
    "destructor",
    "inquiry",
    "vectorcallfunc",
    "PyCFunction",
    "PyCapsule_Destructor",
    "PyOS_sighandler_t",
    "Py_tracefunc",
    "PyThread_type_lock",
    "PyRefTracer",
    "gcvisitobjects_t",
];

/// Whether this C type is a pointer.
pub fn is_pointer(c: &str) -> bool {
    let c = c.trim();
    let bare = c.strip_prefix("const ").unwrap_or(c);
    c.ends_with('*') || c.contains("(*") || c.contains("( *") || POINTERS.contains(&bare)
}

impl Function {
    /// Whether it takes or returns objects.
    pub fn handles_objects(&self) -> bool {
        self.result.object().is_some() || self.params.iter().any(|param| param.kind.object().is_some())
    }

    /// Whether a Python of this version has it.
    pub fn exists_in(&self, version: Version) -> bool {
        self.since.is_none_or(|since| since <= version) && self.until.is_none_or(|until| version < until)
    }

    /// `file:line`, for messages.
    pub fn place(&self) -> String {
        format!("{}:{}", self.file.display(), self.line)
    }
}

impl Table {
    /// Reads and checks the table in `folder`.
    ///
    /// # Errors
    /// Every mistake in it, one a line, with its place.
    pub fn load(folder: &Path) -> anyhow::Result<Table> {
        let table = crate::parse::folder(folder)?;
        crate::check::check(&table)?;
        Ok(table)
    }

    /// Reads and checks the table whose files a program carries: each by its name and its text.
    ///
    /// # Errors
    /// As [`Table::load`].
    pub fn from_texts(files: &[(&str, &str)]) -> anyhow::Result<Table> {
        let table = crate::parse::texts(files.iter().map(|(name, text)| (Path::new(*name), *text)))?;
        crate::check::check(&table)?;
        Ok(table)
    }

    /// Every function, family by family.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.families.iter().flat_map(|family| &family.functions)
    }

    /// The contract of `name`.
    pub fn find(&self, name: &str) -> Option<&Function> {
        self.functions().find(|function| function.name == name)
    }
}

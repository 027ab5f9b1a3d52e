//! What a C file says, without the shape of its syntax tree: functions with their steps, variables with their values,
//! structs with their fields.

mod body;
mod ctype;
mod declare;
mod value;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

pub(crate) use ctype::CType;
pub(crate) use declare::unit;
pub(crate) use value::{Expr, Init, Item, Value};

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The file, as the user named it or the compiler found it.
    pub(crate) file: PathBuf,
    /// From 1.
    pub(crate) line: usize,
}

/// One file with what it includes.
#[derive(Debug)]
pub(crate) struct Unit {
    /// The file.
    pub(crate) path: PathBuf,
    /// Functions with a body, of the extension's own files.
    pub(crate) functions: Vec<Function>,
    /// Variables outside of functions, and static ones within.
    pub(crate) variables: Vec<Variable>,
    /// Structs by their tags and their aliases, those of Python included.
    pub(crate) structs: HashMap<String, Struct>,
    /// What `typedef`s stand for, those of the system included.
    pub(crate) typedefs: HashMap<String, CType>,
    /// The lines of `#if` and `#elif` that ask for Python's version.
    pub(crate) versioned: Vec<usize>,
}

/// A function with a body.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    /// Its name.
    pub(crate) name: String,
    /// Where its name stands.
    pub(crate) place: Place,
    /// How many lines it has.
    pub(crate) lines: usize,
    /// Only this file sees it.
    pub(crate) is_static: bool,
    /// What it returns.
    pub(crate) result: CType,
    /// What an annotation of `owned.h` says of the result.
    pub(crate) says: Option<String>,
    /// Its parameters.
    pub(crate) params: Vec<Param>,
    /// What it does.
    pub(crate) body: Body,
}

/// A parameter.
#[derive(Clone, Debug)]
pub(crate) struct Param {
    /// Its name; empty where it has none.
    pub(crate) name: String,
    /// Its type.
    pub(crate) ty: CType,
    /// What an annotation of `owned.h` says becomes of it.
    pub(crate) says: Option<String>,
}

/// A variable that outlives calls.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    /// Its name.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) place: Place,
    /// Its type.
    pub(crate) ty: CType,
    /// What it starts with.
    pub(crate) init: Option<Init>,
    /// The function in which it is a static variable.
    pub(crate) within: Option<String>,
}

/// A struct with its fields.
#[derive(Clone, Debug)]
pub(crate) struct Struct {
    /// Its alias, else its tag.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) place: Place,
    /// The fields, in order.
    pub(crate) fields: Vec<Param>,
}

/// What a function does.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    /// Calls and returns, in the order in which they are written, arguments before the calls that they go to.
    pub(crate) steps: Vec<Step>,
    /// Every name that is used.
    pub(crate) names: BTreeSet<String>,
    /// The variables of the function.
    pub(crate) locals: Vec<Local>,
    /// The names of what is assigned to, or whose address is taken.
    pub(crate) written: BTreeSet<String>,
    /// `VARIABLE.FIELD = VALUE`.
    pub(crate) fields_set: Vec<FieldSet>,
}

/// A variable of a function.
#[derive(Clone, Debug)]
pub(crate) struct Local {
    /// Its name.
    pub(crate) name: String,
    /// Its type.
    pub(crate) ty: CType,
    /// What it starts with.
    pub(crate) init: Option<Init>,
}

/// An assignment to a field of a variable.
#[derive(Clone, Debug)]
pub(crate) struct FieldSet {
    /// The variable.
    pub(crate) variable: String,
    /// The field.
    pub(crate) field: String,
    /// What is put there.
    pub(crate) value: Expr,
}

/// A call, or a return.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// Its line.
    pub(crate) line: usize,
    /// Which of the two.
    pub(crate) does: Does,
}

/// What a step does.
#[derive(Clone, Debug)]
pub(crate) enum Does {
    /// A call by name, or through a pointer.
    Call {
        /// The name, or the expression that is called.
        name: String,
        /// The arguments.
        args: Vec<Expr>,
        /// What the result is assigned to.
        into: Option<String>,
    },
    /// `return`.
    Return(Option<Expr>),
    /// `variable = value`, where the value is no call.
    Assign {
        /// The variable, as it is written.
        into: String,
        /// The value.
        value: Expr,
    },
}

//! What is said of an extension: `cargo owned scan --json` writes these, field by field.

use std::path::PathBuf;

use serde::Serialize;

/// An extension: its files, and in which order its functions can be ported.
#[derive(Debug, Serialize)]
pub(crate) struct Extension {
    /// The version of Python that they were read for: the `N` of `3.N`.
    pub(crate) python_minor: u8,
    /// The files, as they were named.
    pub(crate) files: Vec<File>,
    /// What to port, first things first.
    pub(crate) order: Vec<Port>,
}

/// What one file has.
#[derive(Debug, Serialize)]
pub(crate) struct File {
    /// Its path.
    pub(crate) path: PathBuf,
    /// The modules that it defines.
    pub(crate) modules: Vec<Module>,
    /// The types that it defines.
    pub(crate) types: Vec<Type>,
    /// The exceptions that it makes.
    pub(crate) exceptions: Vec<Exception>,
    /// Functions that Python does not see.
    pub(crate) helpers: Vec<Helper>,
    /// Variables that outlive calls and can change.
    pub(crate) state: Vec<State>,
    /// Lines that ask for Python's version: what is said here holds for the one that was asked for.
    pub(crate) version_conditions: Vec<usize>,
}

/// A module.
#[derive(Debug, Serialize)]
pub(crate) struct Module {
    /// Its name, as the definition has it.
    pub(crate) name: String,
    /// The variable of its definition.
    pub(crate) definition: Option<String>,
    /// The line of that.
    pub(crate) line: usize,
    /// How it is made.
    pub(crate) init: Init,
    /// The function that Python calls to make it, where it is in these files.
    pub(crate) init_function: Option<String>,
    /// What the definition has besides methods: `Py_mod_exec`, `m_traverse`.
    pub(crate) slots: Vec<Slot>,
    /// `m_size`: `-1` says that it has state that is not the module's.
    pub(crate) size: Option<String>,
    /// Its functions.
    pub(crate) functions: Vec<Method>,
    /// Other names that are added to it.
    pub(crate) added: Vec<Added>,
}

/// How a module is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Init {
    /// By `PyModule_Create`.
    SinglePhase,
    /// By `PyModuleDef_Init` and slots (PEP 489).
    MultiPhase,
    /// No function that makes it is in these files.
    None,
}

/// A name that a function of the module's init adds.
#[derive(Debug, Serialize)]
pub(crate) struct Added {
    /// The name.
    pub(crate) name: String,
    /// By what call.
    pub(crate) by: String,
    /// Its line.
    pub(crate) line: usize,
}

/// A function of a module, or a method.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Method {
    /// Its name in Python.
    pub(crate) name: String,
    /// The C function.
    pub(crate) function: String,
    /// `METH_VARARGS` and so on.
    pub(crate) flags: Vec<String>,
    /// The line of its entry in the table.
    pub(crate) line: usize,
    /// The line of the function, and in which file, if it is in these files.
    pub(crate) defined: Option<Defined>,
}

/// Where a function is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Defined {
    /// The file.
    pub(crate) file: PathBuf,
    /// The line.
    pub(crate) line: usize,
    /// How many lines it has.
    pub(crate) lines: usize,
}

/// A slot: of a type, or of a module's definition.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Slot {
    /// `tp_dealloc`, `nb_add`, `Py_mod_exec`.
    pub(crate) slot: String,
    /// What it is set to, as it is written.
    pub(crate) value: String,
    /// The function, if that is one of these files.
    pub(crate) function: Option<String>,
    /// The line of the setting.
    pub(crate) line: usize,
}

/// A type.
#[derive(Debug, Serialize)]
pub(crate) struct Type {
    /// Its name, as `tp_name` or the specification has it.
    pub(crate) name: String,
    /// How it is defined.
    pub(crate) kind: TypeKind,
    /// The variable of its definition.
    pub(crate) definition: String,
    /// The line of that.
    pub(crate) line: usize,
    /// The C struct of its instances.
    pub(crate) structure: Option<Structure>,
    /// Its slots.
    pub(crate) slots: Vec<Slot>,
    /// Its methods.
    pub(crate) methods: Vec<Method>,
    /// Its members.
    pub(crate) members: Vec<Member>,
    /// Its properties.
    pub(crate) getset: Vec<Property>,
}

/// How a type is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TypeKind {
    /// A `PyTypeObject`, one for all interpreters.
    Static,
    /// A `PyType_Spec`, of which each copy of the module makes one.
    Spec,
    /// A `PyStructSequence_Desc`.
    StructSequence,
}

/// The struct of a type's instances.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Structure {
    /// Its name.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) file: PathBuf,
    /// The line.
    pub(crate) line: usize,
    /// The fields after the head.
    pub(crate) fields: Vec<Field>,
}

/// A field of a struct.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: String,
    /// Its type in C.
    pub(crate) ctype: String,
}

/// An entry of a `PyMemberDef` table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Member {
    /// Its name in Python.
    pub(crate) name: String,
    /// `T_OBJECT_EX`, `Py_T_INT`.
    pub(crate) ctype: String,
    /// The field of the struct.
    pub(crate) field: Option<String>,
    /// Python cannot set it.
    pub(crate) readonly: bool,
    /// The line of its entry.
    pub(crate) line: usize,
}

/// An entry of a `PyGetSetDef` table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Property {
    /// Its name in Python.
    pub(crate) name: String,
    /// The function that gets it.
    pub(crate) get: Option<String>,
    /// The function that sets it.
    pub(crate) set: Option<String>,
    /// The line of its entry.
    pub(crate) line: usize,
}

/// An exception that the module makes.
#[derive(Debug, Serialize)]
pub(crate) struct Exception {
    /// Its name.
    pub(crate) name: String,
    /// The line where it is made.
    pub(crate) line: usize,
}

/// A function that Python does not see.
#[derive(Debug, Serialize)]
pub(crate) struct Helper {
    /// Its name.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) defined: Defined,
    /// Only its file sees it.
    pub(crate) is_static: bool,
    /// Who calls it, or takes its address: functions, and variables that hold it.
    pub(crate) used_by: Vec<String>,
    /// What annotations of `owned.h` say of its result and of its parameters by name.
    pub(crate) says: Vec<String>,
}

/// A variable that outlives calls and can change.
#[derive(Debug, Serialize)]
pub(crate) struct State {
    /// Its name.
    pub(crate) name: String,
    /// Its type in C.
    pub(crate) ctype: String,
    /// Its line.
    pub(crate) line: usize,
    /// The function in which it is a static variable.
    pub(crate) within: Option<String>,
    /// It holds Python objects, which belong to one interpreter.
    pub(crate) holds_objects: bool,
    /// Who uses it.
    pub(crate) used_by: Vec<String>,
}

/// One step of a port.
#[derive(Debug, Serialize)]
pub(crate) struct Port {
    /// What it is: `lru.LRU.popitem`.
    pub(crate) name: String,
    /// Function, method or type.
    pub(crate) kind: PortKind,
    /// The C functions that go with it.
    pub(crate) functions: Vec<String>,
    /// The file and line of the first.
    pub(crate) defined: Option<Defined>,
    /// The C helpers that it needs.
    pub(crate) helpers: Vec<String>,
    /// What else Python sees that its C code uses: `LRU.get (LRU_get)`.
    pub(crate) uses: Vec<String>,
    /// What else Python sees that is the same C function, which stays until all of these are ported.
    pub(crate) same_function: Vec<String>,
    /// What is still in C when its turn comes, and calls it. Empty: it can be ported alone.
    pub(crate) called_by: Vec<String>,
}

/// What is ported in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PortKind {
    /// A function of a module.
    Function,
    /// A method of a type.
    Method,
    /// A type: its slots, its properties, its struct.
    Type,
}

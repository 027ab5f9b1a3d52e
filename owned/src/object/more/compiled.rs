//! Code objects, and running them.
#![expect(unsafe_code, reason = "calls the compiler; handles prove an attached thread and the type")]

use core::ffi::c_int;
use std::ffi::CString;

use crate::err::{Result, TypeError, ValueError};
use crate::object::{Bytes, Dict, Function, Generator, Module, Str, Tuple, builtin_type};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Compiled Python (`types.CodeType`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Code, CompileMode};
    ///
    /// Python::attach(|py| {
    ///     let code = Code::compile(py, "6 * 7", "<answer>", CompileMode::Expression)?;
    ///     let globals = Dict::empty(py)?;
    ///     assert_eq!(code.run(&globals, None)?.extract::<i64>()?, 42);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Code, "code", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::code_check(object) }
    }
}

/// What a source is: `compile(…, mode)`.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::{Code, CompileMode};
/// Python::attach(|py| {
///     let globals = Dict::empty(py)?;
///     let run = |source, mode| Code::compile(py, source, "<page>", mode)?.run(&globals, None);
///     assert!(run("ink = 3", CompileMode::Statements)?.is_none());
///     assert_eq!(run("ink + 1", CompileMode::Expression)?.extract::<i32>()?, 4);
///     assert!(run("ink = 3", CompileMode::Expression).is_err()); // SyntaxError
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompileMode {
    /// Statements (`exec`); running them gives `None`.
    Statements,
    /// One expression (`eval`); running it gives its value.
    Expression,
    /// One interactive statement (`single`); values of expressions are printed.
    Interactive,
}

impl CompileMode {
    #[inline]
    fn start(self) -> c_int {
        match self {
            CompileMode::Statements => raw::structs::Py_file_input,
            CompileMode::Expression => raw::structs::Py_eval_input,
            CompileMode::Interactive => raw::structs::Py_single_input,
        }
    }
}

impl Code {
    /// Compiles; `filename` is what tracebacks say (`Py_CompileStringObject`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Code, CompileMode};
    /// let code = Code::compile(py, "6 * 7", "<answer>", CompileMode::Expression)?;
    /// assert_eq!(code.filename()?.to_str()?, "<answer>");
    /// assert!(Code::compile(py, "6 *", "<answer>", CompileMode::Expression).is_err()); // SyntaxError
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `SyntaxError` as Python has it; `ValueError` if the source has a NUL in it.
    #[track_caller]
    #[inline]
    pub fn compile<'py>(py: Python<'py>, source: &str, filename: &str, mode: CompileMode) -> Result<Owned<'py, Code>> {
        let source = CString::new(source).map_err(|_| ValueError::new("source code cannot contain null bytes"))?;
        let filename = Str::new(py, filename)?;
        // SAFETY: attached; a C string, and a str; no flags, and the interpreter's own level of optimisation.
        let code = unsafe {
            raw::compile_string_object(source.as_ptr(), filename.raw(), mode.start(), core::ptr::null_mut(), -1)
        }?;
        // SAFETY: without the flag for a syntax tree, the function gives code.
        Ok(unsafe { Owned::from_ref(py, code) })
    }
}

impl<'py> Owned<'py, Code> {
    /// Runs it (`PyEval_EvalCode`). Without `locals`, names are set in `globals`, which gets `__builtins__` if it has
    /// none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Code, CompileMode};
    /// let code = Code::compile(py, "ink = 3", "<page>", CompileMode::Statements)?;
    /// let globals = Dict::empty(py)?;
    /// code.run(&globals, None)?;
    /// assert_eq!(globals.require("ink")?.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What it raises; `TypeError` for the code of a function that needs arguments, or variables of a function around
    /// it (which C would read from a closure that is not there).
    #[track_caller]
    #[inline]
    pub fn run(&self, globals: &Owned<'py, Dict>, locals: Option<&Owned<'py, Any>>) -> Result<Owned<'py, Any>> {
        if !self.getattr("co_freevars")?.downcast::<Tuple>()?.is_empty() {
            return Err(TypeError::new("code that is run may not contain free variables"));
        }
        // As `exec` does; an import from Rust looks there.
        let name = Str::new(self.py(), "__builtins__")?;
        // SAFETY: handles: attached; a dict and a str.
        if !unsafe { raw::dict_contains(globals.raw(), name.raw()) }? {
            // SAFETY: attached.
            let builtins = unsafe { raw::eval_get_frame_builtins() };
            // SAFETY: handles: attached; a dict, a str and a dict.
            unsafe { raw::dict_set_item(globals.raw(), name.raw(), builtins.borrow()) }?;
        }
        let locals = locals.map_or(globals.raw(), |locals| locals.raw());
        // SAFETY: handles: attached; code without free variables, and a dict; what is no mapping is an error.
        let value = unsafe { raw::eval_eval_code(self.raw(), globals.raw(), Some(locals)) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), value) })
    }

    /// The name of the function or module that it is the code of (`co_name`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Code, CompileMode};
    /// assert_eq!(Code::compile(py, "1", "<page>", CompileMode::Expression)?.name()?.to_str()?, "<module>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn name(&self) -> Result<Owned<'py, Str>> {
        Ok(self.getattr("co_name")?.downcast()?)
    }

    /// The file that tracebacks name (`co_filename`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Code, CompileMode};
    /// assert_eq!(Code::compile(py, "1", "<page>", CompileMode::Expression)?.filename()?.to_str()?, "<page>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn filename(&self) -> Result<Owned<'py, Str>> {
        Ok(self.getattr("co_filename")?.downcast()?)
    }

    /// The names of the local variables, arguments first (`PyCode_GetVarnames`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let function = py.eval("lambda a, b: a", None)?.downcast::<owned::types::Function>()?;
    /// assert_eq!(function.code()?.variable_names()?.repr()?.to_str()?, "('a', 'b')");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn variable_names(&self) -> Result<Owned<'py, Tuple>> {
        Ok(self.getattr("co_varnames")?.downcast()?)
    }

    /// The instructions (`co_code`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let function = py.eval("lambda a, b: a", None)?.downcast::<owned::types::Function>()?;
    /// assert!(!function.code()?.instructions()?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn instructions(&self) -> Result<Owned<'py, Bytes>> {
        Ok(self.getattr("co_code")?.downcast()?)
    }
}

impl<'py> Owned<'py, Function> {
    /// What it runs (`__code__`), which Python code can change. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let function = py.eval("lambda: 0", None)?.downcast::<owned::types::Function>()?;
    /// assert_eq!(function.code()?.name()?.to_str()?, "<lambda>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn code(&self) -> Result<Owned<'py, Code>> {
        Ok(self.getattr("__code__")?.downcast()?)
    }
}

impl<'py> Owned<'py, Generator> {
    /// What it runs (`gi_code`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let generator = py.eval("(n for n in range(3))", None)?.downcast::<owned::types::Generator>()?;
    /// assert_eq!(generator.code()?.name()?.to_str()?, "<genexpr>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn code(&self) -> Result<Owned<'py, Code>> {
        Ok(self.getattr("gi_code")?.downcast()?)
    }
}

impl<'py> Python<'py> {
    /// The value of an expression. `globals` are those of `__main__` if not given.
    ///
    /// # Errors
    /// `SyntaxError`, and what the expression raises.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     assert_eq!(py.eval("max(3, 5)", None)?.extract::<i64>()?, 5);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    #[inline]
    pub fn eval(self, expression: &str, globals: Option<&Owned<'py, Dict>>) -> Result<Owned<'py, Any>> {
        self.evaluate(expression, CompileMode::Expression, globals)
    }

    /// Runs statements, which set names in `globals`: those of `__main__` if not given.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let globals = Dict::new(py, [("ink", 3)])?;
    /// py.run("ink = ink + 1", Some(&globals))?;
    /// assert_eq!(globals.require("ink")?.extract::<i32>()?, 4);
    /// assert!(py.run("ink +", Some(&globals)).is_err()); // SyntaxError
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `SyntaxError`, and what the statements raise.
    #[track_caller]
    #[inline]
    pub fn run(self, statements: &str, globals: Option<&Owned<'py, Dict>>) -> Result<()> {
        self.evaluate(statements, CompileMode::Statements, globals).map(drop)
    }

    #[track_caller]
    #[inline]
    fn evaluate(self, source: &str, mode: CompileMode, globals: Option<&Owned<'py, Dict>>) -> Result<Owned<'py, Any>> {
        let code = Code::compile(self, source, "<string>", mode)?;
        match globals {
            Some(globals) => code.run(globals, None),
            None => code.run(&self.main()?.dict()?, None),
        }
    }
}

impl Module {
    /// A new module in which this source has run, not in `sys.modules`. Tracebacks name it `<name>`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Module;
    /// let module = Module::from_source(py, "inks", "def mix(a, b): return a + b")?;
    /// assert_eq!(module.call_method("mix", ("red", "blue"))?.str()?.to_str()?, "redblue");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `SyntaxError`, and what the source raises.
    #[track_caller]
    #[inline]
    pub fn from_source<'py>(py: Python<'py>, name: &str, source: &str) -> Result<Owned<'py, Module>> {
        let module = Module::new(py, name)?;
        let code = Code::compile(py, source, &format!("<{name}>"), CompileMode::Statements)?;
        code.run(&module.dict()?, None)?;
        Ok(module)
    }
}

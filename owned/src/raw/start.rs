//! Starting an interpreter in a program that embeds Python.

use core::ffi::CStr;

use super::ffi;

use super::refs::PyObject;

/// `PyInit_…` of a module that is built in.
pub(crate) type InitFunction = extern "C" fn() -> *mut PyObject;

/// How an interpreter is started.
#[derive(Debug, Default)]
pub(crate) struct Configuration {
    /// What Python takes for its executable, from which it finds its library; else the one of the build.
    pub(crate) program_name: Option<String>,
    /// `sys.argv`.
    pub(crate) arguments: Vec<String>,
    /// Where the library is.
    pub(crate) home: Option<String>,
    /// Whether the environment and the user's own packages are left aside.
    pub(crate) isolated: bool,
    /// Whether Python handles signals (Ctrl-C).
    pub(crate) signal_handlers: bool,
    /// What `import` finds without looking for a file.
    pub(crate) modules: Vec<(&'static CStr, InitFunction)>,
}

/// Why Python could not be started, in its own words.
#[derive(Debug)]
pub(crate) struct NotStarted(pub(crate) String);

/// Starts the interpreter and leaves this thread detached.
///
/// # Errors
/// Python's own message.
///
/// # Safety
/// No interpreter runs, and no other thread starts one at the same time.
#[inline]
pub(crate) unsafe fn start(configuration: &Configuration) -> Result<(), NotStarted> {
    for &(name, init) in &configuration.modules {
        // Some versions keep the table from one start to the next.
        // SAFETY: no interpreter runs, by the caller.
        if unsafe { is_built_in(name, init) } {
            continue;
        }
        // SAFETY: no interpreter runs; a name that lives for ever, and the function for it.
        if unsafe { ffi::PyImport_AppendInittab(name.as_ptr(), Some(init)) } != 0 {
            return Err(NotStarted("out of memory".into()));
        }
    }
    #[cfg(Py_LIMITED_API)]
    // SAFETY: alone, as the caller says.
    let started = unsafe { initialize(configuration) };
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: alone, as the caller says.
    let started = unsafe { configured::initialize(configuration) };
    // What has failed half way can have left this thread attached too.
    if started.is_ok() || super::is_attached() {
        // SAFETY: attached; the state is found again by `PyGILState_Ensure`.
        let _ = unsafe { ffi::PyEval_SaveThread() };
    }
    started
}

/// Whether the module is in the table of those that are built in.
///
/// # Safety
/// Nobody changes the table meanwhile: no interpreter runs.
#[cfg(not(Py_LIMITED_API))]
#[inline]
unsafe fn is_built_in(name: &CStr, init: InitFunction) -> bool {
    // SAFETY: the table, which ends with an entry without a name.
    let mut entry = unsafe { ffi::PyImport_Inittab };
    // SAFETY: an entry of the table.
    while let Some(found) = unsafe { entry.as_ref() }
        && !found.name.is_null()
    {
        // SAFETY: a C string, which lives as long as its entry.
        let same_name = unsafe { CStr::from_ptr(found.name) } == name;
        if same_name && found.initfunc.is_some_and(|found| core::ptr::fn_addr_eq(found, init)) {
            return true;
        }
        // SAFETY: this entry is not the last.
        entry = unsafe { entry.add(1) };
    }
    false
}

/// The stable ABI has no `PyConfig`: there the first `python3` on PATH decides the prefix, as ever.
///
/// # Safety
/// No interpreter runs, and no other thread starts one at the same time.
#[cfg(Py_LIMITED_API)]
unsafe fn initialize(configuration: &Configuration) -> Result<(), NotStarted> {
    let Configuration { program_name, arguments, home, isolated, .. } = configuration;
    if program_name.is_some() || !arguments.is_empty() || home.is_some() || *isolated {
        let why = "a build for the stable ABI starts Python as it comes: without a program name, arguments, a home or isolation";
        return Err(NotStarted(why.into()));
    }
    // SAFETY: alone, as the caller says.
    unsafe { ffi::Py_InitializeEx(configuration.signal_handlers.into()) };
    Ok(())
}

/// The stable ABI does not show the table.
///
/// # Safety
/// As above.
#[cfg(Py_LIMITED_API)]
#[inline]
unsafe fn is_built_in(_: &CStr, _: InitFunction) -> bool {
    false
}

#[cfg(not(Py_LIMITED_API))]
mod configured {
    use core::ffi::{CStr, c_void};
    use core::mem::MaybeUninit;
    use std::path::Path;

    use pyo3_ffi as ffi;

    use super::{Configuration, NotStarted};

    /// The interpreter that the build was configured for, where it still is. Python looks for its standard library
    /// from there; left alone it starts from the first `python3` on PATH, which may be another patch version.
    #[inline]
    fn executable() -> Option<&'static str> {
        let path = option_env!("OWNED_PYTHON_EXECUTABLE")?;
        Path::new(path).exists().then_some(path)
    }

    /// C's `wchar_t`, but for its sign.
    #[cfg(windows)]
    type Wide = u16;
    #[cfg(not(windows))]
    type Wide = u32;

    /// A C string of wide characters. What comes after a NUL is lost, so there must be none.
    #[inline]
    fn wide(text: &str) -> Result<Vec<Wide>, NotStarted> {
        if text.contains('\0') {
            return Err(NotStarted(format!("{text:?} has a NUL in it")));
        }
        #[cfg(windows)]
        let mut wide: Vec<Wide> = text.encode_utf16().collect();
        #[cfg(not(windows))]
        let mut wide: Vec<Wide> = text.chars().map(Wide::from).collect();
        wide.push(0);
        Ok(wide)
    }

    /// A configuration that is being filled in.
    struct Config(Box<MaybeUninit<ffi::PyConfig>>);

    impl Config {
        #[inline]
        fn new(isolated: bool) -> Self {
            let mut config = Box::new(MaybeUninit::uninit());
            if isolated {
                // SAFETY: writes every field of the storage that it is given.
                unsafe { ffi::PyConfig_InitIsolatedConfig(config.as_mut_ptr()) };
            } else {
                // SAFETY: as above.
                unsafe { ffi::PyConfig_InitPythonConfig(config.as_mut_ptr()) };
            }
            Config(config)
        }

        #[inline]
        fn fields(&mut self) -> &mut ffi::PyConfig {
            // SAFETY: `new` has made it a `PyConfig`.
            unsafe { self.0.assume_init_mut() }
        }

        #[inline]
        fn set(&mut self, field: fn(&mut ffi::PyConfig) -> *mut c_void, text: Option<&str>) -> Result<(), NotStarted> {
            let Some(text) = text else { return Ok(()) };
            let text = wide(text)?;
            let config = self.0.as_mut_ptr();
            let field = field(self.fields());
            // SAFETY: a live configuration, a text field of it, and a C string, which is copied.
            check(unsafe { ffi::PyConfig_SetString(config, field.cast(), text.as_ptr().cast()) })
        }

        #[inline]
        fn set_arguments(&mut self, arguments: &[String]) -> Result<(), NotStarted> {
            for argument in arguments {
                let argument = wide(argument)?;
                let list = &raw mut self.fields().argv;
                // SAFETY: a list of a live configuration and a C string, which is copied.
                check(unsafe { ffi::PyWideStringList_Append(list, argument.as_ptr().cast()) })?;
            }
            Ok(())
        }
    }

    impl Drop for Config {
        #[inline]
        fn drop(&mut self) {
            // SAFETY: a live configuration; the interpreter has copied what it needs.
            unsafe { ffi::PyConfig_Clear(self.0.as_mut_ptr()) }
        }
    }

    /// # Safety
    /// No interpreter runs, and no other thread starts one at the same time.
    #[inline]
    pub(super) unsafe fn initialize(configuration: &Configuration) -> Result<(), NotStarted> {
        let mut config = Config::new(configuration.isolated);
        let fields = config.fields();
        fields.install_signal_handlers = configuration.signal_handlers.into();
        // A library that embeds Python leaves the process's streams as they are, and the arguments are the program's.
        fields.configure_c_stdio = 0;
        fields.parse_argv = 0;
        let executable = executable();
        let name = configuration.program_name.as_deref().or(executable);
        config.set(|config| (&raw mut config.program_name).cast(), name)?;
        // Python makes the same of it; but where an interpreter has run before, some versions go by that one's.
        let path = name.filter(|name| name.contains(std::path::MAIN_SEPARATOR));
        config.set(|config| (&raw mut config.executable).cast(), path)?;
        config.set(|config| (&raw mut config.home).cast(), configuration.home.as_deref())?;
        config.set_arguments(&configuration.arguments)?;
        // SAFETY: a live configuration; alone, as the caller says.
        check(unsafe { ffi::Py_InitializeFromConfig(config.0.as_mut_ptr()) })
    }

    /// What a function of the configuration's says.
    #[inline]
    fn check(status: ffi::PyStatus) -> Result<(), NotStarted> {
        // SAFETY: reads the status.
        if unsafe { ffi::PyStatus_Exception(status) } == 0 {
            return Ok(());
        }
        // SAFETY: reads the status.
        if unsafe { ffi::PyStatus_IsExit(status) } != 0 {
            return Err(NotStarted(format!("Python asks for the process to end with status {}", status.exitcode)));
        }
        if status.err_msg.is_null() {
            return Err(NotStarted("Python does not say why".into()));
        }
        // SAFETY: the message of an error, a C string that lives for ever or as long as the status.
        let message = unsafe { CStr::from_ptr(status.err_msg) };
        Err(NotStarted(message.to_string_lossy().into_owned()))
    }
}

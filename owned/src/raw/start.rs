//! Starting an interpreter in a program that embeds Python.

use pyo3_ffi as ffi;

/// Starts the interpreter, without signal handlers, and leaves this thread detached. Ends the process, with Python's
/// own message, if it cannot be started.
///
/// # Safety
/// No other thread starts one at the same time.
#[inline]
pub(crate) unsafe fn initialize() {
    #[cfg(Py_LIMITED_API)]
    // SAFETY: alone, as the caller says.
    unsafe {
        ffi::Py_InitializeEx(0);
    }
    #[cfg(not(Py_LIMITED_API))]
    // SAFETY: alone, as the caller says.
    unsafe {
        configured::initialize();
    }
    // SAFETY: initialisation left this thread attached; the state is found again by `PyGILState_Ensure`.
    let _ = unsafe { ffi::PyEval_SaveThread() };
}

/// For the tests of this binary, which run at the same time.
#[cfg(test)]
pub(crate) fn initialize_once() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    // SAFETY: the tests start it here only, one at a time.
    ONCE.call_once(|| unsafe { initialize() });
}

/// The stable ABI has no `PyConfig`: there the first `python3` on PATH decides the prefix, as ever.
#[cfg(not(Py_LIMITED_API))]
mod configured {
    use core::mem::MaybeUninit;
    use std::ffi::CString;
    use std::path::Path;

    use pyo3_ffi as ffi;

    /// The interpreter that the build was configured for, where it still is. Python looks for its standard library
    /// from there; left alone it starts from the first `python3` on PATH, which may be another patch version.
    #[inline]
    fn executable() -> Option<CString> {
        let path = option_env!("OWNED_PYTHON_EXECUTABLE")?;
        Path::new(path).exists().then(|| CString::new(path).ok())?
    }

    /// # Safety
    /// No other thread starts an interpreter at the same time.
    #[inline]
    pub(super) unsafe fn initialize() {
        let mut config = MaybeUninit::<ffi::PyConfig>::uninit();
        let config = config.as_mut_ptr();
        // SAFETY: writes every field of the storage that it is given.
        unsafe { ffi::PyConfig_InitPythonConfig(config) };
        // SAFETY: the line above made it a `PyConfig`.
        let fields = unsafe { &mut *config };
        // A library that embeds Python leaves the process's signals and streams as they are.
        fields.install_signal_handlers = 0;
        fields.configure_c_stdio = 0;
        if let Some(executable) = executable() {
            let name = &raw mut fields.program_name;
            // SAFETY: a live configuration, a field of it, and a C string, which is copied.
            let status = unsafe { ffi::PyConfig_SetBytesString(config, name, executable.as_ptr()) };
            // SAFETY: a status that was just returned.
            unsafe { end_if_failed(status) };
        }
        // SAFETY: a live configuration; alone, as the caller says.
        let status = unsafe { ffi::Py_InitializeFromConfig(config) };
        // SAFETY: a live configuration; the interpreter has copied what it needs.
        unsafe { ffi::PyConfig_Clear(config) };
        // SAFETY: a status that was just returned.
        unsafe { end_if_failed(status) };
    }

    /// # Safety
    /// A status that Python has returned and that nothing has looked at.
    #[inline]
    unsafe fn end_if_failed(status: ffi::PyStatus) {
        // SAFETY: reads the status.
        if unsafe { ffi::PyStatus_Exception(status) } != 0 {
            // SAFETY: a status that is an exception; prints it and does not return.
            unsafe { ffi::Py_ExitStatusException(status) }
        }
    }
}

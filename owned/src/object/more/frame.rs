//! Frames: functions as they run.
#![expect(unsafe_code, reason = "calls the frame API; a handle proves an attached thread and the type")]

use core::panic::Location;

use crate::err::Result;
use crate::object::{Code, Dict, Traceback, builtin_type};
use crate::ptr::{Any, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// A function as it runs, or ran (`types.FrameType`).
    ///
    /// It keeps every local variable of the function alive.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let error = py.run("def f(x): 1 / x\nf(0)", None).unwrap_err();
    ///     let inner = error.traceback(py).unwrap().next()?.unwrap().frame()?;
    ///     assert_eq!(inner.code().name()?.to_str()?, "f");
    ///     assert_eq!(inner.locals()?.get_item("x")?.extract::<i32>()?, 0);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Frame, "frame", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::frame_check(object) }
    }
}

impl Frame {
    /// The Python function that runs on this thread; `None` if Python has called nothing. A new reference
    /// (`PyThreadState_GetFrame`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Frame;
    /// assert!(Frame::current(py).is_none()); // no Python code has called this
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn current(py: Python<'_>) -> Option<Owned<'_, Frame>> {
        // SAFETY: attached, by `py`.
        let frame = unsafe { raw::current_frame() }?;
        // SAFETY: the function gives a frame.
        Some(unsafe { Owned::from_ref(py, frame) })
    }
}

impl<'py> Owned<'py, Frame> {
    /// The frame that called this one. A new reference (`PyFrame_GetBack`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("def f(): 1 / 0\nf()", None).unwrap_err();
    /// let frame = error.traceback(py).unwrap().next()?.unwrap().frame()?;
    /// assert_eq!(frame.back()?.unwrap().code().name()?.to_str()?, "<module>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn back(&self) -> Result<Option<Owned<'py, Frame>>> {
        // SAFETY: a handle to a frame.
        let back = unsafe { raw::frame_get_back(self.raw()) }?;
        let place = Location::caller();
        // SAFETY: the function gives a frame.
        Ok(back.map(|back| unsafe { Owned::from_ref_at(self.py(), back, place) }))
    }

    /// What runs. A new reference (`PyFrame_GetCode`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("def f(): 1 / 0\nf()", None).unwrap_err();
    /// let frame = error.traceback(py).unwrap().next()?.unwrap().frame()?;
    /// assert_eq!(frame.code().name()?.to_str()?, "f");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn code(&self) -> Owned<'py, Code> {
        // SAFETY: a handle to a frame.
        let code = unsafe { raw::frame_get_code(self.raw()) };
        // SAFETY: the function gives code.
        unsafe { Owned::from_ref(self.py(), code) }
    }

    /// The line that runs, from 1 (`PyFrame_GetLineNumber`); 0 if there is none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("\n1 / 0", None).unwrap_err();
    /// assert_eq!(error.traceback(py).unwrap().frame()?.line(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn line(&self) -> usize {
        // SAFETY: a handle to a frame.
        let line = unsafe { raw::frame_get_line_number(self.raw()) };
        usize::try_from(line).unwrap_or(0)
    }

    /// The global variables (`f_globals`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let globals = Dict::new(py, [("ink", 3)])?;
    /// let error = py.run("1 / 0", Some(&globals)).unwrap_err();
    /// assert!(error.traceback(py).unwrap().frame()?.globals()?.is(&globals));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn globals(&self) -> Result<Owned<'py, Dict>> {
        Ok(self.getattr("f_globals")?.downcast()?)
    }

    /// The local variables: a mapping (`f_locals`, PEP 667), which up to 3.12 is a copy.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("def f(x): 1 / x\nf(0)", None).unwrap_err();
    /// let frame = error.traceback(py).unwrap().next()?.unwrap().frame()?;
    /// assert!(frame.locals()?.contains("x")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn locals(&self) -> Result<Owned<'py, Any>> {
        self.getattr("f_locals")
    }
}

impl<'py> Owned<'py, Traceback> {
    /// The frame (`tb_frame`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let error = py.run("1 / 0", None).unwrap_err();
    /// assert_eq!(error.traceback(py).unwrap().frame()?.code().name()?.to_str()?, "<module>");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn frame(&self) -> Result<Owned<'py, Frame>> {
        Ok(self.member(c"tb_frame")?.downcast()?)
    }
}

//! What a report has: a live handle, a leak that is meant.

/// A handle that is alive, or a reference that left through `into_raw` and has not come back.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::report::{ENABLED, Level, handles, set_level};
/// Python::attach(|py| {
///     set_level(Level::Frames);
///     let list = List::empty(py)?;
///     let ours = handles().into_iter().find(|handle| handle.object == list.as_ptr() as usize);
///     assert_eq!(ours.map(|handle| handle.handle), ENABLED.then(|| "Owned<List>".to_owned()));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LiveHandle {
    /// Its number, which no other handle has ever had. From 1, in the order in which they were made.
    pub serial: u64,
    /// The source file that made it, as the compiler was given it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The handle, such as `Owned<List>`.
    pub handle: String,
    /// Whether it is a reference that left through `into_raw`.
    pub escaped: bool,
    /// The address of the object: `id(object)` in Python.
    pub object: usize,
    /// The file and the line of the Python code that ran when it was made.
    pub python: Option<(String, u32)>,
    /// Which thread made it: they are numbered as they come to the ledger, from 1.
    pub thread: u32,
    /// The number of the interpreter.
    pub interpreter: u32,
    /// What called what when it was made, the innermost first. At the level `Stacks` alone.
    pub stack: Option<Vec<String>>,
}

/// References that were given up for good, by `leak_forever`.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::report::{ENABLED, Level, intended, set_level};
/// Python::attach(|py| {
///     set_level(Level::Sites);
///     Str::new(py, "a name that C keeps")?.leak_forever("C keeps a pointer to it");
///     let reasons: Vec<String> = intended().into_iter().map(|leak| leak.reason).collect();
///     assert_eq!(reasons.contains(&"C keeps a pointer to it".to_owned()), ENABLED);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Intended {
    /// The source file, as the compiler was given it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The handle, such as `Owned<List>`.
    pub handle: String,
    /// Why.
    pub reason: String,
    /// How many.
    pub count: u64,
}

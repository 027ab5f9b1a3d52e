//! What is counted of watched classes, as it is told.

/// A line, `None` where nobody has heard it.
pub(crate) type Place = Option<(String, u32)>;

/// Where objects were let go of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Death {
    /// The line that ran when the memory was given back: of native code, or of Python.
    pub(crate) place: Place,
    /// The line of Python that had called the native code.
    pub(crate) called: Place,
    pub(crate) count: u64,
}

/// How many instances of a class were born and died since it is watched.
#[derive(Clone, Debug)]
pub(crate) struct Lives {
    pub(crate) number: u64,
    pub(crate) born: u64,
    pub(crate) died: u64,
    pub(crate) deaths: Vec<Death>,
}

/// Why a class cannot be watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NoGil,
    AnotherInterpreter,
    OfTheInterpreter,
}

//! What is counted of watched classes, as it is told.

/// A line of Python; `None` where no Python ran, or where nobody has heard it.
pub(crate) type Place = Option<(String, u32)>;

/// How many instances of a class were born and died since it is watched.
#[derive(Clone, Debug)]
pub(crate) struct Lives {
    pub(crate) number: u64,
    pub(crate) born: u64,
    pub(crate) died: u64,
    /// How many died at which line: the one that ran when the memory was given back.
    pub(crate) deaths: Vec<(Place, u64)>,
}

/// Why a class cannot be watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NoGil,
    AnotherInterpreter,
    OfTheInterpreter,
}

/// A counter that calls back when it reaches its limit.
#[class(subclass, weakref, freelist = 16)]
pub struct Tally {
    #[field(get)]
    count: u64,
    /// Called with the count.
    #[field(get, set, name = "onLimit")]
    on_limit: Option<Py<Callable>>,
    #[traverse(skip = "a table of numbers")]
    table: Lookup,
}

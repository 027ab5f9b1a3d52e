#[methods]
impl Tally {
    #[new]
    #[signature(limit = Self::MOST)]
    fn new(limit: u64) -> Self {
        Tally { count: 0, limit }
    }

    /// Count one more.
    fn tick(&mut self, py: Python<'_>) -> Result<bool> {
        self.count += 1;
        Ok(self.count == self.limit)
    }

    #[classmethod]
    fn unlimited<'py>(class: Borrowed<'_, 'py, Type>) -> Result<Owned<'py, Any>> {
        class.call0()
    }

    #[setter]
    fn set_half(&mut self, value: u64) {
        self.limit = value * 2;
    }

    /// How many there are.
    #[staticgetter]
    fn all(py: Python<'_>) -> usize {
        0
    }

    #[staticsetter]
    fn set_all(all: usize) {}

    #[rust]
    fn helper() {}
}

#[methods]
impl Tally {
    fn __repr__(&self) -> String {
        format!("Tally({})", self.limit)
    }

    fn __iter__<'a, 'py>(slf: Borrowed<'a, 'py, Self>) -> Borrowed<'a, 'py, Self> {
        slf
    }

    fn __next__(&mut self) -> Option<u64> {
        None
    }

    fn __eq__(&self, other: Borrowed<'_, '_, Self>) -> Result<bool> {
        Ok(self.count == other.borrow()?.count)
    }

    #[cfg(feature = "ordered")]
    fn __lt__(&self, other: u64) -> bool {
        self.count < other
    }

    fn __contains__(&self, item: &str) -> bool {
        item.is_empty()
    }
}

//! The history of an editor. What is taken off it is looked at once more when the list has let go of it.

#[owned::module]
mod undo_history_bug {
    use owned::prelude::*;

    /// Takes the last command off the history, and says of which kind it was.
    #[function]
    fn take_last(py: Python<'_>, history: Borrowed<'_, '_, List>) -> Result<String> {
        let last = history.len().checked_sub(1).ok_or_else(|| IndexError::new("nothing to undo"))?;
        let command = history.get(last)?.as_ptr();
        // SAFETY: the history holds it.
        let command = unsafe { Borrowed::<Any>::from_ptr(py, command) }.expect("an item is not NULL"); // BUG
        history.remove(last)?;
        Ok(command.type_name()) // BUG
    }
}

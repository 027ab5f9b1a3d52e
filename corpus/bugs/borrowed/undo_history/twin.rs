//! The history of an editor.

#[owned::module]
mod undo_history_twin {
    use owned::prelude::*;

    /// Takes the last command off the history, and says of which kind it was.
    #[function]
    fn take_last(history: Borrowed<'_, '_, List>) -> Result<String> {
        let last = history.len().checked_sub(1).ok_or_else(|| IndexError::new("nothing to undo"))?;
        let command = history.get(last)?;
        history.remove(last)?;
        Ok(command.type_name())
    }
}

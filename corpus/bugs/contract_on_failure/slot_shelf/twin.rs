//! Binds a C helper that puts an object into a slot of a shelf. It steals the object.

#[owned::module]
mod slot_shelf_twin {
    use owned::foreign;
    use owned::prelude::*;

    foreign::import! {
        // SAFETY: as the helper's source has it.
        unsafe extern "C" {
            fn slot_shelf_twin_place(shelf: Borrowed<List>, slot: isize, item: Stolen<Any>) -> Status;
        }
    }

    /// Puts an item into a slot, if there is one; says whether there was.
    #[function]
    fn place<'py>(shelf: Borrowed<'_, 'py, List>, slot: isize, item: Owned<'py, Any>) -> Result<bool> {
        let placed = slot_shelf_twin_place(shelf.py(), &shelf, slot, item);
        match placed {
            Ok(_) => Ok(true),
            Err(error) if error.is::<IndexError>(shelf.py()) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

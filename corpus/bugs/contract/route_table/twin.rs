//! Binds a C helper that finds the handler of a path.

#[owned::module]
mod route_table_twin {
    use owned::foreign;
    use owned::prelude::*;

    foreign::import! {
        // SAFETY: as the helper's source has it.
        unsafe extern "C" {
            fn route_table_twin_find(routes: Borrowed<Dict>, path: Kept<Any>) -> New<Any>;
        }
    }

    /// Calls the handler of a path.
    #[function]
    fn dispatch<'py>(routes: Borrowed<'_, 'py, Dict>, path: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        let handler = route_table_twin_find(routes.py(), &routes, &path)?;
        handler.call((path,))
    }
}
